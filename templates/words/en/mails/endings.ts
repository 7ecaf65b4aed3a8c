/** Mails about how an appointment ends before it has begun: cancelled, or nobody found. */
import type { endingMails as source } from '../../de/mails/endings.ts';

export const endingMails: typeof source = {
  cancelledVolunteer: {
    subject: 'Cancelled',
    stateElsewhere: 'Cancelled – the appointment does not take place',
    heading: (day, start) => `The appointment on ${day}, ${start} does not take place`,
    preheader: 'There is nothing left for you to do.',
    lead: 'The appointment has been cancelled. Please do not go there. The time is yours again.',
    leadElsewhere:
      'The appointment has been cancelled. There is nothing for you to do. The time is yours again.',
    thanks: 'Thank you for being there for us.',
  },
  cancelledAgency: {
    subject: 'Cancelled',
    heading: (day, start) => `Your appointment on ${day}, ${start} is cancelled`,
    preheader: 'Nobody comes. Everybody concerned is told.',
    lead: 'The cancellation is noted. Nobody comes. Whoever was to come or had been asked is told.',
    leadByCentre:
      'We are sorry: we had to cancel your appointment. Nobody comes. Whoever was to come or had been asked is told.',
    talk: (phone) => ['Have you questions, or do you still need somebody? Please call us: ', { phone }, '.'],
    mistake: (phone) => ['Was that a mistake? Please call us at once: ', { phone }, '.'],
  },
  cancelledCoordinator: {
    heading: (day, start) => `The agency has cancelled: ${day}, ${start}`,
    preheader: 'There is nothing for you to do. Whoever was to come or had been asked is told.',
    lead: 'The agency has cancelled this appointment. Whoever was to come or had been asked is told.',
  },
  unfilledAgency: {
    subject: 'Sorry, nobody found',
    subjectElsewhere: 'Solved in another way',
    heading: (day, start) => `We have found nobody for ${day}, ${start}`,
    headingElsewhere: (day, start) => `The appointment on ${day}, ${start} is solved in another way`,
    preheader: 'This is how it can go on.',
    preheaderElsewhere: 'There is nothing for you to do.',
    reasons: {
      no_speaker: 'At present we have nobody who speaks this language. We are sorry.',
      nobody_free:
        'Everybody who speaks this language already has something else at this time. We are sorry.',
      no_answer: 'We have asked, but nobody said yes in time. We are sorry.',
      too_late: 'There was not enough time before the appointment. We are sorry.',
      not_confirmed: 'Somebody had said yes, but it did not become firm in time. We are sorry.',
      placed_elsewhere:
        'Another solution has been found for this appointment. We are not searching any more.',
    },
    unknown: 'We are sorry, we have found nobody.',
    options: (phone) => [
      { strong: 'This is how it can go on:' },
      ' choose below, each button opens its page. Or answer this e-mail or call us: ',
      { phone },
      '.',
    ],
    choices: {
      other_time: 'Another date',
      other_mode: 'By telephone or video',
      other_language: 'A related language',
      search_on: 'Keep searching',
      cancel: 'No longer needed',
    },
  },
  unfilledCoordinator: {
    heading: (day, start) => `Not filled: ${day}, ${start}`,
    preheader: 'Please find out whether the appointment took place.',
    lead: (reason) => `This assignment is not filled. Reason: ${reason}.`,
    next: 'The agency has been told and can choose by itself: another date, telephone or video, a related language, keep searching, no longer needed.',
    preheaderAhead: 'The search has ended, the agency has been told.',
    ask: 'Please ask the agency: did the appointment take place all the same?',
  },
};
