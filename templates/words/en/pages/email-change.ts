/** The pages behind the links of a change of e-mail. */
import type { emailChange as source } from '../../de/pages/email-change.ts';

export const emailChange: typeof source = {
  to: 'New address:',
  new: {
    title: 'Is this your new e-mail address?',
    lead: 'Press the button if you want to use this address in the interpreter pool.',
    button: 'Yes, this is my address',
  },
  old: {
    title: 'Do you want to change your e-mail address?',
    lead: 'Press the button if you asked for this yourself.',
    button: 'Yes, change the address',
  },
  stop: {
    title: 'It was not you?',
    lead: 'Press the button. Then your present address stays, and the change has ended.',
    button: 'No, change nothing',
  },
  half: {
    title: 'Thank you, confirmed',
    text: 'Now the confirmation from the other address is missing. Look into the e-mails there, too. Until then everything stays as it is.',
  },
  done: {
    title: 'The new address counts',
    text: 'Both addresses have confirmed. From now on we write to the new one, and you sign in with it.',
  },
  stopped: {
    title: 'Nothing will be changed',
    text: 'The change has ended. Your present address still counts.',
  },
  over: {
    title: 'This link no longer works',
    text: 'The link is too old, or there is a newer one. Ask for the change again, or call us.',
  },
  full: {
    title: 'This address does not work',
    text: 'As many people as possible share this e-mail address already. Your present address still counts.',
  },
  help: 'We are glad to help:',
};
