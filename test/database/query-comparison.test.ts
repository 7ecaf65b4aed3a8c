/** Comparing a field with a value: equality, sets and ranges, and what missing, null and other types mean for them. */
import { expect } from '@jest/globals';
import { Binary, Long, ObjectId, UUID } from 'mongodb';
import { test } from './suite.ts';

const id = new ObjectId('65a000000000000000000001');
const uuid = new UUID('0d9bfa1c-3a1e-4a4f-9d53-0f6a7c1c2d3e');
const values = [
  { type: 'a string', value: 'Anna', other: 'anna' },
  { type: 'a number', value: 7, other: 7.5 },
  { type: 'a boolean', value: false, other: true },
  {
    type: 'a date',
    value: new Date('2026-03-01T10:00:00.001Z'),
    other: new Date('2026-03-01T10:00:00.002Z'),
  },
  { type: 'an ObjectId', value: id, other: new ObjectId('65a000000000000000000002') },
  { type: 'binary data', value: new Binary(Buffer.from('abc')), other: new Binary(Buffer.from('abd')) },
  { type: 'a UUID', value: uuid, other: new UUID('0d9bfa1c-3a1e-4a4f-9d53-0f6a7c1c2d3f') },
  { type: 'a sub-document', value: { city: 'Bonn' }, other: { city: 'Köln' } },
];

for (const { type, value, other } of values) {
  test(`$eq finds the equal value: ${type}`, async ({ store, found }) => {
    await store({ a: value }, { a: other }, {});

    const implicit = await found({ a: value });
    const explicit = await found({ a: { $eq: value } });

    expect(implicit).toEqual([1]);
    expect(explicit).toEqual([1]);
  });
}

test('$eq compares numbers by value, whatever their width', async ({ store, found }) => {
  await store({ a: 5 }, { a: 5.5 });

  const byLong = await found({ a: Long.fromNumber(5) });
  const byDouble = await found({ a: 5.5 });

  expect(byLong).toEqual([1]);
  expect(byDouble).toEqual([2]);
});

test('$eq compares sub-documents whole and in the order of their fields', async ({ store, found }) => {
  await store({ a: { x: 1, y: 2 } }, { a: { y: 2, x: 1 } }, { a: { x: 1, y: 2, z: 3 } });

  const ids = await found({ a: { x: 1, y: 2 } });

  expect(ids).toEqual([1]);
});

test('$eq with null finds null and the missing field, and nothing else', async ({ store, found }) => {
  await store({ a: null }, {}, { a: 0 }, { a: false }, { a: '' }, { a: [] });

  const ids = await found({ a: null });

  expect(ids).toEqual([1, 2]);
});

test('$eq never takes one type for another', async ({ store, found }) => {
  await store({ a: '1' }, { a: true }, { a: 1 });

  const ids = await found({ a: 1 });

  expect(ids).toEqual([3]);
});

test('$ne finds everything but the value, also where the field is missing', async ({ store, found }) => {
  await store({ a: 1 }, { a: 2 }, { a: null }, {});

  const ids = await found({ a: { $ne: 1 } });

  expect(ids).toEqual([2, 3, 4]);
});

test('$ne with null finds only documents that have a value', async ({ store, found }) => {
  await store({ a: 1 }, { a: null }, {}, { a: [] });

  const ids = await found({ a: { $ne: null } });

  expect(ids).toEqual([1, 4]);
});

test('$in finds any of several values of several types', async ({ store, found }) => {
  await store({ a: 1 }, { a: 'x' }, { a: id }, { a: 2 }, {});

  const ids = await found({ a: { $in: [1, 'x', id] } });

  expect(ids).toEqual([1, 2, 3]);
});

test('$in with null also finds documents where the field is missing', async ({ store, found }) => {
  await store({ a: null }, {}, { a: 1 });

  const ids = await found({ a: { $in: [null] } });

  expect(ids).toEqual([1, 2]);
});

test('$in of nothing finds nothing', async ({ store, found }) => {
  await store({ a: null }, {}, { a: [] });

  const ids = await found({ a: { $in: [] } });

  expect(ids).toEqual([]);
});

test('$in takes an anchored regular expression among its values', async ({ store, found }) => {
  await store({ a: 'Arabisch' }, { a: 'Farsi' }, { a: 'Kurdisch' });

  const ids = await found({ a: { $in: [/^Ara/, 'Farsi'] } });

  expect(ids).toEqual([1, 2]);
});

test('$nin finds what $in does not, the missing field included', async ({ store, found }) => {
  await store({ a: 1 }, { a: 2 }, { a: [2, 3] }, { a: 4 }, {});

  const ids = await found({ a: { $nin: [1, 2] } });

  expect(ids).toEqual([4, 5]);
});

test('$nin with null leaves out documents where the field is missing', async ({ store, found }) => {
  await store({ a: 1 }, { a: null }, {});

  const ids = await found({ a: { $nin: [null] } });

  expect(ids).toEqual([1]);
});

const ranges = [
  { operator: '$gt', ids: [4] },
  { operator: '$gte', ids: [3, 4] },
  { operator: '$lt', ids: [1, 2] },
  { operator: '$lte', ids: [1, 2, 3] },
];

for (const { operator, ids } of ranges) {
  test(`${operator} draws the line at the value itself`, async ({ store, found }) => {
    await store({ a: -1 }, { a: 4.5 }, { a: 5 }, { a: 6 }, {});

    const inRange = await found({ a: { [operator]: 5 } });

    expect(inRange).toEqual(ids);
  });
}

test('two bounds make a half-open range', async ({ store, found }) => {
  await store({ a: 1 }, { a: 2 }, { a: 3 }, { a: 4 });

  const ids = await found({ a: { $gte: 2, $lt: 4 } });

  expect(ids).toEqual([2, 3]);
});

test('a range finds only values of the type of its bound', async ({ store, found }) => {
  await store({ a: 9 }, { a: 'x' }, { a: new Date() }, { a: null }, {}, { a: true }, { a: { b: 1 } });

  const numbers = await found({ a: { $gt: 5 } });
  const strings = await found({ a: { $gt: 'a' } });

  expect(numbers).toEqual([1]);
  expect(strings).toEqual([2]);
});

const ordered = [
  { type: 'dates', low: new Date(-1), middle: new Date(0), high: new Date('2026-01-01') },
  { type: 'strings', low: 'Z', middle: 'a', high: 'ä' },
  {
    type: 'ObjectIds',
    low: new ObjectId('0'.repeat(24)),
    middle: id,
    high: new ObjectId('f'.repeat(24)),
  },
  { type: 'booleans', low: false, middle: true, high: undefined },
  { type: 'sub-documents', low: { x: 1, y: 9 }, middle: { x: 2 }, high: { x: 2, y: 0 } },
];

for (const { type, low, middle, high } of ordered) {
  test(`a range follows the order of its type: ${type}`, async ({ store, found }) => {
    await store({ a: low }, { a: middle }, ...(high === undefined ? [] : [{ a: high }]));

    const below = await found({ a: { $lt: middle } });
    const above = await found({ a: { $gt: middle } });

    expect(below).toEqual([1]);
    expect(above).toEqual(high === undefined ? [] : [3]);
  });
}

test('$gte and $lte with null find null and the missing field', async ({ store, found }) => {
  await store({ a: null }, {}, { a: 1 });

  const atLeast = await found({ a: { $gte: null } });
  const atMost = await found({ a: { $lte: null } });

  expect(atLeast).toEqual([1, 2]);
  expect(atMost).toEqual([1, 2]);
});

test('several fields in one filter must all hold', async ({ store, found }) => {
  await store({ a: 1, b: 1 }, { a: 1, b: 2 }, { a: 2, b: 1 });

  const ids = await found({ a: 1, b: 1 });

  expect(ids).toEqual([1]);
});

test('a dotted path reaches into sub-documents', async ({ store, found }) => {
  await store({ a: { b: { c: 1 } } }, { a: { b: 1 } }, { 'x.y': 1 }, { a: 5 });

  const equal = await found({ 'a.b.c': 1 });
  const missing = await found({ 'a.b.c': null });

  expect(equal).toEqual([1]);
  expect(missing).toEqual([2, 3, 4]);
});

test('a field may bear the name of something every object inherits', async ({ store, found }) => {
  await store({ constructor: 'x' }, {});

  const named = await found({ constructor: 'x' });
  const inherited = await found({ toString: { $exists: true } });

  expect(named).toEqual([1]);
  expect(inherited).toEqual([]);
});
