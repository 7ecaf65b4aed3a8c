/** Mails about a request: received, to be checked, new, refused, open again. */
import type { requestMails as source } from '../../de/mails/requests.ts';

export const requestMails: typeof source = {
  receipt: {
    subject: 'Received – not yet booked',
    heading: 'We have received your request',
    preheader: 'We are taking care of it and will write to you.',
    lead: 'Your request has arrived. We are looking for somebody who fits.',
    leadHeld: 'Your request has arrived. We check it and then write to you. Nobody is asked before that.',
    notYet: 'Please count on somebody only when our confirmation arrives.',
    mistake: (phone) => [
      'Is something not right, or do you no longer need the appointment? That page lets you move or cancel it. Or call us: ',
      { phone },
      '.',
    ],
    mistakeByReply: (phone) => [
      'Is something not right, or do you no longer need the appointment? Answer this e-mail or call us: ',
      { phone },
      '.',
    ],
    button: 'See the request',
  },
  checkAddress: {
    subject: 'Please confirm your request',
    state: 'Not with us yet – please confirm',
    heading: 'Please confirm your request',
    preheader: 'Only then do we search.',
    lead: 'Somebody has sent us a request with your e-mail address. Was it you? Then please open the page and confirm there. Only then do we search.',
    leadWithoutPage:
      'Somebody has sent us a request with your e-mail address. Was it you? Then please answer this e-mail briefly. Only then do we search.',
    button: 'Confirm the request',
    notYou: 'It was not you? Then do nothing. We delete the request after 14 days.',
  },
  newRequest: {
    subject: 'New request',
    state: 'New request – please look at it',
    heading: (day, range) => `New request for ${day}, ${range}`,
    preheader: 'Nobody has been asked yet.',
    lead: (agency) => [
      { strong: agency },
      ' has sent a request. Please look at it: nobody is asked before that.',
    ],
    stateOverdue: 'Please look now',
    preheaderOverdue: 'The agency is waiting to hear.',
    leadOverdue: 'By now the agency should have heard from us. Nobody has been asked yet.',
    stateAskAnew: 'Changed – please ask anew',
    preheaderAskAnew: 'Whoever had been asked is free.',
    leadAskAnew: (agency) => [
      { strong: agency },
      ' has changed the request. Whoever had been asked is free. Please see what holds now, and ask anew.',
    ],
    stateReopened: 'Searching again',
    leadReopened: (agency: string) => [
      { strong: agency },
      ' wants the search to go on. Please see what holds now, and ask the next ones.',
    ],
  },
  stillOpen: {
    subject: 'Search: all asked, nobody yet',
    heading: (day, start) => `Nobody yet for ${day}, ${start}`,
    preheader: 'Everybody who fits has been asked.',
    lead: 'Everybody who fits has been asked. Nobody has said yes so far.',
    subjectYourTurn: 'Search: everybody has answered',
    preheaderYourTurn: 'The next round is up to you.',
    leadYourTurn:
      'Everybody who was asked has answered, or their time is over. Nobody has said yes. Nobody else will be asked by itself.',
    subjectSoon: 'Soon, and nobody found yet',
    preheaderSoon: 'The appointment is near, and nobody has said yes so far.',
    leadSoon:
      'The appointment is near, and nobody has said yes so far. The telephone is the fastest way now.',
    next: 'Please decide: ask somebody by name, talk to the agency about another way, or end the search.',
  },
  rejected: {
    subject: 'Not possible for this occasion',
    heading: 'We are sorry, we cannot accept this request',
    preheader: 'Below is who can help instead.',
    lead: 'We are sorry: we cannot send anybody for this occasion.',
    instead: (where) => [{ strong: 'Help is here:' }, ` ${where}`],
    question: (phone) => ['That is not your occasion? Answer this e-mail or call us: ', { phone }, '.'],
    help: (phone) => [
      { strong: 'Who can help instead?' },
      ' We will gladly tell you. Answer this e-mail or call us: ',
      { phone },
      '.',
    ],
  },
  restored: {
    subject: 'Searching again – not yet booked',
    heading: (day, start) => `We are searching again for ${day}, ${start}`,
    preheader: 'Your request is open again.',
    lead: 'Your request is open again, we are looking for somebody. There is nothing for you to do.',
    leadUndone:
      'The cancellation has been undone. Your request is open again, and we are looking for somebody. Please count on somebody again only when our confirmation arrives.',
  },
  stillSearching: {
    subject: 'Still searching – not yet booked',
    heading: (day, start) => `We are still searching for ${day}, ${start}`,
    preheader: 'Nobody has said yes so far. We keep searching.',
    lead: 'Nobody has said yes so far. We keep searching, there is nothing for you to do.',
    otherWay: (phone) => [
      'Would another time do? That page lets you move the appointment, which often helps. If you no longer need it, cancel it there. Or call us: ',
      { phone },
      '.',
    ],
  },
  news: {
    subject: 'News',
    heading: 'There is news about this assignment',
    preheader: 'Below is what counts now.',
    lead: 'Something has changed about this assignment. Below is what counts now.',
  },
};
