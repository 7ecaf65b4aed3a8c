/** What the page of a question says once it is answered: heading, and what happens next. The state itself is in `statuses`. */
import type { offerStates as source } from '../../de/pages/offer-states.ts';

export const offerStates: typeof source = {
  noted: {
    heading: 'Thank you for your yes',
    next: 'Please keep the time free. We will write to you whether you are booked.',
    nextUntil: (day) => [
      'Please keep the time free. We will write to you by ',
      { strong: day },
      ' whether you are booked.',
    ],
  },
  willing: {
    heading: 'Thank you, your yes has arrived',
    next: 'Several people may say yes. Then we choose one of them and write to you.',
    nextUntil: (day) => [
      'Several people may say yes. We choose one of them by ',
      { strong: day },
      ' and write to you.',
    ],
  },
  moved: {
    heading: 'Is the new time possible?',
    next: 'The appointment has moved. Please tell us whether you can come then, too. If we hear nothing, we look for somebody else.',
    nextUntil: (until) => [
      'The appointment has moved. Please tell us by ',
      { strong: until },
      ' whether you can come then, too. If we hear nothing, we look for somebody else.',
    ],
  },
  movedPlace: {
    heading: 'Is the new place possible?',
    next: 'The appointment is at another place. Day and time stay the same. Please tell us whether you can come there, too. If we hear nothing, we look for somebody else.',
    nextUntil: (until) => [
      'The appointment is at another place. Day and time stay the same. Please tell us by ',
      { strong: until },
      ' whether you can come there, too. If we hear nothing, we look for somebody else.',
    ],
  },
  booked: {
    heading: 'You interpret',
    next: 'The assignment is yours. We will remind you by e-mail beforehand.',
  },
  checking: {
    heading: 'We are taking another look at this request',
    state: 'Please wait – no answer needed yet',
    next: 'There is nothing for you to do right now. As soon as it goes on, you can answer on this page.',
  },
  unbooked: {
    heading: 'It did not become a booking',
    state: 'Not booked',
    next: 'You had said yes, but the assignment was not confirmed in time. We are sorry. Thank you for your yes.',
  },
  over: {
    heading: 'The assignment is over',
    state: 'The appointment is over',
    next: 'Thank you for interpreting.',
  },
  cancelled: {
    heading: 'The appointment does not take place',
    stateElsewhere: 'Cancelled – the appointment does not take place',
    next: 'There is nothing left for you to do. The time is yours again.',
  },
  givenBack: {
    heading: 'Thank you for telling us',
    next: 'We are looking for somebody else. There is nothing left for you to do.',
  },
  released: {
    heading: 'You are no longer on the plan for this appointment',
    state: 'No longer on the plan – please do not go there',
    stateElsewhere: 'No longer on the plan – there is nothing for you to do',
    next: 'The time is yours again. Thank you for being there for us.',
  },
  declined: {
    heading: 'Thank you for your answer',
    next: 'There is nothing left for you to do. We will gladly ask you another time.',
  },
  lost: {
    heading: 'Somebody else takes it',
    next: 'There is nothing for you to do. We will gladly ask you another time.',
  },
  withdrawn: {
    heading: 'You need not answer',
    next: 'There is nothing left to do. We will gladly ask you another time.',
  },
  missed: {
    heading: 'The time to answer is over',
    next: 'There is nothing for you to do. We will gladly ask you another time.',
  },
  mistake: 'Was that a mistake? Please call us at once:',
  changedMind: 'You cannot after all? Please call us at once:',
  changedMindDeclined: 'You can after all? Please call us:',
};
