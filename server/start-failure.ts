/** Why the pool cannot start, for the person who starts it: what failed, which variable, what to do. Bugs keep their stack. */

import { isDatabaseAway } from '../models/storage.ts';

/** Its message is meant for people; nobody needs to see where in the code it was thrown. */
export class StartFailure extends Error {}

/** What `models` find wrong with a database that does answer. */
const spokenByDatabase = /^the database (is at version|lacks unique indexes)/;

const unusable = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT', 'ENOTDIR', 'EEXIST', 'ELOOP']);

type Around = { host?: string; port?: number; hasUri?: boolean };

/** What cannot be known before it is tried; everything else that is thrown stays as it is. */
export function explained(error: unknown, { host, port, hasUri = false }: Around = {}): unknown {
  const { code, syscall, path, message } = (error ?? {}) as Record<string, unknown>;
  const where = hasUri ? 'MONGODB_URI' : 'DATA_DIR';
  if (code === 'EADDRINUSE')
    return failure(
      `PORT: ${port} on ${host} is in use.`,
      'Stop the program that uses it, or set PORT to another number.',
    );
  if (syscall === 'listen' || syscall === 'getaddrinfo')
    return failure(
      `HOST, PORT: cannot listen on ${host}, port ${port} (${code}).`,
      'Set HOST to an address of this machine and PORT to a number from 1024 on.',
    );
  if (typeof path === 'string' && unusable.has(String(code)))
    return failure(
      `DATA_DIR: ${path} cannot be used (${code}).`,
      'Name a folder that belongs to you, on a disk with room.',
    );
  if (code === 14031)
    return failure(
      `${where}: the disk of the database has no room left.`,
      'Free at least 32 MiB, or move the data to another disk.',
    );
  if (code === 13)
    return failure(
      'MONGODB_URI: this user may not do what is needed.',
      'Give it the role readWrite on the database.',
    );
  if (isDatabaseAway(error))
    return failure(
      `${where}: the database does not answer any more (${message}).`,
      'Look whether it runs, then start again.',
    );
  if (error instanceof Error && spokenByDatabase.test(error.message))
    return failure(`${where}: ${error.message}.`, 'Nothing was changed.');
  return error;
}

function failure(what: string, remedy: string): StartFailure {
  return new StartFailure(`${what}\n${remedy}`);
}
