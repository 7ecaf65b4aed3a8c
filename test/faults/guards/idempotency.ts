/** Faults in what makes a call that comes twice act once. */
import type { Fault } from '../fault.ts';

const file = 'test/api/idempotency.test.ts';

export const idempotency: Fault[] = [
  {
    fault: 'the primary key does not refuse the twin of what is made',
    file: 'models/calls/once.ts',
    replace: ['return await create(id);', 'return await create(newId());'],
    test: { file, title: 'in the same moment is one request, too' },
  },
  {
    fault: 'what a twin has made is not answered',
    file: 'models/calls/once.ts',
    replace: ['if (!(await find(id))) throw error;', 'throw error;'],
    test: { file, title: 'in the same moment is one request, too' },
  },
  {
    fault: 'a turn that comes again is decided anew',
    file: 'models/assignment/change.ts',
    replace: ['if (entryOf(assignment.history, request, now)) return assignment;', ''],
    test: {
      file,
      title: [
        'is answered before anything is looked at: state, version, who may still be asked',
        'asks nobody else, although the next round would',
        'in the same moment is one turn',
      ],
    },
  },
  {
    fault: 'the key is not kept with the change',
    file: 'models/rules/transitions/change.ts',
    replace: ['...(actor.request && { request: actor.request }),', ''],
    test: { file, title: 'is one request with one receipt, answered as the first time' },
  },
  {
    fault: 'a key is good for anything',
    file: 'models/rules/repeated.ts',
    replace: ["if (done.request.fingerprint !== request.fingerprint) throw new PoolError('key_reused');", ''],
    test: { file, title: 'says so when it asks for something else, and nothing comes of that' },
  },
  {
    fault: 'whoever has given back is a stranger to their own call',
    file: 'server/access.ts',
    replace: [
      'if (hasActedBefore(caller, object))',
      'if (hasActedBefore(caller, { ...object, history: [] }))',
    ],
    test: {
      file,
      title: 'of somebody who has given back is answered as it was, although they see the assignment no more',
    },
  },
  {
    fault: 'a key is kept for ever',
    file: 'models/rules/repeated.ts',
    replace: ['= 7 * 24 * 3_600_000', '= 99 * 7 * 24 * 3_600_000'],
    test: {
      file,
      title: [
        'is a new one after seven days',
        'a key for something new can be used again after seven days, and makes something new',
      ],
    },
  },
  {
    fault: 'two people share their keys',
    file: 'models/calls/once.ts',
    replace: ['{account}\\n$', '$'],
    test: { file, title: 'is another one when somebody else sends it' },
  },
  {
    fault: 'what has no place for a key is done again',
    file: 'models/calls/done.ts',
    replace: ['{ upsert: true }', '{ upsert: false }'],
    test: {
      file,
      title: ['lets nobody rest twice, and says how they stand now', 'does not end an agency twice'],
    },
  },
  {
    fault: 'a key of one kind of thing is good for another',
    file: 'server/endpoint.ts',
    replace: [
      'if (key && before === undefined) await rememberCall(',
      'if (again && key) await rememberCall(',
    ],
    test: { file, title: 'a key of one kind of thing makes no other' },
  },
  {
    fault: 'an event is called off again',
    file: 'models/event/cancelling.ts',
    replace: [
      'if (event.cancellations.some((done) => isDoneBy(done, actor.request, now))) return finishEvent(id, now);',
      '',
    ],
    test: { file, title: 'calls no event off twice, and asks nobody twice' },
  },
  {
    fault: 'whoever has given back reads who comes now',
    file: 'server/api/assignment/turns.ts',
    replace: ['standingsTo(caller, after).length > 0 ? view : withoutMeeting(view)', 'view'],
    test: {
      file,
      title: 'of somebody who has given back is answered as it was, although they see the assignment no more',
    },
  },
];
