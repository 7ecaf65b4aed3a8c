/** Where the embedded server is reached: a Unix socket in a folder that only its owner may enter. */
import { chmodSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeOnce } from '../../data-folder.ts';
import { StartFailure } from '../../start-failure.ts';

/** In bytes; the kernel takes 107 on Linux and 103 on macOS. */
const LONGEST_PATH = 100;
const SOCKET = 'mongodb.sock';
/** The file that names a folder elsewhere, where the data folder's own path is too long for a socket. */
const POINTER = 'socket-folder';

/** The folder of the database below DATA_DIR, made when it is not there; nobody else may look into it. */
export function databaseFolder(dataDir: string): string {
  mkdirSync(dataDir, { recursive: true });
  const folder = join(realpathSync(dataDir), 'embedded');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  return folder;
}

/** The path of the server's socket, the same for everybody who asks about this folder. */
export function socketAddress(folder: string): string {
  const address = join(folder, SOCKET);
  const isUsable = Buffer.byteLength(address) <= LONGEST_PATH && !address.includes('%'); // the driver decodes twice
  if (isUsable) return address;
  return join(folderElsewhere(folder), SOCKET);
}

function folderElsewhere(folder: string): string {
  const pointer = join(folder, POINTER);
  const named = readPointer(pointer) ?? createPointer(pointer);
  mkdirSync(named, { recursive: true, mode: 0o700 });
  assertPrivate(named);
  return named;
}

function readPointer(pointer: string): string | undefined {
  try {
    return readFileSync(pointer, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Makes a folder and names it; of two processes that do so at once, the one that names first decides. */
function createPointer(pointer: string): string {
  const made = mkdtempSync(join(tmpdir(), 'dolmetscherpool-'));
  const named = writeOnce(pointer, made);
  if (named !== made) rmSync(made, { recursive: true });
  return named;
}

/** Somebody else may have made a folder of that name after ours was cleared away. */
function assertPrivate(folder: string): void {
  const { uid, mode } = lstatSync(folder);
  if (uid !== process.getuid?.() || (mode & 0o170777) !== 0o040700)
    throw new StartFailure(`DATA_DIR: ${folder} must be a folder of our own with mode 0700`);
}
