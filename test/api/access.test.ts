/** Who may see and do what: what belongs to others does not exist, and a session is worth nothing from elsewhere. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Collection, MongoClient } from 'mongodb';
import { insertAccounts } from '../../models/account.ts';
import { insertCentre } from '../../models/centre.ts';
import { insertInterpreters } from '../../models/interpreter.ts';
import { apiEndpoints } from '../../server/api/endpoints.ts';
import { connectionOptions } from '../../server/database/open.ts';
import type { Client } from '../support/client.ts';
import { aCentre, anInterpreter, now } from '../support/factories.ts';
import { startPool, type TestPool } from '../support/pool.ts';
import { requestFrom } from '../support/requests.ts';
import { id, kitaId, people, schoolId } from '../support/small-pool.ts';

let pool: TestPool;
const client: Record<string, Client> = {};
let assignment: { id: string };

beforeAll(async () => {
  pool = await startPool();
  await insertCentre({ ...aCentre(), _id: 'unna', name: 'Kommunales Integrationszentrum Kreis Unna' });
  await insertAccounts([
    {
      _id: id('uwe'),
      name: 'Uwe Erfunden',
      email: 'uwe@example.org',
      locale: 'de',
      memberships: [{ role: 'coordinator', centre: 'unna' }],
      createdAt: now,
    },
    {
      _id: id('both'),
      name: 'Bo Beispiel',
      email: 'both@example.org',
      locale: 'de',
      memberships: [
        { role: 'contact', centre: 'soest', agency: kitaId },
        { role: 'contact', centre: 'soest', agency: schoolId },
      ],
      createdAt: now,
    },
  ]);
  const { memberships: [membership] = [], ...rest } = anInterpreter({ _id: id('lea'), account: id('lea') });
  if (!membership) throw new Error('everybody has a membership');
  await insertInterpreters([
    {
      ...rest,
      memberships: [
        { ...membership, status: 'left' },
        { ...membership, centre: 'unna' },
      ],
    },
  ]);
  for (const who of ['mara', 'kim', 'alex', 'amal', 'uwe', 'both'])
    client[who] = await pool.signedIn(`${who}@example.org`);
  client.visitor = pool.visitor();
  assignment = await requestFrom(client.kim as Client);
});

afterAll(() => pool.stop());

const body = { reason: 'x', interpreters: [id('amal')] };
type Row = [
  route: string,
  method: 'get' | 'post',
  path: () => string,
  sent: object | undefined,
  expected: Record<string, number>,
];

/** One row a route: what each of them is answered. Agencies and centres that are not theirs get the same answer as unknown ids. */
const matrix: Row[] = [
  [
    'read',
    'get',
    () => `/assignments/${assignment.id}`,
    undefined,
    { visitor: 401, mara: 200, kim: 200, both: 200, alex: 404, amal: 404, uwe: 404 },
  ],
  [
    'matches',
    'get',
    () => `/assignments/${assignment.id}/matches`,
    undefined,
    { visitor: 401, mara: 200, kim: 403, alex: 404, amal: 404, uwe: 404 },
  ],
  [
    'ask',
    'post',
    () => `/assignments/${assignment.id}/offers`,
    { interpreters: body.interpreters },
    { visitor: 401, kim: 403, alex: 404, amal: 404, uwe: 404, mara: 201 },
  ],
  [
    'confirm',
    'post',
    () => `/assignments/${assignment.id}/confirm`,
    {},
    { visitor: 401, kim: 403, alex: 404, amal: 404, uwe: 404, mara: 409 },
  ],
  [
    'cancel',
    'post',
    () => `/assignments/${assignment.id}/cancel`,
    { reason: 'x' },
    { visitor: 401, alex: 404, amal: 404, uwe: 404 },
  ],
  [
    'availability',
    'get',
    () => `/interpreters/${id('amal')}/availability`,
    undefined,
    { visitor: 401, amal: 200, mara: 200, kim: 404, uwe: 404 },
  ],
  [
    'availability of somebody who has left for another centre',
    'get',
    () => `/interpreters/${id('lea')}/availability`,
    undefined,
    { mara: 404, uwe: 200, kim: 404 },
  ],
  ['me', 'get', () => '/me', undefined, { visitor: 401, mara: 200, amal: 200 }],
  ['my offers', 'get', () => '/offers', undefined, { visitor: 401, amal: 200, kim: 200 }],
];

describe.each(matrix)('%s', (_route, method, path, sent, expected) => {
  test.each(Object.entries(expected))('%s is answered %i', async (who, status) => {
    const caller = client[who] as Client;
    const url = `/api/v1${path()}`;

    const reply = method === 'get' ? await caller.get(url) : await caller.post(url, sent);

    expect(reply.status).toBe(status);
  });
});

test('what belongs to others is answered exactly as what does not exist', async () => {
  const others = await (client.alex as Client).get(`/api/v1/assignments/${assignment.id}`);
  const unknown = await (client.alex as Client).get(`/api/v1/assignments/${'f'.repeat(24)}`);

  expect(others.body).toEqual(unknown.body);
});

test('every route that needs a session says so to a visitor', async () => {
  for (const { method, path, access } of apiEndpoints.filter((one) => one.access === 'signed_in')) {
    const url = `${pool.url}/api/v1${path.replace(/\{\w+\}/g, 'f'.repeat(24))}`;
    const response = await fetch(url, { method: method.toUpperCase() });

    expect([method, path, access, response.status]).toEqual([method, path, access, 401]);
  }
});

describe('asking for an agency', () => {
  const ask = (who: string, agency?: string) =>
    (client[who] as Client).post('/api/v1/assignments', {
      language: 'ar',
      mode: 'phone',
      start: '2026-12-01T10:00:00+01:00',
      end: '2026-12-01T11:00:00+01:00',
      occasion: 'Beratung',
      ...(agency && { agency }),
    });

  test('a coordinator names one of their centre, and its contact hears of it', async () => {
    const reply = await ask('mara', schoolId);

    expect([reply.status, reply.body.agency]).toEqual([201, schoolId]);
    expect(
      (await pool.mails()).some(
        ({ to, subject }) => to.includes(people.alex) && subject.includes(reply.body.number),
      ),
    ).toBe(true);
  });

  test('a contact of several names one of them', async () => {
    expect((await ask('both')).body.errors[0].path).toBe('agency');
    expect((await ask('both', schoolId)).status).toBe(201);
  });

  test.each([
    ['an interpreter', 'amal', undefined, 403],
    ['a coordinator without naming one', 'mara', undefined, 400],
    ['a coordinator of another centre', 'uwe', kitaId, 400],
    ['a contact for another agency', 'kim', schoolId, 400],
  ])('%s is refused', async (_who, who, agency, status) => {
    expect((await ask(who, agency)).status).toBe(status);
  });
});

describe('lists show what one may see', () => {
  const numbers = async (who: string) =>
    (await (client[who] as Client).get('/api/v1/assignments')).body.items.map(
      ({ agency }: { agency: string }) => agency,
    );

  test('a coordinator everything of the centre, an agency its own, another centre nothing', async () => {
    expect(new Set(await numbers('mara'))).toEqual(new Set([kitaId, schoolId]));
    expect(new Set(await numbers('kim'))).toEqual(new Set([kitaId]));
    expect(await numbers('uwe')).toEqual([]);
    expect(await numbers('amal')).toEqual([]);
  });

  test('agencies read neither who was asked nor the history', async () => {
    const { body } = await (client.kim as Client).get(`/api/v1/assignments/${assignment.id}`);

    expect(body).not.toHaveProperty('offers');
    expect(body).not.toHaveProperty('history');
    expect(JSON.stringify(body)).not.toMatch(/outbox|cells|schemaVersion|account/);
  });
});

test('a page that belongs to no centre speaks for none of several', async () => {
  const { text } = await pool.visitor().get('/login');

  expect(text).toContain('– Dolmetscherpool</title>');
  expect(text).not.toContain('Kreis Soest');
});

describe('a session', () => {
  test.each([
    ['a page of another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a subdomain of ours', { 'sec-fetch-site': 'same-site' }, 403],
    ['an older browser on another site', { origin: 'https://evil.example' }, 403],
    ['our own page', { 'sec-fetch-site': 'same-origin' }, 404],
    ['a program', {}, 404],
  ])('used by %s', async (_who, headers, status) => {
    const reply = await (client.mara as Client).post(
      `/api/v1/assignments/${'f'.repeat(24)}/confirm`,
      {},
      headers,
    );

    expect(reply.status).toBe(status);
  });

  test.each([
    ['asking for a mail', '/login', { email: people.kim }],
    ['a mailed link', `/login/${'a'.repeat(24)}-${'b'.repeat(22)}`, {}],
    ['a code', '/login/code', { email: people.kim, code: '123456' }],
    ['a code, written otherwise', '/LOGIN/code/', { email: people.kim, code: '123456' }],
  ])('is not begun from another site by %s', async (_by, path, fields) => {
    const statusFrom = async (site: string) =>
      (await pool.visitor().submit(path, fields, { 'sec-fetch-site': site })).status;

    expect(await statusFrom('cross-site')).toBe(403);
    expect(await statusFrom('same-origin')).not.toBe(403);
  });

  test('is not begun from another site by the API either', async () => {
    for (const path of ['/api/v1/session', '/api/v1/session/', '/api/v1/login']) {
      const reply = await pool.visitor().post(path, {}, { origin: 'https://evil.example' });

      expect([path, reply.status]).toEqual([path, 403]);
    }
  });

  test('cannot be planted: signing in gives it a new id', async () => {
    const visitor = pool.visitor();
    await visitor.post('/api/v1/login', { email: people.kim });
    const before = (await visitor.get('/login')).headers.getSetCookie();

    const { headers } = await (await pool.signedIn(people.kim)).get('/api/v1/me');

    expect(before).toEqual([]);
    expect(headers.getSetCookie()).toEqual([]);
  });

  test('ends for good when one signs out', async () => {
    const kim = await pool.signedIn(people.kim);

    expect((await kim.delete('/api/v1/session')).status).toBe(204);

    expect((await kim.get('/api/v1/me')).status).toBe(401);
  });

  describe.each([
    ['a coordinator', people.mara, 10],
    ['an agency', people.alex, 30 * 24],
  ])('of %s', (_who, email, hours) => {
    test(`ends after ${hours} hours, however busily it is used`, async () => {
      const before = (await stored()).map(({ _id }) => _id);
      const caller = await pool.signedIn(email);
      const own = (await stored()).filter(({ _id }) => !before.includes(_id));
      const lasts = (own[0]?.session.endsAt ?? 0) - Date.now();
      expect([own.length, Math.ceil(lasts / 3_600_000)]).toEqual([1, hours]);
      expect((await caller.get('/api/v1/me')).status).toBe(200);

      for (const { _id, session } of own) await store(_id, { ...session, endsAt: Date.now() });

      expect((await caller.get('/api/v1/me')).status).toBe(401);
      expect((await stored()).map(({ _id }) => _id).sort()).toEqual(before.sort());
      expect((await caller.submit('/login', { email })).status).toBe(200);
    });
  });
});

type Session = { account: string; endsAt: number };

/** What the database keeps of sessions. */
async function inSessions<T>(use: (sessions: Collection<{ _id: string; session: string }>) => Promise<T>) {
  const client = await MongoClient.connect(pool.databaseUri, connectionOptions);
  const result = await use(client.db().collection('sessions'));
  await client.close();
  return result;
}

async function stored(): Promise<{ _id: string; session: Session }[]> {
  const all = await inSessions((sessions) => sessions.find().toArray());
  return all.map(({ _id, session }) => ({ _id, session: JSON.parse(session) }));
}

async function store(_id: string, session: Session): Promise<void> {
  await inSessions((sessions) => sessions.updateOne({ _id }, { $set: { session: JSON.stringify(session) } }));
}
