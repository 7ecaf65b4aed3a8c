/** The operators that ask about a field's presence, type or text, and those that combine conditions. */
import { expect } from '@jest/globals';
import { Binary, ObjectId } from 'mongodb';
import { test } from './suite.ts';

test('$exists tells a missing field from null', async ({ store, found }) => {
  await store({ a: 1 }, { a: null }, {});

  const present = await found({ a: { $exists: true } });
  const absent = await found({ a: { $exists: false } });

  expect(present).toEqual([1, 2]);
  expect(absent).toEqual([3]);
});

test('$exists on a path through an array asks whether any element has the field', async ({
  store,
  found,
}) => {
  await store({ a: [{ b: 1 }, {}] }, { a: [{}] }, { a: [] });

  const present = await found({ 'a.b': { $exists: true } });
  const absent = await found({ 'a.b': { $exists: false } });

  expect(present).toEqual([1]);
  expect(absent).toEqual([2, 3]);
});

const types = [
  { alias: 'double', value: 1.5 },
  { alias: 'string', value: 'x' },
  { alias: 'object', value: { x: 1 } },
  { alias: 'binData', value: new Binary(Buffer.from('x')) },
  { alias: 'objectId', value: new ObjectId() },
  { alias: 'bool', value: true },
  { alias: 'date', value: new Date() },
  { alias: 'null', value: null },
  { alias: 'int', value: 1 },
];

for (const { alias, value } of types) {
  test(`$type finds the values of a type: ${alias}`, async ({ store, found }) => {
    const others = types.filter((type) => type.alias !== alias).map((type) => ({ a: type.value }));
    await store({ a: value }, ...others, {});

    const ids = await found({ a: { $type: alias } });

    expect(ids).toEqual([1]);
  });
}

test('$type number means every kind of number, and a list means any of its types', async ({
  store,
  found,
}) => {
  await store({ a: 1 }, { a: 1.5 }, { a: 'x' }, { a: true });

  const numbers = await found({ a: { $type: 'number' } });
  const either = await found({ a: { $type: ['string', 'bool'] } });

  expect(numbers).toEqual([1, 2]);
  expect(either).toEqual([3, 4]);
});

test('$type looks at the elements of an array, and array at the array itself', async ({ store, found }) => {
  await store({ a: ['x'] }, { a: 'x' }, { a: [[1]] }, { a: [] });

  const strings = await found({ a: { $type: 'string' } });
  const arrays = await found({ a: { $type: 'array' } });

  expect(strings).toEqual([1, 2]);
  expect(arrays).toEqual([1, 3, 4]);
});

test('an anchored $regex finds strings by their beginning', async ({ store, found }) => {
  await store({ a: 'Köln' }, { a: 'Bad Köln' }, { a: 'köln' }, { a: 5 }, {});

  const written = await found({ a: { $regex: '^Köl' } });
  const literal = await found({ a: /^Köl/ });

  expect(written).toEqual([1]);
  expect(literal).toEqual([1]);
});

test('$regex takes the option i', async ({ store, found }) => {
  await store({ a: 'Bonn' }, { a: 'BONN' }, { a: 'Köln' });

  const ids = await found({ a: { $regex: '^bo', $options: 'i' } });

  expect(ids).toEqual([1, 2]);
});

test('$regex finds an array by any of its strings', async ({ store, found }) => {
  await store({ a: ['x', 'Bonn'] }, { a: ['x'] });

  const ids = await found({ a: { $regex: '^Bo' } });

  expect(ids).toEqual([1]);
});

test('$and joins conditions on one field', async ({ store, found }) => {
  await store({ a: [1, 9] }, { a: [1] }, { a: [9] });

  const ids = await found({ $and: [{ a: 1 }, { a: 9 }] });

  expect(ids).toEqual([1]);
});

test('$or finds what any of its branches finds, beside other conditions', async ({ store, found }) => {
  await store({ a: 1, on: true }, { b: 2, on: true }, { a: 1, on: false }, { a: 3, on: true });

  const ids = await found({ on: true, $or: [{ a: 1 }, { b: 2 }] });

  expect(ids).toEqual([1, 2]);
});

test('$nor finds what none of its branches finds, the missing field included', async ({ store, found }) => {
  await store({ a: 1 }, { b: 2 }, { a: 2 }, {});

  const ids = await found({ $nor: [{ a: 1 }, { b: 2 }] });

  expect(ids).toEqual([3, 4]);
});

test('$not turns a condition round, the missing field included', async ({ store, found }) => {
  await store({ a: 3 }, { a: 7 }, { a: 'x' }, {});

  const ids = await found({ a: { $not: { $gt: 5 } } });

  expect(ids).toEqual([1, 3, 4]);
});

test('$not of two bounds finds what is not within both', async ({ store, found }) => {
  await store({ a: 3 }, { a: 7 }, { a: 10 });

  const ids = await found({ a: { $not: { $gt: 5, $lt: 9 } } });

  expect(ids).toEqual([1, 3]);
});

test('$not takes a regular expression', async ({ store, found }) => {
  await store({ a: 'xa' }, { a: 'ya' }, {});

  const ids = await found({ a: { $not: /^x/ } });

  expect(ids).toEqual([2, 3]);
});

test('conditions nest as deep as they like', async ({ store, found }) => {
  await store({ a: 1, b: 1 }, { a: 1, b: 2 }, { a: 2, b: 1 }, { a: 2, b: 2 });

  const ids = await found({
    $or: [{ $and: [{ a: 1 }, { $nor: [{ b: 1 }] }] }, { $and: [{ a: 2 }, { b: 1 }] }],
  });

  expect(ids).toEqual([2, 3]);
});
