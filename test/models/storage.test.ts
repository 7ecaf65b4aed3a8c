/** The database prepares itself, keeps shapes strict, and refuses to serve without its guards. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { prepareDatabase } from '../../models/connection.ts';
import { databaseTime } from '../../models/installation/database-clock.ts';
import { doOnce } from '../../models/installation/lease.ts';
import { readLanguages } from '../../models/language.ts';
import { currentVersion } from '../../models/migrations.ts';
import { missingUniqueIndexes } from '../../models/storage.ts';
import type { TestDatabase } from '../support/engine.ts';
import { connectPrepared } from '../support/prepared-database.ts';
import { until } from '../support/until.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await connectPrepared();
});

afterAll(() => database.close());

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

test('who migrates keeps the others waiting for as long as it takes, and only while it lives', async () => {
  const begun = Number(await databaseTime());
  let isDone = false;
  const order: string[] = [];
  const first = doOnce(
    'a step',
    async () => isDone,
    async (isHeld) => {
      await until(async () => (await leaseEnd()) > begun + 6500);
      order.push(String(await isHeld()));
      isDone = true;
    },
  );
  const leaseEnd = async () => {
    const lease = await mongoose.connection.collection('leases').findOne({ _id: 'a step' as never });
    return Number(lease?.until ?? 0);
  };
  await until(async () => (await leaseEnd()) > 0);

  const second = doOnce(
    'a step',
    async () => isDone,
    async () => {
      order.push('twice');
    },
  );
  await Promise.all([first, second]);

  expect(order).toEqual(['true']);
});

test('a database of a newer program is left alone', async () => {
  await mongoose.connection
    .collection('migrations')
    .updateOne({ _id: 'schema' as never }, { $set: { version: 999 } });

  await mongoose.connection.collection('accounts').dropIndex('agency');

  await expect(prepareDatabase()).rejects.toThrow('use a newer program');

  const names = (await mongoose.connection.collection('accounts').indexes()).map(({ name }) => name);
  expect(names).not.toContain('agency');
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
