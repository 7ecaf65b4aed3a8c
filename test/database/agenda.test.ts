/** Agenda on the engine: due jobs run, repeated declarations stay one, and two workers share what is due. */

import { MongoBackend } from '@agendajs/mongo-backend';
import { expect } from '@jest/globals';
import { Agenda } from 'agenda';
import type { Db } from 'mongodb';
import { test, until } from './suite.ts';

/**
 * A worker that asks often. It locks no more than it can run at once, so that no lock runs out while a job waits;
 * half the lock's lifetime is how long Agenda's own timer outlives a job.
 */
async function worker(db: Db, collection: string, define: (agenda: Agenda) => void): Promise<Agenda> {
  const agenda = new Agenda({
    backend: new MongoBackend({ mongo: db, collection }),
    processEvery: 50,
    defaultLockLifetime: 5000,
    defaultLockLimit: 10,
    defaultConcurrency: 10,
  });
  define(agenda);
  await agenda.start();
  return agenda;
}

test('now runs a job at once, schedule at its time', async ({ db, collection }) => {
  const ran: unknown[] = [];
  const agenda = await worker(db, collection.collectionName, (made) => {
    made.define<{ n: number }>('work', async (job) => {
      ran.push(job.attrs.data.n);
    });
  });

  await agenda.now('work', { n: 1 });
  await agenda.schedule(new Date(Date.now() + 150), 'work', { n: 2 });
  await agenda.schedule(new Date(Date.now() + 3_600_000), 'work', { n: 3 });
  await until(async () => ran.length === 2);
  await agenda.stop(false);

  expect(ran).toEqual([1, 2]);
  expect(await collection.countDocuments({ nextRunAt: { $gt: new Date() } })).toBe(1);
});

test('every runs again and again from one row, however often it is declared', async ({ db, collection }) => {
  let ran = 0;
  const agenda = await worker(db, collection.collectionName, (made) => {
    made.define('tick', async () => {
      ran += 1;
    });
  });

  await agenda.every(100, 'tick');
  await agenda.every(100, 'tick');
  await until(async () => ran >= 3);
  await agenda.stop(false);

  expect(await collection.countDocuments({ name: 'tick' })).toBe(1);
});

test('a unique job that is only to be inserted leaves the one that is there alone', async ({
  db,
  collection,
}) => {
  const agenda = await worker(db, collection.collectionName, () => undefined);
  const save = (when: Date) =>
    agenda
      .create('work', { key: 'x' })
      .unique({ 'data.key': 'x' }, { insertOnly: true })
      .schedule(when)
      .save();

  await save(new Date('2099-01-01'));
  await save(new Date('2099-06-01'));
  await agenda.stop(false);

  expect(await collection.find().toArray()).toEqual([
    expect.objectContaining({ nextRunAt: new Date('2099-01-01') }),
  ]);
});

test('two workers share 200 jobs, and each runs once', async ({ db, collection }) => {
  const ran: { who: string; n: number }[] = [];
  const work = (who: string) => (agenda: Agenda) =>
    agenda.define<{ n: number }>('work', async (job) => {
      ran.push({ who, n: job.attrs.data.n });
    });
  const ann = await worker(db, collection.collectionName, work('ann'));
  const bob = await worker(db, collection.collectionName, work('bob'));

  await Promise.all(Array.from({ length: 200 }, (_, n) => ann.now('work', { n })));
  await until(
    async () => ran.length >= 200 && (await collection.countDocuments({ lastFinishedAt: null })) === 0,
  );
  await Promise.all([ann.stop(false), bob.stop(false)]);

  expect(ran.map(({ n }) => n).sort((a, b) => a - b)).toEqual(Array.from({ length: 200 }, (_, n) => n));
  expect(new Set(ran.map(({ who }) => who)).size).toBe(2);
});

test('cancel deletes jobs by name', async ({ db, collection }) => {
  const agenda = await worker(db, collection.collectionName, () => undefined);
  await agenda.schedule(new Date('2099-01-01'), ['work', 'rest'], {});

  const cancelled = await agenda.cancel({ name: 'work' });
  await agenda.stop(false);

  expect(cancelled).toBe(1);
  expect(await collection.distinct('name')).toEqual(['rest']);
});
