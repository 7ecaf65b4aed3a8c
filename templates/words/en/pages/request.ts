/** The page of a request behind the link that agencies get by mail. */
import type { requestPage as source, verifyPage as verifySource } from '../../de/pages/request.ts';
import { nbsp } from '../../text.ts';

export const requestPage: typeof source = {
  greeting: (name) => `Hello, ${name}`,
  titled: (state, language, when, number) => `${state} – ${language} on ${when} – request ${number}`,
  states: {
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
      next: 'If it is not, we look for somebody else. There is nothing for you to do.',
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
      next: 'Nobody comes. Everybody concerned has been told.',
    },
    completed: {
      heading: 'The appointment is over',
      next: 'We will write to you to countersign the times as soon as they have been entered.',
    },
    settled: { heading: 'The appointment is settled', next: 'There is nothing left to do.' },
  },
  stateOver: 'Appointment over',
  stateElsewhere: 'Solved in another way',
  hearBy: (until) => ['You will hear from us by ', { strong: until }, '.'],
  instead: (where) => [{ strong: 'Help is here:' }, ` ${where}`],
  factsTitle: 'Your details',
  facts: {
    where: 'Where',
    interpreter: 'Interpreter',
    onsiteContact: 'On site',
    alternatives: 'Also possible',
    number: 'Number',
  },
  late: (minutes) => [
    'Just reported: the interpreter will be ',
    { strong: `about ${minutes}${nbsp}minutes late` },
    '.',
  ],
  lateTitle: 'Running late',
  nobodySaidTitle: 'You have reported: nobody is there',
  nobodySaid: (time) => `At ${time} coordinators and interpreter were told. Please stay reachable.`,
  actionsTitle: 'Has something changed?',
  choicesTitle: 'This is how it can go on',
  actions: {
    move: 'Move the appointment …',
    cancel: 'Cancel the appointment …',
    nobody_here: 'Nobody is there',
    other_time: 'Another date …',
    other_mode: 'By telephone or video …',
    other_language: 'A related language …',
    search_on: 'Keep searching …',
  },
  notNeeded: 'No longer needed …',
  questions: {
    move: 'When is it to be?',
    cancel: 'Do you want to cancel the appointment?',
    nobody_here: 'Is nobody there?',
    other_time: 'When would it be possible, too?',
    other_mode: 'By telephone or by video?',
    other_language: 'Which language would do as well?',
    search_on: 'Shall we keep searching?',
  },
  leads: {
    moveBooked:
      'Whoever is on the plan is asked whether the new time is possible. Until the answer the appointment is no longer firm.',
    moveOpen: 'We then look for somebody for the new time.',
    cancelLateTitle: 'This is at short notice',
    cancelLate:
      'You can cancel all the same, and it is better than coming in vain. Whoever is booked hears at once. It is noted as being at short notice.',
    cancelInTime: (until) =>
      `This is in time. It would be at short notice from ${until}. Whoever is on the plan or has been asked is told.`,
    cancelOpen: 'Nobody is firmly on the plan yet. Whoever has been asked is told.',
    nobodyHere: 'Coordinators and interpreter are told at once. Please call us as well if it is urgent.',
    other_time: 'We then search again, for the new time.',
    other_mode: 'We then also look for people who interpret by telephone or video.',
    other_language: 'Only if the family or person understands this language well. We then search in both.',
    search_on: 'We then keep searching as before. We cannot promise anything.',
  },
  date: 'Day',
  dateHint: 'For example 26.11.2026.',
  from: 'Start',
  fromHint: 'Time in Germany, to 5 minutes.',
  to: 'End',
  toHint: 'At most 12 hours after the start.',
  occurrence: 'In this night the clock is set back. Which hour do you mean?',
  occurrences: { first: 'the first (summer time)', second: 'the second (winter time)' },
  mode: 'How',
  language: 'Language',
  reason: 'Reason',
  reasonHint: 'A short sentence for the coordinators. Please write nothing about clients.',
  buttons: {
    move: 'Move now',
    cancel: 'Yes, cancel now',
    nobody_here: 'Yes, nobody is there',
    other_time: 'Search for this time',
    other_mode: 'Search this way, too',
    other_language: 'Search in this language, too',
    search_on: 'Yes, keep searching',
  },
  back: 'Back, change nothing',
  errorTitle: (count) => (count === 1 ? 'Please check one detail' : `Please check ${count} details`),
  kept: 'Everything else that you have entered is still there.',
  call: 'Questions? Call us:',
  refusals: {
    wrong_status: {
      title: 'That is no longer possible',
      text: 'Something has changed meanwhile. Below is what counts now. Nothing has been stored.',
    },
    not_now: {
      title: 'That is not possible at the moment',
      text: 'It is possible from 15 minutes before the start until the end of the appointment. Otherwise please call us.',
    },
    too_late: {
      title: 'It is too late for that',
      text: 'The time of the appointment has passed. Choose another one, or call us.',
    },
    stale_version: {
      title: 'The appointment has been moved meanwhile',
      text: 'Somebody was faster. Nothing has been stored. Please look at what counts now, and then try again.',
    },
    already_booked: {
      title: 'It is not possible at this time',
      text: 'Whoever is on the plan already has another assignment then. Nothing has been changed. Please call us.',
    },
  },
};

export const verifyPage: typeof verifySource = {
  heading: 'Is this your request?',
  lead: 'Press the button, then the request is with us and we search.',
  button: 'Yes, send the request',
  notYou: 'It was not you? Then close this page. We delete the request after 14 days.',
  doneHeading: 'Thank you, your request is with us',
  done: 'We have sent you an e-mail with a link. There you see how it stands, move the appointment or cancel it.',
  closedHeading: 'This request is no longer open',
  closed: 'There is nothing left to confirm. Do you still need somebody? Please call us.',
};
