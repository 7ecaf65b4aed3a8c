/** Cursors of lists: opaque to clients, and refused when they are not ours. */
import { z } from 'zod';
import type { Cursor } from '../../models/assignment/list.ts';
import { PoolError } from '../../models/pool-error.ts';

/** The cursor as it travels. */
export function writeCursor({ start, id }: Cursor): string {
  return Buffer.from(`${start.getTime()} ${id}`).toString('base64url');
}

/** The cursor that a client sends back. @throws `invalid_input` */
export function readCursor(cursor: string | undefined): Cursor | undefined {
  if (cursor === undefined) return undefined;
  const [start = '', id = ''] = Buffer.from(cursor, 'base64url').toString('utf8').split(' ');
  if (!/^\d+$/.test(start) || !/^[0-9a-f]{24}$/.test(id)) {
    throw new PoolError('invalid_input', {
      errors: [{ path: 'cursor', code: 'invalid', params: { sent: cursor } }],
    });
  }
  return { start: new Date(Number(start)), id };
}

/** A cursor over lists that are ordered by something else: the key of the order, and the id. */
export function writeTextCursor([key, id]: [key: string, id: string]): string {
  return Buffer.from(JSON.stringify([key, id])).toString('base64url');
}

const textCursor = z.tuple([z.string(), z.string()]);

/** The same as a client sends it back. @throws `invalid_input` */
export function readTextCursor(
  cursor: string | undefined,
  isKey: RegExp = /^/,
): [key: string, id: string] | undefined {
  if (cursor === undefined) return undefined;
  const given = textCursor.safeParse(parsed(Buffer.from(cursor, 'base64url').toString('utf8')));
  if (given.success && isKey.test(given.data[0])) return given.data;
  throw new PoolError('invalid_input', {
    errors: [{ path: 'cursor', code: 'invalid', params: { sent: cursor } }],
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
