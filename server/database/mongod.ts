/** A mongod of one's own: run as a child with its data in DATA_DIR, shared by all servers of that folder, owned by one. */
import { once } from 'node:events';
import { mkdirSync, readFileSync, realpathSync, renameSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { StartFailure } from '../start-failure.ts';
import type { Database, DatabaseSettings } from './connection.ts';
import { findMongod } from './mongod/binary.ts';
import { type Child, REPLICA_SET, startChild } from './mongod/child.ts';
import { becomePrimary, occupantOf, versionOf } from './mongod/member.ts';
import { holdServer } from './process/lifeline.ts';

const HOST = '127.0.0.1';
/** In milliseconds: another server may be starting it, which reads the journal first. */
const PATIENCE = 60_000;

/** Where a mongod of ours lies; `child` is its process while this one owns it. */
type Place = { binary: string; dbPath: string; portFile: string; child: Child | undefined };

/**
 * Starts mongod with its data in `dataDir`, as a replica set of one member, or shares the one that another server
 * process owns; when that one ends, one of those that stay starts it again. mongod itself locks the folder. Written
 * from what mongodb-memory-server 11 and MongoDB's manual say: it has run with a stand-in, never with a real mongod.
 * @throws {StartFailure} when no mongod is found, or it does not start
 */
export async function openMongod({
  dataDir,
  report = () => {},
}: Pick<DatabaseSettings, 'dataDir' | 'report'>): Promise<Database> {
  const binary = await findMongod(report);
  if (!binary)
    throw new StartFailure(
      `DATA_DIR: no mongod is found for the data in ${dataDir}.\nInstall MongoDB, or run npm run mongod, or set MONGODB_URI.`,
    );
  const dbPath = join(dataDir, 'mongod');
  mkdirSync(dbPath, { recursive: true, mode: 0o700 });
  const place: Place = {
    binary,
    dbPath: realpathSync(dbPath),
    portFile: join(dataDir, 'mongod-port'),
    child: undefined,
  };
  let port: number | undefined;
  const line = await holdServer(async () => {
    port = await ensureMongod(place, port);
    return { host: HOST, port };
  }, report);
  return {
    uri: `mongodb://${HOST}:${port}/dolmetscherpool?replicaSet=${REPLICA_SET}`,
    engine: 'mongod',
    description: `MongoDB ${await versionOf(port as unknown as number)} (${binary}), data in ${dbPath}`,
    close: async () => {
      line.release();
      await place.child?.stop();
    },
  };
}

/**
 * The port of the folder's mongod, which has been started where there was none.
 * @param bound the port that clients of this process already have; without one a port that another program has taken
 * meanwhile is given up, and the member of the replica set gets a new address
 */
async function ensureMongod(place: Place, bound: number | undefined): Promise<number> {
  for (const deadline = Date.now() + PATIENCE; ; await wait(200)) {
    const port = bound ?? readPort(place.portFile);
    const occupant = port ? await occupantOf({ host: HOST, port }, place.dbPath) : 'nobody';
    if (port && occupant === 'ours') return port;
    if (Date.now() > deadline)
      throw new StartFailure(
        `DATA_DIR: another mongod works in ${place.dbPath}, or does not get ready.\nStop it, or name it in MONGODB_URI.`,
      );
    if (occupant === 'starting') continue;
    if (bound && occupant === 'stranger')
      throw new StartFailure(`port ${bound}, which the database is bound to, is taken by another program`);
    const free = port && occupant === 'nobody' ? port : await freePort();
    if (await isStarted(place, free)) return free;
  }
}

/** False when somebody else has been faster: mongod's own lock on the folder decides. */
async function isStarted(place: Place, port: number): Promise<boolean> {
  await place.child?.stop();
  place.child = await startChild(place.binary, place.dbPath, port);
  if (!place.child) return false;
  try {
    await becomePrimary(port);
  } catch (error) {
    await place.child.stop();
    throw error;
  }
  writePort(place.portFile, port);
  return true;
}

function readPort(file: string): number | undefined {
  try {
    return Number(readFileSync(file, 'utf8')) || undefined;
  } catch {
    return undefined;
  }
}

/** In one piece, for others may read it at any time. */
function writePort(file: string, port: number): void {
  writeFileSync(`${file}.${process.pid}`, String(port), { mode: 0o600 });
  renameSync(`${file}.${process.pid}`, file);
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, HOST);
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  await once(probe, 'close');
  return port;
}
