import { mkdtempSync } from 'node:fs';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { introduce } from '../server/introduction.ts';
import { readSettings, SettingsError } from '../server/settings.ts';
import { createClient } from './support/client.ts';
import { connect } from './support/engine.ts';
import { launchServer, type ServerProcess, startServerProcess } from './support/server-process.ts';
import { slowDatabase } from './support/slow-database.ts';
import { until } from './support/until.ts';

let dataDir: string;
const running: ServerProcess[] = [];

beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'dolmetscherpool-start-'));
});

afterEach(async () => {
  for (const server of running.splice(0)) server.child.kill('SIGKILL');
  await until(
    async () =>
      await rm(dataDir, { recursive: true, force: true }).then(
        () => true,
        () => false,
      ),
  );
});

async function started(env: Record<string, string> = {}): Promise<ServerProcess> {
  const server = await startServerProcess({ DATA_DIR: dataDir, ...env });
  running.push(server);
  return server;
}

type Item = { id: string; to: string[]; text: string };

/** Signs in by the code of the mail that arrives in the mailbox, as a newcomer does. */
async function signedIn({ url }: ServerProcess, email: string) {
  const client = createClient(url);
  const items = async (): Promise<Item[]> => (await client.get('/mailbox.json')).body.items;
  const before = new Set((await items()).map(({ id }) => id));
  await client.post('/api/v1/login', { email });
  let arrived: Item | undefined;
  await until(async () => {
    arrived = (await items()).find(
      ({ id, to, text }) => !before.has(id) && to.includes(email) && /\/login\//.test(text),
    );
    return arrived !== undefined;
  });
  await client.post('/api/v1/session', { email, code: /\b\d{6}\b/.exec(arrived?.text ?? '')?.[0] });
  return client;
}

describe('on a bare machine, without any setting', () => {
  /** The first test fills it, the others find it filled. */
  const kept = mkdtempSync(path.join(tmpdir(), 'dolmetscherpool-kept-'));
  const startedThere = () => started({ DATA_DIR: kept });

  afterAll(() => rm(kept, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));

  test('it says where its database lies, which accounts there are and which pages to open, and all of it is true', async () => {
    const server = await startedThere();

    const printed = server.printed();
    expect(printed).toContain(kept);
    for (const email of ['koordination@example.org', 'kita@example.org', 'sprachmittlung@example.org']) {
      expect(printed).toContain(email);
      expect((await (await signedIn(server, email)).get('/api/v1/me')).body.email).toBe(email);
    }
    for (const page of ['/login', '/mailbox', '/api/docs', '/api/openapi.json', '/', '/mailbox.json']) {
      expect([page, (await createClient(server.url).get(page)).status]).toEqual([page, 200]);
    }
  });

  test('what it was given survives a restart and a kill -9', async () => {
    const first = await startedThere();
    const kita = await signedIn(first, 'kita@example.org');
    const asked = await kita.post('/api/v1/assignments', {
      language: 'ckb',
      mode: 'phone',
      start: '2027-06-03T10:00:00+02:00',
      end: '2027-06-03T11:00:00+02:00',
      occasion: 'Elterngespräch',
    });
    expect(asked.status).toBe(201);
    first.child.kill('SIGKILL');

    const second = await startedThere();
    const again = await signedIn(second, 'kita@example.org');
    expect((await again.get(`/api/v1/assignments/${asked.body.id}`)).body.number).toBe(asked.body.number);
    expect(await second.end()).toBe(0);

    const third = await startedThere();
    const still = await signedIn(third, 'koordination@example.org');
    expect((await still.get(`/api/v1/assignments/${asked.body.id}`)).body.status).toBe('requested');
  });

  test('the secret it makes is kept to its owner', async () => {
    await started({ DEMO: 'false' });

    const file = path.join(dataDir, 'secret-key');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await readFile(file, 'utf8')).length).toBeGreaterThanOrEqual(32);
  });

  test('a second server on the same data shares the database of the first', async () => {
    const [first, second] = [await startedThere(), await startedThere()];
    const kita = await signedIn(first, 'kita@example.org');
    const { body } = await kita.post('/api/v1/assignments', {
      language: 'ar',
      mode: 'phone',
      start: '2027-06-04T10:00:00+02:00',
      end: '2027-06-04T11:00:00+02:00',
      occasion: 'Beratung',
    });

    const elsewhere = await signedIn(second, 'koordination@example.org');

    expect((await elsewhere.get(`/api/v1/assignments/${body.id}`)).status).toBe(200);
  });
});

describe('the demo pool of servers that start at once', () => {
  test('is there once, and they share one secret', async () => {
    const servers = await Promise.all([started(), started(), started()]);

    for (const server of servers) {
      const mara = await signedIn(server, 'koordination@example.org');
      expect((await mara.get('/api/v1/assignments?status=moved')).body.items).toHaveLength(1);
      for (const { url } of servers) {
        const elsewhere = await mara.get(new URL('/api/v1/me', url).href);
        expect(elsewhere.body.email).toBe('koordination@example.org');
      }
    }
  });

  test('is begun anew when one is killed while it fills the database', async () => {
    const database = await connect();
    const slow = await slowDatabase(database.uri);
    const count = (collection: string) => database.db.collection(collection).countDocuments();
    const dying = launchServer({ DATA_DIR: dataDir, MONGODB_URI: slow.uri });
    await until(async () => (await count('unfinished')) > 0);
    slow.slowDown(300);
    await until(async () => (await count('accounts')) > 0);
    dying.child.kill('SIGKILL');
    expect([await dying.ended, await count('centres'), await count('unfinished')]).toEqual([null, 0, 1]);

    await started({ MONGODB_URI: database.uri });

    expect([await count('centres'), await count('interpreters'), await count('assignments')]).toEqual([
      18, 200, 680,
    ]);
    expect(await count('unfinished')).toBe(0);
    await slow.stop();
    await database.close();
  });
});

describe('the start says truly where mail goes', () => {
  const pool = {
    url: 'http://localhost:3000',
    database: 'a database',
    isDemo: true,
    notices: [],
  };

  test('with the mailbox: to the mailbox', () => {
    expect(introduce({ ...pool, mail: 'mailbox' })).toMatch(/arrives in the mailbox[\s\S]*\/mailbox/);
  });

  test('with a mail server: there is no word of a mailbox', () => {
    const said = introduce({ ...pool, mail: 'smtp' });

    expect(said).toContain('SMTP_URL');
    expect(said).not.toMatch(/mailbox/i);
  });

  test('open to others without a mail server: nobody can sign in, and which variable changes that', async () => {
    const server = await started({ HOST: '0.0.0.0', DEMO: 'false' });

    expect(server.printed()).toMatch(
      /Nobody can sign in: .*neither SMTP_URL nor a mailbox[\s\S]*Set SMTP_URL/,
    );
    expect(server.printed()).not.toMatch(/arrives in the mailbox|\/mailbox/);
    expect((await createClient(server.url).get('/mailbox')).status).toBe(404);
  });
});

test('a database that holds other data is left alone, and the start says why there is no demo pool', async () => {
  const database = await connect();
  await database.db.collection<{ _id: string }>('accounts').insertOne({ _id: 'theirs' });

  const server = await started({ MONGODB_URI: database.uri });

  expect(server.printed()).toMatch(/No demo pool: .*\(accounts\).*DEMO=false/);
  expect(server.printed()).not.toContain('koordination@example.org');
  expect(await database.db.collection('accounts').countDocuments()).toBe(1);
  await server.end();
  await database.close();
});

test('a database that stands still makes the pool not ready within two seconds', async () => {
  const database = await connect();
  const slow = await slowDatabase(database.uri);
  const server = await started({ MONGODB_URI: slow.uri, DEMO: 'false' });
  expect((await createClient(server.url).get('/readyz')).status).toBe(200);
  slow.slowDown(6000);
  const begun = Date.now();

  const reply = await createClient(server.url).get('/readyz');

  expect([reply.status, reply.body.status]).toEqual([503, 'no database']);
  expect(Date.now() - begun).toBeLessThan(4000);
  server.child.kill('SIGKILL');
  await slow.stop();
  await database.close();
});

test('an answer of the database that never comes is given up, and the caller hears that we are away', async () => {
  const database = await connect();
  const slow = await slowDatabase(database.uri);
  const server = await started({ MONGODB_URI: slow.uri, DEMO: 'false' });
  const held = slow.holdAnswerAbout('assignments');

  const reply = await createClient(server.url).get(`/api/v1/offers/${'a'.repeat(24)}-${'b'.repeat(22)}`);

  expect([reply.status, reply.body.code]).toEqual([503, 'unavailable']);
  await held;
  server.child.kill('SIGKILL');
  await slow.stop();
  await database.close();
}, 40_000);

describe('settings', () => {
  const read = (env: Record<string, string>) => readSettings({ DATA_DIR: dataDir, ...env });
  const strong = 'k9Vw2Lq8Zt4Rb7Nc1Xm6Hd3Jf5Pg0Sy2';
  const production = {
    NODE_ENV: 'production',
    BASE_URL: 'https://pool.example.org',
    SMTP_URL: 'smtps://mail.example.org',
    MAIL_FROM: 'pool@example.org',
    SECRET_KEY: strong,
  };

  test('nothing has to be given', () => {
    expect(read({})).toMatchObject({ host: '127.0.0.1', port: 3000, isProduction: false, demo: true });
  });

  test('an empty variable counts as not given', () => {
    expect(read({ PORT: '', MONGODB_URI: '' })).toMatchObject({ port: 3000, mongodbUri: undefined });
  });

  test.each([
    ['PORT', 'abc'],
    ['PORT', '70000'],
    ['NODE_ENV', 'prod'],
    ['BASE_URL', 'pool.example.org'],
    ['MONGODB_URI', 'postgres://x'],
    ['SMTP_URL', 'mail.example.org'],
    ['MAIL_FROM', 'pool'],
    ['DEMO', 'perhaps'],
    ['LOG_LEVEL', 'loud'],
    ['SECRET_KEY', ','],
    ['SECRET_KEY', `${strong},`],
  ])('%s=%s is refused by name', (name, value) => {
    expect(() => read({ [name]: value })).toThrow(new RegExp(`- ${name}: `));
  });

  test('what is wrong is said in a sentence of ours, with what was given', () => {
    expect(() => read({ PORT: '70000' })).toThrow(
      'PORT: must be a whole number from 0 to 65535 (given: 70000)',
    );
    expect(() => read({ NODE_ENV: 'prod' })).toThrow(/NODE_ENV: must be development, test or production/);
  });

  test('everything that is wrong is said at once', () => {
    const wrong = () => read({ PORT: 'abc', LOG_LEVEL: 'loud' });

    expect(wrong).toThrow(SettingsError);
    expect(wrong).toThrow(/PORT[\s\S]*LOG_LEVEL/);
  });

  test.each([
    ['an address without TLS', { BASE_URL: 'http://pool.example.org' }, 'BASE_URL'],
    ['no mail server', { SMTP_URL: '' }, 'SMTP_URL'],
    ['no address that mail comes from', { MAIL_FROM: '' }, 'MAIL_FROM'],
    ['a short secret', { SECRET_KEY: 'short' }, 'SECRET_KEY'],
    ['an example for a secret', { SECRET_KEY: 'change-me-change-me-change-me-change-me' }, 'SECRET_KEY'],
    ['a secret of few different characters', { SECRET_KEY: 'ab'.repeat(20) }, 'SECRET_KEY'],
    ['a weak former secret', { SECRET_KEY: `${strong},old` }, 'SECRET_KEY'],
    ['the demo pool', { DEMO: 'true' }, 'DEMO'],
  ])('production refuses %s', (_what, env, name) => {
    expect(() => read({ ...production, ...env })).toThrow(new RegExp(`- ${name}: `));
  });

  test('production starts with strong ones, without demo pool, with two secrets while rotating', () => {
    const settings = read({ ...production, SECRET_KEY: `${strong}, ${strong}old` });

    expect(settings).toMatchObject({ isProduction: true, demo: false, secretKeys: [strong, `${strong}old`] });
  });
});
