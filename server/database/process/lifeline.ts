/** A connection that keeps watch over a database's process, and has it started again when it is gone. */
import { once } from 'node:events';
import { createConnection, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { Address } from './lock.ts';

/** Gives the address of a process that answers, having started one where there was none. */
export type Ensure = () => Promise<Address>;

export type Lifeline = {
  /** Lets go; an embedded server ends by itself when nobody else holds on to it. */
  release(): void;
};

/**
 * Holds on to a database's process. When it dies, whoever notices first starts the next one on the same address, so
 * that drivers find it again by themselves.
 * @throws Error when it cannot be started the first time; later losses and failures are told to `report`, and it is
 * tried again
 */
export async function holdServer(ensure: Ensure, report: (line: string) => void): Promise<Lifeline> {
  let isReleased = false;
  let line = await connect(ensure);
  watch();
  return {
    release() {
      isReleased = true;
      line.destroy();
    },
  };

  function watch(): void {
    line.once('close', () => {
      if (!isReleased) void restore();
    });
  }

  async function restore(): Promise<void> {
    while (!isReleased) {
      try {
        line = await connect(ensure);
        if (isReleased) line.destroy();
        else report('the process of the database was gone; there is one again');
        return watch();
      } catch (error) {
        report(`the process of the database is gone and cannot be started: ${String(error)}`);
        await wait(1000, undefined, { ref: false });
      }
    }
  }
}

async function connect(ensure: Ensure): Promise<Socket> {
  for (;;) {
    const socket = createConnection(await ensure()).unref();
    try {
      await once(socket, 'connect');
      socket.on('error', () => socket.destroy());
      socket.resume(); // an end that is never read would never be noticed
      return socket;
    } catch {
      socket.destroy(); // it ended in this very moment: look again
    }
  }
}
