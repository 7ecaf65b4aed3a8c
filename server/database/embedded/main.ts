/** The process of the embedded server: takes the lock of its folder, serves, and ends. */
import { setTimeout as wait } from 'node:timers/promises';
import { socketAddress } from '../process/address.ts';
import type { ServerOptions } from '../process/launch.ts';
import { isListening, takeLock } from '../process/lock.ts';
import { realDisk } from './log/disk.ts';
import { runServer } from './server.ts';

const [, , folder = '', options = '{}'] = process.argv;
const { linger = 3000, compactAt } = JSON.parse(options) as ServerOptions;
process.umask(0o077);
process.chdir(folder);
const address = socketAddress(folder);
const ending = new AbortController();
for (const name of ['SIGTERM', 'SIGINT'] as const) process.once(name, () => ending.abort());

/** Two that begin at once may both fail to take the lock; and one that ends keeps it for a moment. */
while (!(await takeLock())) {
  if (await isListening({ path: address })) process.exit(0);
  await wait(20 + Math.random() * 60);
}
await runServer({ folder, address, disk: realDisk(folder, compactAt), linger, signal: ending.signal });
process.exit(0);
