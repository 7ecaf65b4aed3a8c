/** What becomes of writes when the disk is full or fails. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from '@jest/globals';
import { type Db, MongoClient } from 'mongodb';
import { isListening } from '../../../server/database/process/lock.ts';
import { ownFolder, until } from './own-server.ts';

const program = fileURLToPath(new URL('./failing-disk.ts', import.meta.url));
let child: ChildProcess;
let client: MongoClient;
let folder: string;

async function startFailing(failure: 'sync' | 'room', after: number): Promise<Db> {
  folder = ownFolder();
  child = spawn(process.execPath, ['--import', 'tsx', program, folder, failure, String(after)], {
    stdio: 'ignore',
  });
  const address = join(folder, 'mongodb.sock');
  await until(() => isListening({ path: address }));
  client = new MongoClient(`mongodb://${encodeURIComponent(address)}/test?directConnection=true`, {
    serverSelectionTimeoutMS: 1000,
    retryWrites: false,
  });
  return client.db();
}

afterEach(async () => {
  await client.close();
  if (child.exitCode === null) await once(child, 'exit');
  rmSync(folder, { recursive: true });
});

test('a write without room is refused before it is applied, and the server goes on', async () => {
  const collection = (await startFailing('room', 3)).collection<{ _id: number; n: number }>('a');
  await collection.createIndex({ n: 1 }, { unique: true });
  await collection.insertMany([
    { _id: 1, n: 1 },
    { _id: 2, n: 2 },
  ]);
  await collection.updateOne({ _id: 2 }, { $set: { n: 3 } });

  const refused = [
    () => collection.insertOne({ _id: 3, n: 4 }),
    () => collection.updateMany({}, { $inc: { n: 10 } }),
    () => collection.findOneAndUpdate({ _id: 1 }, { $set: { n: 7 } }),
    () => collection.deleteMany({}),
    () => collection.createIndex({ x: 1 }),
    () => collection.drop(),
    () => client.db().collection('b').insertOne({}),
  ];

  for (const write of refused) await expect(write()).rejects.toMatchObject({ code: 14031 });
  const rows = await collection.find().sort({ n: 1 }).toArray();
  expect(rows).toEqual([
    { _id: 1, n: 1 },
    { _id: 2, n: 3 },
  ]);
  expect(await collection.find({ n: 3 }).hasNext()).toBe(true);
  expect(await collection.find({ n: { $in: [4, 7, 11] } }).hasNext()).toBe(false);
  expect(await collection.indexes()).toHaveLength(2);
  expect(await client.db().listCollections().toArray()).toHaveLength(1);
});

test('a failed fsync ends the process, and the write is not acknowledged', async () => {
  const collection = (await startFailing('sync', 3)).collection<{ _id: number }>('a');
  await collection.insertOne({ _id: 1 });

  const writes = Array.from({ length: 10 }, (_, at) => collection.insertOne({ _id: 2 + at }));
  const outcomes = await Promise.allSettled(writes);
  await collection.insertOne({ _id: 100 }).catch(() => {});
  await until(() => child.exitCode !== null);

  expect(child.exitCode).toBe(14);
  expect(outcomes.some(({ status }) => status === 'rejected')).toBe(true);
});
