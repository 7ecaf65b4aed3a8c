/** Many writes in one command: what goes on after a failure, and what is reported. */
import { expect } from '@jest/globals';
import { MongoBulkWriteError } from 'mongodb';
import { test } from './suite.ts';

test('insertMany stops at the first failure', async ({ collection, found }) => {
  const error = await collection
    .insertMany([{ _id: 1 }, { _id: 1 }, { _id: 2 }])
    .catch((reason: unknown) => reason);

  expect(error).toBeInstanceOf(MongoBulkWriteError);
  expect(error).toMatchObject({ code: 11000, insertedCount: 1, writeErrors: [{ index: 1, code: 11000 }] });
  expect(await found({})).toEqual([1]);
});

test('an unordered insertMany goes on and reports every failure by its place', async ({
  collection,
  found,
}) => {
  const error = await collection
    .insertMany([{ _id: 1 }, { _id: 1 }, { _id: 2 }, { _id: 2 }, { _id: 3 }], { ordered: false })
    .catch((reason: unknown) => reason);

  expect(error).toMatchObject({ code: 11000, insertedCount: 3, writeErrors: [{ index: 1 }, { index: 3 }] });
  expect(await found({})).toEqual([1, 2, 3]);
});

test('a bulk write does its writes in order and adds up what they did', async ({ collection }) => {
  const result = await collection.bulkWrite([
    { insertOne: { document: { _id: 1, a: 1 } } },
    { insertOne: { document: { _id: 2, a: 1 } } },
    { updateOne: { filter: { a: 1 }, update: { $set: { a: 2 } } } },
    { updateMany: { filter: {}, update: { $inc: { n: 1 } } } },
    { updateOne: { filter: { _id: 3 }, update: { $set: { a: 3 } }, upsert: true } },
    { replaceOne: { filter: { _id: 3 }, replacement: { b: 1 } } },
    { deleteOne: { filter: { _id: 2 } } },
    { deleteMany: { filter: { none: true } } },
  ]);

  expect(result).toMatchObject({
    insertedCount: 2,
    matchedCount: 4,
    modifiedCount: 4,
    upsertedCount: 1,
    deletedCount: 1,
  });
  expect(result.upsertedIds).toEqual({ 4: 3 });
  expect(await collection.find().sort({ _id: 1 }).toArray()).toEqual([
    { _id: 1, a: 2, n: 1 },
    { _id: 3, b: 1 },
  ]);
});

test('an ordered bulk write stops at a failure and keeps what was done before', async ({
  collection,
  found,
}) => {
  const error = await collection
    .bulkWrite([
      { insertOne: { document: { _id: 1, a: 'x' } } },
      { updateOne: { filter: { _id: 1 }, update: { $inc: { a: 1 } } } },
      { insertOne: { document: { _id: 2 } } },
    ])
    .catch((reason: unknown) => reason);

  expect(error).toMatchObject({ code: 14, insertedCount: 1, writeErrors: [{ index: 1 }] });
  expect(await found({})).toEqual([1]);
});

test('an unordered bulk write goes on after a failure', async ({ collection, found }) => {
  const error = await collection
    .bulkWrite(
      [
        { insertOne: { document: { _id: 1, a: 'x' } } },
        { insertOne: { document: { _id: 1 } } },
        { insertOne: { document: { _id: 2 } } },
      ],
      { ordered: false },
    )
    .catch((reason: unknown) => reason);

  expect(error).toMatchObject({ code: 11000, insertedCount: 2, writeErrors: [{ index: 1 }] });
  expect(await found({})).toEqual([1, 2]);
});

test('one update command takes several updates, and stops at the first failure', async ({
  store,
  collection,
  db,
}) => {
  await store({ a: 'x' }, { a: 1 }, { a: 1 });
  const updates = [3, 1, 2].map((_id) => ({ q: { _id }, u: { $inc: { a: 1 } } }));

  const reply = await db
    .command({ update: collection.collectionName, updates })
    .catch((error: unknown) => error);

  expect(reply).toMatchObject({ writeErrors: [{ index: 1, code: 14 }] });
  expect((await collection.find().sort({ _id: 1 }).toArray()).map((row) => row.a)).toEqual(['x', 1, 2]);
});

test('an update of many that would make duplicates is refused', async ({ store, collection }) => {
  await collection.createIndex({ a: 1 }, { unique: true });
  await store({ a: 1 }, { a: 2 }, { a: 3 });

  const attempt = collection.updateMany({}, { $set: { a: 9 } });

  await expect(attempt).rejects.toMatchObject({ code: 11000 });
  expect(await collection.countDocuments({ a: 9 })).toBeLessThanOrEqual(1);
  expect(await collection.countDocuments()).toBe(3);
});
