/** The page that a mailed question opens. */
import type { offerPage as source } from '../../de/pages/offer.ts';

export const offerPage: typeof source = {
  greeting: (name) => `Hello, ${name}`,
  titled: (state, language, when, number) =>
    `${state} – ${language ? `${language} on ` : ''}${when} – request ${number}`,
  question: 'Can you interpret?',
  answerBy: (until) => ['Please answer by ', { strong: until }, '.'],
  yes: 'Yes, I can',
  no: 'No, I cannot',
  noBookingYet: [
    { strong: 'A yes is not a booking yet.' },
    ' We will write to you whether you are booked. Saying no is fine, without a reason, too.',
  ],
  noBookingYetUntil: (day) => [
    { strong: 'A yes is not a booking yet.' },
    ` We will write to you by ${day} whether you are booked. Saying no is fine, without a reason, too.`,
  ],
  late: 'You can still answer. A yes counts as long as we are searching.',
  more: 'More about this assignment',
  where: 'Where',
  roughly: (town) => `${town}. You see the exact address once you have said yes.`,
  withWhom: 'With whom',
  professional: (agency) => `${agency}. A professional leads the conversation.`,
  onsiteContact: 'Contact on site',
  calendar: 'Your calendar',
  sameDay: [
    'You have no assignment on this day yet.',
    'You already have another assignment on this day.',
    'You already have several other assignments on this day.',
  ],
  number: 'Number',
  declineTitle: 'No – and give a reason (if you like)',
  reason: 'Reason',
  reasons: {
    no_time: 'No time',
    too_far: 'Too far away',
    not_there: 'Do not want to interpret there',
    other: 'Something else',
  },
  declineWithReason: 'Send no with a reason',
  questions: 'Questions? Call us:',
  feedTitle: 'All assignments in your own calendar',
  feed: 'Address for your calendar program',
  feedHint: 'Copy the address and subscribe to it there. It is for you alone, do not pass it on.',
  refusals: {
    already_taken: {
      title: 'Already taken',
      text: 'Somebody else said yes before you. There is nothing for you to do. Thank you for being ready to help.',
    },
    already_booked: {
      title: 'You already have an assignment at this time',
      text: 'Your yes is not saved: you already have another assignment at this time, travel included. Is that wrong? Please call us.',
    },
    offer_withdrawn: {
      title: 'No longer needed',
      text: 'You need not answer any more. Thank you for being there.',
    },
    held: {
      title: 'We are taking another look at this request',
      text: 'Your answer has not been kept yet. As soon as it goes on, you can answer on this page.',
    },
    wrong_status: {
      title: 'That is no longer possible',
      text: 'Something has changed meanwhile. Below is what counts now. Nothing has been stored.',
    },
    not_now: {
      title: 'That is not possible at the moment',
      text: 'It is too early or too late for that, or you have reported it several times. Please call us.',
    },
    stale_version: {
      title: 'The appointment has changed once more',
      text: 'Your answer is not stored, because it was meant for another time. Please read what counts now and answer again.',
    },
    too_late: {
      title: 'The appointment has already begun',
      text: 'Your yes is not saved. Are you on your way all the same? Please call us right away.',
    },
  },
};
