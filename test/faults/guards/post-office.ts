/** Faults in the post office: who waits for whom, how often and how long, and who holds a message. */
import type { Fault } from '../fault.ts';

const backlog = 'test/jobs/backlog.test.ts';
const unwritable = 'test/jobs/unwritable.test.ts';
const timely = 'test/jobs/timely.test.ts';
const claims = 'test/models/message.test.ts';
const broken = 'test/jobs/broken-document.test.ts';

export const postOffice: Fault[] = [
  {
    fault: 'mails that wait for another fill the batch',
    file: 'jobs/post.ts',
    replace: [
      "return rest > now && (await defer(message, rest)) ? 'rests' : 'waiting';",
      "return 'waiting';",
    ],
    test: {
      file: backlog,
      title: 'sixty mails that wait behind one in backoff do not keep somebody else’s from leaving',
    },
  },
  {
    fault: 'a sign-in mail waits in line',
    file: 'models/message/delivery.ts',
    replace: ['[...signIns, ...others]', '[...others, ...signIns]'],
    test: { file: backlog, title: 'a sign-in mail leaves before a backlog' },
  },
  {
    fault: 'a pass looks once',
    file: 'jobs/post.ts',
    replace: [
      "if (!goesOn || outcomes.includes('unreachable') || office.ending?.aborted) return sent;",
      'if (goesOn || !goesOn) return sent;',
    ],
    test: { file: backlog, title: 'what is queued while a pass runs leaves in the same pass' },
  },
  {
    fault: 'a mail that cannot be written is tried without end',
    file: 'jobs/failed-mail.ts',
    replace: ['message.attempts >= mostWritings', 'message.attempts >= 99'],
    test: {
      file: unwritable,
      title: [
        'after five attempts, each later than the one before, it is dead and says why',
        'when the interpreter is gone, theirs is dead, and the agency still hears of the booking',
      ],
    },
  },
  {
    fault: 'a mail that cannot be written is tried again and again at once',
    file: 'jobs/failed-mail.ts',
    replace: ['const minutes = backoff[attempts - 1] ?? backoffLater;', 'const minutes = attempts && 1;'],
    test: {
      file: unwritable,
      title: 'after five attempts, each later than the one before, it is dead and says why',
    },
  },
  {
    fault: 'a mail that cannot be written ends the pass',
    file: 'jobs/post.ts',
    replace: ['if (isDatabaseAway(error)) throw error;', 'throw error;'],
    test: {
      file: unwritable,
      title: [
        'after five attempts, each later than the one before, it is dead and says why',
        'when the interpreter is gone, theirs is dead, and the agency still hears of the booking',
      ],
    },
  },
  {
    fault: 'a mail is tried for ever',
    file: 'jobs/failed-mail.ts',
    replace: ['const giveUpAfter = 48 *', 'const giveUpAfter = 4800 *'],
    test: {
      file: timely,
      title: 'a mail that is refused again and again is tried for two days, then it is a task',
    },
  },
  {
    fault: 'a mail leaves after its time',
    file: 'jobs/post.ts',
    replace: ["if (message.notAfter && message.notAfter <= now) return 'expired';\n", ''],
    test: {
      file: timely,
      title: 'that could not leave before the next takes its place is not sent afterwards',
    },
  },
  {
    fault: 'a lease is not renewed while a server takes its time',
    file: 'jobs/post.ts',
    replace: ['noteOnClaim(message, { visibleAt }).catch', 'noteOnClaim(message, {}).catch'],
    test: { file: timely, title: 'while a slow server takes its time nobody else sends the same mail' },
  },
  {
    fault: 'a reminder waits for the sweep after its time',
    file: 'jobs/reminders.ts',
    replace: ['const ahead = 2 * 60_000;', 'const ahead = 0;'],
    test: { file: timely, title: 'leaves at its time, and does not wait for the sweep after it' },
  },
  {
    fault: 'a moved appointment counts as reminded of',
    file: 'jobs/reminders.ts',
    replace: ['{sequence}:$', ''],
    test: { file: timely, title: 'comes anew for the new time after a move, and names it' },
  },
  {
    fault: 'whoever had a message once can go on changing it',
    file: 'models/message/delivery.ts',
    replace: ["{ _id, claim: claim ?? '', status: 'sending' }", "{ _id, status: 'sending' }"],
    test: {
      file: claims,
      title: [
        'a worker whose lease has run out cannot mark it as sent',
        'a worker whose lease has run out cannot put it back',
        'a worker whose lease has run out cannot give it up',
        'a worker whose lease has run out cannot note that it is handing it over',
        'a worker whose lease has run out cannot renew its lease',
      ],
    },
  },
  {
    fault: 'a document that cannot be understood ends the sweep',
    file: 'jobs/each.ts',
    replace: ['if (isDatabaseAway(error)) throw error;', 'throw error;'],
    test: {
      file: broken,
      title: [
        'whose second languages are gone does not keep the next from being asked, and is reported',
        'a yes that cannot be read does not keep another from booking itself',
      ],
    },
  },
  {
    fault: 'a document that cannot be understood is passed over in silence',
    file: 'jobs/each.ts',
    replace: ['onError(error, ', 'void (error, '],
    test: {
      file: broken,
      title: [
        'whose second languages are gone does not keep the next from being asked, and is reported',
        'a yes that cannot be read does not keep another from booking itself',
      ],
    },
  },
  {
    fault: 'mails wait for rounds that fail',
    file: 'jobs/timetable.ts',
    replace: [
      ".catch((error: unknown) =>\n    office.onError(error, 'offer rounds after a change'),\n  );",
      ';',
    ],
    test: { file: broken, title: 'mails leave even when the rounds fail' },
  },
];
