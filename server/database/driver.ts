/**
 * Mends the MongoDB driver (7.8): a command that is written to a connection which has just been lost waits for ever,
 * because the driver waits for a `drain` that never comes and hears neither `close` nor that the socket is gone. Each
 * such command would hold a request, or a sweep and its lock, until the process ends.
 */
import { once } from 'node:events';
import { createRequire } from 'node:module';
import type { Socket } from 'node:net';
import { MongoNetworkError } from 'mongodb';

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

/** What it means that the connection was lost before the command had left. */
const gone = Symbol('gone');

/**
 * Ends with the connection, and in the driver's own words, so that it tries once more where it may. Whatever else goes
 * wrong, such as a document that cannot be written down, is not the connection's doing and stays what it is.
 */
internals.Connection.prototype.writeCommand = async function (...command) {
  const written = new AbortController();
  try {
    const outcome = await Promise.race([
      lost(this.socket, written.signal),
      writeCommand.apply(this, command),
    ]);
    if (outcome === gone) throw cutOff(this);
  } catch (error) {
    if (error !== this.socket.errored) throw error;
    throw cutOff(this, error as Error);
  } finally {
    written.abort();
  }
};

function cutOff(connection: Connection, cause?: Error): MongoNetworkError {
  const message = cause?.message ?? 'the connection to the database was lost before the command had left';
  const failure = new MongoNetworkError(message, cause && { cause });
  connection.onError(failure);
  return failure;
}

/** Resolves when the socket is gone, or goes before the signal; rejects with its error when it breaks. */
async function lost(socket: Socket, signal: AbortSignal): Promise<typeof gone> {
  if (!socket.destroyed) await once(socket, 'close', { signal });
  return gone;
}
