/** Reading in batches: how large they are, how reading goes on, and how it ends. */
import { expect } from '@jest/globals';
import type { Document } from 'mongodb';
import { Long } from 'mongodb';
import { test } from './suite.ts';

const many = (count: number): Document[] => Array.from({ length: count }, (_, n) => ({ n }));

test('the first batch holds 101 documents where no size is asked for', async ({ store, collection, db }) => {
  await store(...many(250));

  const reply = await db.command({ find: collection.collectionName });

  expect(reply.cursor.firstBatch).toHaveLength(101);
  expect(Long.isLong(reply.cursor.id) || reply.cursor.id > 0).toBe(true);
  expect(reply.cursor.ns).toBe(collection.namespace);
});

test('a batch is as large as asked for, and the last one closes the cursor', async ({
  store,
  collection,
  db,
}) => {
  await store(...many(5));
  const find = { find: collection.collectionName, sort: { n: 1 }, batchSize: 2 };

  const first = await db.command(find, { promoteLongs: false });
  const next = { getMore: first.cursor.id, collection: collection.collectionName, batchSize: 2 };
  const second = await db.command(next, { promoteLongs: false });
  const third = await db.command(next, { promoteLongs: false });

  const batches = [first.cursor.firstBatch, second.cursor.nextBatch, third.cursor.nextBatch];
  expect(batches.map((batch: Document[]) => batch.map(({ n }) => Number(n)))).toEqual([[0, 1], [2, 3], [4]]);
  expect(String(second.cursor.id)).toBe(String(first.cursor.id));
  expect(String(third.cursor.id)).toBe('0');
});

test('a batch of size zero opens a cursor without reading', async ({ store, collection, db }) => {
  await store(...many(3));

  const aggregate = { aggregate: collection.collectionName, pipeline: [], cursor: { batchSize: 0 } };
  const opened = await db.command(aggregate, { promoteLongs: false });
  const read = await db.command({ getMore: opened.cursor.id, collection: collection.collectionName });

  expect(opened.cursor.firstBatch).toEqual([]);
  expect(read.cursor.nextBatch).toHaveLength(3);
});

test('a limit within one batch, or a single batch, leaves no cursor open', async ({
  store,
  collection,
  db,
}) => {
  await store(...many(10));

  const limited = await db.command({ find: collection.collectionName, limit: 4 });
  const single = await db.command({ find: collection.collectionName, batchSize: 4, singleBatch: true });

  expect(limited.cursor.firstBatch).toHaveLength(4);
  expect(Number(limited.cursor.id)).toBe(0);
  expect(single.cursor.firstBatch).toHaveLength(4);
  expect(Number(single.cursor.id)).toBe(0);
});

test('a limit holds across batches, after the skip', async ({ store, collection, db }) => {
  await store(...many(20));
  const find = { find: collection.collectionName, sort: { n: 1 }, skip: 3, limit: 5, batchSize: 3 };

  const first = await db.command(find, { promoteLongs: false });
  const next = { getMore: first.cursor.id, collection: collection.collectionName, batchSize: 3 };
  const last = await db.command(next, { promoteLongs: false });

  const numbers = [...first.cursor.firstBatch, ...last.cursor.nextBatch].map(({ n }) => Number(n));
  expect(numbers).toEqual([3, 4, 5, 6, 7]);
  expect(String(last.cursor.id)).toBe('0');
});

test('a cursor reads 5,000 documents, each once, in the order asked for', async ({ store, collection }) => {
  await store(...many(5000).reverse());
  const read: number[] = [];

  for await (const row of collection.find().sort({ n: 1 }).batchSize(500)) read.push(row.n);

  expect(read).toEqual(Array.from({ length: 5000 }, (_, n) => n));
});

test('a pipeline is read in batches too', async ({ store, collection }) => {
  await store(...many(1200));

  const rows = await collection.aggregate([{ $match: { n: { $gte: 200 } } }], { batchSize: 100 }).toArray();

  expect(new Set(rows.map((row) => row.n)).size).toBe(1000);
});

test('two cursors over one collection do not disturb each other', async ({ store, collection }) => {
  await store(...many(6));
  const [up, down] = [1, -1].map((n) =>
    collection
      .find()
      .sort({ n: n as 1 | -1 })
      .batchSize(2),
  );

  const pairs: unknown[] = [];
  for (let row = await up?.next(); row; row = await up?.next()) pairs.push([row.n, (await down?.next())?.n]);

  expect(pairs).toEqual([
    [0, 5],
    [1, 4],
    [2, 3],
    [3, 2],
    [4, 1],
    [5, 0],
  ]);
});

test('a killed cursor cannot be read further: 43', async ({ store, collection, db }) => {
  await store(...many(10));
  const opened = await db.command({ find: collection.collectionName, batchSize: 2 }, { promoteLongs: false });
  const { id } = opened.cursor;

  const killed = await db.command(
    { killCursors: collection.collectionName, cursors: [id] },
    { promoteLongs: false },
  );
  const reading = db.command({ getMore: id, collection: collection.collectionName });

  expect(killed.cursorsKilled.map(String)).toEqual([String(id)]);
  await expect(reading).rejects.toMatchObject({ code: 43, codeName: 'CursorNotFound' });
});

test('killing a cursor that is not there says so', async ({ store, collection, db }) => {
  await store({});

  const reply = await db.command({
    killCursors: collection.collectionName,
    cursors: [Long.fromNumber(12345)],
  });

  expect(reply).toMatchObject({ cursorsKilled: [], ok: 1 });
  expect(reply.cursorsNotFound.map(Number)).toEqual([12345]);
});

test('a cursor that was never opened cannot be read: 43', async ({ store, collection, db }) => {
  await store({});

  const reading = db.command({
    getMore: Long.fromString('987654321'),
    collection: collection.collectionName,
  });

  await expect(reading).rejects.toMatchObject({ code: 43, codeName: 'CursorNotFound' });
});

test('reading a collection that does not exist gives nothing', async ({ collection }) => {
  const rows = await collection.find({ a: 1 }).sort({ a: 1 }).toArray();

  expect(rows).toEqual([]);
});
