/** Post: one message for each event, nothing lost when a process dies, nothing sent that no longer holds. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { messagesAbout } from '../../models/message.ts';
import type { Client } from '../support/client.ts';
import { berlin } from '../support/factories.ts';
import { startPool, type TestPool } from '../support/pool.ts';
import { offerToken, requestFrom } from '../support/requests.ts';
import { id, people } from '../support/small-pool.ts';
import { SmtpAnswer, startSmtp, type TestSmtp } from '../support/smtp.ts';

const minute = 60_000;
const amal = 'amal@example.org';
const worker = fileURLToPath(new URL('../support/post-worker.ts', import.meta.url));

let smtp: TestSmtp;
let pool: TestPool;
let kim: Client;
let mara: Client;

/** People sign in while mail still flows; then the server behaves as the test says. */
async function open(options: Parameters<typeof startPool>[0] = {}): Promise<void> {
  smtp = await startSmtp();
  pool = await startPool({ settings: { smtpUrl: smtp.url }, ...options });
  [kim, mara] = [await signIn(people.kim), await signIn(people.mara)];
}

beforeEach(() => open());

afterEach(async () => {
  await pool.stop();
  await smtp.stop();
});

async function signIn(email: string): Promise<Client> {
  const client = pool.visitor();
  await client.post('/api/v1/login', { email });
  await pool.tick();
  const code = /\b\d{6}\b/.exec(smtp.to(email).at(-1)?.text ?? '')?.[0];
  await client.post('/api/v1/session', { email, code });
  return client;
}

const statuses = async (assignment: { id: string }) => {
  await pool.tick();
  const all = await messagesAbout(assignment.id);
  return Object.fromEntries(all.map(({ kind, role, status }) => [`${kind} to ${role}`, status]));
};

const subjectsTo = (address: string) => smtp.to(address).map(({ subject }) => subject ?? '');
const ask = (assignment: { id: string }, ...names: string[]) =>
  mara.post(`/api/v1/assignments/${assignment.id}/offers`, { interpreters: names.map(id) });

/** What another process would send now; resolves with the signal that ended it. */
async function workElsewhere(where: 'before' | 'after' | 'not at all'): Promise<NodeJS.Signals | null> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', worker, pool.databaseUri, smtp.url, pool.time.now().toISOString(), where],
    { stdio: ['ignore', 'inherit', 'inherit'] },
  );
  const [, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
  return signal;
}

/** Queues the mail to Amal without letting this process send it. */
async function queuedOffer(): Promise<{ id: string; number: string }> {
  const assignment = await requestFrom(kim);
  await pool.tick();
  smtp.beforeAccepting(() => {
    throw new SmtpAnswer(451, 'try again later');
  });
  await ask(assignment, 'amal');
  await pool.tick();
  smtp.beforeAccepting(() => undefined);
  pool.time.advance(3 * minute);
  return assignment;
}

describe('when a worker dies', () => {
  test('before the mail is handed over, it leaves once, from another process', async () => {
    const assignment = await queuedOffer();

    expect(await workElsewhere('before')).toBe('SIGKILL');
    expect(smtp.to(amal)).toEqual([]);
    await pool.tick();
    expect(smtp.to(amal)).toEqual([]);

    pool.time.advance(2 * minute);
    await pool.tick();
    expect(smtp.to(amal)).toHaveLength(1);
    expect((await statuses(assignment))['offer to interpreter']).toBe('sent');
  });

  test('between the server’s 250 and the mark, it leaves at most twice, the same to the byte', async () => {
    await queuedOffer();

    expect(await workElsewhere('after')).toBe('SIGKILL');
    expect(smtp.to(amal)).toHaveLength(1);

    pool.time.advance(2 * minute);
    await pool.tick();
    await pool.tick();
    const [first, second, ...more] = smtp.to(amal);
    expect(more).toEqual([]);
    expect(second?.messageId).toBe(first?.messageId);
    expect(second?.raw).toBe(first?.raw);
  });

  test('after an entry has become a message and before it is taken out, the entry makes the same message', async () => {
    const assignment = await requestFrom(kim);
    await pool.tick();
    const before = smtp.received.length;
    const [receipt] = (await messagesAbout(assignment.id)).filter(({ kind }) => kind === 'receipt');
    const entry = {
      id: receipt?._id,
      kind: 'receipt',
      role: 'contact',
      account: id('kim'),
      version: 1,
      sequence: 0,
    };
    await mongoose.connection
      .collection('assignments')
      .updateOne({ _id: assignment.id as never }, { $push: { outbox: entry } as never });

    await pool.tick();

    expect(smtp.received).toHaveLength(before);
    const left = await mongoose.connection.collection('assignments').findOne({ _id: assignment.id as never });
    expect(left?.outbox).toEqual([]);
  });

  test('an entry that can never become a message is somebody’s task after five attempts, and holds up nobody', async () => {
    const assignment = await requestFrom(kim);
    const broken = {
      id: 'receipt:broken',
      kind: 'receipt',
      role: 'contact',
      account: id('kim'),
      version: 1,
      sequence: 0,
      notAfter: 'never',
    };
    const assignments = mongoose.connection.collection('assignments');
    await assignments.updateOne({ _id: assignment.id as never }, { $push: { outbox: broken } as never });

    for (let attempt = 0; attempt < 5; attempt++) await pool.tick();

    expect(await assignments.findOne({ _id: assignment.id as never })).toMatchObject({ outbox: [] });
    const dead = await mongoose.connection.collection('messages').findOne({ _id: 'receipt:broken' as never });
    expect(dead).toMatchObject({ status: 'dead', lastError: { code: 'not_queued' } });
    expect(subjectsTo(people.kim).some((subject) => subject.includes(assignment.number))).toBe(true);
  });

  test('two processes at once send each mail once', async () => {
    await queuedOffer();

    await Promise.all([workElsewhere('not at all'), pool.tick()]);

    expect(smtp.to(amal)).toHaveLength(1);
  });
});

describe('when the mail server', () => {
  test('refuses for good, the message is dead after one attempt and others go on', async () => {
    smtp.beforeAccepting(({ recipient }) => {
      if (recipient === amal) throw new SmtpAnswer(550, 'no such mailbox');
    });
    const assignment = await requestFrom(kim);

    await ask(assignment, 'amal', 'noor');

    expect(await statuses(assignment)).toMatchObject({ 'receipt to contact': 'sent' });
    const offers = (await messagesAbout(assignment.id)).filter(({ kind }) => kind === 'offer');
    expect(offers.map(({ status, attempts }) => [status, attempts]).sort()).toEqual([
      ['dead', 1],
      ['sent', 1],
    ]);
    expect(offers.find(({ status }) => status === 'dead')?.lastError).toMatchObject({ code: '550' });
  });

  test('asks to try again later, it is tried again after a minute and after some more', async () => {
    let refusals = 2;
    smtp.beforeAccepting(() => {
      if (refusals-- > 0) throw new SmtpAnswer(451, 'greylisted');
    });
    const client = pool.visitor();
    await client.post('/api/v1/login', { email: people.alex });
    await pool.tick();
    expect(smtp.to(people.alex)).toEqual([]);

    for (const wait of [0.5, 1, 3, 5]) {
      pool.time.advance(wait * minute);
      await pool.tick();
    }

    expect(smtp.to(people.alex)).toHaveLength(1);
  });

  test('is away, nothing is lost, and what no longer holds is not sent afterwards', async () => {
    const { url } = smtp;
    await smtp.stop();
    const assignment = await requestFrom(kim);
    await ask(assignment, 'amal');
    await kim.post(`/api/v1/assignments/${assignment.id}/cancel`, { reason: 'fällt aus' });
    await pool.tick();
    expect((await statuses(assignment))['cancelled to contact']).toBe('queued');

    smtp = await startSmtp(Number(new URL(url).port));
    pool.time.advance(10 * minute);

    expect(await statuses(assignment)).toEqual({
      'receipt to contact': 'superseded',
      'new_request to coordinator': 'superseded',
      'offer to interpreter': 'superseded',
      'offer_withdrawn to interpreter': 'superseded',
      'cancelled to contact': 'sent',
      'cancelled to coordinator': 'sent',
    });
  });
});

describe('order and truth', () => {
  test('a later mail to the same person about the same appointment waits for the earlier one', async () => {
    const assignment = await requestFrom(kim);
    await pool.tick();
    await ask(assignment, 'amal');
    await pool.tick();
    smtp.beforeAccepting(({ subject, recipient }) => {
      if (recipient === amal && subject?.startsWith('Fest gebucht')) throw new SmtpAnswer(451, 'later');
    });
    await pool.visitor().post(`/api/v1/offers/${offerToken(smtp.to(amal)[0]?.text ?? '')}/accept`);
    await mara.post(`/api/v1/assignments/${assignment.id}/confirm`);
    await pool.tick();
    pool.time.set(berlin('2026-11-24', '10:00'));
    await pool.tick();
    expect(subjectsTo(amal).filter((subject) => subject.includes('Erinnerung'))).toEqual([]);

    smtp.beforeAccepting(() => undefined);
    pool.time.advance(10 * minute);
    await pool.tick();
    await pool.tick();

    const subjects = subjectsTo(amal).filter(
      (subject) => /gebucht:|Erinnerung/.test(subject) && !subject.includes('NICHT'),
    );
    expect(subjects.map((subject) => subject.split(':')[0])).toEqual([
      'Fest gebucht',
      expect.stringContaining('Erinnerung'),
    ]);
  });

  test('a cancellation goes to a calendar only where an invitation may have gone', async () => {
    const assignment = await requestFrom(kim);
    await ask(assignment, 'amal');
    await pool.tick();
    await pool.visitor().post(`/api/v1/offers/${offerToken(smtp.to(amal)[0]?.text ?? '')}/accept`);
    await kim.post(`/api/v1/assignments/${assignment.id}/cancel`, { reason: 'fällt aus' });
    await pool.tick();

    const cancelled = smtp.to(amal).at(-1);

    expect(cancelled?.subject).toContain('Abgesagt');
    expect(cancelled?.raw).not.toContain('METHOD:CANCEL');
  });

  test('somebody without an e-mail address becomes a call for the coordinator, not a lost message', async () => {
    await pool.stop();
    await smtp.stop();
    await open({ variations: { amal: { email: undefined } } });
    const assignment = await requestFrom(kim);

    await ask(assignment, 'amal');

    expect((await statuses(assignment))['offer to interpreter']).toBe('by_hand');
  });

  test('what was rendered is forgotten once it has left', async () => {
    const assignment = await requestFrom(kim);
    await pool.tick();

    for (const message of await messagesAbout(assignment.id)) {
      expect(message).not.toHaveProperty('rendered');
      expect(JSON.stringify(message)).not.toMatch(/@|Musterplatz|Beispiel/);
    }
  });

  test('mails about one assignment hold together in a mail program: one thread each, its number in every subject', async () => {
    const [first, second] = [await requestFrom(kim), await requestFrom(kim)];
    await ask(first, 'amal');
    await pool.tick();
    await mara.post(`/api/v1/assignments/${first.id}/cancel`, { reason: 'fällt aus' });
    await pool.tick();

    const about = ({ number }: { number: string }) =>
      smtp.received.filter(({ subject }) => subject?.includes(`(${number})`));
    const threadsOf = (assignment: { number: string }) =>
      new Set(about(assignment).flatMap(({ references, inReplyTo }) => [references, inReplyTo].flat()));

    expect(about(first).length).toBeGreaterThanOrEqual(4);
    expect([threadsOf(first).size, threadsOf(second).size]).toEqual([1, 1]);
    expect([...threadsOf(first)]).not.toEqual([...threadsOf(second)]);
    expect(new Set(smtp.received.map(({ messageId }) => messageId)).size).toBe(smtp.received.length);
  });

  test('a mail is rendered in the language of who reads it', async () => {
    await pool.stop();
    await smtp.stop();
    await open({ variations: { amal: { locale: 'en' } } });

    await ask(await requestFrom(kim), 'amal');
    await pool.tick();

    expect(smtp.to(amal)[0]?.text).toMatch(/Can you/);
  });
});

test('a mail leaves within five seconds of its cause, without anybody waiting for it', async () => {
  const before = Date.now();

  await kim.post('/api/v1/login', { email: people.alex });
  while (smtp.to(people.alex).length === 0 && Date.now() - before < 20_000)
    await new Promise((resolve) => setImmediate(resolve));

  expect(Date.now() - before).toBeLessThan(5000);
});
