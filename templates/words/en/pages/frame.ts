/** What stands around every page. */
import type { frame as source } from '../../de/pages/frame.ts';

export const frame: typeof source = {
  skip: 'Skip to content',
  demo: 'An example with invented data',
  chooseLanguage: 'Choose a language',
  signIn: 'Sign in',
  signOut: 'Sign out',
  phone: 'Telephone',
  errorPrefix: 'Error: ',
};
