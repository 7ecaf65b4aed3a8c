/** The folder in which everything is kept that is not kept elsewhere: made when it is missing, refused when it is of no use. */
import { randomBytes } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

/** Makes sure that the folder is there and can be written. @returns why it cannot be used, or undefined */
export function flawOfFolder(folder: string): string | undefined {
  try {
    make(folder);
    if (!statSync(folder).isDirectory()) return `${folder} is a file: name a folder`;
    accessSync(folder, constants.W_OK | constants.X_OK);
    return undefined;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return `${folder} cannot be made or written (${code}): name a folder that belongs to you`;
  }
}

/** The secret of this folder: made once, readable by its owner only. Of two who make one at once, the first one's stays. */
export function keptSecret(folder: string): string {
  const file = path.join(folder, 'secret-key');
  if (!existsSync(file)) writeOnce(file, randomBytes(32).toString('base64url'));
  chmodSync(file, 0o600);
  return readFileSync(file, 'utf8').trim();
}

/** Writes a file that its owner alone may read. @returns what stands there: of several who write at once, the first one's */
export function writeOnce(file: string, content: string): string {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, content, { mode: 0o600 });
  ignoring('EEXIST', () => linkSync(draft, file));
  rmSync(draft);
  return readFileSync(file, 'utf8');
}

/** One level after the other: `recursive` never comes to an end where the system allows no folders, as in /proc. */
function make(folder: string): void {
  if (existsSync(folder)) return;
  make(path.dirname(folder));
  ignoring('EEXIST', () => mkdirSync(folder, { mode: 0o700 }));
}

function ignoring(code: string, attempt: () => void): void {
  try {
    attempt();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== code) throw error;
  }
}
