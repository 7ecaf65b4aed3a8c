/** What a mongod of ours is in its replica set of one: made a member, found again under another port, asked who it is. */
import { setTimeout as wait } from 'node:timers/promises';
import { type Db, type Document, MongoClient } from 'mongodb';
import { StartFailure } from '../../start-failure.ts';
import { type Address, isListening } from '../process/lock.ts';
import { REPLICA_SET } from './child.ts';

/** In milliseconds: how long one question may take, and how long an only member may take to elect itself. */
const PATIENCE = 1500;
const ELECTION = 30_000;
/** MongoDB's codes: the set exists already; its configuration is still being read. */
const ALREADY_INITIALIZED = 23;
const NOT_READY = [94, 109];

/** Who listens on a port: nobody, the mongod of this folder (ready or not yet), or another program. */
export type Occupant = 'nobody' | 'ours' | 'starting' | 'stranger';

/** Asks who listens there. A mongod of another folder is a stranger, even when its data was copied from this one. */
export async function occupantOf(address: Address & { port: number }, dbPath: string): Promise<Occupant> {
  if (!(await isListening(address))) return 'nobody';
  try {
    return await asking(address.port, async (admin) => {
      const options = await admin.command({ getCmdLineOpts: 1 });
      if (options.parsed?.storage?.dbPath !== dbPath) return 'stranger';
      return (await isPrimary(admin)) ? 'ours' : 'starting';
    });
  } catch {
    return (await isListening(address)) ? 'stranger' : 'nobody';
  }
}

/**
 * Makes a mongod that has just been started the primary of its replica set: a new set where there is none, the old one
 * under the port of now where there is.
 * @throws {StartFailure} when the folder belongs to a set of several members, which must not be broken up
 */
export async function becomePrimary(port: number): Promise<void> {
  await asking(port, async (admin) => {
    const deadline = Date.now() + ELECTION;
    await untilReady(() => configure(admin, `127.0.0.1:${port}`), deadline);
    while (!(await isPrimary(admin))) {
      if (Date.now() > deadline)
        throw new StartFailure(
          `DATA_DIR: the mongod does not become the primary of its replica set ${REPLICA_SET}.\nIf its data comes from another set, start that one and set MONGODB_URI.`,
        );
      await wait(50);
    }
  });
}

/** The version that a mongod says it has. */
export async function versionOf(port: number): Promise<string> {
  return asking(port, async (admin) => String((await admin.command({ buildInfo: 1 })).version));
}

async function configure(admin: Db, host: string): Promise<void> {
  const config = { _id: REPLICA_SET, members: [{ _id: 0, host }] };
  try {
    await admin.command({ replSetInitiate: config });
  } catch (error) {
    if (codeOf(error) !== ALREADY_INITIALIZED) throw error;
    const reply = await admin.command({ replSetGetConfig: 1 });
    await readdress(admin, reply.config, host);
  }
}

/** By force, for a member that does not find itself in its configuration is no primary that could be asked nicely. */
async function readdress(admin: Db, config: Document, host: string): Promise<void> {
  const [member, ...others] = config.members as { host: string }[];
  if (!member || others.length > 0)
    throw new StartFailure(
      'DATA_DIR: the data belongs to a replica set of several members.\nStart that set and name it in MONGODB_URI.',
    );
  if (member.host === host) return;
  const changed = { ...config, version: config.version + 1, members: [{ ...member, host }] };
  await admin.command({ replSetReconfig: changed, force: true });
}

async function untilReady(attempt: () => Promise<void>, deadline: number): Promise<void> {
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (!NOT_READY.includes(codeOf(error)) || Date.now() > deadline) throw error;
      await wait(100);
    }
  }
}

async function isPrimary(admin: Db): Promise<boolean> {
  const hello = await admin.command({ hello: 1 });
  return hello.isWritablePrimary === true && hello.setName === REPLICA_SET;
}

function codeOf(error: unknown): number {
  return Number((error as { code?: unknown }).code);
}

/** Asks this one server, whatever it thinks of its replica set. */
async function asking<T>(port: number, question: (admin: Db) => Promise<T>): Promise<T> {
  const client = new MongoClient(`mongodb://127.0.0.1:${port}/?directConnection=true`, {
    serverSelectionTimeoutMS: PATIENCE,
    connectTimeoutMS: PATIENCE,
    socketTimeoutMS: PATIENCE * 2,
  });
  try {
    return await question(client.db('admin'));
  } finally {
    await client.close();
  }
}
