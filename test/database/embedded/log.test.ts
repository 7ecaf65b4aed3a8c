/** The log by itself: torn tails are cut off, damage is refused, nothing else is lost. */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { execute } from '../../../server/database/embedded/commands/execute.ts';
import { realDisk } from '../../../server/database/embedded/log/disk.ts';
import { openStore, type Store } from '../../../server/database/embedded/storage/store.ts';
import type { Document } from '../../../server/database/embedded/values/document.ts';
import { ownFolder, until } from './own-server.ts';

const parent = ownFolder();
afterAll(() => rmSync(parent, { recursive: true }));

let folder = '';
let folders = 0;
beforeEach(() => {
  folder = newFolder();
});

function newFolder(): string {
  const made = join(parent, String(++folders));
  mkdirSync(made);
  return made;
}

async function run(store: Store, command: Document): Promise<Document> {
  const session = { store, cursors: new Map(), address: '', connection: 1 };
  const { reply, settled } = execute({ ...command, $db: 'test' }, session);
  await settled;
  return reply;
}

async function insert(store: Store, ...ids: number[]): Promise<void> {
  const documents = ids.map((_id) => ({ _id, text: 'some text' }));
  expect(await run(store, { insert: 'a', documents })).toMatchObject({ n: ids.length, ok: 1 });
}

async function storedIds(path: string): Promise<unknown[]> {
  const store = await openStore(path, realDisk(path));
  const { values } = await run(store, { distinct: 'a', key: '_id' });
  await store.log.close();
  return values as unknown[];
}

/** A store with three writes; gives the length of its log before the last one. */
async function threeWrites(): Promise<number> {
  const store = await openStore(folder, realDisk(folder));
  await insert(store, 1);
  await insert(store, 2);
  const before = statSync(join(folder, 'log')).size;
  await insert(store, 3, 4);
  await store.log.close();
  return before;
}

test('a log cut at every byte of its last record still opens, without that record and with all before it', async () => {
  const before = await threeWrites();
  const log = join(folder, 'log');
  const { size } = statSync(log);
  expect(size - before).toBeGreaterThan(100);

  for (let length = before; length <= size; length++) {
    const cut = newFolder();
    copyFileSync(log, join(cut, 'log'));
    truncateSync(join(cut, 'log'), length);
    const expected = length === size ? [1, 2, 3, 4] : [1, 2];
    expect({ length, ids: await storedIds(cut) }).toEqual({ length, ids: expected });
  }
});

test('what is cut off is kept beside the log, and writing goes on behind it', async () => {
  const before = await threeWrites();
  truncateSync(join(folder, 'log'), before + 50);

  const store = await openStore(folder, realDisk(folder));
  expect(statSync(join(folder, 'log.torn')).size).toBe(50);
  await insert(store, 5);
  await store.log.close();

  expect(await storedIds(folder)).toEqual([1, 2, 5]);
});

test('garbage behind the last record is cut off', async () => {
  await threeWrites();
  const log = readFileSync(join(folder, 'log'));
  writeFileSync(
    join(folder, 'log'),
    Buffer.concat([log, Buffer.from('DPL1 and so on'), Buffer.alloc(30, 7)]),
  );

  expect(await storedIds(folder)).toEqual([1, 2, 3, 4]);
});

test('damage anywhere before the tail is refused, and the log is left as it is', async () => {
  const before = await threeWrites();
  const whole = readFileSync(join(folder, 'log'));

  for (let at = 0; at < before; at += 7) {
    const damaged = Buffer.from(whole);
    damaged.writeUInt8(damaged.readUInt8(at) ^ 0x10, at);
    const place = newFolder();
    writeFileSync(join(place, 'log'), damaged);
    await expect(openStore(place, realDisk(place))).rejects.toThrow(/damaged at byte \d+/);
    expect(readFileSync(join(place, 'log')).equals(damaged)).toBe(true);
    expect(existsSync(join(place, 'log.torn'))).toBe(false);
  }
});

test('damage in what compaction wrote is refused too, even when nothing was written since', async () => {
  const store = await openStore(folder, realDisk(folder, 1000));
  const text = 'x'.repeat(400);
  for (let _id = 0; _id < 10; _id++) await run(store, { insert: 'a', documents: [{ _id, text }] });
  for (let round = 0; readFileSync(join(folder, 'log')).length > 5000 || round < 3; round++)
    await run(store, { update: 'a', updates: [{ q: { _id: 1 }, u: { $set: { round } } }] });
  await store.log.close();
  const log = readFileSync(join(folder, 'log'));
  log.writeUInt8(log.readUInt8(500) ^ 1, 500);
  writeFileSync(join(folder, 'log'), log);

  await expect(openStore(folder, realDisk(folder))).rejects.toThrow(/damaged/);
});

test('a write, and a read that has seen it, are answered only when it is on disk', async () => {
  let finish: (() => void) | undefined;
  let isSlow = false;
  const disk = realDisk(folder);
  disk.sync = async (file) => {
    if (isSlow)
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
    await file.datasync();
  };
  const store = await openStore(folder, disk);
  isSlow = true;

  const answered: string[] = [];
  const writing = insert(store, 1).then(() => answered.push('write'));
  const reading = run(store, { count: 'a' }).then(({ n }) => answered.push(`read ${n}`));
  const greeting = run(store, { hello: 1 }).then(() => answered.push('greeting'));
  await greeting;
  expect(answered).toEqual(['greeting']);
  await until(() => finish !== undefined);
  isSlow = false;
  finish?.();
  await Promise.all([writing, reading]);

  expect(answered.sort()).toEqual(['greeting', 'read 1', 'write']);
  await store.log.close();
});

test('a command is all or nothing in the log: several documents stand in one record', async () => {
  const before = await threeWrites();

  truncateSync(join(folder, 'log'), statSync(join(folder, 'log')).size - 1);

  expect(before).toBeGreaterThan(0);
  expect(await storedIds(folder)).toEqual([1, 2]);
});
