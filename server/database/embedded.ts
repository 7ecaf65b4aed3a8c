/** The embedded database, for where no MongoDB is to be had. */
import { StartFailure } from '../start-failure.ts';
import type { Database, DatabaseSettings } from './connection.ts';
import { databaseFolder, socketAddress } from './process/address.ts';
import { ensureServer, type ServerOptions } from './process/launch.ts';
import { holdServer } from './process/lifeline.ts';

/**
 * Finds or starts the server of `dataDir`, and has it started again when it is lost.
 * @throws Error when it cannot be started, or on a platform without Unix sockets
 */
export async function openEmbedded(
  { dataDir, report = () => {} }: Pick<DatabaseSettings, 'dataDir' | 'report'>,
  options: ServerOptions = {},
): Promise<Database> {
  if (process.platform === 'win32')
    throw new StartFailure('The embedded database needs Unix sockets: on Windows set MONGODB_URI.');
  const folder = databaseFolder(dataDir);
  const { release } = await holdServer(async () => ({ path: await ensureServer(folder, options) }), report);
  return {
    uri: `mongodb://${encodeURIComponent(socketAddress(folder))}/dolmetscherpool?directConnection=true`,
    engine: 'embedded',
    description: `the embedded database (for trying out, tests and small offices), data in ${folder}`,
    close: async () => release(),
  };
}
