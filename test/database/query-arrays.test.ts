/** What a condition means on an array, and on a path that runs through one. */
import { expect } from '@jest/globals';
import { test } from './suite.ts';

test('equality finds an array by one of its elements', async ({ store, found }) => {
  await store({ a: [1, 2] }, { a: 2 }, { a: [3] }, { a: [[2]] });

  const ids = await found({ a: 2 });

  expect(ids).toEqual([1, 2]);
});

test('equality with an array means the whole array in its order, or an element that is that array', async ({
  store,
  found,
}) => {
  await store({ a: [1, 2] }, { a: [2, 1] }, { a: [1, 2, 3] }, { a: [[1, 2], 3] });

  const ids = await found({ a: [1, 2] });

  expect(ids).toEqual([1, 4]);
});

test('the empty array is found as a value', async ({ store, found }) => {
  await store({ a: [] }, { a: [1] }, {}, { a: null });

  const ids = await found({ a: [] });

  expect(ids).toEqual([1]);
});

test('$ne leaves out every array that contains the value', async ({ store, found }) => {
  await store({ a: [1, 2] }, { a: [2, 3] }, { a: [] });

  const ids = await found({ a: { $ne: 1 } });

  expect(ids).toEqual([2, 3]);
});

test('$in finds arrays by an element and by the whole array', async ({ store, found }) => {
  await store({ a: [1, 2] }, { a: [3, 9] }, { a: [4] });

  const ids = await found({ a: { $in: [[1, 2], 3] } });

  expect(ids).toEqual([1, 2]);
});

test('$in finds values through two arrays on its path', async ({ store, found }) => {
  await store({ a: [{ b: [{ c: 1 }, { c: 2 }] }, { b: { c: 3 } }] }, { a: [{ b: [0, 3] }] });

  const deep = await found({ 'a.b.c': { $in: [2] } });
  const elements = await found({ 'a.b': { $in: [3] } });

  expect(deep).toEqual([1]);
  expect(elements).toEqual([2]);
});

test('two bounds on an array may be met by two different elements', async ({ store, found }) => {
  await store({ a: [0, 10] }, { a: [2] }, { a: [10] });

  const ids = await found({ a: { $gt: 1, $lt: 5 } });

  expect(ids).toEqual([1, 2]);
});

test('$elemMatch wants one element that meets all conditions', async ({ store, found }) => {
  await store({ a: [0, 10] }, { a: [2, 10] }, { a: 2 });

  const ids = await found({ a: { $elemMatch: { $gt: 1, $lt: 5 } } });

  expect(ids).toEqual([2]);
});

test('$elemMatch on sub-documents wants all fields in the same one', async ({ store, found }) => {
  await store({ a: [{ b: 1, c: 2 }] }, { a: [{ b: 1 }, { c: 2 }] }, { a: { b: 1, c: 2 } });

  const together = await found({ a: { $elemMatch: { b: 1, c: 2 } } });
  const anywhere = await found({ 'a.b': 1, 'a.c': 2 });

  expect(together).toEqual([1]);
  expect(anywhere).toEqual([1, 2, 3]);
});

test('$elemMatch holds logical operators and further $elemMatch', async ({ store, found }) => {
  await store({ a: [{ b: 2 }] }, { a: [{ b: 3 }] }, { a: [[2]] });

  const either = await found({ a: { $elemMatch: { $or: [{ b: 1 }, { b: 2 }] } } });
  const nested = await found({ a: { $elemMatch: { $elemMatch: { $gt: 1 } } } });

  expect(either).toEqual([1]);
  expect(nested).toEqual([3]);
});

test('$not of $elemMatch finds arrays without such an element, also the missing one', async ({
  store,
  found,
}) => {
  await store({ a: [{ from: 1, to: 2 }] }, { a: [{ from: 4, to: 6 }] }, { a: [] }, {});

  const ids = await found({ a: { $not: { $elemMatch: { from: { $lt: 5 }, to: { $gt: 3 } } } } });

  expect(ids).toEqual([1, 3, 4]);
});

test('$size counts the elements of the array itself', async ({ store, found }) => {
  await store({ a: [] }, { a: [1] }, { a: [[1, 2]] }, { a: 1 }, {});

  const none = await found({ a: { $size: 0 } });
  const one = await found({ a: { $size: 1 } });
  const two = await found({ a: { $size: 2 } });

  expect(none).toEqual([1]);
  expect(one).toEqual([2, 3]);
  expect(two).toEqual([]);
});

test('$size on a path through an array asks each element', async ({ store, found }) => {
  await store({ a: [{ b: [1, 2] }] }, { a: [{ b: 1 }, { b: 2 }] });

  const ids = await found({ 'a.b': { $size: 2 } });

  expect(ids).toEqual([1]);
});

test('$all wants every value, in any order, in an array or as the only value', async ({ store, found }) => {
  await store({ a: ['y', 'x', 'z'] }, { a: ['x'] }, { a: 'x' }, { a: [] });

  const both = await found({ a: { $all: ['x', 'y'] } });
  const one = await found({ a: { $all: ['x'] } });

  expect(both).toEqual([1]);
  expect(one).toEqual([1, 2, 3]);
});

test('$all of nothing finds nothing', async ({ store, found }) => {
  await store({ a: [] }, { a: [1] }, {});

  const ids = await found({ a: { $all: [] } });

  expect(ids).toEqual([]);
});

test('$all gathers values along a path through an array', async ({ store, found }) => {
  await store({ a: [{ b: 1 }, { b: 2 }] }, { a: [{ b: 1 }] });

  const ids = await found({ 'a.b': { $all: [1, 2] } });

  expect(ids).toEqual([1]);
});

test('$all takes $elemMatch conditions, each of which some element must meet', async ({ store, found }) => {
  await store({ a: [{ b: 1 }, { b: 5 }] }, { a: [{ b: 1 }] });

  const ids = await found({ a: { $all: [{ $elemMatch: { b: 1 } }, { $elemMatch: { b: { $gt: 4 } } }] } });

  expect(ids).toEqual([1]);
});

test('a path through arrays finds a value in any of them', async ({ store, found }) => {
  await store(
    { a: [{ b: [{ c: 1 }] }, { b: [{ c: 2 }, { c: 3 }] }] },
    { a: { b: { c: 3 } } },
    { a: [{ b: 3 }] },
  );

  const ids = await found({ 'a.b.c': 3 });

  expect(ids).toEqual([1, 2]);
});

test('a number in a path means a position in the array', async ({ store, found }) => {
  await store({ a: [1, 2] }, { a: [2, 1] }, { a: [] });

  const first = await found({ 'a.0': 1 });
  const filled = await found({ 'a.0': { $exists: true } });

  expect(first).toEqual([1]);
  expect(filled).toEqual([1, 2]);
});

test('a number in a path also means a field of that name', async ({ store, found }) => {
  await store({ a: { 0: 'x' } }, { a: [{ 0: 'x' }] }, { a: ['x'] }, { a: { b: ['x'] } });

  const ids = await found({ 'a.0': 'x' });
  const deeper = await found({ 'a.b.0': 'x' });

  expect(ids).toEqual([1, 2, 3]);
  expect(deeper).toEqual([4]);
});

test('null on a path through an array finds an element that lacks the field', async ({ store, found }) => {
  await store({ a: [{ b: 1 }, {}] }, { a: [{ b: 1 }] }, { a: [{ b: null }] }, { a: 5 }, {});

  const without = await found({ 'a.b': null });
  const listed = await found({ 'a.b': { $in: [null] } });
  const everywhere = await found({ 'a.b': { $ne: null } });

  expect(without).toEqual([1, 3, 4, 5]);
  expect(listed).toEqual([1, 3, 4, 5]);
  expect(everywhere).toEqual([2]);
});

test('$nin on a path through an array leaves out documents where any element has the value', async ({
  store,
  found,
}) => {
  await store({ a: [{ b: 2 }, { b: 1 }] }, { a: [{ b: 2 }] }, { a: [] });

  const ids = await found({ 'a.b': { $nin: [1] } });

  expect(ids).toEqual([2, 3]);
});
