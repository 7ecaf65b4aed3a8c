/** A command whose connection is lost ends at once, so that neither a request nor a sweep waits for ever. */
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { type AddressInfo, createConnection, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { BSON } from 'mongodb';
import '../../server/database/connection.ts';
import { isDatabaseAway } from '../../models/storage.ts';

const { Connection } = createRequire(import.meta.url)('mongodb/lib/cmap/connection.js');

let server: Server;
let accepted: Socket | undefined;

beforeAll(async () => {
  server = createServer((socket) => {
    accepted = socket.pause().on('error', () => undefined);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(() => void server.close());

/** Writes a command of many bytes to a socket, as the driver does, and tells what became of it. */
async function written(
  prepare: (socket: Socket) => unknown,
  after: (socket: Socket) => void = () => {},
  toBin: () => Buffer[] = () => [Buffer.alloc(32 * 1024 * 1024)],
) {
  const socket = createConnection((server.address() as AddressInfo).port, '127.0.0.1');
  socket.on('error', () => undefined);
  await Promise.all([once(socket, 'connect'), once(server, 'connection')]);
  await prepare(socket);
  const reported: Error[] = [];
  const connection = { socket, onError: (error: Error) => reported.push(error) };
  const command = { toBin: async () => toBin() };
  const writing = Connection.prototype.writeCommand
    .call(connection, command, { agreedCompressor: 'none' })
    .then(
      () => ({ name: 'written' }),
      (error: Error) => error,
    );
  await pause(0);
  after(socket);
  const patience = new AbortController();
  const outcome = await Promise.race([
    writing,
    pause(3000, { name: 'hangs' }, { signal: patience.signal }).catch(() => undefined),
  ]);
  patience.abort();
  socket.destroy();
  return { outcome, reported };
}

test.each([
  ['before it is written', (socket: Socket) => once(socket.destroy(), 'close'), undefined],
  ['while it is written', () => undefined, (socket: Socket) => void socket.destroy()],
  ['by the other side while it is written', () => undefined, () => accepted?.resetAndDestroy()],
])('a command whose connection is lost %s fails as the database being away', async (_when, before, after) => {
  const { outcome, reported } = await written(before, after);

  expect(outcome.name).toBe('MongoNetworkError');
  expect(isDatabaseAway(outcome)).toBe(true);
  expect(reported).toEqual([outcome]);
});

test.each([
  ['that cannot be written down', new BSON.BSONError('cannot serialize it')],
  ['that is too big', new RangeError('offset is out of range')],
])('a document %s is our mistake, and not the database being away', async (_what, mistake) => {
  const { outcome, reported } = await written(
    () => undefined,
    () => undefined,
    () => {
      throw mistake;
    },
  );

  expect(outcome).toBe(mistake);
  expect(isDatabaseAway(outcome)).toBe(false);
  expect(reported).toEqual([]);
});

test.each([
  ['a member that steps down', { name: 'MongoServerError', code: 10107 }, true],
  ['a member that shuts down', { name: 'MongoServerError', code: 11600 }, true],
  ['a socket that breaks', { name: 'Error', code: 'EPIPE', syscall: 'write' }, true],
  ['a refusal', { name: 'MongoServerError', code: 11000 }, false],
  ['a mail server that hangs up', { name: 'Error', code: 'ECONNRESET', command: 'CONN' }, false],
])('%s counts as the database being away or not', (_what, error, isAway) => {
  expect(isDatabaseAway(error)).toBe(isAway);
});
