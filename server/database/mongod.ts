/** A mongod of one's own: found where it is installed or was downloaded before, run as a child. */

import { once } from 'node:events';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { StartFailure } from '../start-failure.ts';
import { readVersion } from './by-uri.ts';
import type { Database } from './connection.ts';

const REPLICA_SET = 'dolmetscherpool';

/**
 * The path of a mongod: `MONGOMS_SYSTEM_BINARY`, else one on PATH, else what mongodb-memory-server downloaded at
 * some other time. Nothing is downloaded here.
 * @throws Error when `MONGOMS_SYSTEM_BINARY` names no program
 */
export async function findMongod(): Promise<string | undefined> {
  const named = process.env.MONGOMS_SYSTEM_BINARY;
  if (named && !isProgram(named)) throw new StartFailure(`MONGOMS_SYSTEM_BINARY names no program: ${named}`);
  const program = process.platform === 'win32' ? 'mongod.exe' : 'mongod';
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return named || folders.map((folder) => join(folder, program)).find(isProgram) || findDownloaded();
}

/**
 * Starts mongod with its data in `dataDir`, as a replica set of one member, or shares the one that another process
 * has started there. Written from what mongodb-memory-server 11 does; no mongod was at hand to run it with.
 * @throws Error when no mongod is found
 */
export async function openMongod(dataDir: string): Promise<Database> {
  const binary = await findMongod();
  if (!binary) throw new StartFailure(`no mongod is found for ${dataDir}: install one, or set MONGODB_URI`);
  const dbPath = join(dataDir, 'mongod');
  mkdirSync(dbPath, { recursive: true, mode: 0o700 });
  const port = await keptPort(join(dataDir, 'mongod-port'));
  const uri = `mongodb://127.0.0.1:${port}/dolmetscherpool?replicaSet=${REPLICA_SET}`;
  const shared = await readVersion(uri, 500).catch(() => undefined);
  const stop = shared ? async () => {} : await startMongod(binary, dbPath, port);
  const version = shared ?? (await readVersion(uri, 4000));
  const description = `MongoDB ${version} (${binary}), data in ${dbPath}`;
  return { uri, engine: 'mongod', description, close: stop };
}

/** The port stays the same, for the replica set remembers the address of its member. */
async function keptPort(file: string): Promise<number> {
  if (existsSync(file)) return Number(readFileSync(file, 'utf8'));
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  writeFileSync(file, String(port));
  return port;
}

async function startMongod(binary: string, dbPath: string, port: number): Promise<() => Promise<void>> {
  process.env.MONGOMS_SYSTEM_BINARY_VERSION_CHECK ??= 'false'; // any version will do
  const { MongoMemoryReplSet } = await import('mongodb-memory-server');
  const set = await MongoMemoryReplSet.create({
    binary: { systemBinary: binary },
    replSet: { name: REPLICA_SET, count: 1, storageEngine: 'wiredTiger' },
    instanceOpts: [{ port, dbPath, storageEngine: 'wiredTiger' }],
  });
  const stop = async () => {
    await set.stop({ doCleanup: false });
  };
  if (set.getUri().includes(`:${port}/`)) return stop;
  await stop();
  throw new StartFailure(
    `port ${port}, which the database in ${dbPath} is bound to, is taken by another program`,
  );
}

async function findDownloaded(): Promise<string | undefined> {
  const { DryMongoBinary } = await import('mongodb-memory-server');
  try {
    return await DryMongoBinary.locateBinary(DryMongoBinary.getEnsuredOptions());
  } catch {
    return undefined; // there is no mongod for this system that could have been downloaded
  }
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
