/** A database for tests of models without a server: connected and prepared as a start does it. */
import { connectDatabase, disconnectDatabase, prepareDatabase } from '../../models/connection.ts';
import { connectionOptions } from '../../server/database/open.ts';
import { connect, type TestDatabase } from './engine.ts';

/** A new database with its indexes, to which the models are connected until it is closed. */
export async function connectPrepared(): Promise<TestDatabase> {
  const database = await connect();
  await connectDatabase(database.uri, connectionOptions);
  await prepareDatabase();
  return {
    ...database,
    close: async () => {
      await disconnectDatabase();
      await database.close();
    },
  };
}
