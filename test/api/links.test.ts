/** Links in mails are opened by people, by programs that preview them, and by scanners: looking never changes anything. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { MongoClient } from 'mongodb';
import { connectionOptions } from '../../server/database/open.ts';
import type { Client } from '../support/client.ts';
import { startPool, type TestPool } from '../support/pool.ts';
import { offerToken, requestFrom } from '../support/requests.ts';
import { id, people } from '../support/small-pool.ts';
import { readable } from '../templates/html.ts';

let pool: TestPool;
let kim: Client;
let mara: Client;
let token: string;
/** Of one appointment: who is booked for it, who was too late, and its number. */
let held: string;
let lost: string;
let numberOfHeld: string;

beforeAll(async () => {
  pool = await startPool();
  [kim, mara] = [await pool.signedIn(people.kim), await pool.signedIn(people.mara)];
  const assignment = await requestFrom(kim);
  await mara.post(`/api/v1/assignments/${assignment.id}/offers`, { interpreters: [id('amal')] });
  await pool.visitor().post('/api/v1/login', { email: 'amal@example.org' });
  token = offerToken((await pool.mails()).find(({ subject }) => subject.startsWith('Können'))?.text ?? '');
});

afterAll(() => pool.stop());

/** The link of the one question about this assignment. */
async function tokenAbout(number: string): Promise<string> {
  const mail = (await pool.mails()).find(
    ({ subject }) => subject.startsWith('Können') && subject.includes(number),
  );
  return offerToken(mail?.text ?? '');
}

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
  [held, lost, numberOfHeld] = [tokens[0] ?? '', tokens[1] ?? '', assignment.number];

  expect(reply.status).toBe(409);
  expect(reply.text).toContain('Schon vergeben');
});

test('who has said yes gives back by the same link; the page says before whether it is late, and twice is once', async () => {
  const phone = pool.visitor();
  const question = readable((await phone.get(`/offers/${token}/give-back`)).text);
  const status = async () =>
    (await mara.get('/api/v1/assignments?status=accepted,requested')).body.items.map(
      (one: { id: string; status: string }) => [one.id, one.status],
    );
  const before = await status();

  const first = await phone.submit(`/offers/${token}?lang=en`, { answer: 'give_back', reason: 'krank' });
  const second = await phone.submit(`/offers/${token}`, { answer: 'give_back' });
  const program = await pool.visitor().post(`/api/v1/offers/${token}/give-back`, {});

  expect(question).toContain('Das ist rechtzeitig und in Ordnung.');
  expect([first.status, second.status]).toEqual([303, 303]);
  expect(first.headers.get('location')).toBe(`/offers/${token}?lang=en`);
  expect(program.body).toMatchObject({ situation: 'given_back', state: 'declined', status: 'requested' });
  expect(program.body.venue).toBeUndefined();
  expect(await status()).not.toEqual(before);
  expect(readable((await phone.get(`/offers/${token}`)).text)).toContain('Sie haben den Einsatz abgegeben');
  const told = (await pool.mails()).filter(({ subject }) => subject.startsWith('Wir suchen Ersatz'));
  expect(told.map(({ to }) => to)).toEqual([[people.kim]]);
});

test('nobody gives back, keeps or is late for what they are not booked for', async () => {
  for (const action of ['give-back', 'keep', 'not-keep']) {
    const reply = await pool.visitor().post(`/api/v1/offers/${lost}/${action}`, {});
    expect([action, reply.status, reply.body.code]).toEqual([action, 409, 'wrong_status']);
  }
  const late = await pool.visitor().post(`/api/v1/offers/${lost}/running-late`, { minutes: 90 });
  const page = await pool.visitor().submit(`/offers/${lost}`, { answer: 'give_back' });

  expect(late.status).toBe(400);
  expect(late.body.errors[0]).toMatchObject({ path: 'minutes', code: 'too_big' });
  expect(page.status).toBe(409);
  expect(readable(page.text)).toContain('Das geht jetzt nicht mehr');
});

test('near the start giving back is possible, and said to be late; everybody hears at once', async () => {
  pool.time.set(new Date('2026-11-25T18:00:00Z'));
  const question = readable((await pool.visitor().get(`/offers/${held}/give-back`)).text);

  await pool.visitor().submit(`/offers/${held}`, { answer: 'give_back' });

  expect(question).toContain('Das ist kurzfristig');
  const mails = (await pool.mails()).filter(({ subject }) => subject.includes(numberOfHeld));
  expect(mails.map(({ subject, to }) => [to[0], subject.split(':')[0]])).toEqual(
    expect.arrayContaining([
      ['mara@example.org', 'Abgegeben (spät), Ersatz gesucht'],
      ['kim@example.org', 'Wir suchen Ersatz'],
    ]),
  );
});

test('an answer to a move counts only for the time that was seen', async () => {
  const assignment = await requestFrom(kim, {
    start: '2026-11-26T08:00:00+01:00',
    end: '2026-11-26T08:30:00+01:00',
  });
  await mara.post(`/api/v1/assignments/${assignment.id}/offers`, { interpreters: [id('noor')] });
  const own = await tokenAbout(assignment.number);
  await pool.visitor().submit(`/offers/${own}`, { answer: 'accept' });
  const move = (hour: string) =>
    mara.post(`/api/v1/assignments/${assignment.id}/move`, {
      start: `2026-11-26T${hour}:00+01:00`,
      end: `2026-11-26T${hour.replace(':00', ':30')}:00+01:00`,
    });
  await move('09:00');
  const seen = (await pool.visitor().get(`/api/v1/offers/${own}`)).body.sequence;
  await move('11:00');

  const stale = await pool.visitor().submit(`/offers/${own}`, { answer: 'keep', sequence: String(seen) });
  const program = await pool.visitor().post(`/api/v1/offers/${own}/keep`, { sequence: seen });
  const fresh = await pool.visitor().post(`/api/v1/offers/${own}/keep`, { sequence: seen + 1 });

  expect([stale.status, program.status, fresh.status]).toEqual([412, 412, 200]);
  expect(readable(stale.text)).toContain('Der Termin hat sich noch einmal geändert');
  expect(fresh.body).toMatchObject({ status: 'accepted', situation: 'noted' });
});
