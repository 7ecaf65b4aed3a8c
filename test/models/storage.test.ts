/** The database prepares itself, keeps shapes strict, and refuses to serve without its guards. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { connectDatabase, disconnectDatabase, prepareDatabase } from '../../models/connection.ts';
import { readLanguages } from '../../models/language.ts';
import { currentVersion } from '../../models/migrations.ts';
import { missingUniqueIndexes } from '../../models/storage.ts';
import { connectionOptions } from '../../server/database/open.ts';
import { connect, type TestDatabase } from '../support/engine.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await connect();
  await connectDatabase(database.uri, connectionOptions);
  await prepareDatabase();
});

afterAll(async () => {
  await disconnectDatabase();
  await database.close();
});

const state = () => mongoose.connection.collection('migrations').findOne({ _id: 'schema' as never });

test('an empty database gets its languages and says which version it is', async () => {
  expect((await state())?.version).toBe(currentVersion);
  expect((await readLanguages()).get('ckb')?.label.de).toBe('Sorani');
});

test('preparing it again changes nothing that a centre has changed', async () => {
  await mongoose.connection
    .collection('languages')
    .updateOne({ _id: 'ckb' as never }, { $set: { 'label.de': 'Soranî' } });
  await mongoose.connection
    .collection('migrations')
    .updateOne({ _id: 'schema' as never }, { $set: { version: 0 } });

  await prepareDatabase();

  expect((await readLanguages()).get('ckb')?.label.de).toBe('Soranî');
});

test('several processes that start at once migrate once', async () => {
  await mongoose.connection
    .collection('migrations')
    .updateOne({ _id: 'schema' as never }, { $set: { version: 0 } });

  await Promise.all([prepareDatabase(), prepareDatabase(), prepareDatabase()]);

  expect(await state()).toEqual({ _id: 'schema', version: currentVersion });
});

test('a database of a newer program is left alone', async () => {
  await mongoose.connection
    .collection('migrations')
    .updateOne({ _id: 'schema' as never }, { $set: { version: 999 } });

  await expect(prepareDatabase()).rejects.toThrow('use a newer program');

  await mongoose.connection
    .collection('migrations')
    .updateOne({ _id: 'schema' as never }, { $set: { version: currentVersion } });
});

test('a missing guard is named', async () => {
  await mongoose.connection.collection('assignments').dropIndex('no_double_booking');

  expect(await missingUniqueIndexes()).toEqual(['assignments.no_double_booking']);

  await prepareDatabase();
  expect(await missingUniqueIndexes()).toEqual([]);
});
