/** Faults in the turns an assignment can take: who may, who is held, who hears of it. */
import type { Fault } from '../fault.ts';

const turnsByRoute = 'test/api/turns.test.ts';
const refused = 'what belongs to others does not exist, and what a role may not do is refused';

export const turns: Fault[] = [
  {
    fault: 'an agency opens again what the centre has rejected',
    file: 'models/rules/transitions/closing.ts',
    replace: [
      "assignment.status === 'rejected' && role === 'contact'",
      "assignment.status === 'rejected' && role === 'link'",
    ],
    test: {
      file: turnsByRoute,
      title: 'a rejected one tells the agency, and only the centre opens it again',
    },
  },
  {
    fault: 'what has begun is searched again',
    file: 'models/rules/transitions/closing.ts',
    replace: ['if (isClosed && start <= now)', 'if (false)'],
    test: { file: turnsByRoute, title: 'what has begun is neither restored nor searched again' },
  },
  {
    fault: 'somebody is assigned against a conflict without a word',
    file: 'models/assignment/placing.ts',
    replace: ['if (override && error instanceof PoolError', 'if (error instanceof PoolError'],
    test: {
      file: turnsByRoute,
      title: 'nobody is assigned to two places; only with a reason, and then shown until the conflict ends',
    },
  },
  {
    fault: 'who was booked against a conflict never gets the time',
    file: 'jobs/deadlines.ts',
    replace: [
      'const overridden = await due.overrides(now);',
      'const overridden = await due.overrides(new Date(8.64e15));',
    ],
    test: {
      file: turnsByRoute,
      title: 'nobody is assigned to two places; only with a reason, and then shown until the conflict ends',
    },
  },
  {
    fault: 'a moved booking does not hold the new time',
    file: 'models/assignment/moving.ts',
    replace: ['...(cells && { cells }) }, situation)', '...(cells && { cells: [1] }) }, situation)'],
    test: {
      file: turnsByRoute,
      title: 'and the agency moves it: the person holds the new time, is asked, and keeps it',
    },
  },
  {
    fault: 'a no to another time stands in the way for ever',
    file: 'models/rules/matching.ts',
    replace: ['=== interpreter._id && !offer.former', '=== interpreter._id'],
    test: {
      file: turnsByRoute,
      title: 'a search that a coordinator gives up can be opened again by the agency for another time',
    },
  },
  {
    fault: 'the same details again make a new version',
    file: 'models/assignment/moving.ts',
    replace: ['if (isSame) return null;', ''],
    test: {
      file: turnsByRoute,
      title: 'the same again changes nothing; what somebody else has changed meanwhile is not overwritten',
    },
  },
  {
    fault: 'an agency withdraws questions',
    file: 'models/rules/transitions.ts',
    replace: [
      "withdraw: { from: ['requested'], to: ['requested'], by: ['coordinator']",
      "withdraw: { from: ['requested'], to: ['requested'], by: ['coordinator', 'contact']",
    ],
    test: { file: 'test/rules/transition-table.test.ts', title: 'withdraw is forbidden to every other role' },
  },
  {
    fault: 'whoever logs an assignment puts somebody in two places',
    file: 'models/assignment/placing.ts',
    replace: [
      '    return { ...booking, cells: await makeRoom({ ...assignment, booking }, booking.interpreter) };',
      '    return booking;',
    ],
    test: { file: turnsByRoute, title: 'puts nobody in two places, and is no way for agencies' },
  },
  {
    fault: 'an agency logs assignments',
    file: 'server/api/assignment/telephone.ts',
    replace: ["if (role !== 'coordinator') throw", "if (role === ('lead' as never)) throw"],
    test: { file: turnsByRoute, title: 'puts nobody in two places, and is no way for agencies' },
  },
  {
    fault: 'an interpreter moves appointments',
    file: 'models/rules/transitions.ts',
    replace: [
      "by: ['contact', 'coordinator'],\n    ...move",
      "by: ['contact', 'coordinator', 'interpreter'],\n    ...move",
    ],
    test: { file: turnsByRoute, title: refused },
  },
  {
    fault: 'a coordinator who is a contact as well cannot enter what has been',
    file: 'server/api/assignment/requester.ts',
    replace: ['if (isOwn && !(logged && isOffice))', 'if (isOwn)'],
    test: {
      file: turnsByRoute,
      title: 'comes from the coordinator, also when that is a contact of the agency as well',
    },
  },
  {
    fault: 'what an agency has had before it ended cannot be entered',
    file: 'server/api/assignment/requester.ts',
    replace: ['agency.inactiveSince && !logged?.isOver', 'agency.inactiveSince'],
    test: { file: turnsByRoute, title: 'belongs to an agency that has ended only when it is over' },
  },
];
