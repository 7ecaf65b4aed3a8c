/** What the page of a request says in each situation: heading, and what happens next. The state itself is in `statuses`. */
import type { requestStates as source } from '../../de/pages/request-states.ts';

export const requestStates: typeof source = {
  draft: { heading: 'Your draft', next: 'This request has not been sent yet.' },
  unverified: {
    heading: 'Please confirm your request',
    next: 'We have sent you an e-mail. Only once its link has been opened do we search.',
  },
  held: {
    heading: 'We are checking your request',
    next: 'There is nothing for you to do. We will write as soon as we search or have a question.',
  },
  requested: {
    heading: 'We are looking for somebody for you',
    next: 'Nobody is booked yet. We will write as soon as somebody is firmly booked.',
  },
  given_back: {
    heading: 'We are looking for somebody else',
    next: 'You need not send a new request. Please count on somebody again only when our confirmation arrives.',
  },
  accepted: {
    heading: 'Somebody has said yes',
    next: 'The coordinators check and book firmly. Only then do you get a confirmation, and read here who comes.',
  },
  confirmed: {
    heading: 'Somebody comes to your appointment',
    next: 'Please let those on site know. A member of your staff is present at the conversation and leads it.',
  },
  moved: {
    heading: 'We are asking whether the new time is possible',
    headingPlace: 'We are asking whether the new place is possible',
    next: 'If not, we look for somebody else. There is nothing for you to do.',
  },
  unfilled: {
    heading: 'We are sorry, we have found nobody',
    next: 'This is how it can go on: choose below, or call us.',
  },
  elsewhere: {
    heading: 'The appointment is solved in another way',
    next: 'We are not searching any more. There is nothing for you to do.',
  },
  rejected: {
    heading: 'We are sorry, we cannot accept this request',
    next: 'Call us: we will gladly tell you who can help instead.',
  },
  cancelled: {
    heading: 'The appointment is cancelled',
    next: 'Nobody comes. Everybody concerned is told.',
  },
  completed: {
    heading: 'The appointment is over',
    next: 'We will write to you to countersign the times as soon as they have been entered.',
  },
  settled: { heading: 'The appointment is settled', next: 'There is nothing left to do.' },
};
