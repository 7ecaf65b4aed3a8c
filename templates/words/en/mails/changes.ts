/** Mails about a change: another time, other details, and whether the person still fits. */
import type { changeMails as source } from '../../de/mails/changes.ts';

export const changeMails: typeof source = {
  movedVolunteer: {
    subject: 'New time: can you still come?',
    heading: (day, range) => `Can you come on ${day}, ${range}, too?`,
    preheader: 'The appointment has moved. Please tell us whether you can still come.',
    lead: 'Your appointment has moved, or the place is another one. Below is what counts now. Can you still come?',
    until: (until) => ['Please answer by ', { strong: until }, '.'],
    silence: 'If we hear nothing from you, we look for somebody else.',
    button: 'See the new time',
    either: (phone) => ['A yes or a no is enough: answer this e-mail or call us: ', { phone }, '.'],
  },
  movedAgency: {
    subject: 'Moved',
    searching: 'Moved – we are searching, not yet booked',
    heading: (day, range) => `Your appointment is now on ${day}, ${range}`,
    preheader: 'We will write as soon as it is clear who comes.',
    lead: 'We have noted the new time and ask the person on the plan whether they can come then, too.',
    leadSearching: 'We have noted the new time and are looking for somebody for it.',
    mistake: (phone) => ['Is something not right? Answer this e-mail or call us: ', { phone }, '.'],
  },
  movedCoordinator: {
    heading: (day, range) => `Moved to ${day}, ${range}`,
    preheader: 'The answer of the person on the plan is missing.',
    lead: (name) => [
      { strong: name },
      ' has been asked whether the new time is possible. The answer is missing.',
    ],
    leadUnnamed:
      'The person on the plan has been asked whether the new time is possible. The answer is missing.',
    until: (until) => ['If nothing comes by ', { strong: until }, ', the search opens again.'],
  },
  changed: {
    subject: 'Details changed',
    heading: 'There are new details for your assignment',
    preheader: 'Please read what counts now. Everything else stays as it was.',
    lead: 'Something has changed in the details of your assignment. Below is what counts now. Everything else stays as it was.',
    button: 'See the assignment',
    notPossible: (phone) => ['Is that a problem for you? Answer this e-mail or call us: ', { phone }, '.'],
  },
  checkBooking: {
    subject: 'Please check: does the person still fit?',
    state: 'Details changed – does the person still fit?',
    heading: 'Does the person on the plan still fit?',
    preheader: 'Language, mode or wish have changed.',
    lead: (name) => [
      'Language, mode or wish have changed. On the plan is ',
      { strong: name },
      '. Please check whether that still fits.',
    ],
    leadUnnamed:
      'Language, mode or wish have changed. Please check whether the person on the plan still fits.',
  },
};
