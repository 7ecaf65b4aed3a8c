/** Who serves a data folder: a lock that the kernel lets go of when its holder dies, however it dies. */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { createConnection, createServer } from 'node:net';

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
  const alive = await Promise.all(others.map(isListening));
  if (alive.includes(true) || !existsSync(own)) {
    server.close();
    return false;
  }
  for (const dead of others) rmSync(dead, { force: true });
  return true;
}

/** True when somebody listens on the socket; a file that its process left behind does not count. */
export async function isListening(path: string): Promise<boolean> {
  const socket = createConnection(path);
  try {
    await once(socket, 'connect');
    return true;
  } catch (error) {
    return !['ECONNREFUSED', 'ENOENT', 'ENOTSOCK'].includes((error as NodeJS.ErrnoException).code ?? '');
  } finally {
    socket.destroy();
  }
}
