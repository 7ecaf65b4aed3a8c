/** That indexes are used: what explain says about the plan, and how many documents and keys it looked at. */
import { expect } from '@jest/globals';
import type { Collection, CreateIndexesOptions, Document, Filter } from 'mongodb';
import { type Row, test } from './suite.ts';

type Plan = { scans: string[]; indexes: string[]; documents: number; keys: number; returned: number };

/** Every stage of a winning plan, from the outermost inwards. */
function stages(plan: Document | undefined): Document[] {
  if (plan === undefined) return [];
  const inner: Document[] = [plan.inputStage, ...(plan.inputStages ?? []), plan.queryPlan].filter(Boolean);
  return [plan, ...inner.flatMap(stages)];
}

/** The figures of an explanation, whether it stands at the top or under the first stage of a pipeline. */
function plan(explained: Document): Plan {
  const { queryPlanner, executionStats } = explained.stages?.[0]?.$cursor ?? explained;
  if (executionStats === undefined) throw new Error('explain gave no executionStats');
  const steps = stages(queryPlanner.winningPlan);
  return {
    scans: steps.map((step) => step.stage),
    indexes: steps.flatMap((step) => step.indexName ?? []),
    documents: executionStats.totalDocsExamined,
    keys: executionStats.totalKeysExamined,
    returned: executionStats.nReturned,
  };
}

async function explain(collection: Collection<Row>, filter: Filter<Row>): Promise<Plan> {
  return plan(await collection.find(filter).explain('executionStats'));
}

/** A hundred documents: n from 0 to 99, each group of ten the same g. */
const hundred = Array.from({ length: 100 }, (_, n) => ({ n, g: Math.floor(n / 10), tags: [n, n + 1000] }));

test('without an index every document is looked at', async ({ store, collection }) => {
  await store(...hundred);

  const found = await explain(collection, { n: 7 });

  expect(found.scans).toContain('COLLSCAN');
  expect(found).toMatchObject({ indexes: [], documents: 100, keys: 0, returned: 1 });
});

test('the _id is always found by its index', async ({ store, collection }) => {
  await store(...hundred);

  const found = await explain(collection, { _id: 7 });

  expect(found.scans).not.toContain('COLLSCAN');
  expect(found).toMatchObject({ documents: 1, keys: 1, returned: 1 });
});

const cases = [
  { use: 'equality', filter: { n: 7 }, documents: 1, keys: 1 },
  { use: '$in', filter: { n: { $in: [3, 50, 97] } }, documents: 3, keys: 6 },
  { use: 'a half-open range', filter: { n: { $gte: 20, $lt: 30 } }, documents: 10, keys: 11 },
  { use: 'a one-sided range', filter: { n: { $gt: 94 } }, documents: 5, keys: 6 },
  { use: 'an equality beside other conditions', filter: { n: 7, g: { $ne: 9 } }, documents: 1, keys: 1 },
  { use: 'an equality inside $and', filter: { $and: [{ g: 0 }, { n: 7 }] }, documents: 1, keys: 1 },
];

for (const { use, filter, documents, keys } of cases) {
  test(`an index narrows the documents looked at: ${use}`, async ({ store, collection }) => {
    await collection.createIndex({ n: 1 });
    await store(...hundred);

    const found = await explain(collection, filter);

    expect(found.scans).toContain('IXSCAN');
    expect(found).toMatchObject({ indexes: ['n_1'], documents, returned: documents });
    expect(found.keys).toBeGreaterThanOrEqual(documents);
    expect(found.keys).toBeLessThanOrEqual(keys);
  });
}

test('a compound index serves equality on its first field and a range on the next', async ({
  store,
  collection,
}) => {
  await collection.createIndex({ g: 1, n: 1 });
  await store(...hundred);

  const both = await explain(collection, { g: 4, n: { $gte: 42, $lt: 45 } });
  const first = await explain(collection, { g: 4 });

  expect(both).toMatchObject({ indexes: ['g_1_n_1'], documents: 3, returned: 3 });
  expect(first).toMatchObject({ indexes: ['g_1_n_1'], documents: 10, returned: 10 });
});

test('a multikey index finds documents by one of their elements, each once', async ({
  store,
  collection,
}) => {
  await collection.createIndex({ tags: 1 });
  await store(...hundred);

  const one = await explain(collection, { tags: 1042 });
  const ids = await collection.find({ tags: { $in: [5, 1005] } }).toArray();

  expect(one).toMatchObject({ indexes: ['tags_1'], documents: 1, keys: 1, returned: 1 });
  expect(ids.map((row) => row.n)).toEqual([5]);
});

test('the guard of bookings also finds them by interpreter and time', async ({ store, collection }) => {
  const key = { 'booking.interpreter': 1, 'booking.cells': 1 } as const;
  await collection.createIndex(key, {
    unique: true,
    partialFilterExpression: { 'booking.cells': { $gte: 0 } },
  });
  await store(...hundred.map(({ n }) => ({ booking: { interpreter: n % 2, cells: [n, n + 100] } })));

  const filter = { 'booking.interpreter': 1, 'booking.cells': { $in: [150, 151, 155] } };
  const found = await explain(collection, filter);

  expect(found).toMatchObject({
    indexes: ['booking.interpreter_1_booking.cells_1'],
    documents: 2,
    returned: 2,
  });
});

test('a partial index is used only where the filter lies within its own', async ({ store, collection }) => {
  await collection.createIndex({ n: 1 }, { partialFilterExpression: { g: 4 } });
  await store(...hundred);

  const within = await explain(collection, { n: 42, g: 4 });
  const outside = await explain(collection, { n: 7 });

  expect(within).toMatchObject({ indexes: ['n_1'], documents: 1, returned: 1 });
  expect(outside).toMatchObject({ indexes: [], returned: 1 });
});

test('a partial index on a range is used for a narrower range', async ({ store, collection }) => {
  await collection.createIndex({ n: 1 }, { partialFilterExpression: { n: { $gte: 50 } } });
  await store(...hundred);

  const narrower = await explain(collection, { n: { $gte: 95 } });
  const wider = await explain(collection, { n: { $gte: 45 } });

  expect(narrower).toMatchObject({ indexes: ['n_1'], documents: 5, returned: 5 });
  expect(wider).toMatchObject({ indexes: [], returned: 55 });
});

test('a sparse index is not used to look for missing fields', async ({ store, collection, found }) => {
  await collection.createIndex({ n: 1 }, { sparse: true });
  await store({ n: 1 }, {}, { n: null });

  const missing = await found({ n: null });
  const absent = await found({ n: { $exists: false } });

  expect(missing).toEqual([2, 3]);
  expect(absent).toEqual([2]);
});

test('an update finds its documents by an index', async ({ store, collection, db }) => {
  await collection.createIndex({ n: 1 });
  await store(...hundred);
  const update = { update: collection.collectionName, updates: [{ q: { n: 7 }, u: { $set: { x: 1 } } }] };

  const explained = plan(await db.command({ explain: update, verbosity: 'executionStats' }));

  expect(explained).toMatchObject({ indexes: ['n_1'], documents: 1, keys: 1 });
  expect(await collection.countDocuments({ x: 1 })).toBe(0);
});

test('a pipeline that begins with $match finds its documents by an index', async ({ store, collection }) => {
  await collection.createIndex({ g: 1 });
  await store(...hundred);

  const pipeline = [{ $match: { g: 4 } }, { $group: { _id: '$g', n: { $sum: '$n' } } }];
  const explained = plan(await collection.aggregate(pipeline).explain('executionStats'));

  expect(explained).toMatchObject({ indexes: ['g_1'], documents: 10 });
});

const mixed: unknown[] = [
  1,
  1.5,
  'x',
  null,
  [],
  [1, 2],
  { b: 1 },
  true,
  new Date(0),
  [[1]],
  [null],
  -1,
  '',
  [0, 10],
  7,
];
const filters = [
  { a: 1 },
  { a: null },
  { a: { $in: [1, null, 'x'] } },
  { a: { $gt: 0 } },
  { a: { $gte: 1, $lt: 2 } },
  { a: { $elemMatch: { $gt: 0, $lt: 2 } } },
  { a: { $lte: true } },
  { a: { $gte: '' } },
  { a: { $gte: null } },
  { a: { $exists: true } },
  { a: { $exists: false } },
  { a: { $ne: 1 } },
  { a: [] },
  { a: [1] },
  { a: { b: 1 } },
  { g: 1, a: { $gt: 0, $lt: 8 } },
  { g: { $in: [0, 2] }, a: { $lt: 5 } },
  { $or: [{ a: 1 }, { a: 'x' }] },
];
const indexes: { index: string; key: Record<string, 1 | -1>; options?: CreateIndexesOptions }[] = [
  { index: 'ascending', key: { a: 1 } },
  { index: 'descending', key: { a: -1 } },
  { index: 'compound', key: { g: -1, a: -1 } },
  { index: 'sparse', key: { a: 1 }, options: { sparse: true } },
  { index: 'partial', key: { a: 1 }, options: { partialFilterExpression: { a: { $gte: 0 } } } },
];

for (const { index, key, options } of indexes) {
  test(`with an index the same documents are found as without: ${index}`, async ({
    store,
    collection,
    found,
  }) => {
    await store(...mixed.map((a, n) => ({ a, g: n % 3 })), { g: 0 }, { g: 1 });

    const scanned = await Promise.all(filters.map((filter) => found(filter)));
    await collection.createIndex(key, options);
    const looked = await Promise.all(filters.map((filter) => found(filter)));

    expect(looked).toEqual(scanned);
  });
}

test('with a compound index over one array the same documents are found as without', async ({
  store,
  collection,
  found,
}) => {
  const times = [0, 1, 2, 3].flatMap((from) => [1, 2].map((length) => ({ from, to: from + length })));
  await store(...times.flatMap((one) => times.map((other) => ({ busy: [one, other] }))), { busy: [] }, {});
  const questions = [
    { 'busy.from': { $lt: 2 }, 'busy.to': { $gt: 3 } },
    { 'busy.from': 1, 'busy.to': 4 },
    { 'busy.from': { $gte: 1, $lt: 2 } },
    { busy: { $elemMatch: { from: { $lt: 2 }, to: { $gt: 2 } } } },
    { busy: { $elemMatch: { from: 1, to: 3 } } },
    { busy: { $not: { $elemMatch: { from: { $lt: 3 }, to: { $gt: 1 } } } } },
  ];

  const scanned = await Promise.all(questions.map((question) => found(question)));
  await collection.createIndex({ 'busy.from': 1, 'busy.to': 1 });
  const looked = await Promise.all(questions.map((question) => found(question)));

  expect(looked).toEqual(scanned);
});

const sorts: { sort: string; filter: Filter<Row>; by: Record<string, 1 | -1> }[] = [
  { sort: 'along the index', filter: {}, by: { g: 1, n: -1 } },
  { sort: 'against the index', filter: {}, by: { g: -1, n: 1 } },
  { sort: 'across the index', filter: {}, by: { g: 1, n: 1 } },
  { sort: 'within one value', filter: { g: 4 }, by: { n: 1 } },
  { sort: 'within two values', filter: { g: { $in: [7, 4] } }, by: { n: 1 } },
  { sort: 'within a range', filter: { g: { $gt: 7 } }, by: { g: 1, n: -1 } },
];

for (const { sort, filter, by } of sorts) {
  test(`with an index documents come in the same order as without: ${sort}`, async ({
    store,
    collection,
  }) => {
    await store(...hundred);
    const read = async () => (await collection.find(filter).sort(by).toArray()).map((row) => row.n);

    const scanned = await read();
    await collection.createIndex({ g: 1, n: -1 });
    const looked = await read();

    expect(looked).toEqual(scanned);
  });
}
