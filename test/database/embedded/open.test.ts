/** Which database is opened: the order, and that a wrong one is never taken instead. */
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { MongoClient } from 'mongodb';
import { findMongod } from '../../../server/database/mongod/binary.ts';
import { connectionOptions, openDatabase } from '../../../server/database/open.ts';
import { ownFolder, ownServer } from './own-server.ts';

let dataDir: string;
const { PATH, MONGOMS_SYSTEM_BINARY, MONGOMS_DOWNLOAD_DIR } = process.env;

beforeEach(() => {
  dataDir = ownFolder();
  process.env.PATH = join(dataDir, 'no-programs');
  process.env.MONGOMS_DOWNLOAD_DIR = join(dataDir, 'no-downloads');
  delete process.env.MONGOMS_SYSTEM_BINARY;
});
afterEach(() => {
  rmSync(dataDir, { recursive: true });
  for (const [name, value] of Object.entries({ PATH, MONGOMS_SYSTEM_BINARY, MONGOMS_DOWNLOAD_DIR })) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
});

function program(folder: string, name: string): string {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), '#!/bin/sh\n');
  chmodSync(join(folder, name), 0o755);
  return join(folder, name);
}

async function refusal(mongodbUri: string): Promise<{ message: string; after: number }> {
  const started = Date.now();
  const { message } = await openDatabase({ mongodbUri, dataDir }).then(
    () => new Error('it was opened'),
    (error: Error) => error,
  );
  expect(existsSync(join(dataDir, 'embedded'))).toBe(false);
  return { message, after: Date.now() - started };
}

test('a MONGODB_URI that leads nowhere is a clear error that keeps the password, and nothing else is taken', async () => {
  const { message, after } = await refusal('mongodb://pool:geheim@127.0.0.1:1/pool?replicaSet=rs0');

  expect(message).toMatch(/^MONGODB_URI leads to no usable database at 127\.0\.0\.1:1: .*ECONNREFUSED/);
  expect(message).not.toContain('geheim');
  expect(after).toBeLessThan(5000);
});

test('a MONGODB_URI whose server never answers is given up within five seconds', async () => {
  const silent = createServer((socket) => socket.on('error', () => {})).listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const { port } = silent.address() as { port: number };

  const { message, after } = await refusal(`mongodb://127.0.0.1:${port}/pool`);

  expect(message).toContain(`127.0.0.1:${port}`);
  expect(after).toBeLessThan(5000);
  silent.close();
});

test('a MONGODB_URI that is none is a clear error', async () => {
  const { message } = await refusal('127.0.0.1:27017');

  expect(message).toMatch(/^MONGODB_URI leads to no usable database/);
});

test('what MONGODB_URI says about the safety of writes and reads does not count', async () => {
  const server = await ownServer({}, join(dataDir, 'other'));
  const weak = `${server.database.uri}&w=0&j=false&journal=false&wtimeoutMS=5&readConcernLevel=local&retryWrites=false`;

  const lines: string[] = [];
  const { uri, engine, description } = await openDatabase({
    mongodbUri: weak,
    dataDir,
    log: (line) => lines.push(line),
  });
  const { options } = new MongoClient(uri, connectionOptions);

  expect(uri).toBe(server.database.uri);
  expect(engine).toBe('uri');
  expect(lines).toEqual([`database: ${description}`]);
  expect(options).toMatchObject({ writeConcern: { w: 'majority', journal: true }, retryWrites: true });
  expect(options.readConcern.level).toBe('majority');
  await server.end();
});

test('the engine whose data a folder holds is kept, even when a mongod is there now', async () => {
  const server = await ownServer({}, join(dataDir, 'kept'));
  process.env.MONGOMS_SYSTEM_BINARY = program(join(dataDir, 'bin'), 'mongod');

  const database = await openDatabase({ dataDir: server.dataDir });

  expect(database).toMatchObject({ engine: 'embedded', uri: server.database.uri });
  expect(database.description).toContain(join('kept', 'embedded'));
  await database.close();
  await server.end();
});

test('the data of a mongod is left alone where no mongod is found', async () => {
  mkdirSync(join(dataDir, 'mongod'));
  writeFileSync(join(dataDir, 'mongod', 'WiredTiger'), '');

  await expect(openDatabase({ dataDir })).rejects.toThrow('no mongod is found');
  expect(existsSync(join(dataDir, 'embedded'))).toBe(false);
});

test('a folder with the data of two engines is refused', async () => {
  for (const name of ['mongod', 'embedded']) mkdirSync(join(dataDir, name));
  writeFileSync(join(dataDir, 'mongod', 'WiredTiger'), '');
  writeFileSync(join(dataDir, 'embedded', 'log'), '');

  await expect(openDatabase({ dataDir })).rejects.toThrow('holds two databases');
});

test('a mongod is found where MONGOMS_SYSTEM_BINARY names it, or else on PATH, and none is downloaded', async () => {
  const none = await findMongod();
  const onPath = program(join(dataDir, 'bin'), 'mongod');
  process.env.PATH = [join(dataDir, 'empty'), join(dataDir, 'bin')].join(':');
  const found = await findMongod();
  const named = program(join(dataDir, 'elsewhere'), 'my-mongod');
  process.env.MONGOMS_SYSTEM_BINARY = named;

  expect([none, found, await findMongod()]).toEqual([undefined, onPath, named]);
  process.env.MONGOMS_SYSTEM_BINARY = join(dataDir, 'missing');
  await expect(findMongod()).rejects.toThrow('MONGOMS_SYSTEM_BINARY');
});

test('without any of these the embedded database is taken', async () => {
  const database = await openDatabase({ dataDir: join(dataDir, 'new') });

  expect(database.engine).toBe('embedded');
  await database.close();
});
