/** Tokens let a program call in somebody's name: made by the person, shown once, ended at any time, and never in the log. */
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { withoutTokens } from '../../server/logging.ts';
import type { Client, Reply } from '../support/client.ts';
import { startPool, type TestPool } from '../support/pool.ts';
import { requestFrom, thursdayAtTen } from '../support/requests.ts';
import { people } from '../support/small-pool.ts';

let pool: TestPool;
let kim: Client;
const day = 24 * 3_600_000;

beforeAll(async () => {
  pool = await startPool();
  kim = await pool.signedIn(people.kim);
});

afterAll(() => pool.stop());

const bearer = (secret: string) => ({ authorization: `Bearer ${secret}` });
const makes = async (values: object = {}): Promise<Reply['body']> =>
  (await kim.post('/api/v1/tokens', { name: 'Kita-Programm', ...values })).body;
const reads = (secret: string) => pool.visitor().get('/api/v1/me', bearer(secret));
const asks = (secret: string, headers: object = {}) =>
  pool.visitor().post('/api/v1/assignments', thursdayAtTen, { ...bearer(secret), ...headers });

describe('a token', () => {
  test('calls in the name of whoever made it, without cookie and without saying from where', async () => {
    const { secret } = await makes();

    const [me, asked] = [await reads(secret), await asks(secret, { 'sec-fetch-site': 'cross-site' })];

    expect([me.status, me.body.email, asked.status]).toEqual([200, people.kim, 201]);
    expect(me.headers.getSetCookie()).toEqual([]);
  });

  test('is shown once; what is kept cannot be used', async () => {
    const { secret, ...made } = await makes();

    const listed = await kim.get('/api/v1/tokens');
    const stored = await mongoose.connection.collection('tokens').findOne({ _id: made.id });

    expect(secret).toMatch(/^dp_[\w-]{43}$/);
    expect(listed.body.items).toContainEqual(made);
    expect(JSON.stringify([listed.body, stored])).not.toContain(secret);
    expect((await reads(stored?.hash)).status).toBe(401);
  });

  test('that only reads changes nothing', async () => {
    const { secret } = await makes({ readOnly: true });

    const refused = await asks(secret);

    expect([(await reads(secret)).status, refused.status, refused.body.code]).toEqual([
      200,
      403,
      'token_read_only',
    ]);
  });

  test('cannot make another one', async () => {
    const { secret } = await makes();

    const reply = await pool.visitor().post('/api/v1/tokens', { name: 'noch eins' }, bearer(secret));

    expect([reply.status, reply.body.code]).toEqual([403, 'token_by_token']);
    expect(reply.body.detail).not.toMatch(/Rolle|role/);
  });

  test('ends when it is deleted, by its owner and nobody else', async () => {
    const [{ id, secret }, alex] = [await makes(), await pool.signedIn(people.alex)];

    expect((await alex.delete(`/api/v1/tokens/${id}`)).status).toBe(404);
    expect((await reads(secret)).status).toBe(200);
    expect((await kim.delete(`/api/v1/tokens/${id}`)).status).toBe(204);

    expect((await reads(secret)).status).toBe(401);
  });

  test('notes when it was used, once an hour at most', async () => {
    const { id, secret } = await makes();
    const usedAt = async () =>
      (await kim.get('/api/v1/tokens')).body.items.find((one: { id: string }) => one.id === id).usedAt;
    await reads(secret);
    const first = pool.time.now().toISOString();

    pool.time.advance(3_599_000);
    await reads(secret);
    const soon = await usedAt();
    pool.time.advance(1000);
    await reads(secret);

    expect([soon, await usedAt()]).toEqual([first, pool.time.now().toISOString()]);
  });

  test('made twice by one call is one token, and its secret is still shown once', async () => {
    const key = { 'idempotency-key': 'ein-token' };
    const before = (await kim.get('/api/v1/tokens')).body.items.length;

    const [first, again] = [
      await kim.post('/api/v1/tokens', { name: 'einmal' }, key),
      await kim.post('/api/v1/tokens', { name: 'einmal' }, key),
    ];

    expect([first.status, again.status]).toEqual([201, 201]);
    expect(first.body).toEqual({ ...again.body, secret: expect.any(String) });
    expect((await kim.get('/api/v1/tokens')).body.items).toHaveLength(before + 1);
  });

  test('is good for a year unless said otherwise, and then no more', async () => {
    const [short, usual] = [await makes({ days: 1 }), await makes()];
    const lasts = (one: Reply['body']) => (Date.parse(one.expiresAt) - Date.parse(one.createdAt)) / day;
    expect([lasts(short), lasts(usual)]).toEqual([1, 365]);
    expect((await kim.post('/api/v1/tokens', { name: 'lang', days: 731 })).status).toBe(400);

    pool.time.advance(day);

    expect([(await reads(short.secret)).status, (await reads(usual.secret)).status]).toEqual([401, 200]);
  });
});

test.each([
  ['a wrong one', 'Bearer dp_falsch'],
  ['an empty one', 'Bearer'],
])('%s is refused, even where a session would do', async (_what, authorization) => {
  const reply = await kim.get('/api/v1/me', { authorization });

  expect([reply.status, reply.body.code]).toEqual([401, 'token_invalid']);
  expect(reply.headers.get('www-authenticate')).toContain('error="invalid_token"');
});

test('who brings nothing hears what to bring', async () => {
  const reply = await pool.visitor().get('/api/v1/me');

  expect([reply.status, reply.headers.get('www-authenticate')]).toEqual([
    401,
    'Bearer realm="dolmetscherpool"',
  ]);
});

test('a token opens the API and no page', async () => {
  const { secret } = await makes();
  await requestFrom(kim);

  const page = await pool.visitor().get('/', bearer(secret));

  expect(page.text).not.toContain('Kim Muster');
});

test('a token that stands in an address by mistake does not stand in the log', async () => {
  const { secret } = await makes();

  expect(withoutTokens(`/api/v1/tokens/${secret}`)).toBe('/api/v1/tokens/…');
});

describe('npm run token', () => {
  const run = promisify(execFile);
  const root = path.resolve(import.meta.dirname, '../..');
  const command = (...words: string[]) =>
    run(process.execPath, ['--import', 'tsx', 'server/commands/token.ts', ...words], {
      cwd: root,
      env: { PATH: process.env.PATH, MONGODB_URI: pool.databaseUri, SECRET_KEY: 'x'.repeat(40) },
    });

  test('makes one for an account that is there, and prints nothing else to where it is read', async () => {
    const { stdout, stderr } = await command(people.mara, '--name', 'Auswertung', '--days', '730');

    const me = await reads(stdout.trim());

    expect([me.status, me.body.email]).toEqual([200, people.mara]);
    expect(stderr).toMatch(/^Database: .+/m);
  });

  test('says what is wrong', async () => {
    await expect(command('nobody@example.org')).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('Nobody here has the address'),
    });
    await expect(command()).rejects.toMatchObject({ stderr: expect.stringContaining('Usage:') });
  });
});
