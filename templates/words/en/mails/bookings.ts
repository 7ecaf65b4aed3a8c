/** Mails about a booking: made, near, given back, released, taken over by somebody else. */
import type { bookingMails as source } from '../../de/mails/bookings.ts';

function whoWasToCome(name: string | undefined) {
  return name ? [{ strong: name }] : ['The person who was to come'];
}

export const bookingMails: typeof source = {
  pleaseConfirm: {
    heading: (day, start) => `Somebody has said yes to ${day}, ${start}`,
    preheader: 'Please book firmly or let the person go.',
    lead: (name) => [{ strong: name }, ' has said yes. Please book firmly or let the person go.'],
    leadSeveral: 'At least one person has said yes. Please choose and book firmly.',
    until: (until) => ['Please do so by ', { strong: until }, '.'],
    meanwhile: 'Until then everybody concerned reads: NOT yet booked.',
  },
  bookedVolunteer: {
    preheader: (day, range) => `You interpret on ${day}, ${range}.`,
    heading: (day, range) => `You interpret on ${day}, ${range}`,
    lead: ['Thank you for your yes. The assignment is now ', { strong: 'firmly booked' }, '.'],
    latest: 'What stands here counts, even if an earlier e-mail says something else.',
    button: 'See the assignment',
    changedMind: (phone) => [
      { strong: 'You cannot come after all, or will be late?' },
      ' That page lets you give the assignment back or say how much later you will be. Or please call us at once: ',
      { phone },
      '.',
    ],
    onlyByPhone: (phone) => [
      { strong: 'You cannot come after all, or will be late?' },
      ' Please call us at once: ',
      { phone },
      '.',
    ],
    leadNewTime: [
      'The time has changed a little. Below is what counts now. The assignment stays ',
      { strong: 'firmly booked' },
      '.',
    ],
    inTime: (until) =>
      `You can give it back in time until ${until}. After that please tell us, too – the sooner, the better.`,
  },
  bookedAgency: {
    preheader: (day, range) => `Somebody comes to your appointment on ${day}, ${range}.`,
    heading: (day, range) => `Firmly booked for ${day}, ${range}`,
    lead: ['Somebody is now ', { strong: 'firmly booked' }, ' for your appointment.'],
    leadNewTime: [
      'We have noted the new time, and whoever comes has been told. The appointment stays ',
      { strong: 'firmly booked' },
      '.',
    ],
    prepare:
      'Please let those on site know. A member of your staff is present at the conversation and leads it.',
    changedMind: (phone) => [
      { strong: 'The appointment changes or does not take place?' },
      ' That page lets you move or cancel it. Or call us: ',
      { phone },
      '.',
    ],
    inTime: (until) =>
      `A cancellation is in time until ${until}. Please tell us after that, too – the sooner, the better.`,
  },
  calendarAttached: 'The appointment is attached to this e-mail for your calendar.',
  reminders: (times) => `We will remind you on ${times}.`,
  remindersJoin: ' and on ',
  feed: (url) => [
    'All your assignments in your own calendar: subscribe to this address there. It is for you alone: ',
    { url },
  ],
  reminder: {
    subject: 'Reminder – Firmly booked',
    state: 'Firmly booked – a reminder',
    headingVolunteer: (day, range) => `You interpret soon: ${day}, ${range}`,
    headingAgency: (day, range) => `Your appointment is soon: ${day}, ${range}`,
    preheader: (day, range) => `${day}, ${range}. Is everything clear? Then there is nothing to do.`,
    leadVolunteer: 'Your assignment is coming up. Is everything clear? Then there is nothing for you to do.',
    leadAgency:
      'Your appointment is coming up, and somebody is firmly booked. Is everything clear? Then there is nothing for you to do.',
    changedVolunteer: (phone) => [
      { strong: 'You cannot come after all, or will be late?' },
      ' That page lets you give the assignment back or say how much later you will be. Or please call us right away: ',
      { phone },
      '.',
    ],
    changedAgency: (phone) => [
      { strong: 'The appointment moves or does not take place?' },
      ' Tell us at once on that page. If nobody is there at the agreed time, report that there, too. Or please call us right away: ',
      { phone },
      '.',
    ],
  },
  givenBackVolunteer: {
    subject: 'Given back',
    subjectMoved: 'No longer on the plan',
    heading: 'Thank you for telling us',
    headingMoved: 'You are no longer on the plan for this appointment',
    preheader: 'There is nothing left for you to do. We look for somebody else.',
    lead: 'We are now looking for somebody else. There is nothing left for you to do.',
    leadLate:
      'It is at short notice, so we are looking for somebody else right away. There is nothing left for you to do.',
    leadSilent:
      'The appointment has changed, and no answer came from you before the deadline. No problem: we are looking for somebody else. There is nothing for you to do.',
    leadMoved:
      'You cannot come to the appointment as it is now. No problem: we are looking for somebody else. There is nothing for you to do.',
    mistake: (phone) => ['Was that a mistake? Please call us at once: ', { phone }, '.'],
  },
  givenBackAgency: {
    subject: 'We are looking for somebody else',
    state: 'The person booked cannot come – we are looking for somebody else',
    stateNotFirm: 'The person noted cannot come – we are looking for somebody else',
    stateMoved: 'After the change the person cannot come – we are looking for somebody else',
    stateReleased: 'The person booked does not come any more – we are looking for somebody else',
    stateReleasedNotFirm: 'The person noted does not come any more – we are looking for somebody else',
    heading: (day, start) => `We are looking for somebody else for ${day}, ${start}`,
    preheader: 'Your appointment is open again. We are looking for somebody else.',
    lead: 'The person who was to come to your appointment cannot, we are sorry. We are looking for somebody else. You need not send a new request.',
    leadLate:
      'The person who was to come to your appointment cannot, we are sorry. It is at short notice, so we are looking for somebody else right away. You need not send a new request.',
    leadReleased:
      'The person who was to come to your appointment does not come any more. We are looking for somebody else. You need not send a new request.',
    leadMoved:
      'The person who was to come cannot, as the appointment is now, we are sorry. We are looking for somebody else. You need not send a new request.',
    untilThen: 'Please count on somebody again only when our confirmation arrives.',
    otherWay: (phone) => [
      'Could it be on another day? The page lets you move the appointment. By telephone or by video? Answer this e-mail or call us: ',
      { phone },
      '.',
    ],
  },
  givenBackCoordinator: {
    stateMoved: 'Change does not fit, replacement wanted',
    heading: (day, start) => `Open again: ${day}, ${start}`,
    preheader: 'The search is open again.',
    lead: (name) => [...whoWasToCome(name), ' cannot come. The search is open again, the agency is told.'],
    leadLate: (name) => [
      ...whoWasToCome(name),
      ' cannot come, and it is at short notice. The search is open again, the agency is told. The telephone is the fastest way now.',
    ],
    leadMoved: (name) => [
      ...whoWasToCome(name),
      ' cannot come, as the appointment is now. The search is open again, the agency is told.',
    ],
    leadSilent: (name) => [
      ...whoWasToCome(name),
      ' has not answered the change in time. The search is open again, the agency is told.',
    ],
  },
  released: {
    subject: 'No longer on the plan',
    state: 'No longer on the plan – please do not go there',
    stateElsewhere: 'No longer on the plan – there is nothing for you to do',
    heading: 'You are no longer on the plan for this appointment',
    preheader: 'The time is yours again.',
    lead: 'We have taken you off the plan for this appointment. The time is yours again.',
    leadMoved:
      'The appointment has been moved to a time at which you already have something else. So we are looking for somebody else. Your old time is yours again.',
    leadNotConfirmed:
      'You had said yes, but the assignment was not confirmed in time. We are sorry. The time is yours again.',
    leadReplaced: 'Somebody else takes this appointment. The time is yours again.',
    thanks: 'Thank you for being there for us.',
  },
  replaced: {
    subject: 'Somebody else interprets',
    heading: (day, start) => `Somebody else interprets on ${day}, ${start}`,
    preheader: 'Day, time and place stay the same.',
    lead: 'We have put another person on the plan for your appointment. Day, time and place stay the same. Nothing else changes for your request.',
  },
};
