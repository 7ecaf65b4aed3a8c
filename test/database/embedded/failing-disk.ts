/** A server whose disk fails or is full on command, run as a process of its own: folder, what fails, after how many writes. */
import { join } from 'node:path';
import { realDisk } from '../../../server/database/embedded/log/disk.ts';
import { runServer } from '../../../server/database/embedded/server.ts';

const [, , folder = '', failure = '', after = '0'] = process.argv;
const disk = realDisk(folder);
let writes = 0;

if (failure === 'sync') {
  disk.sync = async (file) => {
    if (++writes > Number(after)) throw new Error('the disk is broken');
    await file.datasync();
  };
} else {
  disk.freeBytes = () => (++writes > Number(after) ? 0 : Number.MAX_SAFE_INTEGER);
}
const { signal } = new AbortController();
await runServer({ folder, address: join(folder, 'mongodb.sock'), disk, linger: 2000, signal });
process.exit(0);
