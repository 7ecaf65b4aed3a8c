/** Faults in what people read who are not asked any more, and in what a move is called. */
import type { Fault } from '../fault.ts';

const rules = 'test/rules/as-asked.test.ts';
const asAsked = 'models/rules/own-page/as-asked.ts';

export const asAskedFor: Fault[] = [
  {
    fault: 'who was booked and let go reads that they need not answer',
    file: 'models/rules/offer-situation.ts',
    replace: ["wasLetGo(assignment, offer) ? 'released' : 'withdrawn'", "'withdrawn'"],
    test: {
      file: rules,
      title: 'who was booked and is let go reads that they need not come, by whichever way it ended',
    },
  },
  {
    fault: 'a closed question follows the appointment to its new time',
    file: asAsked,
    replace: ['...((move && intervalOf(move)) ?? { start, end }),', 'start,\n    end,'],
    test: {
      file: rules,
      title: 'a closed question keeps the time that it was asked for, and leaves out where',
    },
  },
  {
    fault: 'coordinators read when a yes books itself, while they are to choose',
    file: 'jobs/mail-moments.ts',
    replace: ["(status === 'requested' ? chooseBy : decided)", 'decided'],
    test: { file: rules, title: 'while somebody is willing, the choice has its own day' },
  },
  {
    fault: 'a new time is hidden by a new place',
    file: asAsked,
    replace: ["from !== 'moved' && to === 'moved'", "to === 'moved'"],
    test: {
      file: rules,
      title: 'another place at the same time is no new time, unless a new time is still unanswered',
    },
  },
];
