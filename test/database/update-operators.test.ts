/** The update operators on plain fields, replacement, and what an update reports. */
import { expect } from '@jest/globals';
import { test } from './suite.ts';

test('$set writes a value and makes the documents on its path', async ({ changed }) => {
  const after = await changed({ a: 1 }, { $set: { a: 2, 'b.c': 3 } });

  expect(after).toEqual({ _id: 1, a: 2, b: { c: 3 } });
});

test('$set of one path leaves its neighbours alone', async ({ changed }) => {
  const after = await changed({ a: { b: 1, c: 2 } }, { $set: { 'a.b': 9 } });

  expect(after).toEqual({ _id: 1, a: { b: 9, c: 2 } });
});

test('$set reaches an array element by its position, and fills a gap with null', async ({ changed }) => {
  const after = await changed({ a: [{ b: 1 }, { b: 2 }], c: [1] }, { $set: { 'a.1.b': 9, 'c.3': 4 } });

  expect(after).toEqual({ _id: 1, a: [{ b: 1 }, { b: 9 }], c: [1, null, null, 4] });
});

test('$set with a number in a path makes a document where there is no array', async ({ changed }) => {
  const after = await changed({}, { $set: { 'a.0': 1 } });

  expect(after).toEqual({ _id: 1, a: { 0: 1 } });
});

test('$set may repeat the _id as it is', async ({ changed }) => {
  const after = await changed({ a: 1 }, { $set: { _id: 1, a: 2 } });

  expect(after).toEqual({ _id: 1, a: 2 });
});

test('$unset takes a field away, and nothing where there is none', async ({ changed }) => {
  const after = await changed({ a: 1, b: { c: 1 } }, { $unset: { a: '', 'b.c': 1, 'x.y': 1 } });

  expect(after).toEqual({ _id: 1, b: {} });
});

test('$unset of an array element leaves null in its place', async ({ changed }) => {
  const after = await changed({ a: [1, 2] }, { $unset: { 'a.0': 1 } });

  expect(after).toEqual({ _id: 1, a: [null, 2] });
});

test('$inc adds, subtracts, and begins at zero where the field is missing', async ({ changed }) => {
  const after = await changed({ a: 5, b: 1.5 }, { $inc: { a: -2, b: 1, 'c.d': 4 } });

  expect(after).toEqual({ _id: 1, a: 3, b: 2.5, c: { d: 4 } });
});

test('$min keeps the smaller and $max the greater value, or takes the first', async ({ changed }) => {
  const after = await changed(
    { a: 5, b: 5, c: 5, d: 5 },
    { $min: { a: 3, b: 9, e: 1 }, $max: { c: 3, d: 9, f: 1 } },
  );

  expect(after).toEqual({ _id: 1, a: 3, b: 5, c: 5, d: 9, e: 1, f: 1 });
});

test('$min and $max compare dates, and different types by the order of types', async ({ changed }) => {
  const [early, late] = [new Date('2026-01-01'), new Date('2026-02-01')];

  const after = await changed(
    { a: late, b: early, c: 'x', d: 5 },
    { $min: { a: early, c: 5 }, $max: { b: late, d: 'x' } },
  );

  expect(after).toEqual({ _id: 1, a: early, b: late, c: 5, d: 'x' });
});

test('$setOnInsert does nothing to a document that exists', async ({ changed }) => {
  const after = await changed({ a: 1 }, { $setOnInsert: { b: 1 }, $set: { a: 2 } });

  expect(after).toEqual({ _id: 1, a: 2 });
});

test('$currentDate writes the time of the server', async ({ changed, db }) => {
  const { localTime: before } = await db.admin().command({ hello: 1 });
  const after = await changed({}, { $currentDate: { a: true, b: { $type: 'date' } } });
  const { localTime: later } = await db.admin().command({ hello: 1 });

  for (const time of [after?.a, after?.b]) {
    expect(time).toBeInstanceOf(Date);
    expect(Number(time)).toBeGreaterThanOrEqual(Number(before));
    expect(Number(time)).toBeLessThanOrEqual(Number(later));
  }
});

test('several operators act in one update', async ({ changed }) => {
  const after = await changed(
    { a: 1, b: 1, c: [1] },
    { $set: { a: 2 }, $inc: { v: 1 }, $unset: { b: 1 }, $push: { c: 2 } },
  );

  expect(after).toEqual({ _id: 1, a: 2, c: [1, 2], v: 1 });
});

test('an update tells how many documents it found and how many it changed', async ({ store, collection }) => {
  await store({ a: 1, b: 1 }, { a: 1, b: 2 }, { a: 2 });

  const result = await collection.updateMany({ a: 1 }, { $set: { b: 2 } });
  const nothing = await collection.updateOne({ a: 9 }, { $set: { b: 2 } });

  expect(result).toMatchObject({ matchedCount: 2, modifiedCount: 1, upsertedCount: 0 });
  expect(nothing).toMatchObject({ matchedCount: 0, modifiedCount: 0, upsertedCount: 0 });
});

test('updateOne changes one document only', async ({ store, collection, found }) => {
  await store({ a: 1 }, { a: 1 }, { a: 1 });

  const result = await collection.updateOne({ a: 1 }, { $set: { b: 1 } });

  expect(result).toMatchObject({ matchedCount: 1, modifiedCount: 1 });
  expect(await found({ b: 1 })).toHaveLength(1);
});

test('replaceOne keeps the _id and nothing else', async ({ store, collection }) => {
  await store({ a: 1, b: 2 });

  const result = await collection.replaceOne({ a: 1 }, { c: 3 });

  expect(result).toMatchObject({ matchedCount: 1, modifiedCount: 1 });
  expect(await collection.findOne()).toEqual({ _id: 1, c: 3 });
});

test('an update that fails half-way changes nothing', async ({ store, collection }) => {
  await store({ a: 1, b: 'text' });

  const attempt = collection.updateOne({ _id: 1 }, { $set: { a: 2 }, $inc: { b: 1 } });

  await expect(attempt).rejects.toMatchObject({ code: 14 });
  expect(await collection.findOne()).toEqual({ _id: 1, a: 1, b: 'text' });
});
