/** Agenda ticks: what waits in the documents is found without anybody calling, by several processes, once. */
import { afterEach, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { startPool, type TestPool } from '../support/pool.ts';
import { type ServerProcess, startServerProcess } from '../support/server-process.ts';
import { id, people } from '../support/small-pool.ts';
import { until } from '../support/until.ts';

let pool: TestPool;
let servers: ServerProcess[] = [];

afterEach(async () => {
  await Promise.all(servers.map((server) => server.end()));
  await pool.stop();
});

test('two servers share one row a sweep, and what nobody woke them for leaves once', async () => {
  pool = await startPool();
  const env = {
    MONGODB_URI: pool.databaseUri,
    SECRET_KEY: 'a-key-for-tests-only-a-key-for-tests-only',
    LOG_LEVEL: 'error',
  };
  servers = await Promise.all([startServerProcess(env), startServerProcess(env)]);
  const rows = mongoose.connection.collection('agendaJobs');
  await until(async () => (await rows.countDocuments()) === 12);

  const now = new Date();
  await mongoose.connection.collection('sign_ins').insertOne({
    _id: id('signin') as never,
    account: id('kim'),
    createdAt: now,
    expiresAt: new Date(now.getTime() + 600_000),
    tries: 0,
    outbox: [
      { id: 'sign_in:quiet', kind: 'sign_in', role: 'system', account: id('kim'), version: 1, sequence: 0 },
    ],
  });

  const messages = mongoose.connection.collection('messages');
  await until(async () => (await messages.countDocuments({ status: 'sent' })) === 1);
  expect(await rows.countDocuments()).toBe(12);
  const mails = (await pool.mails()).filter(({ to }) => to.includes(people.kim));
  expect(mails).toHaveLength(1);
});

test('a server that is asked to end lets go of everything and ends well', async () => {
  pool = await startPool();
  servers = [
    await startServerProcess({
      MONGODB_URI: pool.databaseUri,
      DATA_DIR: '/nonexistent',
      SECRET_KEY: 'a-key-for-tests-only-a-key-for-tests-only',
    }),
  ];

  expect(await servers[0]?.end()).toBe(0);
});
