/** What is stored comes back as it was: types, precision, the order of fields. */
import { expect } from '@jest/globals';
import { Binary, ObjectId, UUID } from 'mongodb';
import { test } from './suite.ts';

const values = [
  { type: 'text of any script', value: 'Ärztin, دليل, 通訳, 🎧' },
  { type: 'a whole number beyond 32 bits', value: 2 ** 40 },
  { type: 'the greatest safe whole number', value: Number.MAX_SAFE_INTEGER },
  { type: 'a fraction', value: 0.1 + 0.2 },
  { type: 'a negative number', value: -7 },
  { type: 'true and false', value: [true, false] },
  { type: 'null', value: null },
  { type: 'the empty string', value: '' },
  { type: 'a date to the millisecond', value: new Date('2026-10-25T00:59:59.999Z') },
  { type: 'a date before 1970', value: new Date('1931-05-04T12:00:00.000Z') },
  { type: 'an empty document and an empty array', value: [{}, []] },
  { type: 'arrays in arrays', value: [[1, [2, 'x']], []] },
];

for (const { type, value } of values) {
  test(`a value comes back as it was stored: ${type}`, async ({ store, collection }) => {
    await store({ a: value });

    const row = await collection.findOne();

    expect(row).toEqual({ _id: 1, a: value });
  });
}

test('an ObjectId comes back as the same ObjectId', async ({ store, collection }) => {
  const id = new ObjectId();
  await store({ a: id });

  const row = await collection.findOne();

  expect(row?.a).toBeInstanceOf(ObjectId);
  expect(id.equals(row?.a)).toBe(true);
});

test('binary data comes back with its bytes and its kind', async ({ store, collection }) => {
  const uuid = new UUID();
  await store({ bytes: Buffer.from([0, 1, 255]), uuid });

  const row = await collection.findOne();

  expect(row?.bytes.toString('hex')).toBe('0001ff');
  expect(row?.uuid.toString()).toBe(uuid.toString());
  expect(row?.uuid.sub_type).toBe(Binary.SUBTYPE_UUID);
});

test('fields keep the order in which they were written, with the _id in front', async ({ collection }) => {
  await collection.insertOne({ z: 1, a: { y: 1, b: 2 }, 2: 'two', _id: new ObjectId() });

  const row = await collection.findOne();

  expect(Object.keys(row ?? {}).filter((key) => key !== '2')).toEqual(['_id', 'z', 'a']);
  expect(Object.keys(row?.a)).toEqual(['y', 'b']);
});

test('a document may have an _id of any scalar type, or a document', async ({ collection }) => {
  const ids = [7, 'seven', new Date(7), true, { kind: 'x', n: 1 }];
  await collection.insertMany(ids.map((_id) => ({ _id }) as never));

  const each = await Promise.all(ids.map((_id) => collection.findOne({ _id } as never)));

  expect(each.map((row) => row?._id)).toEqual(ids);
});

test('an array as _id is refused', async ({ collection }) => {
  const attempt = collection.insertOne({ _id: [1] } as never);

  await expect(attempt).rejects.toThrow(/array/);
});
