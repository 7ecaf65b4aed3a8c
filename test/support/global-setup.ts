/** Opens the engine on which the whole Jest run works, and says which one it is. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../server/database/open.ts';

/**
 * Honours `MONGODB_URI`; `TEST_DATABASE=embedded|mongod` forces one of our own instead. Hands the address on
 * in `TEST_DATABASE_URI` and the kind of engine in `TEST_DATABASE_ENGINE`.
 */
export default async function globalSetup(): Promise<void> {
  const forced = forcedEngine();
  const dataDir = await mkdtemp(join(tmpdir(), 'dolmetscherpool-test-'));
  const choice = forced ? { engine: forced } : { mongodbUri: process.env.MONGODB_URI };
  const database = await openDatabase({ dataDir, ...choice }).catch(async (error: unknown) => {
    await rm(dataDir, { recursive: true });
    throw error;
  });
  console.log(`\nThe suite runs on ${database.description}`);
  process.env.TEST_DATABASE_URI = database.uri;
  process.env.TEST_DATABASE_ENGINE = database.engine;
  process.env.TEST_DATABASE_FOLDER = dataDir;
  Object.assign(globalThis, { closeTestDatabase: () => database.close() });
}

function forcedEngine(): 'embedded' | 'mongod' | undefined {
  const forced = process.env.TEST_DATABASE;
  if (forced === undefined || forced === '') return undefined;
  if (forced === 'embedded' || forced === 'mongod') return forced;
  throw new Error(`TEST_DATABASE must be embedded or mongod, not ${forced}`);
}
