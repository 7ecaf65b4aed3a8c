/** The mail with a link and a code to sign in. */
import type { signInMails as source } from '../../de/mails/sign-in.ts';
import { nbsp } from '../../text.ts';

export const signInMails: typeof source = {
  signIn: {
    subject: (pool) => `Sign in: ${pool}`,
    state: 'Sign in',
    preheader: (minutes) => `Your link and your code, valid for ${minutes}${nbsp}minutes.`,
    heading: 'Your link and your code to sign in',
    lead: 'You want to sign in? Open the page and press “Sign in now” there. Or enter the code on the sign-in page.',
    forOneOfSeveral: (name) => [
      'Several people use this e-mail address. This link and this code are for ',
      { strong: name },
      '. Everybody else gets an e-mail of their own.',
    ],
    button: 'Open the sign-in page',
    validFor: (minutes) => `${minutes}${nbsp}minutes, for signing in once. Only the newest code counts.`,
    keepSecret: 'Do not pass the code on to anybody. We never ask for it, not even on the telephone.',
    notYou:
      'You did not want to sign in? Then do nothing. Without this e-mail nobody gets into your account.',
  },
};
