/** Who serves a data folder: a lock that the kernel lets go of when its holder dies, however it dies. */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { createConnection, createServer } from 'node:net';

/** Where a database's process listens: a Unix socket, or a port of this machine. */
export type Address = { path: string } | { host: string; port: number };

const HOLDER = /^holder-[0-9a-f]+\.sock$/;

/**
 * Takes the lock of the working directory, or gives false when another process holds it or tries to. Everybody
 * listens on a socket of his own first and looks for others that listen afterwards: of two, at least one sees the
 * other. The sockets are named relative to the working directory, for a path may be too long for the kernel.
 */
export async function takeLock(): Promise<boolean> {
  const own = `holder-${randomBytes(6).toString('hex')}.sock`;
  const server = createServer((probe) => probe.destroy());
  server.listen(own);
  await once(server, 'listening');
  const others = readdirSync('.').filter((name) => HOLDER.test(name) && name !== own);
  const alive = await Promise.all(others.map((path) => isListening({ path })));
  if (alive.includes(true) || !existsSync(own)) {
    server.close();
    return false;
  }
  for (const dead of others) rmSync(dead, { force: true });
  return true;
}

/** True when somebody listens there; the file of a socket that its process left behind does not count. */
export async function isListening(address: Address): Promise<boolean> {
  const socket = createConnection(address);
  try {
    await once(socket, 'connect');
    return true;
  } catch (error) {
    return !['ECONNREFUSED', 'ENOENT', 'ENOTSOCK'].includes((error as NodeJS.ErrnoException).code ?? '');
  } finally {
    socket.destroy();
  }
}
