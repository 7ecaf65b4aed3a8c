/** Mongoose on the engine, with the settings of the product: schemas, indexes, reading, and filters from outside. */
import { afterAll, expect } from '@jest/globals';
import mongoose, { type InferSchemaType, type Model, Schema, Types, trusted } from 'mongoose';
import { connectionOptions } from '../../server/database/connection.ts';
import { type Given, test } from './suite.ts';

mongoose.set({ strict: 'throw', strictQuery: 'throw', sanitizeFilter: true, autoIndex: false });

afterAll(() => mongoose.disconnect());

const personSchema = new Schema(
  {
    name: { type: String, required: true },
    email: { type: String, lowercase: true },
    phone: String,
    age: Number,
    active: { type: Boolean, default: true },
    languages: { type: [{ _id: false, code: String, level: Number }], default: undefined },
    photo: Buffer,
    agency: Schema.Types.ObjectId,
    born: Date,
  },
  { timestamps: true, strict: 'throw' },
);
personSchema.index({ email: 1 }, { unique: true });
personSchema.index({ phone: 1 }, { unique: true, sparse: true });
personSchema.index({ name: 1, age: -1 }, { partialFilterExpression: { active: true } });

async function people(given: Given): Promise<Model<InferSchemaType<typeof personSchema>>> {
  if (mongoose.connection.readyState === mongoose.STATES.disconnected)
    await mongoose.connect(given.uri, connectionOptions);
  const name = given.collection.collectionName;
  const model = mongoose.model<InferSchemaType<typeof personSchema>>(name, personSchema, name);
  await model.createIndexes();
  return model;
}

test('a schema finds its indexes as it declared them, also when it asks again', async (given) => {
  const Person = await people(given);

  await Person.createIndexes();

  expect(await Person.diffIndexes()).toEqual({ toDrop: [], toCreate: [] });
  expect(await given.collection.indexes()).toHaveLength(4);
});

test('syncIndexes drops what is not declared and makes what is missing', async (given) => {
  const Person = await people(given);
  await given.collection.createIndex({ stray: 1 });
  await given.collection.dropIndex('phone_1');

  const dropped = await Person.syncIndexes();

  expect(dropped).toEqual(['stray_1']);
  expect((await given.collection.indexes()).map((index) => index.name).sort()).toEqual([
    '_id_',
    'email_1',
    'name_1_age_-1',
    'phone_1',
  ]);
});

test('a document comes back with its types', async (given) => {
  const Person = await people(given);
  const agency = new Types.ObjectId();
  const born = new Date('1980-02-29');

  const { _id } = await Person.create({
    name: 'Ann',
    email: 'ANN@x.de',
    age: 40.5,
    photo: Buffer.from('hi'),
    agency,
    born,
  });
  const ann = await Person.findById(_id).orFail();

  expect(ann.email).toBe('ann@x.de');
  expect(ann.toObject()).toMatchObject({ name: 'Ann', age: 40.5, active: true, born });
  expect(ann.agency?.equals(agency)).toBe(true);
  expect(ann.photo?.toString()).toBe('hi');
});

test('a field that the schema does not know is refused on writing and in a filter', async (given) => {
  const Person = await people(given);

  await expect(async () => Person.create([{ name: 'Ann', nickname: 'A' } as never])).rejects.toThrow(
    /nickname/,
  );
  await expect(async () => Person.find({ nickname: 'A' } as never)).rejects.toThrow(/nickname/);
  await expect(async () => Person.updateOne({}, { $set: { nickname: 'A' } })).rejects.toThrow(/nickname/);
  expect(await Person.countDocuments()).toBe(0);
});

test('a unique index refuses a second document, by whatever way it is saved', async (given) => {
  const Person = await people(given);
  await Person.create({ name: 'Ann', email: 'a@x.de' });
  const bob = await Person.create({ name: 'Bob', email: 'b@x.de' });

  const duplicate = { code: 11000, keyPattern: { email: 1 } };
  await expect(Person.create({ name: 'Eve', email: 'a@x.de' })).rejects.toMatchObject(duplicate);
  await expect(bob.set({ email: 'a@x.de' }).save()).rejects.toMatchObject(duplicate);
  await expect(Person.updateOne({ name: 'Bob' }, { email: 'a@x.de' }).exec()).rejects.toMatchObject(
    duplicate,
  );
  await expect(Person.findOneAndUpdate({ name: 'Bob' }, { email: 'a@x.de' }).exec()).rejects.toMatchObject(
    duplicate,
  );
});

test('timestamps are set on creation, and only updatedAt moves on', async (given) => {
  const Person = await people(given);
  const { _id, createdAt, updatedAt } = await Person.create({ name: 'Ann', email: 'a' });

  await Person.updateOne({ _id }, { $set: { age: 1 } });
  const later = await Person.findById(_id).orFail();
  const upserted = await Person.findOneAndUpdate(
    { email: 'new' },
    { name: 'New' },
    { upsert: true, returnDocument: 'after' },
  );

  expect(updatedAt).toEqual(createdAt);
  expect(later.createdAt).toEqual(createdAt);
  expect(Number(later.updatedAt)).toBeGreaterThanOrEqual(Number(updatedAt));
  expect(upserted?.createdAt).toBeInstanceOf(Date);
  expect(upserted?.active).toBe(true);
});

test('a lean read gives plain objects, a selection only the fields asked for', async (given) => {
  const Person = await people(given);
  await Person.create({ name: 'Ann', email: 'a', languages: [{ code: 'ar', level: 3 }] });

  const lean = await Person.findOne({ name: 'Ann' }).lean().orFail();
  const some = await Person.findOne({ name: 'Ann' }).select('name languages.code -_id').lean();

  expect(Object.getPrototypeOf(lean)).toBe(Object.prototype);
  expect(lean.languages).toEqual([{ code: 'ar', level: 3 }]);
  expect(some).toEqual({ name: 'Ann', languages: [{ code: 'ar' }] });
});

test('a query sorts, skips, limits, counts and asks whether there is one', async (given) => {
  const Person = await people(given);
  await Person.create([30, 10, 20, 40].map((age) => ({ name: `P${age}`, email: `${age}`, age })));

  const page = await Person.find().sort({ age: -1 }).skip(1).limit(2).lean();

  expect(page.map((person) => person.age)).toEqual([30, 20]);
  expect(await Person.countDocuments({ age: trusted({ $gte: 20 }) })).toBe(3);
  expect(await Person.exists({ age: 99 })).toBeNull();
  expect((await Person.distinct('age')).sort()).toEqual([10, 20, 30, 40]);
});

test('an operator in a filter counts only where the code trusts it', async (given) => {
  const Person = await people(given);
  await Person.create({ name: 'Ann', email: 'a', age: 30 });
  const fromOutside = { $ne: 'x' };

  await expect(Person.find({ name: fromOutside }).exec()).rejects.toThrow(/Cast to string failed/);
  expect(await Person.find({ name: trusted({ $ne: 'x' }) }).lean()).toHaveLength(1);
});

test('an array of sub-documents is searched by one element, and the missing array stays missing', async (given) => {
  const Person = await people(given);
  await Person.create({
    name: 'Ann',
    email: 'a',
    languages: [
      { code: 'ar', level: 3 },
      { code: 'fa', level: 1 },
    ],
  });
  await Person.create({ name: 'Bob', email: 'b' });
  const speaks = (code: string, level: number) =>
    Person.find({ languages: trusted({ $elemMatch: { code, level: { $gte: level } } }) }).lean();

  expect(await speaks('ar', 2)).toHaveLength(1);
  expect(await speaks('fa', 2)).toHaveLength(0);
  expect(await given.collection.countDocuments({ languages: { $exists: false } })).toBe(1);
});
