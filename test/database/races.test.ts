/** Many at once: whatever the order in which they arrive, there is one winner and nothing is lost. */
import { expect } from '@jest/globals';
import type { Collection, Document } from 'mongodb';
import { type Row, test } from './suite.ts';

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

/** How many attempts succeeded, and the codes of the others. */
async function outcome(attempts: Promise<unknown>[]): Promise<{ won: number; codes: unknown[] }> {
  const results = await Promise.allSettled(attempts);
  const lost = results.flatMap((result) => (result.status === 'rejected' ? [result.reason.code] : []));
  return { won: results.length - lost.length, codes: [...new Set(lost)] };
}

async function guard(collection: Collection<Row>): Promise<void> {
  await collection.createIndex(
    { 'booking.interpreter': 1, 'booking.cells': 1 },
    { unique: true, partialFilterExpression: { 'booking.cells': { $gte: 0 } } },
  );
}

test('of 200 concurrent conditional updates of one document one wins', async ({ store, collection }) => {
  await store({ status: 'requested', version: 1 });

  const answers = await Promise.all(
    numbers(200).map((who) =>
      collection.findOneAndUpdate(
        { _id: 1, status: 'requested' },
        { $set: { status: 'accepted', who }, $inc: { version: 1 } },
        { returnDocument: 'after' },
      ),
    ),
  );

  const winners = answers.filter((answer) => answer !== null);
  expect(winners).toHaveLength(1);
  expect(await collection.find().toArray()).toEqual([
    { _id: 1, status: 'accepted', who: winners[0]?.who, version: 2 },
  ]);
});

test('of 200 concurrent updates that expect the same version one wins', async ({ store, collection }) => {
  await store({ version: 1 });

  const results = await Promise.all(
    numbers(200).map((who) => collection.updateOne({ version: 1 }, { $set: { who }, $inc: { version: 1 } })),
  );

  expect(results.filter((result) => result.modifiedCount === 1)).toHaveLength(1);
  expect(await collection.countDocuments({ version: 2 })).toBe(1);
});

test('200 concurrent $inc and $push are all kept', async ({ store, collection }) => {
  await store({ n: 0, list: [] });

  await Promise.all(
    numbers(200).map((n) =>
      collection.updateOne({ _id: 1 }, { $inc: { n: 1 }, $push: { list: n } as never }),
    ),
  );

  const row = await collection.findOne();
  expect(row?.n).toBe(200);
  expect(new Set(row?.list)).toEqual(new Set(numbers(200)));
});

const claims = [
  {
    write: 'insert',
    book: (collection: Collection<Row>, _id: number, booking: Document) =>
      collection.insertOne({ _id: _id + 1000, booking }),
  },
  {
    write: 'update',
    book: (collection: Collection<Row>, _id: number, booking: Document) =>
      collection.updateOne({ _id }, { $set: { booking } }),
  },
  {
    write: 'findOneAndUpdate',
    book: (collection: Collection<Row>, _id: number, booking: Document) =>
      collection.findOneAndUpdate({ _id, booking: { $exists: false } }, { $set: { booking } }),
  },
];

for (const { write, book } of claims) {
  test(`of 200 concurrent bookings with one cell in common one wins: ${write}`, async ({
    store,
    collection,
  }) => {
    await guard(collection);
    await store(...numbers(200).map((_id) => ({ _id })));

    const { won, codes } = await outcome(
      numbers(200).map((n) => book(collection, n, { interpreter: 'ann', cells: [500 - n, 500, 501 + n] })),
    );

    expect({ won, codes }).toEqual({ won: 1, codes: [11000] });
    expect(await collection.countDocuments({ 'booking.cells': 500 })).toBe(1);
  });
}

test('whatever 200 random bookings are tried at once, no cell is held twice', async ({
  store,
  collection,
}) => {
  await guard(collection);
  await store(...numbers(200).map((_id) => ({ _id })));
  const bookings = numbers(200).map((n) => {
    const start = (n * 7919) % 300;
    return { interpreter: n % 3, cells: numbers(1 + (n % 9)).map((cell) => start + cell) };
  });

  const results = await Promise.allSettled(
    bookings.map((booking, _id) => collection.updateOne({ _id }, { $set: { booking } })),
  );

  const held = await collection.find({ booking: { $exists: true } }).toArray();
  const cells = held.flatMap(({ booking }) =>
    booking.cells.map((cell: number) => `${booking.interpreter}:${cell}`),
  );
  expect(held).toHaveLength(results.filter((result) => result.status === 'fulfilled').length);
  expect(new Set(cells).size).toBe(cells.length);
  for (const [_id, result] of results.entries()) {
    if (result.status === 'fulfilled') continue;
    const { interpreter, cells: wanted } = bookings[_id] ?? { interpreter: -1, cells: [] };
    expect(wanted.some((cell) => cells.includes(`${interpreter}:${cell}`))).toBe(true);
  }
});

test('50 concurrent upserts of one unique key make one document and lose nothing', async ({ collection }) => {
  await collection.createIndex({ key: 1 }, { unique: true });

  await Promise.all(
    numbers(50).map(() =>
      collection.updateOne({ key: 'x' }, { $inc: { n: 1 }, $setOnInsert: { made: true } }, { upsert: true }),
    ),
  );

  expect(await collection.find({}, { projection: { _id: 0 } }).toArray()).toEqual([
    { key: 'x', n: 50, made: true },
  ]);
});

test('50 concurrent inserts of one _id make one document', async ({ collection }) => {
  const { won, codes } = await outcome(numbers(50).map((n) => collection.insertOne({ _id: 'x', n })));

  expect({ won, codes }).toEqual({ won: 1, codes: [11000] });
});

test('many who claim the next by its time take each once, in order', async ({ store, collection }) => {
  await store(...numbers(40).map((n) => ({ due: 40 - n, claimed: null })));

  const taken = await Promise.all(
    numbers(60).map((who) =>
      collection.findOneAndUpdate(
        { claimed: null },
        { $set: { claimed: who } },
        { sort: { due: 1 }, returnDocument: 'after' },
      ),
    ),
  );

  const claimed = taken.filter((row) => row !== null);
  expect(claimed).toHaveLength(40);
  expect(new Set(claimed.map((row) => row._id)).size).toBe(40);
  expect(await collection.countDocuments({ claimed: null })).toBe(0);
});
