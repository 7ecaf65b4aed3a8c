/** A whole pool for a test: the real server on a database of its own, with a clock that the test moves. */
import { tmpdir } from 'node:os';
import type { Mailer } from '../../jobs/mailer.ts';
import { type MailboxItem, readMailbox } from '../../models/mailbox.ts';
import type { Settings } from '../../server/settings.ts';
import { start } from '../../server/start.ts';
import { type Client, createClient } from './client.ts';
import { connect } from './engine.ts';
import { now as monday } from './factories.ts';
import { slowDatabase } from './slow-database.ts';
import { type SmallPool, storeSmallPool } from './small-pool.ts';

export type TestPool = {
  url: string;
  /** Leads to this pool's database, for processes that a test starts. */
  databaseUri: string;
  /** The time that the pool lives in; it stands still until the test moves it. */
  time: { now: () => Date; set: (at: Date) => void; advance: (milliseconds: number) => void };
  /** Runs every sweep once, at the pool's time. */
  tick: () => Promise<void>;
  /** Mails of the built-in mailbox, oldest first, after everything that was woken has ended. */
  mails: () => Promise<MailboxItem[]>;
  /** Somebody without a session. */
  visitor: () => Client;
  /** From now on every answer of the database takes so many milliseconds more. */
  slowDown: (milliseconds: number) => void;
  /** Somebody who has signed in by the mailed code. */
  signedIn: (email: string) => Promise<Client>;
  stop: () => Promise<void>;
};

export type PoolOptions = SmallPool & { settings?: Partial<Settings>; mailer?: Mailer; startsAt?: Date };

/** Settings of a pool in a test: nothing from the environment. */
export function testSettings(mongodbUri: string, values: Partial<Settings> = {}): Settings {
  return {
    isProduction: false,
    host: '127.0.0.1',
    port: 0,
    baseUrl: undefined,
    mongodbUri,
    dataDir: tmpdir(),
    smtpUrl: undefined,
    mailFrom: 'pool@example.org',
    secretKeys: ['a-key-for-tests-only-a-key-for-tests-only'],
    demo: false,
    logLevel: 'silent',
    ...values,
  };
}

/** Starts a small pool on Monday, 23 November 2026, at 10 in the morning. */
export async function startPool({
  settings,
  mailer,
  startsAt = monday,
  ...small
}: PoolOptions = {}): Promise<TestPool> {
  const database = await connect();
  const slow = await slowDatabase(database.uri);
  let at = startsAt;
  const pool = await start(testSettings(slow.uri, settings), {
    clock: () => at,
    isTicking: false,
    ...(mailer && { mailer }),
  });
  await storeSmallPool({ ...small, created: startsAt });
  const mails = async () => {
    await pool.jobs.settled();
    return (await readMailbox()).reverse();
  };
  return {
    url: pool.url,
    databaseUri: database.uri,
    time: {
      now: () => at,
      set: (moment) => {
        at = moment;
      },
      advance: (milliseconds) => {
        at = new Date(at.getTime() + milliseconds);
      },
    },
    tick: async () => {
      await pool.jobs.settled();
      await pool.jobs.tick();
    },
    mails,
    visitor: () => createClient(pool.url),
    slowDown: slow.slowDown,
    signedIn: async (email) => {
      const client = createClient(pool.url);
      const before = new Set((await mails()).map(({ _id }) => _id));
      await client.post('/api/v1/login', { email });
      const mail = (await mails()).find(({ _id, to }) => !before.has(_id) && to.includes(email));
      const code = /\b\d{6}\b/.exec(mail?.text ?? '')?.[0];
      const reply = await client.post('/api/v1/session', { email, code });
      if (reply.status !== 201) throw new Error(`${email} could not sign in: ${JSON.stringify(reply.body)}`);
      return client;
    },
    stop: async () => {
      await pool.stop();
      await slow.stop();
      await database.close();
    },
  };
}
