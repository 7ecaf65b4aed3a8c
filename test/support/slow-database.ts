/** A database that takes its time: every answer comes later by what the test says, so that what happens at once really does. */
import { once } from 'node:events';
import { type AddressInfo, createServer, connect as dial, type Socket } from 'node:net';

export type SlowDatabase = {
  /** Leads to the same database, through the delay. */
  uri: string;
  /** From now on every answer takes so many milliseconds more. */
  slowDown: (milliseconds: number) => void;
  stop: () => Promise<void>;
};

/** Stands between a client and the database that this URI leads to. */
export async function slowDatabase(uri: string): Promise<SlowDatabase> {
  const { host = '', path = '' } = /^mongodb:\/\/(?<host>[^/?]+)(?<path>\/[^?]*)?/.exec(uri)?.groups ?? {};
  const sockets = new Set<Socket>();
  let delay = 0;
  const server = createServer((client) => {
    const behind = dialed(decodeURIComponent(host));
    sockets.add(client).add(behind);
    client.pipe(behind);
    behind.on('data', (chunk) => setTimeout(() => client.writable && client.write(chunk), delay));
    behind.on('close', () => client.destroy());
    client.on('close', () => behind.destroy());
    for (const socket of [client, behind]) socket.on('error', () => undefined);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    uri: `mongodb://127.0.0.1:${(server.address() as AddressInfo).port}${path}?directConnection=true`,
    slowDown: (milliseconds) => {
      delay = milliseconds;
    },
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function dialed(host: string): Socket {
  if (host.startsWith('/')) return dial(host);
  const [name, port] = host.split(':');
  return dial(Number(port ?? 27017), name);
}
