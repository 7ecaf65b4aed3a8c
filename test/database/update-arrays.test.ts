/** The update operators on arrays, and the ways to point at an element: $, $[] and $[name]. */
import { expect } from '@jest/globals';
import { test } from './suite.ts';

test('$push appends one value, makes the array where it is missing, and nests an array', async ({
  changed,
}) => {
  const after = await changed({ a: [1], c: [] }, { $push: { a: 2, b: 1, c: [1, 2] } });

  expect(after).toEqual({ _id: 1, a: [1, 2], b: [1], c: [[1, 2]] });
});

test('$push with $each appends each value', async ({ changed }) => {
  const after = await changed({ a: [1] }, { $push: { a: { $each: [2, 3] }, b: { $each: [4] } } });

  expect(after).toEqual({ _id: 1, a: [1, 2, 3], b: [4] });
});

const slices = [
  { slice: 2, leaves: [1, 2], keeps: 'the first' },
  { slice: -2, leaves: [3, 4], keeps: 'the last' },
  { slice: 0, leaves: [], keeps: 'none' },
  { slice: 9, leaves: [1, 2, 3, 4], keeps: 'all when there are fewer' },
];

for (const { slice, leaves, keeps } of slices) {
  test(`$push with $slice cuts the array after appending: ${keeps}`, async ({ changed }) => {
    const after = await changed({ a: [1, 2] }, { $push: { a: { $each: [3, 4], $slice: slice } } });

    expect(after).toEqual({ _id: 1, a: leaves });
  });
}

test('$push with $slice cuts an array that is only now made', async ({ changed }) => {
  const after = await changed({}, { $push: { a: { $each: [1, 2, 3], $slice: -2 } } });

  expect(after).toEqual({ _id: 1, a: [2, 3] });
});

test('$pull removes every element equal to the value, not those that contain it', async ({ changed }) => {
  const after = await changed({ a: [1, 2, 1, [1]] }, { $pull: { a: 1 } });

  expect(after).toEqual({ _id: 1, a: [2, [1]] });
});

test('$pull removes elements by an operator', async ({ changed }) => {
  const after = await changed(
    { a: [1, 2, 3], b: ['x', 'y'] },
    { $pull: { a: { $gte: 2 }, b: { $in: ['x', 'z'] } } },
  );

  expect(after).toEqual({ _id: 1, a: [1], b: ['y'] });
});

test('$pull removes sub-documents by some of their fields', async ({ changed }) => {
  const before = {
    a: [
      { b: 1, c: 1 },
      { b: 1, c: 9 },
      { b: 2, c: 1 },
    ],
  };

  const after = await changed(before, { $pull: { a: { b: 1, c: { $lt: 5 } } } });

  expect(after).toEqual({
    _id: 1,
    a: [
      { b: 1, c: 9 },
      { b: 2, c: 1 },
    ],
  });
});

test('$pull removes nothing where the field is missing', async ({ changed }) => {
  const after = await changed({ b: 1 }, { $pull: { a: 1 } });

  expect(after).toEqual({ _id: 1, b: 1 });
});

test('$addToSet appends a value once and leaves existing repetitions alone', async ({ changed }) => {
  const after = await changed({ a: [1, 1], b: [1] }, { $addToSet: { a: 2, b: 1, c: 3 } });

  expect(after).toEqual({ _id: 1, a: [1, 1, 2], b: [1], c: [3] });
});

test('$addToSet with $each appends what is new, once', async ({ changed }) => {
  const after = await changed(
    { a: ['b'] },
    { $addToSet: { a: { $each: ['b', 'c', 'c'] }, d: { $each: [1, 1] } } },
  );

  expect(after).toEqual({ _id: 1, a: ['b', 'c'], d: [1] });
});

test('$addToSet takes documents with another order of fields for different', async ({ changed }) => {
  const after = await changed({ a: [{ x: 1, y: 2 }] }, { $addToSet: { a: { y: 2, x: 1 } } });

  expect(JSON.stringify(after?.a)).toBe('[{"x":1,"y":2},{"y":2,"x":1}]');
});

test('the positional $ points at the first element that the filter met', async ({ changed }) => {
  const before = { a: [{ b: 1 }, { b: 2 }, { b: 2 }] };

  const after = await changed(before, { $set: { 'a.$.c': 9 } }, { where: { 'a.b': 2 } });

  expect(after).toEqual({ _id: 1, a: [{ b: 1 }, { b: 2, c: 9 }, { b: 2 }] });
});

const pointers = [
  { filter: '$elemMatch', where: { a: { $elemMatch: { b: 2, c: 3 } } } },
  { filter: '$and', where: { $and: [{ a: { $exists: true } }, { 'a.c': 3 }] } },
  { filter: 'a range', where: { 'a.c': { $gt: 2 } } },
];

for (const { filter, where } of pointers) {
  test(`the positional $ is set by any condition on the array: ${filter}`, async ({ changed }) => {
    const before = {
      a: [
        { b: 2, c: 1 },
        { b: 2, c: 3 },
      ],
    };

    const after = await changed(before, { $inc: { 'a.$.n': 1 } }, { where });

    expect(after).toEqual({
      _id: 1,
      a: [
        { b: 2, c: 1 },
        { b: 2, c: 3, n: 1 },
      ],
    });
  });
}

test('the positional $ works on plain values and below a sub-document', async ({ changed }) => {
  const after = await changed({ x: { a: [1, 2] } }, { $set: { 'x.a.$': 9 } }, { where: { 'x.a': 2 } });

  expect(after).toEqual({ _id: 1, x: { a: [1, 9] } });
});

test('$[] points at every element', async ({ changed }) => {
  const after = await changed(
    { a: [1, 2], b: [{ c: 1 }, { c: 2 }] },
    { $inc: { 'a.$[]': 1 }, $set: { 'b.$[].d': 0 } },
  );

  expect(after).toEqual({
    _id: 1,
    a: [2, 3],
    b: [
      { c: 1, d: 0 },
      { c: 2, d: 0 },
    ],
  });
});

test('$[name] points at the elements that its array filter meets', async ({ changed }) => {
  const before = {
    a: [
      { b: 1, n: 0 },
      { b: 2, n: 0 },
      { b: 3, n: 0 },
    ],
  };

  const after = await changed(
    before,
    { $inc: { 'a.$[late].n': 5 } },
    { arrayFilters: [{ 'late.b': { $gte: 2 } }] },
  );

  expect(after).toEqual({
    _id: 1,
    a: [
      { b: 1, n: 0 },
      { b: 2, n: 5 },
      { b: 3, n: 5 },
    ],
  });
});

test('$[name] filters plain values too', async ({ changed }) => {
  const after = await changed(
    { a: [1, 5, 9] },
    { $set: { 'a.$[high]': 0 } },
    { arrayFilters: [{ high: { $gt: 4 } }] },
  );

  expect(after).toEqual({ _id: 1, a: [1, 0, 0] });
});

test('$[name] may stand twice in a path, each with its own array filter', async ({ changed }) => {
  const before = {
    a: [
      { k: 'x', b: [{ k: 1 }, { k: 2 }] },
      { k: 'y', b: [{ k: 2 }] },
    ],
  };

  const after = await changed(
    before,
    { $set: { 'a.$[outer].b.$[inner].v': 1 } },
    { arrayFilters: [{ 'outer.k': 'x' }, { 'inner.k': 2 }] },
  );

  expect(after?.a).toEqual([
    { k: 'x', b: [{ k: 1 }, { k: 2, v: 1 }] },
    { k: 'y', b: [{ k: 2 }] },
  ]);
});

test('an array filter may combine conditions with $or', async ({ changed }) => {
  const before = { a: [{ b: 1 }, { b: 2 }, { b: 3 }] };

  const after = await changed(
    before,
    { $set: { 'a.$[e].c': 1 } },
    { arrayFilters: [{ $or: [{ 'e.b': 1 }, { 'e.b': 3 }] }] },
  );

  expect(after).toEqual({ _id: 1, a: [{ b: 1, c: 1 }, { b: 2 }, { b: 3, c: 1 }] });
});

test('$pull reaches the arrays inside every element', async ({ changed }) => {
  const after = await changed({ a: [{ b: [1, 2] }, { b: [1] }] }, { $pull: { 'a.$[].b': 1 } });

  expect(after).toEqual({ _id: 1, a: [{ b: [2] }, { b: [] }] });
});
