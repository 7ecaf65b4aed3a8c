/** The first page. */
import type { home as source } from '../../de/pages/home.ts';

export const home: typeof source = {
  title: 'We interpret so that conversations succeed',
  lead: 'Volunteer interpreters help in conversations at day nurseries, schools, offices and advice centres – on site, by telephone or by video. Here agencies send requests, interpreters say yes, and the centre books.',
  signIn: 'Sign in',
  hello: (name) => `Hello, ${name}`,
  rolesTitle: 'Your roles',
  nextTitle: 'What comes next',
  interpreter:
    'Requests come by e-mail. With the link in it you say yes or no, and later you see how it stands.',
  contact: 'We write e-mails to you about your requests. Replies to them reach the centre.',
  staff: 'The pool tells you by e-mail about new requests, answers and open deadlines.',
  mailboxLead: 'No e-mails are sent from here. They are all in the mailbox.',
  mailbox: 'Open the mailbox',
};
