/** Mails to people who are asked: the question itself, and what becomes of it. */
import type { offerMails as source } from '../../de/mails/offers.ts';

export const offerMails: typeof source = {
  offer: {
    subject: 'Can you?',
    state: 'A request – NOT yet booked',
    preheader: (until) => `Answer by ${until}. A request, not a booking yet.`,
    heading: (day, start) => `Can you interpret on ${day}, at ${start}?`,
    lead: (until) => [
      'Please answer by ',
      { strong: until },
      '. A no helps us, too. You need not give a reason.',
    ],
    button: 'Say yes or no',
    howItWorks:
      'A page with two buttons opens. Only there does your answer count. Please do not pass this link on, it is for you alone.',
    repliesAreRead:
      'An answer by e-mail is read by the office, not by a machine. It counts only once somebody has entered it.',
    askedBy: (centre) => ['This request is from: ', { strong: centre }, '.'],
    leadReadOut: 'Please say yes or no. A no helps us, too. You need not give a reason.',
    noBookingYet: 'A yes is not a booking yet. We will write to you whether it stands.',
    noBookingYetUntil: (day) =>
      `A yes is not a booking yet. We will write to you by ${day} whether it stands.`,
  },
  offerWithdrawn: {
    subject: 'No longer needed',
    preheader: 'There is nothing left for you to do.',
    heading: 'You need not answer any more',
    lead: 'This request is no longer needed. Have you kept the time free? It is yours again.',
    thanks: 'Perhaps we will ask you again. Thank you for being there for us.',
  },
  taken: {
    subject: 'Already taken, thank you',
    preheader: 'There is nothing left for you to do.',
    heading: 'Somebody else takes this appointment',
    lead: 'Somebody else has already said yes to this appointment. You need not answer any more, the time is yours again.',
    thanks: 'Thank you for being there for us. We will gladly ask you again.',
  },
  notChosen: {
    subject: 'Already taken, thank you',
    preheader: 'There is nothing left for you to do.',
    heading: 'The appointment is taken',
    lead: 'We have chosen somebody else for this appointment. The time is yours again.',
    thanks: 'Thank you for being there for us. We will gladly ask you again.',
  },
  yesNoted: {
    subject: 'Your yes has arrived – NOT yet booked',
    preheader: 'Thank you for your yes. Please keep the time free.',
    heading: 'Thank you for your yes',
    lead: 'Your yes has arrived. We have noted it. Please keep the time free.',
    notBooked: (day) => [
      { strong: 'This is not a booking yet.' },
      ' We will write to you by ',
      { strong: day },
      ' whether it stands.',
    ],
    notBookedSoon: [{ strong: 'This is not a booking yet.' }, ' We will write to you as soon as it is firm.'],
    button: 'See how it stands',
    changedMind: (phone) => [
      { strong: 'You cannot come after all?' },
      ' That page lets you take your yes back. Or call us: ',
      { phone },
      '.',
    ],
  },
  willingNoted: {
    subject: 'Thank you. Not an assignment yet',
    preheader: 'We will choose and write to you. NOT yet booked.',
    heading: 'Thank you, your yes has arrived',
    lead: 'Several people may say yes to this appointment. Then we choose one of them.',
    decide: (day) => [
      { strong: 'This is not an assignment yet.' },
      ' We decide by ',
      { strong: day },
      ' and write to you.',
    ],
    changedMind: (phone) => [
      { strong: 'You cannot come after all?' },
      ' Then please tell us at once: answer this e-mail or call us: ',
      { phone },
      '.',
    ],
    decideSoon: [{ strong: 'This is not an assignment yet.' }, ' We decide soon and write to you.'],
  },
};
