/** Much to send: nobody's mail is kept by what others wait for, and somebody who sits and waits comes first. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { insertAssignments } from '../../models/assignment/request.ts';
import { messagesAbout, queueMessages } from '../../models/message.ts';
import { anAssignment } from '../support/factories.ts';
import { requestFrom } from '../support/requests.ts';
import { id, people } from '../support/small-pool.ts';
import { openStory, type Story } from '../support/story.ts';
import { type UnreliableMailer, unreliableMailer } from '../support/unreliable-mailer.ts';

const more = Array.from({ length: 60 }, (_, index) => index + 1);
const fullMailbox = () => Object.assign(new Error('452 mailbox full'), { responseCode: 452 });

let story: Story;
let mailer: UnreliableMailer;

beforeEach(async () => {
  mailer = unreliableMailer();
  story = await openStory({ mailer });
});

afterEach(() => story.stop());

const leftTo = (address: string) => mailer.left.filter(({ to }) => to.address === address);

test('sixty mails that wait behind one in backoff do not keep somebody else’s from leaving', async () => {
  mailer.beforeSending(({ to }) => {
    if (to.address === people.kim) throw fullMailbox();
  });
  const assignment = await requestFrom(story.kim);
  await story.pool.mails();
  const toKim = { kind: 'restored' as const, role: 'contact' as const, account: id('kim'), sequence: 0 };
  const waiting = more.map((index) => ({
    ...toKim,
    _id: `restored:${index}`,
    assignment: assignment.id,
    version: 1 + index,
  }));
  await queueMessages(waiting, story.pool.time.now());
  story.pool.time.advance(1000);
  await story.pool.visitor().post('/api/v1/login', { email: people.alex });
  await queueMessages(
    [
      {
        ...toKim,
        _id: 'restored:noor',
        assignment: await anotherRequest(),
        role: 'interpreter',
        account: id('noor'),
        version: 1,
      },
    ],
    story.pool.time.now(),
  );

  await story.pool.tick();

  expect(leftTo('noor@example.org')).toHaveLength(1);
  expect(leftTo(people.alex)).toHaveLength(1);
  const statuses = (await messagesAbout(assignment.id)).filter(({ account }) => account === id('kim'));
  expect(new Set(statuses.map(({ status }) => status))).toEqual(new Set(['queued']));
});

test('what has waited leaves, in order, once the one before it has', async () => {
  let isFull = true;
  mailer.beforeSending(({ to }) => {
    if (to.address === people.kim && isFull) throw fullMailbox();
  });
  const assignment = await requestFrom(story.kim);
  await story.pool.mails();
  await story.kim.post(`/api/v1/assignments/${assignment.id}/cancel`, { reason: 'krank' });
  await story.coordinate(assignment, 'restore', {});
  await story.pool.tick();
  isFull = false;

  story.pool.time.advance(3 * 60_000);
  await story.pool.tick();
  await story.pool.tick();

  const about = leftTo(people.kim).filter(({ subject }) => subject.includes(assignment.number));
  expect(about.map(({ subject }) => subject.split(/[:–]/)[0]?.trim())).toEqual([
    'Eingegangen',
    'Wir suchen wieder',
  ]);
});

test('a sign-in mail leaves before a backlog', async () => {
  const assignments = more.map((index) =>
    anAssignment({
      _id: id(`x${index}`),
      number: `2026-${1000 + index}`,
      agency: id('kita'),
      contact: id('kim'),
    }),
  );
  await insertAssignments(assignments);
  const receipts = assignments.map(({ _id }) => ({
    _id: `receipt:${_id}`,
    kind: 'receipt' as const,
    assignment: _id,
    role: 'contact' as const,
    account: id('kim'),
    version: 1,
    sequence: 0,
  }));
  await queueMessages(receipts, new Date(story.pool.time.now().getTime() - 60_000));
  const before = mailer.left.length;

  await story.pool.visitor().post('/api/v1/login', { email: people.alex });
  await story.pool.mails();

  const order = mailer.left.slice(before).map(({ to }) => to.address);
  expect(order).toHaveLength(61);
  expect(order.slice(0, 3)).toContain(people.alex);
});

test('what is queued while a pass runs leaves in the same pass', async () => {
  const now = story.pool.time.now();
  let isTold = false;
  mailer.beforeSending(async () => {
    if (isTold) return;
    isTold = true;
    await mongoose.connection.collection('sign_ins').insertOne({
      _id: id('signin') as never,
      account: id('alex'),
      createdAt: now,
      expiresAt: new Date(now.getTime() + 600_000),
      tries: 0,
      outbox: [
        { id: 'sign_in:late', kind: 'sign_in', role: 'system', account: id('alex'), version: 1, sequence: 0 },
      ],
    });
  });

  await requestFrom(story.kim);
  await story.pool.mails();

  expect(leftTo(people.alex)).toHaveLength(1);
});

async function anotherRequest(): Promise<string> {
  const other = anAssignment({ _id: id('other'), number: '2026-0999', agency: id('kita') });
  await insertAssignments([other]);
  return other._id;
}
