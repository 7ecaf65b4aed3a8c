/** Links in mails are opened by people, by programs that preview them, and by scanners: looking never changes anything. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { MongoClient } from 'mongodb';
import { connectionOptions } from '../../server/database/open.ts';
import type { Client } from '../support/client.ts';
import { startPool, type TestPool } from '../support/pool.ts';
import { offerToken, requestFrom } from '../support/requests.ts';
import { id, people } from '../support/small-pool.ts';

let pool: TestPool;
let kim: Client;
let mara: Client;
let token: string;

beforeAll(async () => {
  pool = await startPool();
  [kim, mara] = [await pool.signedIn(people.kim), await pool.signedIn(people.mara)];
  const assignment = await requestFrom(kim);
  await mara.post(`/api/v1/assignments/${assignment.id}/offers`, { interpreters: [id('amal')] });
  await pool.visitor().post('/api/v1/login', { email: 'amal@example.org' });
  token = offerToken((await pool.mails()).find(({ subject }) => subject.startsWith('Können'))?.text ?? '');
});

afterAll(() => pool.stop());

/** Everything that the database holds. */
async function everything(): Promise<string> {
  const client = await MongoClient.connect(pool.databaseUri, connectionOptions);
  const names = (await client.db().listCollections().toArray()).map(({ name }) => name).sort();
  const all = await Promise.all(
    names.map((name) => client.db().collection(name).find().sort({ _id: 1 }).toArray()),
  );
  await client.close();
  return JSON.stringify(names.map((name, index) => [name, all[index]]));
}

test('a scanner that fetches every link of every mail with GET and HEAD changes nothing', async () => {
  const links = (await pool.mails()).flatMap(({ text, html }) =>
    [...`${text} ${html}`.matchAll(/https?:\/\/[^\s"<>)]+/g)].map(([link]) => link),
  );
  const ours = [...new Set(links)].filter((link) => link.startsWith(pool.url));
  const before = await everything();

  for (const link of ours) {
    for (const method of ['GET', 'HEAD', 'OPTIONS']) await fetch(link, { method, redirect: 'manual' });
  }

  expect(ours.length).toBeGreaterThanOrEqual(3);
  expect(await everything()).toBe(before);
});

test('the page asks with two buttons that post, works without script, and is kept by nobody', async () => {
  const { text, headers } = await pool.visitor().get(`/offers/${token}`);

  expect(text).toMatch(/<form[^>]*method="post"/);
  expect(text).toContain('value="accept"');
  expect(text).toContain('value="decline"');
  expect(text).not.toMatch(/<script|style=|onclick/);
  expect(headers.get('cache-control')).toBe('no-store');
});

test('in English when that is chosen, with a way back to German', async () => {
  const { text } = await pool.visitor().get(`/offers/${token}?lang=en`);

  expect(text).toContain('<html lang="en"');
  expect(text).toContain('lang=de');
});

test('pressing the button answers and leads back to the page, which says it in words; a second press shows the same', async () => {
  const phone = pool.visitor();

  const first = await phone.submit(`/offers/${token}`, { answer: 'accept' });
  const second = await phone.submit(`/offers/${token}`, { answer: 'decline' });
  const page = await phone.get(first.headers.get('location') ?? '');

  expect([first.status, second.status]).toEqual([303, 303]);
  expect(page.text).toContain('noch NICHT gebucht');
  expect(page.text).toContain('Musterplatz 1');
});

test('an answer that is none is refused on a page, not with a program’s error', async () => {
  const reply = await pool.visitor().submit(`/offers/${token}`, { answer: 'maybe' });

  expect(reply.status).toBe(400);
  expect(reply.text).toContain('<!doctype html>');
});

test('an offer opens only by the link that was signed for it', async () => {
  const forged = `${token.slice(0, 24)}-${'A'.repeat(22)}`;

  for (const path of [`/offers/${forged}`, `/api/v1/offers/${forged}`]) {
    expect((await pool.visitor().get(path)).status).toBe(404);
  }
  expect((await pool.visitor().post(`/api/v1/offers/${forged}/accept`)).status).toBe(404);
});

test('a link that is none leads to a page that says what to do', async () => {
  const reply = await pool.visitor().get('/offers/unknown');

  expect(reply.status).toBe(404);
  expect(reply.text).toContain('<h1');
});

test('who was too late reads so on the same page', async () => {
  const assignment = await requestFrom(kim, {
    start: '2026-11-26T12:00:00+01:00',
    end: '2026-11-26T12:30:00+01:00',
  });
  await mara.post(`/api/v1/assignments/${assignment.id}/offers`, { interpreters: [id('amal'), id('noor')] });
  const tokens = (await pool.mails())
    .filter(({ subject }) => subject.startsWith('Können') && subject.includes(assignment.number))
    .map(({ text }) => offerToken(text));
  await pool.visitor().submit(`/offers/${tokens[0]}`, { answer: 'accept' });

  const reply = await pool.visitor().submit(`/offers/${tokens[1]}`, { answer: 'accept' });

  expect(reply.status).toBe(409);
  expect(reply.text).toContain('Schon vergeben');
});
