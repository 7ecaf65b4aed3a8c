/**
 * A mongod of our own as a child: decided by a stand-in that takes mongod's arguments and prints what it prints, for a
 * real one is not to be had everywhere. What it cannot show is mongod itself: WiredTiger, elections, a slow recovery.
 */
import { once } from 'node:events';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { MongoClient } from 'mongodb';
import { downloadMongod } from '../../server/database/mongod/binary.ts';
import { connectionOptions, type Database, openDatabase } from '../../server/database/open.ts';
import { ownFolder, until } from './embedded/own-server.ts';

let dataDir: string;
let binary: string;
const opened: Database[] = [];
const environment = { ...process.env };

beforeEach(() => {
  dataDir = ownFolder();
  binary = standIn('mongod');
  process.env.PATH = '/usr/bin:/bin';
  process.env.MONGOMS_DOWNLOAD_DIR = join(dataDir, 'downloads');
  process.env.MONGOMS_SYSTEM_BINARY = binary;
});
afterEach(async () => {
  for (const database of opened.splice(0)) await database.close();
  process.env = { ...environment };
  rmSync(dataDir, { recursive: true });
});

/** A program of this name that behaves like mongod; `extra` goes before it. */
function standIn(name: string, extra = ''): string {
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  const main = fileURLToPath(new URL('../support/fake-mongod.ts', import.meta.url));
  const file = join(dataDir, 'bin', name);
  mkdirSync(join(dataDir, 'bin'), { recursive: true });
  writeFileSync(file, `#!/bin/sh\n${extra}\nexec '${process.execPath}' --import '${tsx}' '${main}' "$@"\n`);
  chmodSync(file, 0o755);
  return file;
}

async function open(folder = dataDir, report: (line: string) => void = () => {}): Promise<Database> {
  const database = await openDatabase({ dataDir: folder, report });
  opened.push(database);
  return database;
}

async function close(database: Database): Promise<void> {
  opened.splice(opened.indexOf(database), 1);
  await database.close();
}

async function using<T>({ uri }: Database, work: (client: MongoClient) => Promise<T>): Promise<T> {
  const client = await MongoClient.connect(uri, connectionOptions);
  try {
    return await work(client);
  } finally {
    await client.close();
  }
}

const store = (database: Database, a: number) =>
  using(database, async (client) => (await client.db().collection('kept').insertOne({ a })).acknowledged);
const stored = (database: Database) =>
  using(database, (client) => client.db().collection('kept').distinct('a'));
const configured = (database: Database) =>
  using(database, async (client) => (await client.db('admin').command({ replSetGetConfig: 1 })).config);

describe('a mongod that is installed is taken before the embedded database', () => {
  test('as the only member of a replica set; what it stored is there after a clean restart, on the same port', async () => {
    const lines: string[] = [];
    const first = await openDatabase({ dataDir, log: (line) => lines.push(line) });
    await store(first, 1);
    const { version } = await configured(first);
    await first.close();
    const endedWell = existsSync(join(dataDir, 'mongod', 'ended-well'));

    const second = await open();

    expect(first.engine).toBe('mongod');
    expect(lines).toEqual([`database: ${first.description}`]);
    expect(first.description).toMatch(/MongoDB .* data in .*\/mongod$/);
    expect(readFileSync(join(dataDir, 'mongod', 'arguments'), 'utf8')).toMatch(
      /^--port \d+ --dbpath \S+ --replSet dolmetscherpool --storageEngine wiredTiger --bind_ip 127\.0\.0\.1 --noauth$/,
    );
    expect(endedWell).toBe(true);
    expect(second.uri).toBe(first.uri);
    expect(await stored(second)).toEqual([1]);
    expect((await configured(second)).version).toBe(version);
    expect(existsSync(join(dataDir, 'embedded'))).toBe(false);
  });

  test('when its port has been taken meanwhile, its member moves to another one and keeps its data', async () => {
    const taken = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as { port: number };
    const config = { _id: 'dolmetscherpool', version: 3, members: [{ _id: 0, host: `127.0.0.1:${port}` }] };
    mkdirSync(join(dataDir, 'mongod'));
    writeFileSync(join(dataDir, 'mongod', 'config'), JSON.stringify(config));
    writeFileSync(join(dataDir, 'mongod-port'), String(port));

    const database = await open();

    const host = /\/\/([^/]+)\//.exec(database.uri)?.[1];
    expect(host).not.toBe(`127.0.0.1:${port}`);
    expect(await configured(database)).toEqual({ ...config, version: 4, members: [{ _id: 0, host }] });
    expect(await store(database, 1)).toBe(true);
    taken.close();
  });

  test('servers of one folder share it; a copy of the folder gets a mongod of its own', async () => {
    const first = await open();
    const second = await open();
    cpSync(join(dataDir, 'mongod-port'), join(dataDir, 'copy', 'mongod-port'));

    const copy = await open(join(dataDir, 'copy'));
    await store(copy, 2);

    expect(second.uri).toBe(first.uri);
    expect(copy.uri).not.toBe(first.uri);
    expect([await stored(first), await stored(copy)]).toEqual([[], [2]]);
  });

  test('when the server that owns it ends, or it is killed, one that stays starts it again, and its clients go on', async () => {
    const reports: string[] = [];
    const owner = await open();
    const other = await open(dataDir, (line) => reports.push(line));
    const client = await MongoClient.connect(other.uri, connectionOptions);
    await client.db().collection('kept').insertOne({ a: 1 });

    await close(owner);
    await until(() => reports.length === 1);
    await client.db().collection('kept').insertOne({ a: 2 });
    process.kill((await client.db().command({ serverStatus: 1 })).pid, 'SIGKILL');
    await until(() => reports.length === 2);
    await client.db().collection('kept').insertOne({ a: 3 });

    expect(await client.db().collection('kept').distinct('a')).toEqual([1, 2, 3]);
    expect(new Set(reports)).toEqual(new Set(['the process of the database was gone; there is one again']));
    await client.close();
  });
});

describe('a mongod that is of no use', () => {
  test('in its own words, when it does not start; and nothing else is taken instead', async () => {
    const error =
      '{"s":"E","msg":"DBException in initAndListen, terminating","attr":{"error":"IncompatibleFeature"}}';
    process.env.MONGOMS_SYSTEM_BINARY = standIn(
      'broken',
      `[ "$1" = --version ] && exit 0; echo '{"s":"I","msg":"Starting"}'; echo '${error}'; exit 62`,
    );

    await expect(open()).rejects.toThrow(
      /^DATA_DIR: .*broken does not start in .*terminating IncompatibleFeature\n.*MONGODB_URI/,
    );
    expect(existsSync(join(dataDir, 'embedded'))).toBe(false);
  });

  test('on PATH, but made for another machine, is left out and named; named by hand, it is an error', async () => {
    const reports: string[] = [];
    const alien = standIn('mongod', 'echo "cannot open shared object" >&2; exit 127');
    delete process.env.MONGOMS_SYSTEM_BINARY;
    process.env.PATH = `${join(dataDir, 'bin')}:/usr/bin:/bin`;

    const { engine } = await open(dataDir, (line) => reports.push(line));

    expect(engine).toBe('embedded');
    expect(reports).toEqual([`${alien} is left out, for it does not run here: cannot open shared object`]);
    process.env.MONGOMS_SYSTEM_BINARY = alien;
    await expect(open(join(dataDir, 'other'))).rejects.toThrow(/MONGOMS_SYSTEM_BINARY: .*does not run here/);
  });

  test('of a replica set of several members is not torn out of it', async () => {
    mkdirSync(join(dataDir, 'mongod'));
    const members = [1, 2, 3].map((n) => ({ _id: n, host: `mongo${n}:27017` }));
    writeFileSync(join(dataDir, 'mongod', 'config'), JSON.stringify({ _id: 'rs0', version: 7, members }));

    await expect(open()).rejects.toThrow('belongs to a replica set of several members');
  });
});

describe('npm run mongod', () => {
  test('a mongod that was downloaded before is found, and is not fetched again', async () => {
    delete process.env.MONGOMS_SYSTEM_BINARY;
    const { DryMongoBinary } = await import('mongodb-memory-server');
    const [, path] = await DryMongoBinary.generateDownloadPath(await DryMongoBinary.generateOptions());
    mkdirSync(join(path, '..'), { recursive: true });
    cpSync(binary, path);
    writeFileSync(path, `${readFileSync(binary, 'utf8')}#${'.'.repeat(2 ** 20)}`);
    writeFileSync(`${path}.md5`, '');
    const said: string[] = [];

    const [downloaded, { engine, description }] = [
      await downloadMongod((line) => said.push(line)),
      await open(),
    ];

    expect([downloaded, engine, said]).toEqual([path, 'mongod', []]);
    expect(description).toContain(path);
    DryMongoBinary.binaryCache.clear();
  });
});
