/** In which order documents come, and how many of them: sort, skip, limit, and the fields that a projection keeps. */
import { expect } from '@jest/globals';
import type { Collection, Sort } from 'mongodb';
import { Binary, ObjectId } from 'mongodb';
import { type Row, test } from './suite.ts';

async function sorted(collection: Collection<Row>, sort: Sort): Promise<unknown[]> {
  const rows = await collection.find().sort(sort).toArray();
  return rows.map((row) => row._id);
}

test('values of different types sort by type: null, numbers, text, documents, binary, ids, booleans, dates', async ({
  store,
  collection,
}) => {
  const inOrder = [null, 5, 'x', { z: 1 }, new Binary(Buffer.from('b')), new ObjectId(), false, new Date(0)];
  await store(...inOrder.map((a, index) => ({ _id: index, a })).reverse());

  const ascending = await sorted(collection, { a: 1 });
  const descending = await sorted(collection, { a: -1 });

  expect(ascending).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  expect(descending).toEqual([7, 6, 5, 4, 3, 2, 1, 0]);
});

test('a missing field sorts as null does', async ({ store, collection }) => {
  await store({ a: 1, b: 1 }, { b: 2 }, { a: null, b: 3 }, { b: 4 });

  const ids = await sorted(collection, { a: 1, b: 1 });

  expect(ids).toEqual([2, 3, 4, 1]);
});

test('text sorts by its bytes in UTF-8', async ({ store, collection }) => {
  await store({ a: '\u{1F600}' }, { a: '\uFFFD' }, { a: 'ä' }, { a: 'b' }, { a: 'a' }, { a: 'B' }, { a: '' });

  const ids = await sorted(collection, { a: 1 });

  expect(ids).toEqual([7, 6, 5, 4, 3, 2, 1]);
});

test('numbers sort by value, infinities at the ends', async ({ store, collection }) => {
  await store({ a: 10 }, { a: 9.5 }, { a: -1 }, { a: Infinity }, { a: -Infinity }, { a: 2 ** 40 });

  const ids = await sorted(collection, { a: 1 });

  expect(ids).toEqual([5, 3, 2, 1, 6, 4]);
});

test('sub-documents sort by type, name and value of their fields in turn, then by length', async ({
  store,
  collection,
}) => {
  await store(
    { a: { y: 0.5 } },
    { a: { x: 1, z: 1 } },
    { a: { x: 1 } },
    { a: { x: 'text' } },
    { a: { x: 0, y: 9 } },
  );

  const ids = await sorted(collection, { a: 1 });

  expect(ids).toEqual([5, 3, 2, 1, 4]);
});

test('binary data sorts by length first', async ({ store, collection }) => {
  await store({ a: new Binary(Buffer.from('aaa')) }, { a: new Binary(Buffer.from('z')) });

  const ids = await sorted(collection, { a: 1 });

  expect(ids).toEqual([2, 1]);
});

test('an array sorts by its smallest element upwards and by its greatest downwards', async ({
  store,
  collection,
}) => {
  await store({ a: [3, 4] }, { a: [1, 9] }, { a: [5] });

  const ascending = await sorted(collection, { a: 1 });
  const descending = await sorted(collection, { a: -1 });

  expect(ascending).toEqual([2, 1, 3]);
  expect(descending).toEqual([2, 3, 1]);
});

test('an empty array sorts before null', async ({ store, collection }) => {
  await store({ a: null }, { a: [] }, { a: 1 });

  const ids = await sorted(collection, { a: 1 });

  expect(ids).toEqual([2, 1, 3]);
});

test('several sort fields count one after the other, each in its direction', async ({
  store,
  collection,
}) => {
  await store({ a: 2, b: 1 }, { a: 1, b: 2 }, { a: 1, b: 1 }, { a: 1, b: 3 });

  const ids = await sorted(collection, { a: 1, b: -1 });

  expect(ids).toEqual([4, 2, 3, 1]);
});

test('a sort path reaches into sub-documents and arrays of them', async ({ store, collection }) => {
  await store({ a: { b: 4 } }, { a: [{ b: 9 }, { b: 3 }] }, { a: { b: 2 } });

  const ids = await sorted(collection, { 'a.b': 1 });

  expect(ids).toEqual([3, 2, 1]);
});

test('skip leaves out the first, limit cuts off the rest, both after sorting', async ({
  store,
  collection,
}) => {
  await store({ a: 3 }, { a: 1 }, { a: 4 }, { a: 2 });

  const rows = await collection.find().limit(2).skip(1).sort({ a: 1 }).toArray();

  expect(rows.map((row) => row.a)).toEqual([2, 3]);
});

const projections = [
  {
    rule: 'included fields come with the _id, in stored order',
    keep: { b: 1, a: 1 },
    shows: { _id: 1, a: 1, b: { c: 2, d: 3 } },
  },
  { rule: 'the _id can be left out', keep: { _id: 0, a: 1 }, shows: { a: 1 } },
  {
    rule: 'excluded fields are left out',
    keep: { b: 0 },
    shows: { _id: 1, a: 1, e: [{ f: 4, g: 5 }, { f: 6 }] },
  },
  { rule: 'a path keeps one field of a sub-document', keep: { 'b.d': 1 }, shows: { _id: 1, b: { d: 3 } } },
  {
    rule: 'a path keeps one field of each element',
    keep: { 'e.f': 1 },
    shows: { _id: 1, e: [{ f: 4 }, { f: 6 }] },
  },
  {
    rule: 'a path leaves out a field of each element',
    keep: { a: 0, b: 0, 'e.f': 0 },
    shows: { _id: 1, e: [{ g: 5 }, {}] },
  },
];

for (const { rule, keep, shows } of projections) {
  test(`a projection shapes what is returned: ${rule}`, async ({ store, collection }) => {
    await store({ a: 1, b: { c: 2, d: 3 }, e: [{ f: 4, g: 5 }, { f: 6 }] });

    const row = await collection.findOne({}, { projection: keep });

    expect(JSON.stringify(row)).toBe(JSON.stringify(shows));
  });
}

test('a projection that both includes and excludes is refused with 31254', async ({ store, collection }) => {
  await store({ a: 1, b: 2 });

  const attempt = collection.findOne({}, { projection: { a: 1, b: 0 } });

  await expect(attempt).rejects.toMatchObject({ code: 31254 });
});
