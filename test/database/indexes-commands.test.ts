/** Making, listing and dropping indexes, and the index that lets documents expire. */
import { expect } from '@jest/globals';
import { test, until } from './suite.ts';

test('createIndexes tells how many indexes there were and are, and makes the collection', async ({
  collection,
  db,
}) => {
  const indexes = [
    { key: { a: 1 }, name: 'a_1' },
    { key: { b: -1 }, name: 'b_-1' },
  ];

  const reply = await db.command({ createIndexes: collection.collectionName, indexes });

  expect(reply).toMatchObject({
    numIndexesBefore: 1,
    numIndexesAfter: 3,
    createdCollectionAutomatically: true,
    ok: 1,
  });
});

test('createIndexes does nothing where the same index exists', async ({ collection, db }) => {
  const indexes = [{ key: { a: 1 }, name: 'a_1', unique: true, sparse: true }];
  await db.command({ createIndexes: collection.collectionName, indexes });

  await db.command({ createIndexes: collection.collectionName, indexes });

  expect((await collection.indexes()).map((index) => index.name)).toEqual(['_id_', 'a_1']);
});

test('listIndexes gives every index with its key in order and its options', async ({ collection }) => {
  const partialFilterExpression = { active: { $gt: 0 } };
  await collection.createIndex({ b: 1, a: -1 }, { unique: true, name: 'pair' });
  await collection.createIndex({ c: 1 }, { sparse: true });
  await collection.createIndex({ d: 1 }, { partialFilterExpression });

  const indexes = await collection.indexes();

  expect(indexes).toEqual([
    expect.objectContaining({ v: 2, key: { _id: 1 }, name: '_id_' }),
    expect.objectContaining({ v: 2, key: { b: 1, a: -1 }, name: 'pair', unique: true }),
    expect.objectContaining({ v: 2, key: { c: 1 }, name: 'c_1', sparse: true }),
    expect.objectContaining({ v: 2, key: { d: 1 }, name: 'd_1', partialFilterExpression }),
  ]);
  expect(Object.keys(indexes[1]?.key ?? {})).toEqual(['b', 'a']);
});

test('an index made later covers what is already stored', async ({ store, collection }) => {
  await store({ a: 1 }, { a: 2 });

  await collection.createIndex({ a: 1 }, { unique: true });

  await expect(collection.insertOne({ a: 1 })).rejects.toMatchObject({ code: 11000 });
});

test('dropIndexes takes a name, a key, or all but the index of the _id', async ({ collection, db }) => {
  for (const field of ['a', 'b', 'c', 'd']) await collection.createIndex({ [field]: 1 });
  const names = async () => (await collection.indexes()).map((index) => index.name);

  await collection.dropIndex('a_1');
  expect(await names()).toEqual(['_id_', 'b_1', 'c_1', 'd_1']);

  const reply = await db.command({ dropIndexes: collection.collectionName, index: { b: 1 } });
  expect(reply).toMatchObject({ nIndexesWas: 4, ok: 1 });
  expect(await names()).toEqual(['_id_', 'c_1', 'd_1']);

  await collection.dropIndexes();
  expect(await names()).toEqual(['_id_']);
});

const conflicts = [
  { conflict: 'another key under the same name', key: { b: 1 }, options: { name: 'a_1' }, code: 86 },
  { conflict: 'the same index under another name', key: { a: 1 }, options: { name: 'other' }, code: 85 },
  { conflict: 'another time to live', key: { a: 1 }, options: { expireAfterSeconds: 60 }, code: 85 },
  { conflict: 'a unique one under the same name', key: { a: 1 }, options: { unique: true }, code: 86 },
] as const;

for (const { conflict, key, options, code } of conflicts) {
  test(`an index that conflicts with an existing one is refused with ${code}: ${conflict}`, async ({
    collection,
  }) => {
    await collection.createIndex({ a: 1 });

    const attempt = collection.createIndex(key, options);

    await expect(attempt).rejects.toMatchObject({ code });
    expect(await collection.indexes()).toHaveLength(2);
  });
}

test('listing or dropping indexes of a collection that does not exist is refused with 26', async ({
  collection,
  db,
}) => {
  const listed = db.command({ listIndexes: collection.collectionName });
  await expect(listed).rejects.toMatchObject({ code: 26, codeName: 'NamespaceNotFound' });

  const dropped = db.command({ dropIndexes: collection.collectionName, index: 'a_1' });
  await expect(dropped).rejects.toMatchObject({ code: 26, codeName: 'NamespaceNotFound' });
});

test('dropping an index that does not exist is refused with 27', async ({ collection }) => {
  await collection.createIndex({ a: 1 });

  const attempt = collection.dropIndex('b_1');

  await expect(attempt).rejects.toMatchObject({ code: 27, codeName: 'IndexNotFound' });
});

test('the index of the _id cannot be dropped: 72', async ({ store, collection }) => {
  await store({});

  const attempt = collection.dropIndex('_id_');

  await expect(attempt).rejects.toMatchObject({ code: 72, codeName: 'InvalidOptions' });
});

const impossible = [
  { wrong: 'a field in no direction', index: { key: { a: 0 } } },
  { wrong: 'a field without a name', index: { key: { 'a.': 1 } } },
  { wrong: 'a time to live on two fields', index: { key: { a: 1, b: 1 }, expireAfterSeconds: 1 } },
  { wrong: 'a negative time to live', index: { key: { a: 1 }, expireAfterSeconds: -1 } },
];

for (const { wrong, index } of impossible) {
  test(`an index that cannot be made is refused with 67: ${wrong}`, async ({ store, collection, db }) => {
    await store({ a: 1 });

    const attempt = db.command({
      createIndexes: collection.collectionName,
      indexes: [{ ...index, name: 'x' }],
    });

    await expect(attempt).rejects.toMatchObject({ code: 67, codeName: 'CannotCreateIndex' });
    expect(await collection.indexes()).toHaveLength(1);
  });
}

test('a TTL index says after how many seconds a document expires', async ({ collection }) => {
  await collection.createIndex({ at: 1 }, { expireAfterSeconds: 30 });

  const indexes = await collection.indexes();

  expect(indexes[1]).toMatchObject({ key: { at: 1 }, expireAfterSeconds: 30 });
});

test('a TTL index removes the documents whose date has passed, and no others', async ({
  store,
  collection,
  client,
  found,
}) => {
  const [past, future] = [new Date(Date.now() - 60_000), new Date(Date.now() + 60_000)];
  const sooner = client.db('admin').command({ setParameter: 1, ttlMonitorSleepSecs: 1 });
  const isMongod = await sooner.then(Boolean, () => false); // which otherwise looks once a minute
  await collection.createIndex({ at: 1 }, { expireAfterSeconds: 30 });
  await store({ at: past }, { at: future }, { at: 'text' }, {}, { at: [future, past] }, { at: new Date() });

  await until(async () => (await collection.countDocuments()) <= 4, isMongod ? 75_000 : 5_000);

  expect(await found({})).toEqual([2, 3, 4, 6]);
}, 90_000);
