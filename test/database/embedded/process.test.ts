/** The process of the embedded database: one for all who ask, found again when lost, gone when not needed. */
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from '@jest/globals';
import { MongoClient } from 'mongodb';
import { connectionOptions } from '../../../server/database/connection.ts';
import { openEmbedded } from '../../../server/database/embedded.ts';
import { isAlive, killServer, ownFolder, ownServer, pidOf, until } from './own-server.ts';

function socketOf(uri: string): string {
  return decodeURIComponent(/^mongodb:\/\/([^/]+)/.exec(uri)?.[1] ?? '');
}

test('those who ask at the same time share one server', async () => {
  const dataDir = ownFolder();

  const servers = await Promise.all([1, 2, 3].map(() => ownServer({}, dataDir)));
  await servers[0]?.db.collection('shared').insertOne({ a: 1 });
  const pids = await Promise.all(servers.map(({ db }) => pidOf(db)));
  const counts = await Promise.all(servers.map(({ db }) => db.collection('shared').countDocuments()));

  expect(new Set(pids).size).toBe(1);
  expect(counts).toEqual([1, 1, 1]);
  for (const { client, database } of servers.slice(1)) {
    await client.close();
    await database.close();
  }
  expect(isAlive(pids[0] ?? 0)).toBe(true);
  await servers[0]?.end();
});

test('the socket lies in a folder that only its owner may enter', async () => {
  const server = await ownServer();

  const folder = dirname(socketOf(server.database.uri));

  expect(folder).toBe(join(server.dataDir, 'embedded'));
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(statSync(join(folder, 'log')).mode & 0o077).toBe(0);
  await server.end();
});

test('where the path of the data is too long for a socket, it lies in a private folder that is named there', async () => {
  const parent = ownFolder();
  const dataDir = join(parent, 'a-name-of-forty-characters-that-goes-on/'.repeat(3), 'Data');

  const server = await ownServer({}, dataDir);
  const again = await openEmbedded({ dataDir });
  await server.db.collection('a').insertOne({ a: 1 });
  const folder = dirname(socketOf(server.database.uri));

  expect(folder).toBe(readFileSync(join(dataDir, 'embedded', 'socket-folder'), 'utf8'));
  expect(folder.length).toBeLessThan(100);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(again.uri).toBe(server.database.uri);
  await again.close();
  await server.end();
  rmSync(parent, { recursive: true });
  rmSync(folder, { recursive: true });
});

test('a path with spaces, umlauts, capitals and percent signs is no hindrance', async () => {
  const parent = ownFolder();

  for (const name of ['Büro & Co', '100%']) {
    const server = await ownServer({}, join(parent, name));
    await server.db.collection('a').insertOne({ a: 1 });
    expect(await server.db.collection('a').countDocuments()).toBe(1);
    await server.end();
    if (name.includes('%')) rmSync(dirname(socketOf(server.database.uri)), { recursive: true });
  }
  rmSync(parent, { recursive: true });
});

test('a client that loses the server gets it again by itself', async () => {
  const server = await ownServer();
  const collection = server.db.collection('a');
  await collection.insertOne({ a: 1 });
  const before = await pidOf(server.db);

  const after = await killServer(server.db);
  await collection.insertOne({ a: 2 });

  expect(after).not.toBe(before);
  expect(await collection.distinct('a')).toEqual([1, 2]);
  await server.end();
});

test('a server that is asked to stop finishes what it was doing, and is there again for those who stay', async () => {
  const server = await ownServer();
  const collection = server.db.collection('a');
  const before = await pidOf(server.db);

  const writing = collection.insertMany(Array.from({ length: 1000 }, (_, n) => ({ n })));
  await writing;
  process.kill(before, 'SIGTERM');
  await until(async () => (await pidOf(server.db).catch(() => before)) !== before);

  expect(await collection.countDocuments()).toBe(1000);
  await server.end();
});

test('the server ends a while after its last client, and not before', async () => {
  const dataDir = ownFolder();
  const { database, client, db } = await ownServer({ linger: 300 }, dataDir);
  const pid = await pidOf(db);
  const other = await MongoClient.connect(database.uri, connectionOptions);
  await client.close();
  await database.close();
  await other.db().command({ ping: 1 });

  const left = Date.now();
  await other.close();
  await until(() => !isAlive(pid));

  expect(Date.now() - left).toBeGreaterThanOrEqual(290);
  expect(existsSync(socketOf(database.uri))).toBe(false);
  rmSync(dataDir, { recursive: true });
});

test('a damaged database is not opened, and the error says where it is damaged', async () => {
  const dataDir = ownFolder();
  mkdirSync(join(dataDir, 'embedded'));
  const log = await readLog();
  log.writeUInt8(log.readUInt8(30) ^ 1, 30);
  writeFileSync(join(dataDir, 'embedded', 'log'), log);

  await expect(openEmbedded({ dataDir })).rejects.toThrow(/does not start: .*log is damaged at byte 20/);
  rmSync(dataDir, { recursive: true });
});

/** The log of a database in which something was stored in two writes. */
async function readLog(): Promise<Buffer> {
  const server = await ownServer();
  await server.db.collection('a').insertOne({ a: 1 });
  await server.db.collection('a').insertOne({ a: 2 });
  const log = readFileSync(join(server.dataDir, 'embedded', 'log'));
  await server.end();
  return log;
}

test('what was stored is there for the next server', async () => {
  const dataDir = ownFolder();
  const first = await ownServer({}, dataDir);
  const pid = await pidOf(first.db);
  await first.db.collection('a').insertOne({ a: 1 });
  await first.client.close();
  await first.database.close();
  await until(() => !isAlive(pid));

  const second = await ownServer({}, dataDir);

  expect(await second.db.collection('a').distinct('a')).toEqual([1]);
  await second.end();
});
