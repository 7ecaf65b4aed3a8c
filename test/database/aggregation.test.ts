/** The stages of a pipeline, alone and one after the other. */
import { expect } from '@jest/globals';
import { test } from './suite.ts';

test('$match takes the same filters as a query', async ({ store, collection }) => {
  await store({ a: 1, tags: ['x'] }, { a: 5, tags: ['y', 'x'] }, { a: 9 });

  const rows = await collection.aggregate([{ $match: { a: { $gte: 5 }, tags: 'x' } }]).toArray();

  expect(rows).toEqual([{ _id: 2, a: 5, tags: ['y', 'x'] }]);
});

test('$match after another stage filters what that stage made', async ({ store, collection }) => {
  await store({ g: 'a' }, { g: 'b' }, { g: 'a' });

  const rows = await collection
    .aggregate([{ $group: { _id: '$g', n: { $sum: 1 } } }, { $match: { n: { $gt: 1 } } }])
    .toArray();

  expect(rows).toEqual([{ _id: 'a', n: 2 }]);
});

test('$project keeps named fields, makes new ones and renames', async ({ store, collection }) => {
  await store({ a: 1, b: { c: 2, d: 3 }, e: 4 });

  const [row] = await collection
    .aggregate([
      { $project: { _id: 0, a: 1, 'b.d': 1, copy: '$b.c', note: { $literal: '$e' }, missing: '$x' } },
    ])
    .toArray();

  expect(row).toEqual({ a: 1, b: { d: 3 }, copy: 2, note: '$e' });
});

test('$project can leave fields out', async ({ store, collection }) => {
  await store({ a: 1, b: { c: 2, d: 3 } });

  const rows = await collection.aggregate([{ $project: { a: 0, 'b.c': 0 } }]).toArray();

  expect(rows).toEqual([{ _id: 1, b: { d: 3 } }]);
});

test('$project of a path through an array gathers the values that are there', async ({
  store,
  collection,
}) => {
  await store({ a: [{ b: 1 }, {}, { b: 3 }] });

  const rows = await collection.aggregate([{ $project: { _id: 0, all: '$a.b' } }]).toArray();

  expect(rows).toEqual([{ all: [1, 3] }]);
});

test('$sort orders by several fields and takes a missing one for null', async ({ store, collection }) => {
  await store({ a: 2, b: 1 }, { a: 1, b: 1 }, { b: 9 }, { a: 1, b: 2 });

  const rows = await collection.aggregate([{ $sort: { a: 1, b: -1 } }]).toArray();

  expect(rows.map((row) => row._id)).toEqual([3, 4, 2, 1]);
});

test('$skip and $limit act where they stand in the pipeline', async ({ store, collection }) => {
  await store({ a: 3 }, { a: 1 }, { a: 4 }, { a: 2 });

  const skipped = await collection.aggregate([{ $sort: { a: 1 } }, { $skip: 1 }, { $limit: 2 }]).toArray();
  const limited = await collection.aggregate([{ $sort: { a: 1 } }, { $limit: 2 }, { $skip: 1 }]).toArray();
  const sortedLate = await collection
    .aggregate([{ $sort: { a: 1 } }, { $limit: 2 }, { $sort: { a: -1 } }])
    .toArray();

  expect(skipped.map((row) => row.a)).toEqual([2, 3]);
  expect(limited.map((row) => row.a)).toEqual([2]);
  expect(sortedLate.map((row) => row.a)).toEqual([2, 1]);
});

test('$count counts what reaches it, and says nothing where nothing does', async ({ store, collection }) => {
  await store({ a: 1 }, { a: 1 }, { a: 2 });

  const two = await collection.aggregate([{ $match: { a: 1 } }, { $count: 'number' }]).toArray();
  const none = await collection.aggregate([{ $match: { a: 9 } }, { $count: 'number' }]).toArray();

  expect(two).toEqual([{ number: 2 }]);
  expect(none).toEqual([]);
});

test('$unwind makes one document of each element', async ({ store, collection }) => {
  await store({ x: { a: [1, 2] }, b: 'y' });

  const rows = await collection.aggregate([{ $unwind: '$x.a' }]).toArray();

  expect(rows).toEqual([
    { _id: 1, x: { a: 1 }, b: 'y' },
    { _id: 1, x: { a: 2 }, b: 'y' },
  ]);
});

test('$unwind drops documents without elements and lets single values pass', async ({
  store,
  collection,
}) => {
  await store({ a: [] }, {}, { a: null }, { a: 'text' }, { a: '' }, { a: 0 });

  const rows = await collection.aggregate([{ $unwind: '$a' }, { $sort: { _id: 1 } }]).toArray();

  expect(rows).toEqual([
    { _id: 4, a: 'text' },
    { _id: 5, a: '' },
    { _id: 6, a: 0 },
  ]);
});

test('$unwind can keep documents without elements', async ({ store, collection }) => {
  await store({ a: [] }, {}, { a: null }, { a: [7] });

  const rows = await collection
    .aggregate([{ $unwind: { path: '$a', preserveNullAndEmptyArrays: true } }, { $sort: { _id: 1 } }])
    .toArray();

  expect(rows).toEqual([{ _id: 1 }, { _id: 2 }, { _id: 3, a: null }, { _id: 4, a: 7 }]);
});

test('a pipeline leaves the stored documents as they are', async ({ store, collection }) => {
  await store({ a: [{ b: 1 }, { b: 2 }], c: { d: 1 } });
  const before = await collection.find().toArray();

  await collection
    .aggregate([{ $unwind: '$a' }, { $project: { 'c.d': 0 } }, { $sort: { 'a.b': -1 } }])
    .toArray();

  expect(await collection.find().toArray()).toEqual(before);
});

test('a pipeline over a collection that does not exist gives nothing', async ({ collection }) => {
  const rows = await collection.aggregate([{ $match: {} }, { $sort: { a: 1 } }]).toArray();

  expect(rows).toEqual([]);
});

const conditions = [
  { value: true, taken: 'yes' },
  { value: 1, taken: 'yes' },
  { value: '', taken: 'yes' },
  { value: [], taken: 'yes' },
  { value: false, taken: 'no' },
  { value: 0, taken: 'no' },
  { value: null, taken: 'no' },
  { value: undefined, taken: 'no' },
];

for (const { value, taken } of conditions) {
  test(`$cond takes a branch by the truth of a value: ${JSON.stringify(value) ?? 'missing'}`, async ({
    store,
    collection,
  }) => {
    await store(value === undefined ? {} : { a: value });
    const short = { $cond: ['$a', 'yes', 'no'] };
    // biome-ignore lint/suspicious/noThenProperty: so $cond calls its branch
    const long = { $cond: { if: '$a', then: 'yes', else: 'no' } };

    const rows = await collection.aggregate([{ $project: { _id: 0, short, long } }]).toArray();

    expect(rows).toEqual([{ short: taken, long: taken }]);
  });
}

const comparisons = [
  { operator: '$eq', holds: [false, true, false, false] },
  { operator: '$ne', holds: [true, false, true, true] },
  { operator: '$gt', holds: [false, false, true, true] },
  { operator: '$gte', holds: [false, true, true, true] },
  { operator: '$lt', holds: [true, false, false, false] },
  { operator: '$lte', holds: [true, true, false, false] },
];

for (const { operator, holds } of comparisons) {
  test(`$cond compares values of any type: ${operator}`, async ({ store, collection }) => {
    await store({}, { a: 5 }, { a: 6 }, { a: 'x' });
    const held = { $cond: [{ [operator]: ['$a', 5] }, true, false] };

    const rows = await collection.aggregate([{ $sort: { _id: 1 } }, { $project: { held } }]).toArray();

    expect(rows.map((row) => row.held)).toEqual(holds);
  });
}

test('in expressions a missing field is not equal to null but less', async ({ store, collection }) => {
  await store({}, { a: null });
  const held = { equal: { $eq: ['$a', null] }, less: { $lt: ['$a', null] } };

  const rows = await collection
    .aggregate([{ $sort: { _id: 1 } }, { $project: { _id: 0, ...held } }])
    .toArray();

  expect(rows).toEqual([
    { equal: false, less: true },
    { equal: true, less: false },
  ]);
});

test('$ifNull takes the first value that is neither null nor missing', async ({ store, collection }) => {
  await store({ a: null, c: 3 }, { a: 0 }, {});
  const first = { $ifNull: ['$a', '$b', '$c', 'none'] };

  const rows = await collection.aggregate([{ $sort: { _id: 1 } }, { $project: { _id: 0, first } }]).toArray();

  expect(rows).toEqual([{ first: 3 }, { first: 0 }, { first: 'none' }]);
});

const faults = [
  { wrong: 'an unknown stage', stage: { $collect: {} }, code: 40324 },
  { wrong: '$group without an _id', stage: { $group: { n: { $sum: 1 } } }, code: 15955 },
  {
    wrong: '$group with an unknown accumulator',
    stage: { $group: { _id: null, n: { $total: 1 } } },
    code: 15952,
  },
  {
    wrong: '$group with a field that accumulates nothing',
    stage: { $group: { _id: null, n: 5 } },
    code: 40234,
  },
  { wrong: '$limit of zero', stage: { $limit: 0 }, code: 15958 },
  { wrong: '$unwind of a path without $', stage: { $unwind: 'a' }, code: 28818 },
  { wrong: '$sort without fields', stage: { $sort: {} }, code: 15976 },
  { wrong: '$match with an unknown operator', stage: { $match: { a: { $like: 1 } } }, code: 2 },
];

for (const { wrong, stage, code } of faults) {
  test(`a faulty pipeline is refused with its code: ${wrong}`, async ({ store, collection }) => {
    await store({ a: 1 });

    const attempt = collection.aggregate([stage]).toArray();

    await expect(attempt).rejects.toMatchObject({ code });
  });
}
