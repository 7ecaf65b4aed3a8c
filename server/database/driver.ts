/**
 * Mends the MongoDB driver (7.8): a command that is written to a connection which has just been lost waits for ever,
 * because the driver waits for a `drain` that never comes and hears neither `close` nor that the socket is gone. Each
 * such command would hold a request, or a sweep and its lock, until the process ends.
 */
import { once } from 'node:events';
import { createRequire } from 'node:module';
import type { Socket } from 'node:net';
import { MongoError, MongoNetworkError } from 'mongodb';

type Connection = {
  socket: Socket;
  writeCommand(...command: unknown[]): Promise<void>;
  onError(error: Error): void;
};

const internals = createRequire(import.meta.url)('mongodb/lib/cmap/connection.js') as {
  Connection: { prototype: Connection };
};
const { writeCommand } = internals.Connection.prototype;
if (typeof writeCommand !== 'function')
  throw new Error('the MongoDB driver has changed: look whether server/database/driver.ts is still needed');

/** Ends with the connection, and in the driver's own words, so that it tries once more where it may. */
internals.Connection.prototype.writeCommand = async function (...command) {
  const written = new AbortController();
  try {
    await Promise.race([lost(this.socket, written.signal), writeCommand.apply(this, command)]);
  } catch (error) {
    if (error instanceof MongoError) throw error;
    const cause = error as Error;
    const failure = new MongoNetworkError(cause.message, { cause });
    this.onError(failure);
    throw failure;
  } finally {
    written.abort();
  }
};

/** Rejects when the socket is gone, or goes before the signal. */
async function lost(socket: Socket, signal: AbortSignal): Promise<never> {
  if (!socket.destroyed) await once(socket, 'close', { signal });
  throw new Error('the connection to the database was lost before the command had left');
}
