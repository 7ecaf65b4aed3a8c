/** Mails about a change: another time, other details, and whether the person still fits. */
import type { changeMails as source } from '../../de/mails/changes.ts';

export const changeMails: typeof source = {
  movedVolunteer: {
    subject: 'New time: can you still come?',
    subjectPlace: 'New place: can you still come?',
    heading: (day, range) => `Can you come on ${day}, ${range}, too?`,
    headingPlace: (day, range) => `Is another place possible on ${day}, ${range}?`,
    preheaderPlace: 'The place is another one. Please tell us whether you can still come.',
    preheader: 'The appointment has moved. Please tell us whether you can still come.',
    lead: 'Your appointment has moved, or the place is another one. Below is what counts now. Can you still come?',
    leadTime:
      'Your appointment has moved. Below is what had been agreed and what counts now. Can you still come?',
    leadPlace: 'Your appointment takes place somewhere else. Day and time stay the same. Can you still come?',
    until: (until) => ['Please answer by ', { strong: until }, '.'],
    silence: 'If we hear nothing from you, we look for somebody else.',
    button: 'See the new time',
    buttonPlace: 'See the new place',
    either: (phone) => [
      'There are two buttons on the page, a yes or a no is enough. Or call us: ',
      { phone },
      '.',
    ],
  },
  movedAgency: {
    subject: 'Moved',
    searching: 'Moved – we are searching, not yet booked',
    heading: (day, range) => `Your appointment is now on ${day}, ${range}`,
    preheader: 'We will write as soon as it is clear who comes.',
    lead: 'We have noted the new time and ask the person on the plan whether they can come then, too.',
    leadSearching: 'We have noted the new time and are looking for somebody for it.',
    place: {
      subject: 'New place',
      searching: 'New place – we are searching, not yet booked',
      heading: (day, range) => `A new place for your appointment on ${day}, ${range}`,
      lead: 'We have noted the new place and ask the person on the plan whether they can come there, too.',
      leadSearching: 'We have noted the new place and are looking for somebody who comes there.',
    },
    mistake: (phone) => [
      'Is something not right? The page lets you move it again or cancel. Or call us: ',
      { phone },
      '.',
    ],
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
    place: {
      heading: (day, range) => `New place: ${day}, ${range}`,
      lead: (name) => [
        { strong: name },
        ' has been asked whether the new place is possible. The answer is missing.',
      ],
      leadUnnamed:
        'The person on the plan has been asked whether the new place is possible. The answer is missing.',
    },
    until: (until) => ['If nothing comes by ', { strong: until }, ', the search opens again.'],
  },
  changed: {
    subject: 'Details changed',
    heading: 'There are new details for your assignment',
    preheader: 'Please read what counts now. Everything else stays as it was.',
    lead: 'Something has changed in the details of your assignment. Below is what counts now. Everything else stays as it was.',
    button: 'See the assignment',
    noted: {
      heading: 'There are new details about your yes',
      lead: [
        'Something has changed in the details of the appointment to which you said yes. Below is what counts now. ',
        { strong: 'You are NOT yet booked.' },
      ],
      button: 'See how it stands',
      notPossible: (phone) => [
        'Is that a problem for you? The page lets you take your yes back. Or call us: ',
        { phone },
        '.',
      ],
    },
    what: (what) => ['What has changed: ', { strong: what }, '.'],
    parts: {
      time: 'the time',
      place: 'the place',
      language: 'the language',
      mode: 'on site, telephone or video',
      genderWish: 'the wish for a woman or a man',
      onsiteContact: 'the contact on site',
      notes: 'the agency’s notes (please ask us for them)',
      reference: 'the agency’s reference',
      persons: 'the number of people',
    },
    notPossible: (phone) => [
      'Is that a problem for you? The page lets you give the assignment back. Or call us: ',
      { phone },
      '.',
    ],
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
