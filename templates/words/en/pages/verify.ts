/** The page that checks an address. */
import type { verifyPage as source } from '../../de/pages/verify.ts';

export const verifyPage: typeof source = {
  heading: 'Is this your request?',
  lead: 'Press the button, then the request is with us and we search.',
  button: 'Yes, send the request',
  notYou: 'It was not you? Then close this page. We delete the request after 14 days.',
  doneHeading: 'Thank you, your request is with us',
  done: 'We have sent you an e-mail with a link. There you see how it stands, move the appointment or cancel it.',
  closedHeading: 'This request is no longer open',
  closed: 'There is nothing left to confirm. Do you still need somebody? Please call us.',
};
