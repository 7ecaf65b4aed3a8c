/** The server: a store, a socket, and the clients that keep it alive. */
import { once } from 'node:events';
import { existsSync, rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { Cursors } from './commands/cursors.ts';
import { execute } from './commands/execute.ts';
import { upkeep } from './commands/upkeep.ts';
import type { Disk } from './log/disk.ts';
import { openStore } from './storage/store.ts';
import { serveConnection } from './wire-protocol.ts';

export type ServerSettings = {
  folder: string;
  address: string;
  disk: Disk;
  /** In milliseconds: how long the server stays after its last client has left. */
  linger: number;
  signal: AbortSignal;
};

/** Serves until the last client has been gone for a while, or the signal says so; then everything is on disk. */
export async function runServer({ folder, address, disk, linger, signal }: ServerSettings): Promise<void> {
  const store = await openStore(folder, disk);
  const cursors: Cursors = new Map();
  const clients = new Set<Socket>();
  let emptySince = Date.now();
  let connection = 0;
  rmSync(address, { force: true });
  const server = createServer((socket) => {
    const session = { store, cursors, address, connection: ++connection };
    clients.add(socket);
    serveConnection(socket, (command) => execute(command, session));
    socket.once('close', () => {
      clients.delete(socket);
      emptySince = Date.now();
    });
  });
  server.listen(address);
  await once(server, 'listening');
  const isNeeded = () => (clients.size > 0 && existsSync(address)) || Date.now() - emptySince < linger;
  while (isNeeded() && !signal.aborted) {
    await wait(Math.min(linger / 4, 250));
    upkeep({ store, cursors, address, connection: 0 });
  }
  server.close();
  for (const socket of clients) socket.destroy();
  await store.log.close();
}
