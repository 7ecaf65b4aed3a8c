/** What is refused, and with which code: one row for each way to get it wrong. */
import { expect } from '@jest/globals';
import type { Document, UpdateOptions } from 'mongodb';
import { test } from './suite.ts';

const filters: { wrong: string; filter: Document }[] = [
  { wrong: 'an empty $and', filter: { $and: [] } },
  { wrong: 'an empty $or', filter: { $or: [] } },
  { wrong: '$and of something else than conditions', filter: { $and: [5] } },
  { wrong: '$in without an array', filter: { a: { $in: 5 } } },
  { wrong: '$nin without an array', filter: { a: { $nin: 'x' } } },
  { wrong: '$all without an array', filter: { a: { $all: 5 } } },
  { wrong: '$size of a negative number', filter: { a: { $size: -1 } } },
  { wrong: '$elemMatch without conditions', filter: { a: { $elemMatch: 5 } } },
  { wrong: '$not without a condition', filter: { a: { $not: 5 } } },
  { wrong: '$type of an unknown name', filter: { a: { $type: 'word' } } },
  { wrong: '$regex without a text', filter: { a: { $regex: 5 } } },
  { wrong: '$options without $regex', filter: { a: { $options: 'i' } } },
  { wrong: 'an unknown operator', filter: { a: { $like: 'x' } } },
  { wrong: 'an unknown operator beside a known one', filter: { a: { $gt: 1, $below: 5 } } },
  { wrong: 'an unknown operator at the top', filter: { $both: [{ a: 1 }] } },
];

for (const { wrong, filter } of filters) {
  test(`a faulty filter is refused with 2 (BadValue): ${wrong}`, async ({ store, collection }) => {
    await store({ a: 1 });

    await expect(collection.find(filter).toArray()).rejects.toMatchObject({ code: 2, codeName: 'BadValue' });
    await expect(collection.deleteMany(filter)).rejects.toMatchObject({ code: 2 });
    expect(await collection.countDocuments()).toBe(1);
  });
}

type Fault = { wrong: string; before?: Document; update: Document; options?: UpdateOptions };

const faults: Record<string, Fault[]> = {
  '2 (BadValue)': [
    { wrong: '$push on something else than an array', before: { a: 5 }, update: { $push: { a: 1 } } },
    { wrong: '$addToSet on something else than an array', before: { a: 5 }, update: { $addToSet: { a: 1 } } },
    { wrong: '$pull on something else than an array', before: { a: 5 }, update: { $pull: { a: 1 } } },
    { wrong: '$push of $each without an array', before: { a: [] }, update: { $push: { a: { $each: 1 } } } },
    {
      wrong: '$push with a $slice that is no number',
      before: { a: [] },
      update: { $push: { a: { $each: [], $slice: 'x' } } },
    },
    {
      wrong: 'the positional $ without a condition on the array',
      before: { a: [1] },
      update: { $set: { 'a.$': 2 } },
    },
    { wrong: '$[name] without an array filter', before: { a: [1] }, update: { $set: { 'a.$[e]': 2 } } },
    { wrong: '$[] on something else than an array', before: { a: 5 }, update: { $set: { 'a.$[]': 2 } } },
    { wrong: '$currentDate of an unknown type', update: { $currentDate: { a: { $type: 'year' } } } },
  ],
  '9 (FailedToParse)': [
    { wrong: 'an unknown operator', update: { $add: { a: 1 } } },
    { wrong: 'an operator beside a plain field', update: { $set: { a: 1 }, b: 1 } },
    { wrong: 'an operator without fields', update: { $set: 5 } },
    {
      wrong: 'an array filter that is not used',
      update: { $set: { a: 1 } },
      options: { arrayFilters: [{ e: 1 }] },
    },
    {
      wrong: 'an array filter about two names',
      before: { a: [1] },
      update: { $set: { 'a.$[e]': 2 } },
      options: { arrayFilters: [{ e: 1, f: 1 }] },
    },
    {
      wrong: 'two array filters of one name',
      before: { a: [1] },
      update: { $set: { 'a.$[e]': 2 } },
      options: { arrayFilters: [{ e: 1 }, { e: 2 }] },
    },
  ],
  '14 (TypeMismatch)': [
    { wrong: '$inc of a text', before: { a: 'x' }, update: { $inc: { a: 1 } } },
    { wrong: '$inc of null', before: { a: null }, update: { $inc: { a: 1 } } },
    { wrong: '$inc by a text', before: { a: 1 }, update: { $inc: { a: 'x' } } },
  ],
  '28 (PathNotViable)': [
    { wrong: 'a field below a number', before: { a: 5 }, update: { $set: { 'a.b': 1 } } },
    { wrong: 'a field below null', before: { a: null }, update: { $set: { 'a.b': 1 } } },
    { wrong: 'a field below an array', before: { a: [1] }, update: { $set: { 'a.b': 1 } } },
    { wrong: '$inc below a text', before: { a: 'x' }, update: { $inc: { 'a.b': 1 } } },
  ],
  '40 (ConflictingUpdateOperators)': [
    { wrong: 'two operators on one field', update: { $set: { a: 1 }, $inc: { a: 1 } } },
    { wrong: 'a field and one below it', update: { $set: { a: {}, 'a.b': 1 } } },
    { wrong: 'a field below and its parent', update: { $set: { 'a.b': 1 }, $unset: { a: 1 } } },
  ],
  '56 (EmptyFieldName)': [
    { wrong: 'an empty name', update: { $set: { '': 1 } } },
    { wrong: 'an empty name below another', update: { $set: { 'b.': 1 } } },
  ],
  '66 (ImmutableField)': [
    { wrong: '$set of another _id', update: { $set: { _id: 2 } } },
    { wrong: '$inc of the _id', update: { $inc: { _id: 1 } } },
    { wrong: '$unset of the _id', update: { $unset: { _id: 1 } } },
  ],
};

for (const [code, rows] of Object.entries(faults)) {
  for (const { wrong, before = { a: 1 }, update, options } of rows) {
    test(`a faulty update is refused with ${code}: ${wrong}`, async ({ changed, collection }) => {
      const attempt = changed(before, update, options);

      await expect(attempt).rejects.toMatchObject({ code: Number.parseInt(code, 10) });
      expect(await collection.findOne()).toEqual({ _id: 1, ...before });
    });
  }
}

test('findOneAndUpdate refuses a faulty update with the same codes', async ({ store, collection }) => {
  await store({ a: 'x' });

  await expect(collection.findOneAndUpdate({}, { $inc: { a: 1 } })).rejects.toMatchObject({
    code: 14,
    codeName: 'TypeMismatch',
  });
  await expect(collection.findOneAndUpdate({}, { $set: { _id: 2 } })).rejects.toMatchObject({
    code: 66,
    codeName: 'ImmutableField',
  });
});

test('a replacement with another _id is refused with 66', async ({ store, collection }) => {
  await store({ a: 1 });

  const attempt = collection.replaceOne({ a: 1 }, { _id: 2, a: 2 });

  await expect(attempt).rejects.toMatchObject({ code: 66 });
  expect(await collection.findOne()).toEqual({ _id: 1, a: 1 });
});

test('a replacement of many is refused with 9', async ({ store, collection, db }) => {
  await store({ a: 1 }, { a: 1 });
  const update = { update: collection.collectionName, updates: [{ q: { a: 1 }, u: { b: 1 }, multi: true }] };

  const reply = await db.command(update).catch((error: unknown) => error);

  expect(reply).toMatchObject({ writeErrors: [{ index: 0, code: 9 }] });
  expect(await collection.countDocuments({ a: 1 })).toBe(2);
});

test('an upsert whose filter gives a field two values is refused with 54', async ({ collection }) => {
  const attempt = collection.updateOne({ $and: [{ a: 1 }, { a: 2 }] }, { $set: { b: 1 } }, { upsert: true });

  await expect(attempt).rejects.toMatchObject({ code: 54 });
  expect(await collection.countDocuments()).toBe(0);
});

test('an unknown command is refused with 59', async ({ db }) => {
  const attempt = db.command({ interpret: 1 });

  await expect(attempt).rejects.toMatchObject({ code: 59, codeName: 'CommandNotFound' });
});

test('a text that is no regular expression is refused with 51091', async ({ store, collection }) => {
  await store({ a: '(' });

  const attempt = collection.findOne({ a: { $regex: '^(' } });

  await expect(attempt).rejects.toMatchObject({ code: 51091 });
});

test('a document above 16 megabytes is refused', async ({ store, collection }) => {
  await store({ text: 'x'.repeat(8_400_000) });

  const inserted = collection.insertOne({ text: 'x'.repeat(16_800_000) });
  await expect(inserted).rejects.toThrow(/large|size/);

  const grown = collection.updateOne({}, { $set: { more: 'x'.repeat(8_400_000) } });
  await expect(grown).rejects.toThrow(/large|size/);
  expect(await collection.countDocuments({ more: { $exists: true } })).toBe(0);
});

test('an error carries its number, its name and a message', async ({ collection }) => {
  const error = await collection.findOne({ a: { $like: 'x' } }).catch((reason: unknown) => reason);

  expect(error).toMatchObject({ name: 'MongoServerError', code: 2, codeName: 'BadValue' });
  expect(String(error)).toContain('$like');
});
