/** One message, one worker: whoever's lease has run out has no say in it any more. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { insertEvents } from '../../models/event/storage.ts';
import { buryMessage } from '../../models/message/call-tasks.ts';
import {
  claimMessage,
  closeMessage,
  giveUpMessage,
  noteOnClaim,
  postpone,
} from '../../models/message/delivery.ts';
import { dropOutdatedTasks } from '../../models/message/to-do.ts';
import { type Message, messagesAbout, queueMessages } from '../../models/message.ts';
import { newId } from '../../models/storage.ts';
import type { TestDatabase } from '../support/engine.ts';
import { now } from '../support/factories.ts';
import { connectPrepared } from '../support/prepared-database.ts';

const minute = 60_000;
const later = new Date(now.getTime() + 2 * minute);
const afterwards = new Date(now.getTime() + 9 * minute);
const why = { code: '451', text: 'later' };

let database: TestDatabase;
let slow: Message;
let assignment: string;

beforeAll(async () => {
  database = await connectPrepared();
});

afterAll(() => database.close());

/** A worker has claimed it, its lease has run out, and another has it now. */
beforeEach(async () => {
  assignment = newId();
  const _id = `receipt:${assignment}`;
  const told = {
    kind: 'receipt' as const,
    account: 'kim',
    role: 'contact' as const,
    version: 1,
    sequence: 0,
  };
  await queueMessages([{ _id, assignment, ...told }], now);
  slow = (await claimMessage(_id, 'slow', now, new Date(now.getTime() + minute))) as Message;
  await claimMessage(_id, 'quick', later, new Date(later.getTime() + minute));
});

test.each<[string, () => Promise<unknown>]>([
  ['mark it as sent', () => closeMessage(slow, 'sent', { sentAt: later })],
  ['note that it is handing it over', () => noteOnClaim(slow, { handedOverAt: later, rendered: 'x' })],
  ['renew its lease', () => noteOnClaim(slow, { visibleAt: afterwards })],
  ['put it back', () => postpone(slow, afterwards, why, { refused: true })],
  ['give it up', () => giveUpMessage(slow, why, { refused: true })],
])('a worker whose lease has run out cannot %s', async (_what, attempt) => {
  const before = await messagesAbout(assignment);

  const done = await attempt();

  expect(done).not.toBe(true);
  expect(await messagesAbout(assignment)).toEqual(before);
  expect(before).toMatchObject([{ status: 'sending', claim: 'quick', attempts: 2 }]);
});

test('a message that is leased is nobody else’s until its time is over', async () => {
  const early = new Date(later.getTime() + minute - 1);

  expect(await claimMessage(slow._id, 'third', early, afterwards)).toBeNull();
  expect(await claimMessage(slow._id, 'third', new Date(early.getTime() + 1), afterwards)).not.toBeNull();
});

const task = (_id: string, about: object) => ({
  _id,
  kind: 'event_receipt' as const,
  account: 'kim',
  role: 'contact' as const,
  version: 1,
  sequence: 0,
  centre: 'soest',
  ...about,
});

test('what became a task where a process died is the same task when it is told again', async () => {
  const buried = task(`receipt:${newId()}`, { kind: 'receipt', assignment });

  await buryMessage(buried, why, now);
  await buryMessage(buried, why, later);

  expect((await messagesAbout(assignment)).filter(({ _id }) => _id === buried._id)).toMatchObject([
    { status: 'dead', createdAt: now },
  ]);
  await dropOutdatedTasks(now);
});

test('tasks that nobody needs go, however many there are before them, also those about events that are over', async () => {
  const [over, ahead] = [newId(), newId()];
  const event = {
    centre: 'soest',
    agency: newId(),
    name: 'Abend',
    localDate: '2026-12-01',
    createdBy: 'kim',
    createdAt: now,
    role: 'contact' as const,
    mode: 'phone' as const,
    occasion: 'Abend',
    start: now,
    cancellations: [],
    slots: [{ number: 1, start: now, end: later, languages: ['ar'] }],
    blocks: [{ assignment: newId(), language: 'ar', track: 1, slots: [1], start: now, end: later }],
    version: 1,
    finishedVersion: 1,
    outbox: [],
    updatedAt: now,
  };
  await insertEvents([
    { ...event, _id: over, end: now },
    { ...event, _id: ahead, end: later },
  ]);
  await buryMessage(task('still', { event: ahead }), why, now);
  await buryMessage(task('over', { event: over }), why, now);
  await buryMessage(task('gone', { event: newId() }), why, later);
  await buryMessage(task('lost', { kind: 'receipt', assignment: newId() }), why, later);

  const dropped = [await dropOutdatedTasks(now, 1), await dropOutdatedTasks(now, 1)];

  expect(dropped).toEqual([3, 0]);
});
