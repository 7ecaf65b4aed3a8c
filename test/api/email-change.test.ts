/** A change of e-mail counts once both addresses have agreed; anybody who was not asked can stop it. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { emailChanges } from '../../jobs/email-changes.ts';
import { agreedChanges, finish } from '../../models/account/email-change.ts';
import { insertAccount } from '../../models/account.ts';
import type { Client } from '../support/client.ts';
import { startPool, type TestPool } from '../support/pool.ts';
import { id, people } from '../support/small-pool.ts';

let pool: TestPool;
let alex: Client;
let round = 0;

beforeAll(async () => {
  pool = await startPool();
});

afterAll(() => pool.stop());

/** Each test has somebody of its own, with an address that nobody has had before. */
beforeEach(async () => {
  pool.time.advance(60_000);
  round += 1;
  await insertAccount({
    _id: id(`person${round}`),
    name: 'Alex Probe',
    email: `old${round}@example.org`,
    locale: 'de',
    memberships: [{ role: 'reader', centre: 'soest' }],
    createdAt: pool.time.now(),
  });
  alex = await pool.signedIn(`old${round}@example.org`);
});

const oldAddress = () => `old${round}@example.org`;
const newAddress = () => `new${round}@example.org`;

/** The pages to which the newest mail to an address leads: confirming first. */
async function linksIn(address: string): Promise<string[]> {
  const mail = (await pool.mails()).findLast(
    ({ to, subject }) => to.includes(address) && subject.startsWith('Neue E-Mail-Adresse'),
  );
  return [...(mail?.text ?? '').matchAll(/(\/email-change\/[\w-]+)/g)].map(([, path]) => path as string);
}

async function asked(): Promise<{ confirmNew: string; confirmOld: string; stop: string }> {
  const reply = await alex.post('/api/v1/me/email', { email: newAddress() });
  expect([reply.status, reply.text]).toEqual([202, '']);
  const [confirmNew = ''] = await linksIn(newAddress());
  const [confirmOld = '', stop = ''] = await linksIn(oldAddress());
  return { confirmNew, confirmOld, stop };
}

const press = (path: string) => pool.visitor().submit(path, {});
const own = async () => (await alex.get('/api/v1/me')).body.email;

test('both addresses are asked; the new one counts when both have pressed, and the session stays', async () => {
  const { confirmNew, confirmOld } = await asked();

  await press(confirmNew);
  const half = await own();
  await press(confirmOld);

  expect(half).toBe(oldAddress());
  expect(await own()).toBe(newAddress());
  expect((await (await pool.signedIn(newAddress())).get('/api/v1/me')).body.id).toBe(id(`person${round}`));
});

test('opening the links changes nothing, and each page has one button', async () => {
  const links = Object.values(await asked());

  const pages = await Promise.all(links.map((link) => pool.visitor().get(link)));
  await Promise.all(links.map((link) => pool.visitor().head(link)));

  expect(pages.map(({ status }) => status)).toEqual([200, 200, 200]);
  for (const { text } of pages) expect(text.match(/<button/g)).toHaveLength(1);
  expect(await own()).toBe(oldAddress());
});

test('whoever was not asked stops it from the old address, and the other links are worth nothing then', async () => {
  const { confirmNew, confirmOld, stop } = await asked();
  await press(confirmNew);

  await press(stop);

  expect((await press(confirmOld)).status).toBe(400);
  expect(await own()).toBe(oldAddress());
  expect((await pool.visitor().get(stop)).text).toContain('Es wird nichts geändert');
});

test('once both have agreed it cannot be stopped any more', async () => {
  const { confirmNew, confirmOld, stop } = await asked();
  await press(confirmNew);
  await press(confirmOld);

  expect((await press(stop)).status).toBe(400);
  expect(await own()).toBe(newAddress());
});

test('a link for one address is worth nothing for the other', async () => {
  const { confirmNew } = await asked();

  await Promise.all([press(confirmNew), press(confirmNew)]);

  expect(await own()).toBe(oldAddress());
  expect((await press(confirmNew.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')))).status).toBe(404);
});

test('the links are good for seven days', async () => {
  const { confirmNew, confirmOld } = await asked();
  await press(confirmOld);
  pool.time.advance(7 * 24 * 3_600_000);

  expect((await press(confirmNew)).status).toBe(400);
  expect((await pool.visitor().get(confirmNew)).text).toContain('gilt nicht mehr');
});

test('a newer wish ends the one before', async () => {
  const first = await asked();
  pool.time.advance(1000);
  const second = await asked();

  expect((await press(first.confirmNew)).status).toBe(400);
  await press(second.confirmNew);
  await press(second.confirmOld);

  expect(await own()).toBe(newAddress());
});

test('a link of a wish that has ended says so and is not remembered', async () => {
  const first = await asked();
  await press(first.stop);

  const reply = await press(first.confirmNew);

  expect(reply.status).toBe(400);
  const kept = await mongoose.connection
    .collection('email_changes')
    .findOne({ account: id(`person${round}`) });
  expect(kept).not.toHaveProperty('newAt');
});

test('an address that somebody has already gets the same answer', async () => {
  const replies = [
    await alex.post('/api/v1/me/email', { email: people.kim }),
    await alex.post('/api/v1/me/email', { email: 'nobody-at-all@example.org' }),
  ];

  expect(replies.map(({ status, text }) => [status, text])).toEqual([
    [202, ''],
    [202, ''],
  ]);
});

test('the same address again, or more than five wishes a day, is refused', async () => {
  const same = await alex.post('/api/v1/me/email', { email: oldAddress().toUpperCase() });
  const replies: number[] = [];
  for (let index = 0; index < 6; index++) {
    replies.push((await alex.post('/api/v1/me/email', { email: `other${index}@example.org` })).status);
  }

  expect(same.body.errors).toMatchObject([{ path: 'email', code: 'email_same' }]);
  expect(replies).toEqual([202, 202, 202, 202, 202, 429]);
});

describe('where nobody reads the old address any more', () => {
  const changeOf = async (account: string) =>
    (await mongoose.connection.collection('email_changes').findOne({ openFor: account }))?._id;

  test('a coordinator confirms for it after a call, and who it was is kept', async () => {
    const { confirmNew } = await asked();
    const change = await changeOf(id(`person${round}`));
    const mara = await pool.signedIn(people.mara);
    await press(confirmNew);

    const reply = await mara.post(`/api/v1/email-changes/${change}/confirm`, { note: 'am Telefon' });

    expect(reply.status).toBe(204);
    expect(await own()).toBe(newAddress());
    const kept = await mongoose.connection.collection('email_changes').findOne({ _id: change as never });
    expect(kept?.byHand).toEqual({ by: id('mara'), note: 'am Telefon' });
  });

  test('nobody else may, and nobody for themselves', async () => {
    await asked();
    const change = await changeOf(id(`person${round}`));
    const kim = await pool.signedIn(people.kim);

    const replies = await Promise.all(
      [kim, alex].map((one) => one.post(`/api/v1/email-changes/${change}/confirm`, { note: 'ich' })),
    );

    expect(replies.map(({ status }) => status)).toEqual([404, 404]);
  });
});

test('a process that died before the address was changed is followed by a sweep that changes it', async () => {
  await asked();
  const now = pool.time.now();
  await mongoose.connection
    .collection('email_changes')
    .updateOne({ openFor: id(`person${round}`) }, { $set: { newAt: now, oldAt: now } });

  await emailChanges(now, () => undefined);

  expect(await own()).toBe(newAddress());
  expect(await agreedChanges(now)).toEqual([]);
});

test('a change to an address that is full by now ends, says why, and makes room for another', async () => {
  const { confirmNew, confirmOld } = await asked();
  for (let place = 1; place <= 5; place++) {
    const _id = id(`behind${place}`);
    const rest = { name: 'X Probe', locale: 'de' as const, memberships: [], createdAt: pool.time.now() };
    await insertAccount({ ...rest, _id, email: newAddress() }, place);
  }
  await press(confirmNew);

  const full = await press(confirmOld);

  expect([full.status, await own()]).toEqual([409, oldAddress()]);
  expect(await agreedChanges(pool.time.now())).toEqual([]);
  const changes = mongoose.connection.collection('email_changes');
  const change = await changes.findOne({ account: id(`person${round}`) });
  expect(change).toMatchObject({ obstacle: 'email_full', stoppedAt: pool.time.now() });
  expect((await pool.visitor().get(confirmNew)).text).toBe(
    (await pool.visitor().get(confirmOld)).text.replaceAll(confirmOld, confirmNew),
  );
});

test('a change that a newer wish has ended is not noted as done by whoever comes late', async () => {
  const { confirmNew } = await asked();
  await press(confirmNew);
  const changes = mongoose.connection.collection('email_changes');
  const change = await changes.findOne({ openFor: id(`person${round}`) });
  pool.time.advance(1000);
  await asked();

  await finish(change as never, pool.time.now());

  const after = await changes.findOne({ _id: change?._id as never });
  expect(after).toMatchObject({ stoppedAt: pool.time.now() });
  expect(after).not.toHaveProperty('doneAt');
});
