/** What lies outside the subset is refused by its name, never ignored and never approximated. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type Collection, Decimal128, type Document, Double, Int32, Long, MinKey, Timestamp } from 'mongodb';
import { connect, type TestDatabase } from '../../support/engine.ts';
import { type OwnServer, ownServer } from './own-server.ts';

let server: Pick<TestDatabase, 'client' | 'db'>;
let own: OwnServer | undefined;
let collection: Collection<Document>;

beforeAll(async () => {
  const isEmbedded = process.env.TEST_DATABASE_ENGINE === 'embedded';
  own = isEmbedded ? undefined : await ownServer();
  server = own ?? (await connect());
  collection = server.db.collection('refused');
});
beforeEach(async () => {
  await collection.deleteMany({});
  await collection.insertOne({ _id: 1 as never, a: 1, list: [1, 2], at: new Date() });
});
afterAll(async () => {
  if (own) await own.end();
  else await (server as TestDatabase).close();
});

/** The refusal of some work: its message must name what was asked for. */
async function refusal(work: Promise<unknown>): Promise<string> {
  const outcome = await work.then(
    (value) => `not refused: ${JSON.stringify(value)}`,
    (error: Error) => error.message,
  );
  expect(await collection.findOne({ _id: 1 as never })).toMatchObject({ a: 1, list: [1, 2] });
  return outcome;
}

const long = Long.fromNumber(5);
const writes: [string, (target: Collection<Document>) => Promise<unknown>][] = [
  ["int64 in field 'n'", (target) => target.insertOne({ n: long })],
  ["int64 in field 'n'", (target) => target.insertOne({ n: 5n })],
  ["int64 in field 'a.b.0'", (target) => target.insertOne({ a: { b: [long] } })],
  ["Decimal128 in field 'price'", (target) => target.insertOne({ price: Decimal128.fromString('1.5') })],
  ["int64 in field 'a'", (target) => target.updateOne({ _id: 1 as never }, { $set: { a: long } })],
  ["int64 in field 'a'", (target) => target.updateOne({ _id: 1 as never }, { $inc: { a: long } })],
  ["int64 in field 'list'", (target) => target.updateOne({}, { $push: { list: long as never } })],
  [
    "int64 in field 'list.0'",
    (target) => target.updateOne({}, { $push: { list: { $each: [long] } as never } }),
  ],
  ["int64 in field 'list'", (target) => target.updateOne({}, { $addToSet: { list: long as never } })],
  ["Decimal128 in field 'a'", (target) => target.updateOne({}, { $max: { a: Decimal128.fromString('9') } })],
  ["int64 in field 'a'", (target) => target.findOneAndUpdate({}, { $set: { a: long } })],
  ["int64 in field 'a'", (target) => target.replaceOne({}, { a: long })],
  ["int64 in field 'b'", (target) => target.updateOne({ b: long }, { $set: { c: 1 } }, { upsert: true })],
  [
    "int64 in field 'b'",
    (target) => target.updateOne({ c: 7 }, { $setOnInsert: { b: long } }, { upsert: true }),
  ],
  ["BSONRegExp in field 'a'", (target) => target.insertOne({ a: /x/ })],
  ["Timestamp in field 'a'", (target) => target.insertOne({ a: new Timestamp({ t: 1, i: 1 }) })],
  ["MinKey in field 'a'", (target) => target.insertOne({ a: new MinKey() })],
  ['an integer beyond 2^53', (target) => target.updateOne({}, { $inc: { a: Number.MAX_SAFE_INTEGER } })],
];
for (const [name, write] of writes) {
  test(`a write is refused by name: ${name} (${write.toString().slice(12, 60)} …)`, async () => {
    expect(await refusal(write(collection))).toContain(name);
    expect(await collection.countDocuments()).toBe(1);
  });
}

test('int32, double and safe int64 are no obstacle where nothing of an int64 is stored', async () => {
  await collection.insertOne({
    _id: 2 as never,
    i: new Int32(5),
    d: new Double(5),
    whole: 2 ** 40,
    half: 0.5,
  });

  const found = await collection.findOne({ i: Long.fromNumber(5), whole: { $gt: Long.fromNumber(2 ** 39) } });
  const limited = await collection.find({ i: 5 }, { batchSize: Long.fromNumber(1) as never }).toArray();

  expect(found).toEqual({ _id: 2, i: 5, d: 5, whole: 2 ** 40, half: 0.5 });
  expect(limited).toHaveLength(1);
});

const queries: Document = {
  $expr: { $expr: { $eq: ['$a', 1] } },
  $where: { $where: 'this.a === 1' },
  $text: { $text: { $search: 'x' } },
  $jsonSchema: { $jsonSchema: {} },
  $comment: { $comment: 'x' },
  $mod: { a: { $mod: [2, 1] } },
  $bitsAllSet: { a: { $bitsAllSet: 1 } },
  $near: { a: { $near: [1, 2] } },
  $geoWithin: { a: { $geoWithin: {} } },
  'option x of $regex': { a: { $regex: 'x', $options: 'x' } },
  Decimal128: { a: Decimal128.fromString('1') },
  'int64 9223372036854775807': { a: Long.MAX_VALUE },
  Timestamp: { a: new Timestamp({ t: 1, i: 1 }) },
  '$type by number': { a: { $type: 16 } },
  'Regular expression is invalid here: /\\Ax/': { a: { $regex: '\\Ax' } },
};
for (const [name, filter] of Object.entries(queries)) {
  test(`a query is refused by name: ${name}`, async () => {
    const named = name.startsWith('option') ? 'the option x of $regex' : name;
    expect(await refusal(collection.find(filter).toArray())).toContain(named);
    expect(await refusal(collection.updateMany(filter, { $set: { a: 2 } }))).toContain(named);
    expect(await refusal(collection.deleteMany(filter))).toContain(named);
  });
}

const updates: Document = {
  $mul: { $mul: { a: 2 } },
  $rename: { $rename: { a: 'b' } },
  $pop: { $pop: { list: 1 } },
  $pullAll: { $pullAll: { list: [1] } },
  $bit: { $bit: { a: { and: 1 } } },
  $position: { $push: { list: { $each: [1], $position: 0 } } },
  $sort: { $push: { list: { $each: [1], $sort: 1 } } },
  timestamp: { $currentDate: { at: { $type: 'timestamp' } } },
  'aggregation pipeline': [{ $set: { a: 2 } }],
};
for (const [name, update] of Object.entries(updates)) {
  test(`an update is refused by name: ${name}`, async () => {
    expect(await refusal(collection.updateOne({}, update))).toContain(name);
    expect(await refusal(collection.findOneAndUpdate({}, update))).toContain(name);
  });
}

const stages: Document = {
  $lookup: { $lookup: { from: 'x', localField: 'a', foreignField: 'a', as: 'x' } },
  $facet: { $facet: { n: [{ $count: 'n' }] } },
  $addFields: { $addFields: { b: 1 } },
  $set: { $set: { b: 1 } },
  $unset: { $unset: 'a' },
  $out: { $out: 'b' },
  $merge: { $merge: 'b' },
  $bucket: { $bucket: { groupBy: '$a', boundaries: [0, 1] } },
  $sortByCount: { $sortByCount: '$a' },
  $replaceRoot: { $replaceRoot: { newRoot: '$a' } },
  $unionWith: { $unionWith: 'b' },
  $sample: { $sample: { size: 1 } },
  includeArrayIndex: { $unwind: { path: '$list', includeArrayIndex: 'i' } },
  $push: { $group: { _id: null, all: { $push: '$a' } } },
  $addToSet: { $group: { _id: null, all: { $addToSet: '$a' } } },
  $last: { $group: { _id: null, last: { $last: '$a' } } },
  $dateToString: { $project: { day: { $dateToString: { date: '$at', format: '%d' } } } },
  $add: { $project: { b: { $add: ['$a', 1] } } },
  $concat: { $group: { _id: { $concat: ['$a', 'b'] } } },
  $switch: { $project: { b: { $switch: { branches: [] } } } },
  $$ROOT: { $project: { b: '$$ROOT' } },
  'x.y': { $project: { 'x.y': '$a' } },
  $expr: { $match: { $expr: { $eq: ['$a', 1] } } },
  $meta: { $sort: { a: { $meta: 'textScore' } } },
};
for (const [name, stage] of Object.entries(stages)) {
  test(`an aggregation is refused by name: ${name}`, async () => {
    expect(await refusal(collection.aggregate([stage]).toArray())).toContain(name);
    expect(await refusal(collection.aggregate([{ $match: {} }, stage]).toArray())).toContain(name);
  });
}

const options: [string, (target: Collection<Document>) => Promise<unknown>][] = [
  ["'collation' of find", (target) => target.find({}, { collation: { locale: 'de' } }).toArray()],
  ["'hint' of find", (target) => target.find({}).hint('_id_').toArray()],
  ["'maxTimeMS' of find", (target) => target.find({}).maxTimeMS(100).toArray()],
  ["'tailable' of find", (target) => target.find({}, { tailable: true }).toArray()],
  ["'let' of find", (target) => target.find({}, { let: { x: 1 } }).toArray()],
  ['$natural', (target) => target.find({}).sort({ $natural: 1 }).toArray()],
  ['$slice', (target) => target.find({}, { projection: { list: { $slice: 1 } } }).toArray()],
  ['$elemMatch', (target) => target.find({}, { projection: { list: { $elemMatch: { $gt: 1 } } } }).toArray()],
  ['list.$', (target) => target.find({ list: 1 }, { projection: { 'list.$': 1 } }).toArray()],
  ['$a', (target) => target.find({}, { projection: { b: '$a' } }).toArray()],
  [
    "'collation' of updates",
    (target) => target.updateOne({}, { $set: { a: 2 } }, { collation: { locale: 'de' } }),
  ],
  ["'hint' of updates", (target) => target.updateOne({}, { $set: { a: 2 } }, { hint: '_id_' })],
  ["'hint' of deletes", (target) => target.deleteOne({}, { hint: '_id_' })],
  ["'collation' of deletes", (target) => target.deleteOne({}, { collation: { locale: 'de' } })],
  ["'hint' of findAndModify", (target) => target.findOneAndDelete({}, { hint: { _id: 1 } })],
  ["'allowDiskUse' of aggregate", (target) => target.aggregate([], { allowDiskUse: true }).toArray()],
  ["'collation' of distinct", (target) => target.distinct('a', {}, { collation: { locale: 'de' } })],
  ["'collation' of aggregate", (target) => target.countDocuments({}, { collation: { locale: 'de' } })],
  ["'collation' of indexes", (target) => target.createIndex({ a: 1 }, { collation: { locale: 'de' } })],
  ["'hidden' of indexes", (target) => target.createIndex({ a: 1 }, { hidden: true })],
  ["index type 'text'", (target) => target.createIndex({ a: 'text' })],
  ["index type '2dsphere'", (target) => target.createIndex({ a: '2dsphere' })],
  ["index type 'hashed'", (target) => target.createIndex({ a: 'hashed' })],
  ["path '$**'", (target) => target.createIndex({ '$**': 1 })],
  ["path 'list.0'", (target) => target.createIndex({ 'list.0': 1 })],
  ['$or', (target) => target.createIndex({ a: 1 }, { partialFilterExpression: { $or: [{ a: 1 }] } })],
  ['$changeStream', (target) => target.watch().next()],
];
for (const [name, use] of options) {
  test(`an option is refused by name: ${name}`, async () => {
    expect(await refusal(use(collection))).toContain(name);
    expect(await collection.indexes()).toHaveLength(1);
  });
}

const commands: [string, Document][] = [
  ['mapReduce', { mapReduce: 'refused' }],
  ['renameCollection', { renameCollection: 'a.b', to: 'a.c' }],
  ['collStats', { collStats: 'refused' }],
  ['eval', { eval: '1' }],
  ['setParameter', { setParameter: 1 }],
  ["'capped' of create", { create: 'x', capped: true, size: 1000 }],
  ["'viewOn' of create", { create: 'x', viewOn: 'refused', pipeline: [] }],
  ["'validator' of create", { create: 'x', validator: {} }],
  ['explain of insert', { explain: { insert: 'refused', documents: [] } }],
  ["'hint' of find", { explain: { find: 'refused', hint: '_id_' } }],
  ['constructor', { constructor: 1 }],
];
for (const [name, command] of commands) {
  test(`a command is refused by name: ${name}`, async () => {
    expect(await refusal(server.db.command(command))).toContain(name);
  });
}

test('a transaction is refused by name, and nothing of it is written', async () => {
  const session = server.client.startSession();
  session.startTransaction();

  const message = await refusal(collection.insertOne({ _id: 2 as never }, { session }));
  await session.abortTransaction();
  await session.endSession();

  expect(message).toContain('startTransaction');
  expect(await collection.countDocuments()).toBe(1);
});

test('a refused statement is named with its place in a bulk write', async () => {
  const bulk = collection.bulkWrite([
    { insertOne: { document: { _id: 2 as never } } },
    { insertOne: { document: { _id: 3 as never, n: long } } },
    { insertOne: { document: { _id: 4 as never } } },
  ]);

  await expect(bulk).rejects.toMatchObject({
    writeErrors: [{ index: 1, errmsg: expect.stringContaining('int64') }],
  });
  expect(await collection.distinct('_id')).toEqual([1, 2]);
});

test('field names cannot reach beyond their document', async () => {
  const polluted = JSON.parse('{"__proto__":{"polluted":1}}');

  expect(await refusal(collection.insertOne({ list: [polluted] }))).toContain('__proto__');
  expect(await refusal(collection.updateOne({}, { $set: { '__proto__.polluted': 1 } }))).toContain(
    '__proto__',
  );
  expect(
    await refusal(collection.updateOne({ '__proto__.x': 1 }, { $set: { b: 1 } }, { upsert: true })),
  ).toContain('__proto__');
  expect(await collection.countDocuments({ constructor: { $exists: true } })).toBe(0);
  await collection.updateOne({}, { $set: { 'constructor.name': 'x' } });
  expect(await collection.countDocuments({ 'constructor.name': 'x' })).toBe(1);
});
