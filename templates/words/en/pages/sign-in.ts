/** The pages around signing in. */
import type { signIn as source } from '../../de/pages/sign-in.ts';
import { nbsp } from '../../text.ts';

export const signIn: typeof source = {
  title: 'Sign in',
  lead: 'You need no password. We send you an e-mail with a link and a code of six digits.',
  email: 'Your e-mail address',
  emailHint: 'The address by which the centre knows you.',
  emailError: 'Please enter a complete e-mail address, for example name@example.org.',
  send: 'Send link and code',
  errorTitle: 'Please check one thing',
  sentTitle: 'Look into your e-mails',
  sent: (email) =>
    `If we know the address ${email}, an e-mail is now on its way to you. Open the link in it, or enter the code here.`,
  shared: 'Do several people use this address? Then there is an e-mail for each. It says for whom it is.',
  code: 'Code from the e-mail',
  codeHint: (minutes) => `Six digits, valid for ${minutes}${nbsp}minutes. The newest code counts.`,
  codeError: 'The code is not right or no longer valid. Take the code from the newest e-mail.',
  useCode: 'Sign in with the code',
  mailbox: 'Open the mailbox',
  mailboxLead: 'No e-mails are sent from here. They are all in the mailbox.',
  missingTitle: 'No e-mail has arrived?',
  missing: 'Look into your spam folder. If we do not know the address, we send nothing.',
  help: 'We are glad to help:',
  sendAgain: 'Send a new code',
  linkTitle: 'Sign in now',
  linkLead: 'One more step: press the button, then you are signed in.',
  useLink: 'Sign in now',
  linkInvalidTitle: 'This link no longer works',
  linkInvalid: 'The link has been used or is too old. Ask for a new one, it takes a minute.',
  newLink: 'Ask for a new link',
};
