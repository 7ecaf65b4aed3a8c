/** What the person booked can do on their own page. */
import type { ownPage as source } from '../../de/pages/own.ts';
import { nbsp } from '../../text.ts';

export const ownPage: typeof source = {
  title: 'Has something changed?',
  keep: 'Yes, the new time is possible',
  keepPlace: 'Yes, the new place is possible',
  notKeep: 'No, I cannot come then',
  late: 'You will be late? By how much, roughly?',
  lateHint: 'Agency and coordinators read it at once.',
  minutes: (minutes) => `${minutes}${nbsp}minutes`,
  sendLate: 'Let them know',
  saidTitle: 'You have reported',
  saidLate: (minutes) => [
    'You will be ',
    { strong: `about ${minutes}${nbsp}minutes late` },
    '. Agency and coordinators have been told.',
  ],
  saidNobody: (time) =>
    `At ${time}: nobody is there. Agency and coordinators have been told. Please stay reachable.`,
  nobodyLead: 'You are at the meeting point and find nobody?',
  nobody: 'Nobody is there',
  giveBackLead: 'You cannot come after all? Giving back is always possible – the sooner, the better.',
  giveBack: 'Give the assignment back …',
  giveBackYes: 'Take your yes back …',
  question: 'Do you want to give the assignment back?',
  inTimeText: 'That is in time and fine. We then look for somebody else, and the time is yours again.',
  lateTitle: 'This is at short notice',
  lateText:
    'Giving back is possible all the same. Agency and coordinators hear at once, and we look for somebody else right away. It is noted as being at short notice.',
  reason: 'Reason (optional)',
  reasonHint: 'Only the coordinators read it. Please write nothing about clients.',
  giveBackNow: 'Yes, give back now',
  back: 'No, go back',
};
