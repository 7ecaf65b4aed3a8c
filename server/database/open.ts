/** Where a MongoDB comes from: MONGODB_URI, else what DATA_DIR holds, else a mongod, else the embedded one. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { StartFailure } from '../start-failure.ts';
import { openByUri } from './by-uri.ts';
import type { Database, DatabaseSettings } from './connection.ts';
import { openEmbedded } from './embedded.ts';
import { findMongod } from './mongod/binary.ts';
import { openMongod } from './mongod.ts';

export { connectionOptions, type Database, type DatabaseSettings } from './connection.ts';

/**
 * Opens the database in the order of the design and says in one log line which one it is.
 * @throws Error with a message for people, within five seconds when MONGODB_URI leads nowhere; another engine is
 * never taken instead
 */
export async function openDatabase(settings: DatabaseSettings): Promise<Database> {
  const database = await open(settings);
  settings.log?.(`database: ${database.description}`);
  return database;
}

async function open(settings: DatabaseSettings): Promise<Database> {
  if (settings.mongodbUri) return openByUri(settings.mongodbUri);
  const engine = settings.engine ?? heldEngine(settings.dataDir) ?? (await preferredEngine(settings));
  return engine === 'mongod' ? openMongod(settings) : openEmbedded(settings);
}

/** The engine whose data a folder holds. @throws Error when it holds those of both */
function heldEngine(dataDir: string): 'embedded' | 'mongod' | undefined {
  const hasEmbedded = existsSync(join(dataDir, 'embedded', 'log'));
  const hasMongod = existsSync(join(dataDir, 'mongod', 'WiredTiger'));
  if (hasEmbedded && hasMongod)
    throw new StartFailure(
      `DATA_DIR: ${dataDir} holds two databases, embedded and mongod: move away the one that is not meant`,
    );
  if (hasEmbedded) return 'embedded';
  return hasMongod ? 'mongod' : undefined;
}

async function preferredEngine({ report }: DatabaseSettings): Promise<'embedded' | 'mongod'> {
  return (await findMongod(report)) ? 'mongod' : 'embedded';
}
