/** Mongoose writing: versions, sub-documents, many writes at once, and long reads. */
import { afterAll, expect } from '@jest/globals';
import mongoose, { type InferSchemaType, type Model, Schema } from 'mongoose';
import { connectionOptions } from '../../server/database/connection.ts';
import { type Given, test } from './suite.ts';

mongoose.set({ strict: 'throw', strictQuery: 'throw', autoIndex: false });

afterAll(() => mongoose.disconnect());

const taskSchema = new Schema(
  {
    number: Number,
    version: { type: Number, default: 1 },
    history: { type: [{ _id: false, who: String, what: String }], default: undefined },
    tags: { type: [String], default: undefined },
    done: Boolean,
  },
  { optimisticConcurrency: true },
);
taskSchema.index({ number: 1 }, { unique: true });

async function tasks(given: Given): Promise<Model<InferSchemaType<typeof taskSchema>>> {
  if (mongoose.connection.readyState === mongoose.STATES.disconnected)
    await mongoose.connect(given.uri, connectionOptions);
  const name = given.collection.collectionName;
  const model = mongoose.model<InferSchemaType<typeof taskSchema>>(name, taskSchema, name);
  await model.createIndexes();
  return model;
}

test('an update that filters on the version wins once', async (given) => {
  const Task = await tasks(given);
  const { _id } = await Task.create({ number: 1 });
  const change = {
    $set: { done: true },
    $inc: { version: 1 },
    $push: { history: { who: 'ann', what: 'done' } },
  };

  const first = await Task.findOneAndUpdate({ _id, version: 1 }, change, { returnDocument: 'after' }).lean();
  const second = await Task.findOneAndUpdate({ _id, version: 1 }, change, { returnDocument: 'after' }).lean();

  expect(first).toMatchObject({ version: 2, done: true, history: [{ who: 'ann', what: 'done' }] });
  expect(second).toBeNull();
});

test('of two copies of a document that are saved the second is refused', async (given) => {
  const Task = await tasks(given);
  await Task.create({ number: 1, tags: ['a'] });
  const [one, two] = [await Task.findOne().orFail(), await Task.findOne().orFail()];

  await one.set({ done: true }).save();

  await expect(two.set({ done: false }).save()).rejects.toThrow(/No matching document/);
  expect(await Task.countDocuments({ done: true })).toBe(1);
});

test('changes of an array of sub-documents are saved one by one', async (given) => {
  const Task = await tasks(given);
  const task = await Task.create({
    number: 1,
    history: [
      { who: 'ann', what: 'a' },
      { who: 'bob', what: 'b' },
    ],
  });

  task.history?.push({ who: 'eve', what: 'c' });
  await task.save();
  await Task.updateOne({ 'history.who': 'bob' }, { $set: { 'history.$.what': 'x' } });
  await Task.updateOne({}, { $set: { 'history.$[e].what': 'y' } }, { arrayFilters: [{ 'e.who': 'eve' }] });
  await Task.updateOne({}, { $pull: { history: { who: 'ann' } } });

  const stored = await Task.findOne().lean();
  expect(stored?.history).toEqual([
    { who: 'bob', what: 'x' },
    { who: 'eve', what: 'y' },
  ]);
});

test('bulkWrite does several kinds of write and counts them', async (given) => {
  const Task = await tasks(given);

  const result = await Task.bulkWrite([
    { insertOne: { document: { number: 1 } } },
    { insertOne: { document: { number: 2 } } },
    { updateOne: { filter: { number: 1 }, update: { $set: { done: true } } } },
    { updateOne: { filter: { number: 3 }, update: { $set: { done: false } }, upsert: true } },
    { deleteOne: { filter: { number: 2 } } },
  ]);

  expect(result).toMatchObject({ insertedCount: 2, modifiedCount: 1, upsertedCount: 1, deletedCount: 1 });
  expect((await Task.find().sort({ number: 1 }).lean()).map((task) => [task.number, task.done])).toEqual([
    [1, true],
    [3, false],
  ]);
});

test('insertMany without order stores all but the duplicates', async (given) => {
  const Task = await tasks(given);

  const attempt = Task.insertMany([{ number: 1 }, { number: 1 }, { number: 2 }], { ordered: false });

  await expect(attempt).rejects.toMatchObject({ code: 11000 });
  expect(await Task.countDocuments()).toBe(2);
});

test('a cursor reads 5,000 documents in order', async (given) => {
  const Task = await tasks(given);
  await Task.insertMany(
    Array.from({ length: 5000 }, (_, number) => ({ number })),
    { lean: true },
  );
  const numbers: unknown[] = [];

  for await (const task of Task.find().sort({ number: -1 }).lean().cursor({ batchSize: 500 }))
    numbers.push(task.number);

  expect(numbers).toEqual(Array.from({ length: 5000 }, (_, index) => 4999 - index));
});

test('an aggregation runs as written', async (given) => {
  const Task = await tasks(given);
  await Task.create([1, 2, 3].map((number) => ({ number, done: number > 1 })));

  const groups = await Task.aggregate([
    { $group: { _id: '$done', sum: { $sum: '$number' } } },
    { $sort: { _id: 1 } },
  ]);

  expect(groups).toEqual([
    { _id: false, sum: 1 },
    { _id: true, sum: 5 },
  ]);
});

test('of 200 copies of one change to a document one is applied', async (given) => {
  const Task = await tasks(given);
  const { _id } = await Task.create({ number: 1 });

  const answers = await Promise.all(
    Array.from({ length: 200 }, () => Task.updateOne({ _id, version: 1 }, { $inc: { version: 1 } }).exec()),
  );

  expect(answers.filter((answer) => answer.modifiedCount === 1)).toHaveLength(1);
  expect((await Task.findById(_id).lean())?.version).toBe(2);
});
