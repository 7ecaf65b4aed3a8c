/** Grouping: what makes a group, and what each accumulator does with numbers, other types and missing fields. */
import { expect } from '@jest/globals';
import type { Collection, Document } from 'mongodb';
import { ObjectId } from 'mongodb';
import { type Row, test } from './suite.ts';

async function grouped(collection: Collection<Row>, group: Document): Promise<Document[]> {
  return collection.aggregate([{ $group: group as { _id: unknown } }, { $sort: { _id: 1 } }]).toArray();
}

test('$group makes one document of each value', async ({ store, collection }) => {
  await store({ g: 'a' }, { g: 'b' }, { g: 'a' });

  const groups = await grouped(collection, { _id: '$g', n: { $sum: 1 } });

  expect(groups).toEqual([
    { _id: 'a', n: 2 },
    { _id: 'b', n: 1 },
  ]);
});

test('$group takes a missing field for null', async ({ store, collection }) => {
  await store({ g: 1 }, {}, { g: null });

  const groups = await grouped(collection, { _id: '$g', n: { $sum: 1 } });

  expect(groups).toEqual([
    { _id: null, n: 2 },
    { _id: 1, n: 1 },
  ]);
});

test('$group by null makes one group of everything, and none of nothing', async ({ store, collection }) => {
  const before = await grouped(collection, { _id: null, n: { $sum: 1 } });
  await store({}, {}, {});

  const groups = await grouped(collection, { _id: null, n: { $sum: 1 } });

  expect(before).toEqual([]);
  expect(groups).toEqual([{ _id: null, n: 3 }]);
});

test('$group by several fields makes a group of each combination', async ({ store, collection }) => {
  await store({ a: 1, b: { c: 'x' } }, { a: 1, b: { c: 'y' } }, { a: 1, b: { c: 'x' } });

  const groups = await grouped(collection, { _id: { a: '$a', c: '$b.c' }, n: { $sum: 1 } });

  expect(groups).toEqual([
    { _id: { a: 1, c: 'x' }, n: 2 },
    { _id: { a: 1, c: 'y' }, n: 1 },
  ]);
});

const keys = [
  {
    type: 'an ObjectId',
    key: new ObjectId('65a000000000000000000001'),
    other: new ObjectId('65a000000000000000000002'),
  },
  { type: 'a date', key: new Date(1), other: new Date(2) },
  { type: 'a boolean', key: false, other: true },
  { type: 'a sub-document', key: { x: 1 }, other: { x: 2 } },
  { type: 'an array', key: [1, 2], other: [2, 1] },
];

for (const { type, key, other } of keys) {
  test(`$group puts equal values into one group: ${type}`, async ({ store, collection }) => {
    await store({ g: key }, { g: other }, { g: key });

    const groups = await grouped(collection, { _id: '$g', n: { $sum: 1 } });

    expect(groups.map((group) => group.n).sort()).toEqual([1, 2]);
    expect(groups.find((group) => group.n === 2)?._id).toEqual(key);
  });
}

test('$group keeps values of different types apart', async ({ store, collection }) => {
  await store({ g: 1 }, { g: '1' }, { g: true }, { g: [1] });

  const groups = await grouped(collection, { _id: '$g', n: { $sum: 1 } });

  expect(groups.map((group) => group.n)).toEqual([1, 1, 1, 1]);
});

test('$sum adds the numbers and passes over everything else', async ({ store, collection }) => {
  await store({ v: 1 }, { v: 2.5 }, { v: 'x' }, { v: null }, {}, { v: [5] });

  const groups = await grouped(collection, { _id: null, sum: { $sum: '$v' } });

  expect(groups).toEqual([{ _id: null, sum: 3.5 }]);
});

test('$sum of no numbers is zero', async ({ store, collection }) => {
  await store({ v: 'x' }, {});

  const groups = await grouped(collection, { _id: null, sum: { $sum: '$v' } });

  expect(groups).toEqual([{ _id: null, sum: 0 }]);
});

test('$avg divides by the count of numbers only, and is null without any', async ({ store, collection }) => {
  await store({ v: 1, w: 'x' }, { v: 2 }, { v: 'x' }, {});

  const groups = await grouped(collection, { _id: null, some: { $avg: '$v' }, none: { $avg: '$w' } });

  expect(groups).toEqual([{ _id: null, some: 1.5, none: null }]);
});

test('$min and $max pass over null and missing, and are null without anything else', async ({
  store,
  collection,
}) => {
  await store({ v: 3 }, { v: null }, { v: 10 }, {}, { v: 4 });

  const groups = await grouped(collection, {
    _id: null,
    least: { $min: '$v' },
    most: { $max: '$v' },
    none: { $min: '$w' },
  });

  expect(groups).toEqual([{ _id: null, least: 3, most: 10, none: null }]);
});

test('$min and $max compare dates, and different types by the order of types', async ({
  store,
  collection,
}) => {
  await store({ at: new Date(5), v: 'x' }, { at: new Date(1), v: 9 }, { at: new Date(9), v: true });

  const groups = await grouped(collection, {
    _id: null,
    first: { $min: '$at' },
    last: { $max: '$at' },
    least: { $min: '$v' },
    most: { $max: '$v' },
  });

  expect(groups).toEqual([{ _id: null, first: new Date(1), last: new Date(9), least: 9, most: true }]);
});

test('$first takes the value of the first document in the order of the pipeline', async ({
  store,
  collection,
}) => {
  await store({ g: 1, n: 2 }, { g: 1, n: 3 }, { g: 1, n: 1 }, { g: 2, n: 5 });

  const groups = await collection
    .aggregate([{ $sort: { n: -1 } }, { $group: { _id: '$g', n: { $first: '$n' } } }, { $sort: { _id: 1 } }])
    .toArray();

  expect(groups).toEqual([
    { _id: 1, n: 3 },
    { _id: 2, n: 5 },
  ]);
});

test('$first of a missing field is null', async ({ store, collection }) => {
  await store({}, { v: 1 });

  const groups = await collection
    .aggregate([{ $sort: { _id: 1 } }, { $group: { _id: null, v: { $first: '$v' } } }])
    .toArray();

  expect(groups).toEqual([{ _id: null, v: null }]);
});

test('an accumulator takes expressions', async ({ store, collection }) => {
  await store({ g: 1, late: true, cents: 500 }, { g: 1, late: false }, { g: 1, cents: 250 });

  const groups = await grouped(collection, {
    _id: '$g',
    late: { $sum: { $cond: ['$late', 1, 0] } },
    cents: { $sum: { $ifNull: ['$cents', 100] } },
  });

  expect(groups).toEqual([{ _id: 1, late: 1, cents: 850 }]);
});
