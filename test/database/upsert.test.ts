/** Upserts, and the commands that find and change one document in one step. */
import { expect } from '@jest/globals';
import { ObjectId } from 'mongodb';
import { test } from './suite.ts';

test('an upsert makes a document from the equalities of the filter and the update', async ({
  collection,
}) => {
  const filter = { a: 1, 'b.c': 2, d: { $gt: 5 }, $and: [{ e: { $eq: 3 } }] };

  const result = await collection.updateOne(filter, { $set: { f: 4 } }, { upsert: true });

  expect(result).toMatchObject({ matchedCount: 0, modifiedCount: 0, upsertedCount: 1 });
  expect(result.upsertedId).toBeInstanceOf(ObjectId);
  expect(await collection.findOne()).toEqual({ _id: result.upsertedId, a: 1, b: { c: 2 }, e: 3, f: 4 });
});

test('an upsert takes its _id from the filter', async ({ collection }) => {
  const result = await collection.updateOne({ _id: 'x' }, { $inc: { n: 1 } }, { upsert: true });

  expect(result.upsertedId).toBe('x');
  expect(await collection.findOne()).toEqual({ _id: 'x', n: 1 });
});

test('$setOnInsert writes when an upsert inserts', async ({ collection }) => {
  const update = { $setOnInsert: { made: 1 }, $inc: { n: 1 } };

  await collection.updateOne({ key: 'x' }, update, { upsert: true });
  await collection.updateOne({ key: 'x' }, update, { upsert: true });

  expect(await collection.findOne({}, { projection: { _id: 0 } })).toEqual({ key: 'x', made: 1, n: 2 });
});

test('an upsert that finds its document only updates it', async ({ store, collection }) => {
  await store({ key: 'x', n: 1 });

  const result = await collection.updateOne({ key: 'x' }, { $inc: { n: 1 } }, { upsert: true });

  expect(result).toMatchObject({ matchedCount: 1, modifiedCount: 1, upsertedCount: 0, upsertedId: null });
  expect(await collection.find().toArray()).toEqual([{ _id: 1, key: 'x', n: 2 }]);
});

test('an upsert by replacement takes only the _id from the filter', async ({ collection }) => {
  await collection.replaceOne({ _id: 7, a: 1 }, { b: 2 }, { upsert: true });

  expect(await collection.find().toArray()).toEqual([{ _id: 7, b: 2 }]);
});

test('findOneAndUpdate gives the document as it was before, or after', async ({ store, collection }) => {
  await store({ n: 1 });

  const before = await collection.findOneAndUpdate({}, { $inc: { n: 1 } });
  const after = await collection.findOneAndUpdate({}, { $inc: { n: 1 } }, { returnDocument: 'after' });

  expect(before).toEqual({ _id: 1, n: 1 });
  expect(after).toEqual({ _id: 1, n: 3 });
});

test('findOneAndUpdate gives null where nothing is found', async ({ store, collection }) => {
  await store({ n: 1 });

  const result = await collection.findOneAndUpdate({ n: 2 }, { $inc: { n: 1 } }, { returnDocument: 'after' });

  expect(result).toBeNull();
  expect(await collection.findOne()).toEqual({ _id: 1, n: 1 });
});

test('findOneAndUpdate takes the first by its sort', async ({ store, collection }) => {
  await store({ due: 3 }, { due: 1 }, { due: 2 });

  const first = await collection.findOneAndUpdate({}, { $set: { taken: true } }, { sort: { due: 1 } });
  const last = await collection.findOneAndUpdate({}, { $set: { taken: true } }, { sort: { due: -1 } });

  expect(first?._id).toBe(2);
  expect(last?._id).toBe(1);
});

test('findOneAndUpdate returns only what its projection keeps', async ({ store, collection }) => {
  await store({ a: 1, b: 2 });

  const result = await collection.findOneAndUpdate(
    {},
    { $set: { a: 5 } },
    { projection: { a: 1, _id: 0 }, returnDocument: 'after' },
  );

  expect(result).toEqual({ a: 5 });
});

test('findOneAndUpdate with upsert gives null before and the new document after', async ({ collection }) => {
  const update = { $set: { n: 1 } };

  const before = await collection.findOneAndUpdate({ _id: 1 }, update, { upsert: true });
  const after = await collection.findOneAndUpdate({ _id: 2 }, update, {
    upsert: true,
    returnDocument: 'after',
  });

  expect(before).toBeNull();
  expect(after).toEqual({ _id: 2, n: 1 });
});

test('findOneAndUpdate takes array filters', async ({ store, collection }) => {
  await store({ a: [{ b: 1 }, { b: 2 }] });

  const after = await collection.findOneAndUpdate(
    {},
    { $set: { 'a.$[e].c': 1 } },
    { arrayFilters: [{ 'e.b': 2 }], returnDocument: 'after' },
  );

  expect(after).toEqual({ _id: 1, a: [{ b: 1 }, { b: 2, c: 1 }] });
});

test('findOneAndReplace puts another document in the place', async ({ store, collection }) => {
  await store({ a: 1, b: 2 });

  const after = await collection.findOneAndReplace({ a: 1 }, { c: 3 }, { returnDocument: 'after' });

  expect(after).toEqual({ _id: 1, c: 3 });
});

test('findOneAndDelete gives the document it deleted', async ({ store, collection, found }) => {
  await store({ n: 2 }, { n: 1 });

  const gone = await collection.findOneAndDelete({}, { sort: { n: 1 } });
  const nothing = await collection.findOneAndDelete({ n: 9 });

  expect(gone).toEqual({ _id: 2, n: 1 });
  expect(nothing).toBeNull();
  expect(await found({})).toEqual([1]);
});

test('findAndModify tells whether it updated, inserted or deleted', async ({ collection }) => {
  const options = { includeResultMetadata: true } as const;

  const inserted = await collection.findOneAndUpdate(
    { _id: 1 },
    { $set: { n: 1 } },
    { ...options, upsert: true },
  );
  const updated = await collection.findOneAndUpdate({ _id: 1 }, { $set: { n: 2 } }, options);
  const deleted = await collection.findOneAndDelete({ _id: 1 }, options);

  expect(inserted.lastErrorObject).toMatchObject({ n: 1, updatedExisting: false, upserted: 1 });
  expect(updated.lastErrorObject).toMatchObject({ n: 1, updatedExisting: true });
  expect(deleted.lastErrorObject).toMatchObject({ n: 1 });
});
