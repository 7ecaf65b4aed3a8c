/**
 * Several server processes on one database: they share the work, one may be restarted after the other, and the
 * database itself may die under load. Processes, mail server and database are real; the clock is too.
 */
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  connectDatabase,
  databaseClient,
  disconnectDatabase,
  prepareDatabase,
} from '../models/connection.ts';
import { connectionOptions, type Database, openDatabase } from '../server/database/open.ts';
import { isAlive, ownFolder, pidOf } from './database/embedded/own-server.ts';
import { type Client, createClient, type Reply } from './support/client.ts';
import { berlin } from './support/factories.ts';
import { type ServerProcess, startServerProcess } from './support/server-process.ts';
import { people, storeSmallPool } from './support/small-pool.ts';
import { startSmtp, type TestSmtp } from './support/smtp.ts';
import { until } from './support/until.ts';

const day = 24 * 3_600_000;
/** All that a client may be told when what it asks for cannot be done right now. */
type Attempt = { status: number; retryAfter: string | null } | { lost: string };

let dataDir: string;
let database: Database;
let smtp: TestSmtp;
let kim: Client;
const servers: ServerProcess[] = [];
let turn = 0;

beforeAll(async () => {
  dataDir = ownFolder();
  smtp = await startSmtp();
  database = await openDatabase({ dataDir, engine: 'embedded' });
  await connectDatabase(database.uri, connectionOptions);
  await prepareDatabase();
  await storeSmallPool({ rules: { rounds: 'automatic' } });
  // The first looks after the database; the second only knows its address, as with a MongoDB that others run.
  servers.push(...(await Promise.all([started(), started({ MONGODB_URI: database.uri })])));
  kim = await signedIn(people.kim);
}, 60_000);

afterAll(async () => {
  const pid = await pidOf(documents());
  for (const server of servers) server.child.kill('SIGKILL');
  await disconnectDatabase();
  await database.close();
  await smtp.stop();
  await until(() => !isAlive(pid));
  rmSync(dataDir, { recursive: true });
});

const documents = () => databaseClient().db();

function started(env: Record<string, string> = {}): Promise<ServerProcess> {
  return startServerProcess({
    DATA_DIR: dataDir,
    DEMO: 'false',
    LOG_LEVEL: 'fatal',
    SMTP_URL: smtp.url,
    SECRET_KEY: 'one-key-for-all-processes-of-the-test',
    ...env,
  });
}

async function signedIn(email: string): Promise<Client> {
  const client = createClient(servers[0]?.url ?? '');
  await client.post('/api/v1/login', { email });
  await until(() => smtp.to(email).length > 0);
  const code = /\b\d{6}\b/.exec(smtp.to(email).at(-1)?.text ?? '')?.[0];
  await client.post('/api/v1/session', { email, code });
  return client;
}

/** A Thursday some weeks ahead on which people for Arabic are free; each number has a time of its own. */
function requestOf(reference: string, number: number): object {
  const soon = new Date(Date.now() + 7 * day);
  const thursday = new Date(soon.getTime() + (((4 - soon.getUTCDay() + 7) % 7) + 7 * (number % 10)) * day);
  const time = `${String(8 + Math.floor(number / 40)).padStart(2, '0')}:${String((Math.floor(number / 10) % 4) * 15).padStart(2, '0')}`;
  const start = berlin(thursday.toISOString().slice(0, 10), time);
  const end = new Date(start.getTime() + 15 * 60_000);
  return {
    language: 'ar',
    mode: 'phone',
    start: start.toISOString(),
    end: end.toISOString(),
    occasion: 'Beratung',
    reference,
  };
}

/** Asks one server after the other until one has said yes, as a client does that must not lose anything. */
async function insists(reference: string, number: number, attempts: Attempt[] = []): Promise<string> {
  let reply: Reply | undefined;
  await until(async () => {
    const server = servers[turn++ % servers.length];
    try {
      reply = await kim.post(`${server?.url}/api/v1/assignments`, requestOf(reference, number), {
        'Idempotency-Key': reference,
      });
      attempts.push({ status: reply.status, retryAfter: reply.headers.get('retry-after') });
    } catch (error) {
      attempts.push({ lost: String((error as Error).cause ?? error) });
    }
    return reply?.status === 201;
  });
  return reply?.body.id;
}

/** So many requests, so many at a time. @returns the ids that were acknowledged */
async function asked(name: string, count: number, attempts: Attempt[] = [], atOnce = 6): Promise<string[]> {
  const ids: string[] = [];
  let next = 0;
  const work = async () => {
    for (let number = next++; number < count; number = next++)
      ids.push(await insists(`${name}-${number}`, number, attempts));
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return ids;
}

type Known = { number: string; round: number; offers: object[]; outbox: object[] };

async function stored(ids: string[]): Promise<Known[]> {
  return documents()
    .collection<Known & { _id: string }>('assignments')
    .find({ _id: { $in: ids } })
    .toArray();
}

/** Waits until everything about them has been said; each has its receipt and one question. */
async function settled(ids: string[]): Promise<Known[]> {
  await until(async () => {
    const all = await stored(ids);
    const open = { assignment: { $in: ids }, status: { $in: ['queued', 'sending'] } };
    const waiting = await documents().collection('messages').countDocuments(open);
    return waiting === 0 && all.every(({ outbox, round }) => outbox.length === 0 && round > 0);
  });
  return stored(ids);
}

/** Whoever asks reads the receipt before asking again. */
async function hasReceipt(id: string): Promise<void> {
  const [assignment] = await stored([id]);
  await until(() => smtp.to(people.kim).some(({ subject }) => subject?.includes(assignment?.number ?? id)));
}

/** How often each mail about these has arrived: by recipient and number of the assignment. */
function arrivals(known: Known[]): number[] {
  return known.flatMap(({ number }) => {
    const about = smtp.received.filter(({ subject }) => subject?.includes(number));
    const toAgency = about.filter(({ recipient }) => recipient === people.kim);
    return [toAgency.length, about.length - toAgency.length];
  });
}

test('two of them, and a third that joins in, share the work: every request is answered, every round begun and every mail sent once', async () => {
  const early = await asked('shared', 15);
  servers.push(await started());

  const known = await settled([...early, ...(await asked('joined', 15))]);

  expect(known).toHaveLength(30);
  expect(known.map(({ round, offers }) => [round, offers.length])).toEqual(known.map(() => [1, 1]));
  expect(new Set(arrivals(known))).toEqual(new Set([1]));
  expect(new Set(smtp.received.map(({ messageId }) => messageId)).size).toBe(smtp.received.length);
}, 60_000);

test('restarted one after the other while requests keep coming, they lose nothing and say nothing twice', async () => {
  const before = servers.map(({ child }) => child.pid);
  const attempts: Attempt[] = [];
  const ids: string[] = [];
  let isRolling = true;
  const clients = [1, 2].map(async (client) => {
    for (let round = 0; isRolling; round += 1) {
      const id = await insists(`rolling-${client}-${round}`, (client * 37 + round) % 80, attempts);
      ids.push(id);
      await hasReceipt(id);
    }
  });

  const codes = [await servers.pop()?.end()];
  for (const [index, server] of servers.entries()) {
    codes.push(await server.end());
    servers[index] = await started(index === 1 ? { MONGODB_URI: database.uri } : {});
  }
  isRolling = false;
  await Promise.all(clients);

  const known = await settled(ids);
  expect(codes).toEqual([0, 0, 0]);
  expect(servers.map(({ child }) => child.pid).filter((pid) => before.includes(pid))).toEqual([]);
  expect(known).toHaveLength(ids.length);
  expect(known.map(({ round, offers }) => [round, offers.length])).toEqual(known.map(() => [1, 1]));
  expect(new Set(arrivals(known))).toEqual(new Set([1]));
  expect(attempts.filter((attempt) => 'status' in attempt && ![201, 503].includes(attempt.status))).toEqual(
    [],
  );
}, 60_000);

test('when the database is killed under load, callers wait or hear “come again”, and the same processes go on', async () => {
  const before = servers.map(({ child }) => child.pid);
  const killed = await pidOf(documents());
  const attempts: Attempt[] = [];

  const asking = asked('killed', 40, attempts, 20);
  for (let times = 0, last = 0; times < 2; times += 1) {
    const beforehand = attempts.length;
    await until(() => attempts.length > beforehand + 4);
    await until(async () => (await pidOf(documents()).catch(() => last)) !== last);
    last = await pidOf(documents());
    process.kill(last, 'SIGKILL');
  }
  const ids = await asking;

  const afterwards = await settled(await asked('afterwards', 4));
  const known = await stored(ids);
  expect(await pidOf(documents())).not.toBe(killed);
  expect(servers.map(({ child }) => [child.pid, child.exitCode])).toEqual(before.map((pid) => [pid, null]));
  expect(known).toHaveLength(40);
  // Mail that was being sent just then is sent when its lease has run out, a minute later.
  expect(Math.max(...arrivals(known))).toBe(1);
  expect(new Set(arrivals(afterwards))).toEqual(new Set([1]));
  const others = attempts.filter((attempt) => !('status' in attempt) || attempt.status !== 201);
  expect(others).toEqual(others.map(() => ({ status: 503, retryAfter: '5' })));
}, 60_000);
