/** Faults that show when no mail leaves, or nobody knows whether one has. */
import type { Fault } from '../fault.ts';

const outage = 'test/jobs/outage.test.ts';
const connection = 'test/jobs/lost-connection.test.ts';
const isLost = [
  'was lost with the connection before the server’s answer: the calendar may know it and is told',
  'after a lost connection is the same to the byte',
];

export const outages: Fault[] = [
  {
    fault: 'whoever never got the question is blamed for silence',
    file: 'jobs/deadlines.ts',
    replace: ['unsent: await unsentOffers(id)', 'unsent: []'],
    test: {
      file: outage,
      title: [
        'does not lapse, and nobody else is asked instead',
        'gets it once when mail leaves again, with a deadline that lies ahead',
      ],
    },
  },
  {
    fault: 'a question that left late keeps its old deadline',
    file: 'models/rules/transitions/asking.ts',
    replace: ['? { ...offer, expiresAt: answerBy(now, assignment.start) }', '? { ...offer }'],
    test: { file: outage, title: 'gets it once when mail leaves again, with a deadline that lies ahead' },
  },
  {
    fault: 'a connection that is lost counts as a refusal',
    file: 'jobs/failed-mail.ts',
    replace: ['refused: wasRefused(error)', 'refused: true'],
    test: { file: connection, title: isLost },
  },
  {
    fault: 'a refusal counts as a connection that is lost',
    file: 'jobs/failed-mail.ts',
    replace: ['refused: wasRefused(error)', 'refused: false'],
    test: {
      file: connection,
      title: [
        'was refused for now: no calendar knows it, and none is told',
        'was refused for good: no calendar knows it, and none is told',
        'after a refusal is written anew, as of then',
      ],
    },
  },
  {
    fault: 'a server that was never reached may have the mail',
    file: 'jobs/failed-mail.ts',
    replace: ["syscall === 'connect' ||", ''],
    test: { file: connection, title: 'found no server: no calendar knows it, and none is told' },
  },
  {
    fault: 'a cancellation that was undone is not told to who was booked',
    file: 'models/rules/still-true.ts',
    replace: [
      "cancelled: (assignment, { role, account }) =>\n    role === 'interpreter' ?",
      "cancelled: (assignment, { role, account }) =>\n    role === 'clerk' ?",
    ],
    test: {
      file: outage,
      title: 'and the search opens again, first hears that it is cancelled, then the new question',
    },
  },
  {
    fault: 'a cancellation is told to who is booked again',
    file: 'models/rules/still-true.ts',
    replace: [
      'return booking?.account === account && occupying.includes(status);',
      "return booking?.account === account && status === 'moved';",
    ],
    test: { file: outage, title: 'and is booked again before that, hears only that they are booked' },
  },
];
