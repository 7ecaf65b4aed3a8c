/** Cursors of lists: opaque to clients, and refused when they are not ours. */
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
