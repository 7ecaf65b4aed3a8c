/** start(settings) → {url, stop}: the database, then the sweeps, then the door. */
import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { readOut } from '../jobs/compose.ts';
import { createSmtpMailer, type Mailer, mailboxMailer } from '../jobs/mailer.ts';
import { type Jobs, startJobs } from '../jobs/timetable.ts';
import {
  connectDatabase,
  databaseClient,
  databaseName,
  disconnectDatabase,
  prepareDatabase,
} from '../models/connection.ts';
import { databaseClockOffset } from '../models/installation/database-clock.ts';
import { createSecrets } from '../models/secrets.ts';
import { createApp } from './app.ts';
import type { Context } from './context.ts';
import { connectionOptions, type Database, openDatabase } from './database/open.ts';
import { holdsDemoPool, loadDemoPool } from './demo/demo-pool.ts';
import { isLoopback, type Settings } from './settings.ts';
import { explained } from './start-failure.ts';

/** What tests bring of their own: a time, a transport, and whether anything ticks by itself. */
export type Overrides = { clock?: () => Date; mailer?: Mailer; isTicking?: boolean };

export type Pool = {
  url: string;
  /** One line about the database in use. */
  database: string;
  /** Where mail goes: to the built-in mailbox, to a mail server, or to nobody. */
  mail: 'mailbox' | 'smtp' | 'nowhere';
  isDemo: boolean;
  /** What whoever starts it has to know besides, each in one line. */
  notices: string[];
  jobs: Jobs;
  /** Takes no new requests, lets running work end, lets go of the database. */
  stop: () => Promise<void>;
};

/**
 * Starts the whole pool.
 * @throws {StartFailure} with what to do, when the database cannot be reached or the port is taken; other errors when
 * the database is newer than this program or cannot guard what it must. Nothing stays open behind it.
 */
export async function start(settings: Settings, overrides: Overrides = {}): Promise<Pool> {
  const { host, port, mongodbUri } = settings;
  const log = pino({ level: settings.logLevel });
  let database: Database | undefined;
  try {
    database = await openDatabase({ ...settings, report: (line) => log.warn(line) });
    return await open(database, settings, overrides, log);
  } catch (error) {
    await disconnectDatabase();
    await database?.close();
    throw explained(error, { host, port, hasUri: mongodbUri !== undefined });
  }
}

async function open(
  database: Database,
  settings: Settings,
  overrides: Overrides,
  log: Context['log'],
): Promise<Pool> {
  await connectDatabase(database.uri, connectionOptions);
  await prepareDatabase();
  const { clock, stopClock } = overrides.clock
    ? { clock: overrides.clock, stopClock: () => undefined }
    : await databaseClock();
  const filled = settings.demo ? await fillWhenEmpty(clock()) : { isDemo: false, notices: [] };
  const { isDemo } = filled;
  const notices = [...filled.notices, ...warningsOf(database, settings)];

  let app: RequestListener = notYet;
  const server = createServer(
    { requestTimeout: 30_000, headersTimeout: 10_000, keepAliveTimeout: 60_000 },
    (request, response) => app(request, response),
  );
  server.listen(settings.port, settings.host);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const baseUrl = settings.baseUrl ?? `http://localhost:${port}`;
  const mail = mailOf(settings, baseUrl);
  const tools = {
    clock,
    baseUrl,
    mailFrom: settings.mailFrom,
    secrets: createSecrets(settings.secretKeys),
    log,
  };
  const mailer = overrides.mailer ?? (settings.smtpUrl ? createSmtpMailer(settings.smtpUrl) : mailboxMailer);
  const jobs = await jobsFor(mailer, tools, settings, overrides.isTicking ?? true);
  const context: Context = {
    ...tools,
    wake: jobs.wake,
    readOut: async (message, assignment) =>
      (await readOut(message, assignment ?? null, { settings: tools, now: clock() }))?.text,
    hasMailbox: mail === 'mailbox',
    isDemo,
    isProduction: settings.isProduction,
  };
  app = createApp(context, settings.secretKeys);
  jobs.wake();

  const stop = () => stopPool(server, jobs, database, stopClock);
  return { url: baseUrl, database: database.description, mail, isDemo, notices, jobs, stop };
}

/** What nobody should have to find out by losing data. */
function warningsOf({ engine }: Database, { isProduction }: Settings): string[] {
  return isProduction && engine === 'embedded'
    ? [
        'WARNING: production on the embedded database, which is one process on one disk. Set MONGODB_URI to a replica set, or back up DATA_DIR.',
      ]
    : [];
}

/** The port is known before everything behind it is ready: who comes in between is asked to come again. */
const notYet: RequestListener = (_request, response) => {
  response.writeHead(503, { 'Retry-After': '1' }).end();
};

type Tools = Pick<Context, 'clock' | 'baseUrl' | 'secrets' | 'log'>;

function jobsFor(
  mailer: Mailer,
  { clock, baseUrl, secrets, log }: Tools,
  settings: Settings,
  isTicking: boolean,
): Promise<Jobs> {
  const office = {
    mailer,
    clock,
    settings: { baseUrl, secrets, from: { name: 'Dolmetscherpool', address: settings.mailFrom } },
    onError: (error: unknown, what: string) => log.error({ err: error }, what),
  };
  return startJobs(office, isTicking ? databaseClient().db(databaseName()) : undefined);
}

/** The demo pool moves into an empty database. @returns whether the pool is the invented one, and why not */
async function fillWhenEmpty(now: Date): Promise<Pick<Pool, 'isDemo' | 'notices'>> {
  const foreign = await loadDemoPool(now);
  if (foreign.length > 0) {
    const notice = `No demo pool: the database already holds data that is not ours (${foreign.join(', ')}). Use an empty database, or set DEMO=false.`;
    return { isDemo: false, notices: [notice] };
  }
  return { isDemo: await holdsDemoPool(), notices: [] };
}

/** Mail lies open in the mailbox, so there is one only where nobody else can come (design §6). */
function mailOf({ smtpUrl, isProduction, host }: Settings, baseUrl: string): Pool['mail'] {
  if (smtpUrl) return 'smtp';
  const isHere = isLoopback(host) && isLoopback(new URL(baseUrl).hostname);
  return isHere && !isProduction ? 'mailbox' : 'nowhere';
}

/** The database's time, asked for anew every minute: leases of several processes need one clock. */
async function databaseClock(): Promise<{ clock: () => Date; stopClock: () => void }> {
  let offset = await databaseClockOffset();
  const timer = setInterval(() => {
    databaseClockOffset().then(
      (found) => {
        offset = found;
      },
      () => undefined,
    );
  }, 60_000).unref();
  return { clock: () => new Date(Date.now() + offset), stopClock: () => clearInterval(timer) };
}

async function stopPool(
  server: Server,
  jobs: Jobs,
  database: Database,
  stopClock: () => void,
): Promise<void> {
  stopClock();
  const closed = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  await jobs.stop();
  server.closeAllConnections();
  await closed;
  await disconnectDatabase();
  await database.close();
}
