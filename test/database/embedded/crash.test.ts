/** What an acknowledged write is worth when the server is killed. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Long, MongoClient } from 'mongodb';
import { killServer, type OwnServer, ownServer } from './own-server.ts';

let server: OwnServer;
beforeAll(async () => {
  server = await ownServer({ compactAt: 100_000 });
});
afterAll(() => server.end());

type Writer = { stop(): void; done: Promise<void> };

/** Writes over and over; what fails because the server is gone does not count. */
function keepWriting(write: () => Promise<void>): Writer {
  let isStopped = false;
  const loop = async () => {
    while (!isStopped) await write().catch(() => {});
  };
  return {
    done: loop(),
    stop: () => {
      isStopped = true;
    },
  };
}

test('every acknowledged write is there after each of 20 times kill -9 under writes', async () => {
  const inserts = server.db.collection<{ _id: string; text: string }>('inserts');
  const counters = server.db.collection<{ _id: number; n: number }>('counters');
  const inserted = new Set<string>();
  const counted = [0, 0, 0, 0];
  const attempted = [0, 0, 0, 0];
  await counters.insertMany(counted.map((n, _id) => ({ _id, n })));
  const inserters = Array.from({ length: 6 }, (_, writer) =>
    keepWriting(async () => {
      const _id = `${writer}:${inserted.size}:${Math.random()}`;
      await inserts.insertOne({ _id, text: 'x'.repeat(200) });
      inserted.add(_id);
    }),
  );
  const incrementers = counted.map((_, _id) =>
    keepWriting(async () => {
      attempted[_id] = (attempted[_id] ?? 0) + 1;
      await counters.updateOne({ _id }, { $inc: { n: 1 } });
      counted[_id] = (counted[_id] ?? 0) + 1;
    }),
  );

  for (let kill = 0; kill < 20; kill++) {
    const [insertedBefore, countedBefore] = [[...inserted], [...counted]];
    await killServer(server.db);
    const present = new Set(await inserts.distinct('_id'));
    expect(insertedBefore.filter((_id) => !present.has(_id))).toEqual([]);
    for (const { _id, n } of await counters.find().toArray())
      expect(n).toBeGreaterThanOrEqual(countedBefore[_id] ?? 0);
  }
  for (const writer of [...inserters, ...incrementers]) writer.stop();
  await Promise.all([...inserters, ...incrementers].map(({ done }) => done));

  const present = new Set(await inserts.distinct('_id'));
  expect([...inserted].filter((_id) => !present.has(_id))).toEqual([]);
  for (const { _id, n } of await counters.find().toArray()) {
    expect(n).toBeGreaterThanOrEqual(counted[_id] ?? 0);
    expect(n).toBeLessThanOrEqual(attempted[_id] ?? 0);
  }
  expect(inserted.size).toBeGreaterThan(100);
}, 60_000);

test('a retryable write that arrives again after a crash is applied once and answered alike', async () => {
  const collection = server.db.collection<{ _id: number; n: number }>('retried');
  const client = await MongoClient.connect(server.database.uri);
  const session = client.startSession();
  const command = {
    findAndModify: 'retried',
    query: { _id: 1 },
    update: { $inc: { n: 1 } },
    upsert: true,
    new: true,
    txnNumber: Long.fromNumber(1000),
  };

  const first = await client.db().command(command, { session });
  await killServer(server.db);
  const again = await client.db().command(command, { session });

  expect(again.value).toEqual(first.value);
  expect(await collection.findOne({ _id: 1 })).toEqual({ _id: 1, n: 1 });
  await client.close();
});

test('indexes and what they forbid are there after a crash', async () => {
  const collection = server.db.collection('guarded');
  await collection.createIndex({ a: 1 }, { unique: true, partialFilterExpression: { a: { $gte: 0 } } });
  await collection.insertOne({ a: 1 });

  await killServer(server.db);

  expect(await collection.indexes()).toHaveLength(2);
  await expect(collection.insertOne({ a: 1 })).rejects.toMatchObject({ code: 11000 });
  await collection.dropIndex('a_1');
  await killServer(server.db);
  await collection.insertOne({ a: 1 });
});

test('compaction while writing loses nothing', async () => {
  const collection = server.db.collection<{ _id: number; n: number; text: string }>('compacted');
  const text = 'x'.repeat(500);
  await collection.insertMany(Array.from({ length: 50 }, (_, _id) => ({ _id, n: 0, text })));

  for (let round = 1; round <= 20; round++) {
    const updates = Array.from({ length: 50 }, (_, _id) =>
      collection.updateOne({ _id }, { $set: { n: round } }),
    );
    await Promise.all(updates);
  }
  await collection.deleteOne({ _id: 49 });
  await killServer(server.db);

  const rows = await collection.find().toArray();
  expect(rows.map(({ n }) => n)).toEqual(Array(49).fill(20));
});
