/** A connection that keeps the embedded server alive, and has it started again when it is gone. */
import { once } from 'node:events';
import { createConnection, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { databaseFolder } from './address.ts';
import { ensureServer, type ServerOptions } from './launch.ts';

export type Lifeline = {
  folder: string;
  address: string;
  /** Lets go; the server ends by itself when nobody else holds on to it. */
  release(): void;
};

/**
 * Holds on to the server of a data folder. When it dies, whoever notices first starts the next one on the same
 * address, so that drivers find it again by themselves.
 * @throws Error when it cannot be started the first time; later failures are told to `report`, and tried again
 */
export async function holdServer(
  dataDir: string,
  report: (line: string) => void,
  options: ServerOptions = {},
): Promise<Lifeline> {
  const folder = databaseFolder(dataDir);
  let isReleased = false;
  let line = await connect(folder, options);
  watch();
  return {
    folder,
    address: line.remote,
    release() {
      isReleased = true;
      line.socket.destroy();
    },
  };

  function watch(): void {
    line.socket.once('close', () => {
      if (!isReleased) void restore();
    });
  }

  async function restore(): Promise<void> {
    while (!isReleased) {
      try {
        line = await connect(folder, options);
        if (isReleased) line.socket.destroy();
        return watch();
      } catch (error) {
        report(String(error));
        await wait(1000, undefined, { ref: false });
      }
    }
  }
}

async function connect(folder: string, options: ServerOptions): Promise<{ socket: Socket; remote: string }> {
  for (;;) {
    const remote = await ensureServer(folder, options);
    const socket = createConnection(remote).unref();
    try {
      await once(socket, 'connect');
      socket.on('error', () => socket.destroy());
      return { socket, remote };
    } catch {
      socket.destroy(); // it ended in this very moment: look again
    }
  }
}
