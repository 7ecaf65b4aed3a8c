/** What keeps the pool from starting is said in a few lines, with what to do; only a bug shows a stack. */
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readSettings, type Settings, SettingsError } from '../server/settings.ts';
import { start } from '../server/start.ts';
import { explained, StartFailure } from '../server/start-failure.ts';
import { launchServer } from './support/server-process.ts';
import { until } from './support/until.ts';

let dataDir: string;

beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'dolmetscherpool-start-'));
});

afterEach(async () => {
  await until(() =>
    rm(dataDir, { recursive: true, force: true }).then(
      () => true,
      () => false,
    ),
  );
});

function settingsFor(env: Record<string, string>): Settings {
  return readSettings({ DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'silent', ...env });
}

/** Tries to start. @returns what the person who starts it reads, which is a few lines and no stack */
async function refused(env: Record<string, string>): Promise<string> {
  try {
    const pool = await start(settingsFor(env));
    await pool.stop();
  } catch (error) {
    const isMeantForPeople = error instanceof StartFailure || error instanceof SettingsError;
    if (!isMeantForPeople) throw error;
    expect(error.message.split('\n').length).toBeLessThanOrEqual(3);
    return error.message;
  }
  throw new Error('it has started');
}

test('production on the embedded database starts with a warning', async () => {
  const production = {
    NODE_ENV: 'production',
    BASE_URL: 'https://pool.example.org',
    SMTP_URL: 'smtp://127.0.0.1:1',
    MAIL_FROM: 'pool@example.org',
    SECRET_KEY: 'k9Vw2Lq8Zt4Rb7Nc1Xm6Hd3Jf5Pg0Sy2',
  };

  const pool = await start(settingsFor(production), { isTicking: false });
  await pool.stop();

  expect(pool.notices.join()).toMatch(/WARNING: .*embedded.*MONGODB_URI/);
});

describe('what keeps it from starting is said in a few lines, with what to do and no stack', () => {
  test('a port that is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;

    const launched = launchServer({ DATA_DIR: dataDir, PORT: String(port) });

    expect(await launched.ended).toBe(1);
    const printed = launched.printed();
    expect(printed).not.toMatch(/^\s+at |node:|Error:/m);
    expect(printed.trimEnd().split('\n')).toHaveLength(2);
    expect(printed).toMatch(new RegExp(`PORT: ${port} .*in use[\\s\\S]*another number`));
    taken.close();
  });

  test('an address that is not of this machine', async () => {
    expect(await refused({ HOST: '203.0.113.7' })).toMatch(/HOST.*203\.0\.113\.7/);
  });

  test('a data folder that is a file, or lies where no folder can be', async () => {
    const file = path.join(dataDir, 'file');
    await writeFile(file, '');
    const begun = Date.now();

    expect(await refused({ DATA_DIR: file })).toMatch(/DATA_DIR: .*is a file/);
    expect(await refused({ DATA_DIR: path.join(file, 'below') })).toMatch(/DATA_DIR: /);
    expect(await refused({ DATA_DIR: '/proc/dolmetscherpool/data' })).toMatch(/DATA_DIR: .*\/proc/);
    expect(Date.now() - begun).toBeLessThan(15_000);
  });

  test('a database folder that is a file', async () => {
    await writeFile(path.join(dataDir, 'embedded'), '');

    expect(await refused({})).toMatch(/DATA_DIR: .*embedded/);
  });

  test('a log that is damaged', async () => {
    const pool = await start(settingsFor({ DEMO: 'false' }));
    await pool.stop();
    await until(() => !existsSync(path.join(dataDir, 'embedded', 'mongodb.sock')));
    const log = path.join(dataDir, 'embedded', 'log');
    const bytes = await readFile(log);
    await writeFile(log, bytes.fill(7, 100, 200));

    expect(await refused({})).toMatch(/DATA_DIR: .*damaged at byte[\s\S]*server\.log/);
  });

  test('a database that does not answer: within seconds, without its password, and never a fall-back', async () => {
    const begun = Date.now();

    const printed = await refused({ MONGODB_URI: 'mongodb://user:hidden@127.0.0.1:1/pool' });

    expect(printed).toMatch(/MONGODB_URI.*127\.0\.0\.1:1/);
    expect(printed).not.toContain('hidden');
    expect(Date.now() - begun).toBeLessThan(10_000);
  });

  test.each([
    ['a full disk', { code: 14031, name: 'MongoServerError' }, /DATA_DIR: .*no room[\s\S]*32 MiB/],
    ['a user without rights', { code: 13, name: 'MongoServerError' }, /MONGODB_URI: .*user/],
    ['a database that goes away', { name: 'MongoNetworkTimeoutError', message: 'x' }, /does not answer/],
    [
      'a newer database',
      new Error('the database is at version 9, this program knows only 1: use a newer program'),
      /DATA_DIR: .*newer program/,
    ],
  ])('%s', (_what, error, said) => {
    const told = explained(error, { host: '127.0.0.1', port: 3000, hasUri: false });

    expect(told).toBeInstanceOf(StartFailure);
    expect((told as Error).message).toMatch(said);
  });

  test('but a bug keeps its stack', () => {
    const bug = new TypeError('undefined is not a function');

    expect(explained(bug)).toBe(bug);
  });
});
