/** The index that refuses a double booking: unique over an interpreter and the cells of time they are occupied. */
import { expect } from '@jest/globals';
import type { Collection } from 'mongodb';
import { type Row, test } from './suite.ts';

const duplicate = { code: 11000, keyPattern: { 'booking.interpreter': 1, 'booking.cells': 1 } };
const booking = (interpreter: string, ...cells: number[]) => ({ booking: { interpreter, cells } });

/** The guard as the product has it. */
async function guard(collection: Collection<Row>): Promise<void> {
  await collection.createIndex(
    { 'booking.interpreter': 1, 'booking.cells': 1 },
    { unique: true, partialFilterExpression: { 'booking.cells': { $gte: 0 } } },
  );
}

const writes = [
  { write: 'insert', run: (c: Collection<Row>) => c.insertOne(booking('ann', 3, 4)) },
  {
    write: 'update',
    run: (c: Collection<Row>) => c.updateOne({ free: true }, { $set: booking('ann', 3, 4) }),
  },
  {
    write: 'update of many',
    run: (c: Collection<Row>) => c.updateMany({ free: true }, { $set: booking('ann', 3, 4) }),
  },
  {
    write: 'findOneAndUpdate',
    run: (c: Collection<Row>) => c.findOneAndUpdate({ free: true }, { $set: booking('ann', 3, 4) }),
  },
  { write: 'replacement', run: (c: Collection<Row>) => c.replaceOne({ free: true }, booking('ann', 3, 4)) },
  {
    write: 'upsert',
    run: (c: Collection<Row>) => c.updateOne({ free: 'x' }, { $set: booking('ann', 3, 4) }, { upsert: true }),
  },
  {
    write: '$push of one cell',
    run: (c: Collection<Row>) =>
      c.updateOne(
        { 'booking.interpreter': 'ann', 'booking.cells': 9 },
        { $push: { 'booking.cells': 3 } as never },
      ),
  },
  {
    write: 'change of the interpreter',
    run: (c: Collection<Row>) =>
      c.updateOne({ 'booking.interpreter': 'bob' }, { $set: { 'booking.interpreter': 'ann' } }),
  },
  {
    write: 'bulk write',
    run: (c: Collection<Row>) =>
      c.bulkWrite([{ updateOne: { filter: { free: true }, update: { $set: booking('ann', 3, 4) } } }]),
  },
];

for (const { write, run } of writes) {
  test(`overlapping cells of one interpreter are refused across documents: ${write}`, async ({
    store,
    collection,
  }) => {
    await guard(collection);
    await store(booking('ann', 1, 2, 3), booking('ann', 9), booking('bob', 3), { free: true });
    const before = await collection.find().sort({ _id: 1 }).toArray();

    const attempt = run(collection);

    await expect(attempt).rejects.toMatchObject({ code: 11000 });
    expect(await collection.find().sort({ _id: 1 }).toArray()).toEqual(before);
  });
}

test('a refused overlap names the guard by its key pattern', async ({ store, collection }) => {
  await guard(collection);
  await store(booking('ann', 1, 2), { free: true });

  await expect(collection.insertOne(booking('ann', 2))).rejects.toMatchObject(duplicate);
  await expect(
    collection.findOneAndUpdate({ free: true }, { $set: booking('ann', 2) }),
  ).rejects.toMatchObject(duplicate);
});

test('a refused overlap carries the cell that is taken', async ({ store, collection }) => {
  await guard(collection);
  await store(booking('ann', 1, 2, 3));

  const attempt = collection.insertOne(booking('ann', 3, 4));

  await expect(attempt).rejects.toMatchObject({
    keyValue: { 'booking.interpreter': 'ann', 'booking.cells': 3 },
  });
});

test('neighbouring cells, and the same cells of another interpreter, are free', async ({
  store,
  collection,
}) => {
  await guard(collection);

  await store(booking('ann', 1, 2), booking('ann', 3, 4), booking('bob', 1, 2, 3, 4));

  expect(await collection.countDocuments()).toBe(3);
});

const releases = [
  {
    release: '$unset of the booking',
    run: (c: Collection<Row>) => c.updateOne({ _id: 1 }, { $unset: { booking: 1 } }),
  },
  {
    release: '$unset of the cells',
    run: (c: Collection<Row>) => c.updateOne({ _id: 1 }, { $unset: { 'booking.cells': 1 } }),
  },
  {
    release: 'other cells',
    run: (c: Collection<Row>) => c.updateOne({ _id: 1 }, { $set: { 'booking.cells': [7, 8] } }),
  },
  {
    release: 'another interpreter',
    run: (c: Collection<Row>) => c.updateOne({ _id: 1 }, { $set: { 'booking.interpreter': 'bob' } }),
  },
  { release: 'a replacement', run: (c: Collection<Row>) => c.replaceOne({ _id: 1 }, { free: true }) },
  { release: 'deletion', run: (c: Collection<Row>) => c.deleteOne({ _id: 1 }) },
];

for (const { release, run } of releases) {
  test(`cells are free again after: ${release}`, async ({ store, collection }) => {
    await guard(collection);
    await store(booking('ann', 1, 2, 3));

    await run(collection);
    await collection.insertOne(booking('ann', 3, 4));

    expect(await collection.countDocuments({ 'booking.interpreter': 'ann', 'booking.cells': 3 })).toBe(1);
  });
}

test('a document may be moved over its own cells', async ({ store, collection }) => {
  await guard(collection);
  await store(booking('ann', 1, 2, 3));

  await collection.updateOne({ _id: 1 }, { $set: { 'booking.cells': [2, 3, 4] } });
  await collection.insertOne(booking('ann', 1));

  await expect(collection.insertOne(booking('ann', 4))).rejects.toMatchObject(duplicate);
  expect(await collection.findOne({ _id: 1 })).toEqual({ _id: 1, ...booking('ann', 2, 3, 4) });
});

test('a move that is refused leaves the old cells taken', async ({ store, collection }) => {
  await guard(collection);
  await store(booking('ann', 1, 2), booking('ann', 5));

  await expect(collection.updateOne({ _id: 1 }, { $set: { 'booking.cells': [4, 5] } })).rejects.toMatchObject(
    duplicate,
  );

  await expect(collection.insertOne(booking('ann', 1))).rejects.toMatchObject(duplicate);
  await collection.insertOne(booking('ann', 4));
  expect(await collection.countDocuments()).toBe(3);
});

test('a cell may stand twice in one document', async ({ store, collection }) => {
  await guard(collection);

  await store(booking('ann', 1, 1, 2));

  await expect(collection.insertOne(booking('ann', 1))).rejects.toMatchObject(duplicate);
});

test('documents without cells are not bound by the guard', async ({ store, collection }) => {
  await guard(collection);
  const without = [
    {},
    { booking: { interpreter: 'ann' } },
    booking('ann'),
    { booking: { interpreter: 'ann', cells: null } },
  ];

  await store(...without, ...without);

  expect(await collection.countDocuments()).toBe(8);
});

test('a thousand cells in one document are guarded one by one', async ({ store, collection }) => {
  await guard(collection);
  await store(booking('ann', ...Array.from({ length: 1000 }, (_, cell) => cell)));

  await expect(collection.insertOne(booking('ann', 999))).rejects.toMatchObject(duplicate);
  await collection.insertOne(booking('ann', 1000));
  expect(await collection.countDocuments()).toBe(2);
});

test('a unique multikey index refuses a single value that another array holds', async ({
  store,
  collection,
}) => {
  await collection.createIndex({ tags: 1 }, { unique: true });
  await store({ tags: ['a', 'b'] });

  await expect(collection.insertOne({ tags: 'b' })).rejects.toMatchObject({ code: 11000 });
});

test('without a filter the empty array is a key like any other', async ({ store, collection }) => {
  await collection.createIndex({ tags: 1 }, { unique: true });
  await store({ tags: [] });

  await expect(collection.insertOne({ tags: [] })).rejects.toMatchObject({ code: 11000 });
});

test('a unique multikey index reaches into arrays of sub-documents', async ({ store, collection }) => {
  await collection.createIndex({ 'people.email': 1 }, { unique: true });
  await store({ people: [{ email: 'a' }, { email: 'b' }] }, { people: [{ email: 'd' }] });

  await expect(collection.insertOne({ people: [{ email: 'c' }, { email: 'b' }] })).rejects.toMatchObject({
    code: 11000,
  });
});

test('two arrays under one compound index are refused with 171', async ({ store, collection }) => {
  await guard(collection);
  await store({ a: [1], b: [1] });

  await expect(collection.createIndex({ a: 1, b: 1 })).rejects.toMatchObject({ code: 171 });
  await expect(
    collection.insertOne({ booking: { interpreter: ['ann', 'bob'], cells: [1, 2] } }),
  ).rejects.toMatchObject({ code: 171 });
});
