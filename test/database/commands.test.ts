/** The commands around the documents: what the server says of itself, databases, collections, counting, sessions. */
import { expect } from '@jest/globals';
import { test } from './suite.ts';

test('hello presents the writable primary of a replica set, with its clock and its limits', async ({
  db,
}) => {
  const started = Date.now();

  const hello = await db.admin().command({ hello: 1 });

  expect(hello).toMatchObject({ isWritablePrimary: true, setName: expect.any(String), ok: 1 });
  expect(hello.hosts).toContain(hello.me);
  expect(hello.maxBsonObjectSize).toBe(16 * 1024 * 1024);
  expect(hello.logicalSessionTimeoutMinutes).toBeGreaterThan(0);
  expect(Math.abs(Number(hello.localTime) - started)).toBeLessThan(10_000);
});

test('ping answers', async ({ db }) => {
  const reply = await db.command({ ping: 1 });

  expect(reply).toMatchObject({ ok: 1 });
});

test('buildInfo names a version', async ({ db }) => {
  const build = await db.admin().buildInfo();

  expect(build.version).toMatch(/^\d+\.\d+\.\d+/);
  expect(build.versionArray.slice(0, 3).join('.')).toBe(build.version.match(/^\d+\.\d+\.\d+/)?.[0]);
});

test('a collection can be made before anything is stored in it, more than once', async ({
  db,
  collection,
}) => {
  await db.createCollection(collection.collectionName);
  await collection.insertOne({ a: 1 });
  await db.createCollection(collection.collectionName);

  expect(await collection.countDocuments()).toBe(1);
});

test('a dropped collection has neither documents nor indexes', async ({ store, collection, db }) => {
  await store({ a: 1 });
  await collection.createIndex({ a: 1 }, { unique: true });

  await collection.drop();

  expect(await db.listCollections({ name: collection.collectionName }).toArray()).toEqual([]);
  await store({ _id: 1, a: 1 }, { _id: 2, a: 1 });
  expect(await collection.indexes()).toHaveLength(1);
});

test('a collection needs a name: 73', async ({ db }) => {
  const attempt = db.command({ create: '' });

  await expect(attempt).rejects.toMatchObject({ code: 73, codeName: 'InvalidNamespace' });
});

test('listCollections lists what was made or written to, and takes a filter', async ({
  store,
  collection,
  db,
}) => {
  await store({ a: 1 });
  await db.createCollection(`${collection.collectionName}_empty`);

  const all = await db.listCollections({}, { nameOnly: true }).toArray();
  const one = await db.listCollections({ name: collection.collectionName }).toArray();

  expect(all.map(({ name }) => name)).toEqual(
    expect.arrayContaining([collection.collectionName, `${collection.collectionName}_empty`]),
  );
  expect(one).toEqual([expect.objectContaining({ name: collection.collectionName, type: 'collection' })]);
});

test('listDatabases lists a database while something is stored in it', async ({ client }) => {
  const name = `listed_${process.pid}_${Date.now()}`;
  const names = async () =>
    (await client.db().admin().listDatabases()).databases.map((database) => database.name);
  await client.db(name).collection('a').insertOne({});

  const before = await names();
  await client.db(name).dropDatabase();
  const after = await names();

  expect(before).toContain(name);
  expect(after).not.toContain(name);
});

test('dropDatabase drops every collection of its database and of no other', async ({
  client,
  store,
  found,
}) => {
  const other = client.db(`dropped_${process.pid}_${Date.now()}`);
  await other.collection('a').insertOne({});
  await other.collection('b').insertOne({});
  await store({ a: 1 });

  await other.dropDatabase();

  expect(await other.listCollections().toArray()).toEqual([]);
  expect(await found({})).toEqual([1]);
});

test('count takes a filter, a limit and a skip', async ({ store, collection, db }) => {
  await store({ a: 1 }, { a: 1 }, { a: 1 }, { a: 2 });
  const count = async (options: object) =>
    (await db.command({ count: collection.collectionName, ...options })).n;

  expect(await count({})).toBe(4);
  expect(await count({ query: { a: 1 } })).toBe(3);
  expect(await count({ query: { a: 1 }, limit: 2 })).toBe(2);
  expect(await count({ query: { a: 1 }, skip: 1 })).toBe(2);
});

test('countDocuments counts exactly, with skip and limit, and nothing in a missing collection', async ({
  store,
  collection,
}) => {
  const before = await collection.countDocuments();
  await store({ a: 1 }, { a: 1 }, { a: 2 });

  const counts = [
    await collection.countDocuments({ a: 1 }),
    await collection.countDocuments({}, { limit: 2 }),
    await collection.countDocuments({}, { skip: 1 }),
  ];

  expect(before).toBe(0);
  expect(counts).toEqual([2, 2, 2]);
});

test('distinct gives each value once, elements of arrays one by one', async ({ store, collection }) => {
  await store({ a: 'x', on: true }, { a: ['y', 'x'], on: true }, { a: 'z' }, { b: 1, on: true });

  const all = await collection.distinct('a');
  const some = await collection.distinct('a', { on: true });

  expect(all.sort()).toEqual(['x', 'y', 'z']);
  expect(some.sort()).toEqual(['x', 'y']);
});

test('distinct reaches into arrays of sub-documents', async ({ store, collection }) => {
  await store({ a: [{ b: 1 }, { b: 2 }] }, { a: { b: 2 } }, { a: 3 });

  const values = await collection.distinct('a.b');

  expect(values.sort()).toEqual([1, 2]);
});

test('deleteOne deletes one document, deleteMany all that it finds', async ({ store, collection, found }) => {
  await store({ a: 1 }, { a: 1 }, { a: 1 }, { a: 2 });

  const one = await collection.deleteOne({ a: 1 });
  const many = await collection.deleteMany({ a: 1 });
  const none = await collection.deleteMany({ a: 1 });

  expect([one.deletedCount, many.deletedCount, none.deletedCount]).toEqual([1, 2, 0]);
  expect(await found({})).toEqual([4]);
});

test('explain names the plan of a query without running it', async ({ store, collection }) => {
  await store({ a: 1 });

  const explained = await collection.find({ a: 1 }).explain('queryPlanner');

  expect(explained).toMatchObject({
    queryPlanner: { namespace: collection.namespace, winningPlan: expect.any(Object) },
  });
  expect(explained.executionStats).toBeUndefined();
});

test('endSessions ends sessions, and the next one begins anew', async ({ client, collection }) => {
  const session = client.startSession();
  await collection.insertOne({ a: 1 }, { session });

  const reply = await client.db('admin').command({ endSessions: [session.id ?? {}] });
  await session.endSession();
  await client.withSession((next) => collection.insertOne({ a: 2 }, { session: next }));

  expect(reply).toMatchObject({ ok: 1 });
  expect(await collection.countDocuments()).toBe(2);
});
