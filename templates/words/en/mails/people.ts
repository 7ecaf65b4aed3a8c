/** Mails to people about themselves: the first one, and a change of their address. */
import type { peopleMails as source } from '../../de/mails/people.ts';
import { nbsp } from '../../text.ts';

export const peopleMails: typeof source = {
  welcome: {
    subject: (pool) => `Welcome: ${pool}`,
    state: 'Welcome',
    preheader: 'Who we are, how you sign in, and what happens next.',
    heading: (pool) => `Welcome to ${pool}`,
    volunteer: (centre) => [
      'It is good to have you with us. This is ',
      { strong: centre },
      '. We ask you when somebody needs help with understanding in one of your languages.',
    ],
    contact: (centre, agency) => [
      agency
        ? `You can now ask for interpreters for ${agency}. This is `
        : 'You can now ask for interpreters. This is ',
      { strong: centre },
      '. We look for somebody who fits each request.',
    ],
    volunteerNext:
      'What happens next: when an appointment suits you, you get a request. You say yes or no, just as it suits you. A yes is an assignment only when we write to you that it is.',
    contactNext:
      'What happens next: you tell us language, time and place. We search, and write to you as soon as somebody is certain to come.',
    labels: { signIn: 'Signing in', office: 'Questions' },
    signIn: 'With your e-mail address. You then get a link and a code.',
    byPhone: 'Not needed. We call you.',
    button: 'Open the sign-in page',
    noPassword: 'You need no password, and we never ask for one.',
  },
  emailChange: {
    subject: (pool) => `New e-mail address: ${pool}`,
    state: 'New e-mail address',
    preheader: 'Please confirm the change.',
    headingNew: 'Is this your new e-mail address?',
    headingOld: 'Do you want to change your e-mail address?',
    leadNew: 'Somebody wants to use this address in the interpreter pool. If it was you, please confirm.',
    leadOld:
      'A new e-mail address was given for your account in the interpreter pool. If it was you, please confirm.',
    buttonNew: 'Confirm the address',
    buttonOld: 'Confirm the change',
    labels: { to: 'New address', validFor: 'Valid for' },
    validFor: (days) => `${days}${nbsp}days`,
    bothNeeded:
      'The new address counts only when it is confirmed from both addresses. Until then everything stays as it is.',
    notYouOld: (url) => ['It was not you? Then please open this page: ', { url }],
    notYouNew: 'It was not you? Then do nothing. Without your confirmation nothing changes.',
  },
};
