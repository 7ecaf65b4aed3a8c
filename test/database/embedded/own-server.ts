/** An embedded database that belongs to one test: in a folder of its own, with its process at hand. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Db, MongoClient } from 'mongodb';
import { connectionOptions, type Database } from '../../../server/database/connection.ts';
import { openEmbedded } from '../../../server/database/embedded.ts';
import type { ServerOptions } from '../../../server/database/process/launch.ts';

export type OwnServer = {
  dataDir: string;
  database: Database;
  client: MongoClient;
  db: Db;
  /** Lets go of it, waits until its process has ended, and removes the folder. */
  end(): Promise<void>;
};

/** Starts one; `linger` is short, so that it ends soon after the test. */
export async function ownServer(options: ServerOptions = {}, dataDir = ownFolder()): Promise<OwnServer> {
  const database = await openEmbedded({ dataDir }, { linger: 200, ...options });
  const client = await MongoClient.connect(database.uri, connectionOptions);
  const db = client.db();
  return {
    dataDir,
    database,
    client,
    db,
    async end() {
      const process = await pidOf(db);
      await client.close();
      await database.close();
      await until(() => !isAlive(process));
      rmSync(dataDir, { recursive: true });
    },
  };
}

export function ownFolder(): string {
  return mkdtempSync(join(tmpdir(), 'dolmetscherpool-test-'));
}

/** The process that serves a database. */
export async function pidOf(db: Db): Promise<number> {
  return (await db.command({ serverStatus: 1 })).pid;
}

export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Kills the server as a power cut would, and gives the process that serves in its place. */
export async function killServer(db: Db): Promise<number> {
  const killed = await pidOf(db);
  process.kill(killed, 'SIGKILL');
  await until(async () => (await pidOf(db).catch(() => killed)) !== killed);
  return pidOf(db);
}

/** Waits for a condition, generously. */
export async function until(holds: () => boolean | Promise<boolean>, limit = 20_000): Promise<void> {
  const deadline = Date.now() + limit;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`still not so after ${limit} ms: ${holds}`);
    await wait(10);
  }
}
