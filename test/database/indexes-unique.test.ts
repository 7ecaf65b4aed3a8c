/** Unique indexes and their kinds: what they refuse, what they let through, and how they say so. */
import { expect } from '@jest/globals';
import { Double, MongoServerError } from 'mongodb';
import { test } from './suite.ts';

const duplicate = { code: 11000 };

test('a unique index refuses a second document with the same value, by whatever write', async ({
  store,
  collection,
}) => {
  await collection.createIndex({ email: 1 }, { unique: true });
  await store({ email: 'a' }, { email: 'b' });

  await expect(collection.insertOne({ email: 'a' })).rejects.toMatchObject(duplicate);
  await expect(collection.updateOne({ email: 'b' }, { $set: { email: 'a' } })).rejects.toMatchObject(
    duplicate,
  );
  await expect(collection.replaceOne({ email: 'b' }, { email: 'a' })).rejects.toMatchObject(duplicate);
  await expect(collection.findOneAndUpdate({ email: 'b' }, { $set: { email: 'a' } })).rejects.toMatchObject(
    duplicate,
  );
  await expect(
    collection.updateOne({ x: 1 }, { $set: { email: 'a' } }, { upsert: true }),
  ).rejects.toMatchObject(duplicate);
  expect(await collection.countDocuments()).toBe(2);
});

test('every collection refuses a second document with the same _id', async ({ store, collection }) => {
  await store({ a: 1 });

  const attempt = collection.insertOne({ _id: 1, a: 2 });

  await expect(attempt).rejects.toMatchObject({ code: 11000, keyPattern: { _id: 1 } });
  expect(await collection.find().toArray()).toEqual([{ _id: 1, a: 1 }]);
});

test('a refused duplicate names the index, its key pattern and its collection', async ({
  store,
  collection,
}) => {
  await collection.createIndex({ email: 1 }, { unique: true, name: 'one_email' });
  await store({ email: 'a' });

  const error = await collection.insertOne({ email: 'a' }).catch((reason: unknown) => reason);

  expect(error).toBeInstanceOf(MongoServerError);
  expect(error).toMatchObject({ code: 11000, keyPattern: { email: 1 } });
  expect(String(error)).toContain('E11000 duplicate key error collection');
  expect(String(error)).toContain(`${collection.namespace} index: one_email dup key`);
});

test('a refused duplicate carries the value that exists already', async ({ store, collection }) => {
  await collection.createIndex({ centre: 1, number: 1 }, { unique: true });
  await store({ centre: 'x', number: 7 });

  const byInsert = await collection.insertOne({ centre: 'x', number: 7 }).catch((error: unknown) => error);
  const byUpsert = await collection
    .findOneAndUpdate({ a: 1 }, { $set: { centre: 'x', number: 7 } }, { upsert: true })
    .catch((error: unknown) => error);

  expect(byInsert).toMatchObject({ code: 11000, keyValue: { centre: 'x', number: 7 } });
  expect(byUpsert).toMatchObject({ code: 11000, keyValue: { centre: 'x', number: 7 } });
});

test('a refused update changes nothing of its document', async ({ store, collection }) => {
  await collection.createIndex({ email: 1 }, { unique: true });
  await store({ email: 'a' }, { email: 'b', n: 1, list: [1] });

  const attempt = collection.updateOne(
    { email: 'b' },
    { $set: { email: 'a' }, $inc: { n: 1 }, $addToSet: { list: 2 } as never },
  );

  await expect(attempt).rejects.toMatchObject(duplicate);
  expect(await collection.findOne({ _id: 2 })).toEqual({ _id: 2, email: 'b', n: 1, list: [1] });
});

test('a value is free again once its document is deleted or has another', async ({
  store,
  collection,
  found,
}) => {
  await collection.createIndex({ email: 1 }, { unique: true });
  await store({ email: 'a' }, { email: 'b' });

  await collection.deleteOne({ email: 'a' });
  await collection.updateOne({ email: 'b' }, { $set: { email: 'c' } });
  await collection.insertMany([
    { _id: 3, email: 'a' },
    { _id: 4, email: 'b' },
  ]);

  expect(await found({})).toEqual([2, 3, 4]);
});

test('a document may be written again with its own unique value', async ({ store, collection }) => {
  await collection.createIndex({ email: 1 }, { unique: true });
  await store({ email: 'a' });

  await collection.replaceOne({ email: 'a' }, { email: 'a', n: 1 });
  await collection.updateOne({ email: 'a' }, { $set: { email: 'a', n: 2 } });

  expect(await collection.find().toArray()).toEqual([{ _id: 1, email: 'a', n: 2 }]);
});

test('a plain unique index takes a missing field for null, and lets one of them in', async ({
  store,
  collection,
}) => {
  await collection.createIndex({ email: 1 }, { unique: true });
  await store({ a: 1 });

  await expect(collection.insertOne({ a: 2 })).rejects.toMatchObject(duplicate);
  await expect(collection.insertOne({ email: null })).rejects.toMatchObject(duplicate);
});

test('a sparse unique index lets any number of documents without the field in, but one null', async ({
  store,
  collection,
}) => {
  await collection.createIndex({ phone: 1 }, { unique: true, sparse: true });
  await store({ a: 1 }, { a: 2 }, { phone: '1' }, { phone: null });

  await expect(collection.insertOne({ phone: '1' })).rejects.toMatchObject(duplicate);
  await expect(collection.insertOne({ phone: null })).rejects.toMatchObject(duplicate);
});

test('a partial unique index binds only the documents that its filter finds', async ({
  store,
  collection,
}) => {
  const partialFilterExpression = { active: true };
  await collection.createIndex({ slug: 1 }, { unique: true, partialFilterExpression });
  await store({ slug: 's', active: true }, { slug: 's', active: false }, { slug: 's' });

  const inserted = collection.insertOne({ slug: 's', active: true });
  await expect(inserted).rejects.toMatchObject(duplicate);

  const activated = collection.updateOne({ _id: 2 }, { $set: { active: true } });
  await expect(activated).rejects.toMatchObject(duplicate);
});

test('a compound unique index refuses only the whole combination', async ({ store, collection }) => {
  await collection.createIndex({ centre: 1, number: 1 }, { unique: true });
  await store(
    { centre: 'x', number: 1 },
    { centre: 'x', number: 2 },
    { centre: 'y', number: 1 },
    { centre: 'y' },
  );

  await expect(collection.insertOne({ centre: 'y', number: 1 })).rejects.toMatchObject(duplicate);
  await expect(collection.insertOne({ centre: 'y', number: null })).rejects.toMatchObject(duplicate);
});

test('equal numbers are one key, whatever their width', async ({ store, collection }) => {
  await collection.createIndex({ n: 1 }, { unique: true });
  await store({ n: 5 });

  const attempt = collection.insertOne({ n: new Double(5) });

  await expect(attempt).rejects.toMatchObject(duplicate);
});

test('values of different types, and documents with another order of fields, are different keys', async ({
  store,
  collection,
}) => {
  await collection.createIndex({ key: 1 }, { unique: true });

  await store({ key: 1 }, { key: '1' }, { key: true }, { key: { x: 1, y: 2 } }, { key: { y: 2, x: 1 } });

  await expect(collection.insertOne({ key: { x: 1, y: 2 } })).rejects.toMatchObject(duplicate);
  expect(await collection.countDocuments()).toBe(5);
});

test('a unique index reaches into sub-documents', async ({ store, collection }) => {
  await collection.createIndex({ 'person.email': 1 }, { unique: true });
  await store({ person: { email: 'a', n: 1 } }, { person: { email: 'b' } });

  const attempt = collection.insertOne({ person: { email: 'a', n: 2 } });

  await expect(attempt).rejects.toMatchObject(duplicate);
});

test('a unique index over existing duplicates is refused and not made', async ({ store, collection }) => {
  await store({ email: 'a' }, { email: 'a' });

  const attempt = collection.createIndex({ email: 1 }, { unique: true });

  await expect(attempt).rejects.toMatchObject(duplicate);
  expect((await collection.indexes()).map((index) => index.name)).toEqual(['_id_']);
});

test('a dropped unique index refuses nothing any more', async ({ store, collection }) => {
  await collection.createIndex({ email: 1 }, { unique: true });
  await store({ email: 'a' });

  await collection.dropIndex('email_1');
  await collection.insertOne({ email: 'a' });

  expect(await collection.countDocuments({ email: 'a' })).toBe(2);
});

test('values that differ only in what a text comparison might fold are different keys', async ({
  store,
  collection,
}) => {
  await collection.createIndex({ name: 1 }, { unique: true });

  await store({ name: 'Ada' }, { name: 'ada' }, { name: 'Ada ' }, { name: 'A\u0308' }, { name: 'Ä' });

  expect(await collection.countDocuments()).toBe(5);
});
