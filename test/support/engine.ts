/** A database of its own for each test file, on the engine that the whole run shares. */
import { randomBytes } from 'node:crypto';
import { type Db, MongoClient } from 'mongodb';
import { connectionOptions } from '../../server/database/open.ts';

export type TestDatabase = {
  client: MongoClient;
  db: Db;
  /** Leads to this very database, for whoever connects by himself (Mongoose, a child process). */
  uri: string;
  engine: string;
  close(): Promise<void>;
};

/**
 * Connects to the engine that the global setup opened, in a new and empty database with a name of its own;
 * `close` drops that database and the connection.
 * @throws Error when the global setup did not run
 */
export async function connect(): Promise<TestDatabase> {
  const shared = process.env.TEST_DATABASE_URI;
  if (shared === undefined) throw new Error('TEST_DATABASE_URI is not set: the global setup did not run');
  const uri = withDatabaseName(shared, `test_${randomBytes(6).toString('hex')}`);
  const client = await MongoClient.connect(uri, connectionOptions);
  const db = client.db();
  return {
    client,
    db,
    uri,
    engine: process.env.TEST_DATABASE_ENGINE ?? 'uri',
    async close() {
      await db.dropDatabase();
      await client.close();
    },
  };
}

function withDatabaseName(uri: string, name: string): string {
  return uri.replace(/^(mongodb(?:\+srv)?:\/\/[^/?]+)\/?[^?]*/, `$1/${name}`);
}
