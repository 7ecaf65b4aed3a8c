/** Mails on the day itself: somebody comes later, or nobody is there. */
import type { onTheDayMails as source } from '../../de/mails/on-the-day.ts';
import { nbsp } from '../../text.ts';

export const onTheDayMails: typeof source = {
  runningLate: {
    subject: (minutes) => `About ${minutes}${nbsp}minutes late`,
    state: (minutes) => `Firmly booked – about ${minutes}${nbsp}minutes late`,
    heading: (minutes) => `The interpreter will be about ${minutes}${nbsp}minutes late`,
    preheader: 'The assignment stays firmly booked.',
    leadAgency: (minutes) =>
      `We have just heard: the interpreter will be about ${minutes}${nbsp}minutes late. Please wait, and tell those on site.`,
    tooLate: (phone) => ['Is that too late for you? Please call us right away: ', { phone }, '.'],
    leadCoordinator: (name, minutes) => [
      { strong: name },
      ` will be about ${minutes}${nbsp}minutes late. The agency has been told.`,
    ],
    leadUnnamed: (minutes) =>
      `The person booked will be about ${minutes}${nbsp}minutes late. The agency has been told.`,
  },
  nobodyHere: {
    subjectVolunteer: 'Are you on your way?',
    stateVolunteer: 'You are expected',
    headingVolunteer: (start) => `You are expected at ${start}`,
    preheaderVolunteer: 'Nobody is there yet. Please let us know at once.',
    leadVolunteer:
      'The agency reports that nobody is there yet. Are you on your way? Then please say on that page how much later you will be.',
    leadVolunteerByPhone: 'The agency reports that nobody is there yet. Are you on your way?',
    callNow: (phone) => ['Or please call us right away: ', { phone }, '.'],
    subjectAgency: 'The interpreter is waiting for you',
    stateAgency: 'The interpreter is there and finds nobody',
    headingAgency: 'The interpreter is there and finds nobody',
    preheaderAgency: 'Please go to the meeting point at once.',
    leadAgency: 'Please go to the meeting point at once, or tell us where the person should go.',
    subjectCoordinator: 'Nobody is there',
    headingCoordinator: (day, start) => `Nobody is there: ${day}, ${start}`,
    preheaderCoordinator: 'Please call at once.',
    byAgency: (agency) => [
      { strong: agency },
      ' reports that nobody is there to interpret. Whoever is booked has got an e-mail. Please call at once.',
    ],
    byVolunteer: (agency) => [
      'The person booked is there and finds nobody from ',
      { strong: agency },
      '. The agency has got an e-mail. Please call at once.',
    ],
  },
};
