/** Signing in: a link or a code from the mail, once, for ten minutes; and nobody learns which addresses are known. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { now } from '../support/factories.ts';
import { startPool, type TestPool } from '../support/pool.ts';
import { people } from '../support/small-pool.ts';

let pool: TestPool;

beforeAll(async () => {
  pool = await startPool();
});

afterAll(() => pool.stop());

beforeEach(() => pool.time.advance(3 * 3_600_000));

/** Asks for a mail and reads link and code from it. */
async function askedFor(email: string): Promise<{ token: string; code: string }> {
  const before = new Set((await pool.mails()).map(({ _id }) => _id));
  await pool.visitor().post('/api/v1/login', { email });
  const mail = (await pool.mails()).find(({ _id }) => !before.has(_id));
  const token = /\/login\/([\w-]+)/.exec(mail?.text ?? '')?.[1] ?? '';
  const code = /\b\d{6}\b/.exec(mail?.text ?? '')?.[0] ?? '';
  return { token, code };
}

const session = (sent: object) => pool.visitor().post('/api/v1/session', sent);

test('a known and an unknown address get the same answer, and only one a mail', async () => {
  const before = (await pool.mails()).length;

  const replies = [
    await pool.visitor().post('/api/v1/login', { email: people.kim }),
    await pool.visitor().post('/api/v1/login', { email: 'nobody@example.org' }),
  ];

  expect(replies.map(({ status, text }) => [status, text])).toEqual([
    [202, ''],
    [202, ''],
  ]);
  expect(await pool.mails()).toHaveLength(before + 1);
});

test('the address may be written with capitals', async () => {
  const { token } = await askedFor('KIM@Example.org');

  expect((await session({ token })).status).toBe(201);
});

describe('the link', () => {
  test('opens a page with a button; opening it often changes nothing', async () => {
    const { token } = await askedFor(people.kim);

    const pages = [await pool.visitor().get(`/login/${token}`), await pool.visitor().get(`/login/${token}`)];
    await pool.visitor().head(`/login/${token}`);

    expect(pages.map(({ status }) => status)).toEqual([200, 200]);
    expect((await session({ token })).status).toBe(201);
  });

  test('signs in by its button and leads to the first page', async () => {
    const { token } = await askedFor(people.kim);
    const browser = pool.visitor();

    const reply = await browser.submit(`/login/${token}`, {});

    expect([reply.status, reply.headers.get('location')]).toEqual([303, '/']);
    expect((await browser.get('/api/v1/me')).body.name).toBe('Kim Muster');
  });

  test('works once, however many press at the same time', async () => {
    const { token } = await askedFor(people.kim);

    const replies = await Promise.all([1, 2, 3, 4].map(() => session({ token })));

    expect(replies.map(({ status }) => status).sort()).toEqual([201, 400, 400, 400]);
    expect(replies.find(({ status }) => status === 400)?.body.code).toBe('link_invalid');
  });

  test('works for ten minutes', async () => {
    const { token } = await askedFor(people.kim);
    pool.time.advance(10 * 60_000);

    expect((await session({ token })).body.code).toBe('link_invalid');
  });

  test.each(['', 'x', `${'a'.repeat(24)}-${'b'.repeat(22)}`])(
    'is worth nothing when it is invented: %p',
    async (token) => {
      expect((await session({ token: token || 'x' })).status).toBe(400);
    },
  );
});

describe('the code', () => {
  test('signs in together with the address', async () => {
    const { code } = await askedFor(people.mara);

    const reply = await session({ email: people.mara, code });

    expect(reply.status).toBe(201);
    expect(reply.body.roles).toEqual([{ role: 'coordinator', centre: 'soest' }]);
  });

  test('is refused with another address, even a known one', async () => {
    const { code } = await askedFor(people.mara);
    await askedFor(people.kim);

    expect((await session({ email: people.kim, code })).body.code).toBe('code_wrong');
    expect((await session({ email: 'nobody@example.org', code })).body.code).toBe('code_wrong');
  });

  test('can be tried five times, also when somebody tries many at once', async () => {
    const { code } = await askedFor(people.mara);
    const wrong = code === '000000' ? '000001' : '000000';

    await Promise.all(Array.from({ length: 12 }, () => session({ email: people.mara, code: wrong })));

    expect((await session({ email: people.mara, code })).body.code).toBe('code_wrong');
  });

  test('counts from the newest mail', async () => {
    const first = await askedFor(people.mara);
    pool.time.advance(1000);
    const second = await askedFor(people.mara);

    expect((await session({ email: people.mara, code: first.code })).status).toBe(
      first.code === second.code ? 201 : 400,
    );
    expect((await session({ email: people.mara, code: second.code })).status).toBe(201);
  });

  test('works for ten minutes', async () => {
    const { code } = await askedFor(people.mara);
    pool.time.advance(10 * 60_000);

    expect((await session({ email: people.mara, code })).body.code).toBe('code_wrong');
  });
});

test('nobody’s mailbox is flooded: thirty mails an hour, then silence and the same answer', async () => {
  const before = (await pool.mails()).length;

  for (let index = 0; index < 35; index++) {
    expect((await pool.visitor().post('/api/v1/login', { email: people.alex })).status).toBe(202);
  }

  expect((await pool.mails()).length - before).toBe(30);
});

test('the mail says code, link and how long they are good, and holds no password', async () => {
  pool.time.set(new Date(now.getTime() + 48 * 3_600_000));
  await askedFor(people.kim);

  const mail = (await pool.mails()).findLast(({ to }) => to.includes(people.kim));

  expect(mail?.text).toContain(`${pool.url}/login/`);
  expect(mail?.text).toMatch(/10\sMinuten/);
});
