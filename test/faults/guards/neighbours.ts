/** Faults where things happen beside each other: appointments back to back, sweeps that see the same. */
import type { Fault } from '../fault.ts';

const backToBack = 'test/back-to-back.test.ts';
const occupation = 'test/models/occupation.test.ts';

export const neighbours: Fault[] = [
  {
    fault: 'what the database refuses is not decided anew',
    file: 'models/assignment/change.ts',
    replace: [
      'if (isDuplicateOf(error, noDoubleBooking)) return noRoom;',
      "if (isDuplicateOf(error, noDoubleBooking)) throw new PoolError('already_booked');",
    ],
    test: {
      file: backToBack,
      title: [
        'to two that follow each other both count, whatever the day',
        'to three that follow each other all count, and the one in the middle holds no way',
      ],
    },
  },
  {
    fault: 'a neighbour that is being booked makes no room',
    file: 'models/assignment/occupation.ts',
    replace: ['fit.trims.map(', 'fit.trims.slice(99).map('],
    test: {
      file: backToBack,
      title: [
        'becomes firm, and the yes counts',
        'becomes firm also when the yes comes between reading and writing',
      ],
    },
  },
  {
    fault: 'confirming writes the booking as it was read',
    file: 'models/rules/transitions/booking.ts',
    replace: [
      'set: { ...(!assignment.booking && { booking }), firmAt: now },',
      'set: { booking, firmAt: now },',
    ],
    test: { file: backToBack, title: 'does not take back the room that was made beside it' },
  },
  {
    fault: 'a neighbour that begins later now gives up what it needs',
    file: 'models/assignment/occupation.ts',
    replace: [
      "'booking.interpreter': interpreter, start, end }",
      "'booking.interpreter': interpreter, end }",
    ],
    test: { file: occupation, title: 'a neighbour that begins later meanwhile keeps all it has' },
  },
  {
    fault: 'a neighbour that ends later now gives up what it needs',
    file: 'models/assignment/occupation.ts',
    replace: [
      "'booking.interpreter': interpreter, start, end }",
      "'booking.interpreter': interpreter, start }",
    ],
    test: { file: occupation, title: 'a neighbour that ends later meanwhile keeps all it has' },
  },
  {
    fault: 'a neighbour that is somebody else’s now gives up their way',
    file: 'models/assignment/occupation.ts',
    replace: [
      "{ _id: assignment, 'booking.interpreter': interpreter, start, end }",
      '{ _id: assignment, start, end }',
    ],
    test: { file: occupation, title: 'a neighbour that belongs to somebody else meanwhile keeps all it has' },
  },
  {
    fault: 'a sweep asks whether or not a round is due',
    file: 'models/rules/transitions/asking.ts',
    replace: [
      'return nextRoundAt !== undefined && nextRoundAt <= now;',
      'return (nextRoundAt ?? now) <= now;',
    ],
    test: {
      file: 'test/jobs/rounds.test.ts',
      title: [
        'two sweeps that see the same search at once ask one person',
        'a sweep beside the one that a no has woken asks nobody else',
      ],
    },
  },
];
