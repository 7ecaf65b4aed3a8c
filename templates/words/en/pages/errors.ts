/** Pages that say why something does not work. */
import type { errorPages as source } from '../../de/pages/errors.ts';

export const errorPages: typeof source = {
  help: 'Do you need help? Call us:',
  home: 'To the first page',
  signIn: 'Sign in',
};
