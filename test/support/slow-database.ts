/** A database that takes its time: every answer comes later by what the test says, so that what happens at once really does. */
import { once } from 'node:events';
import { type AddressInfo, createServer, connect as dial, type Socket } from 'node:net';
import { until } from './until.ts';

export type SlowDatabase = {
  /** Leads to the same database, through the delay. */
  uri: string;
  /** From now on every answer takes so many milliseconds more. */
  slowDown: (milliseconds: number) => void;
  /** Keeps back answers that speak of this collection until `release`; resolves when one has been kept back. */
  holdAnswerAbout: (collection: string) => Promise<void>;
  release: () => void;
  stop: () => Promise<void>;
};

/** Stands between a client and the database that this URI leads to. */
export async function slowDatabase(uri: string): Promise<SlowDatabase> {
  const { host = '', path = '' } = /^mongodb:\/\/(?<host>[^/?]+)(?<path>\/[^?]*)?/.exec(uri)?.groups ?? {};
  const sockets = new Set<Socket>();
  let delay = 0;
  let held: { about: string; kept: { client: Socket; pass: () => void }[] } | undefined;
  const server = createServer({ noDelay: true }, (client) => {
    const behind = dialed(decodeURIComponent(host));
    let delayed = 0;
    sockets.add(client).add(behind);
    client.pipe(behind);
    behind.on('data', (chunk) => {
      const pass = () => client.writable && client.write(chunk);
      const isKept = held?.kept.some((one) => one.client === client) || (held && chunk.includes(held.about));
      if (isKept) held?.kept.push({ client, pass });
      else if (delay === 0 && delayed === 0) pass();
      else {
        delayed += 1;
        setTimeout(() => {
          delayed -= 1;
          pass();
        }, delay);
      }
    });
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
    holdAnswerAbout: async (collection) => {
      held = { about: `.${collection}\0`, kept: [] };
      await until(() => held === undefined || held.kept.length > 0);
    },
    release: () => {
      const waiting = held?.kept ?? [];
      held = undefined;
      for (const { pass } of waiting) pass();
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
