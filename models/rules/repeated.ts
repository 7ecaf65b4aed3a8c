/** The same call again: known by its key, told by its fingerprint from another call with the same key. */
import type { HistoryEntry } from '../assignment/shape.ts';
import { PoolError } from '../pool-error.ts';
import type { RequestKey } from '../shape.ts';

/** How long a key is remembered, in milliseconds; after that it is as good as new. */
export const keptFor = 7 * 24 * 3_600_000;

/** What a call has done: when, and with which key if it brought one. */
export type Done = { at: Date; request?: RequestKey | undefined };

/**
 * Whether this was done by the very call that comes now.
 * @throws `key_reused` when the call has the same key and asks for something else.
 *   Source: draft-ietf-httpapi-idempotency-key-header
 */
export function isDoneBy(done: Done, request: RequestKey | undefined, now: Date): boolean {
  if (!request || done.request?.key !== request.key) return false;
  if (now.getTime() - done.at.getTime() >= keptFor) return false;
  if (done.request.fingerprint !== request.fingerprint) throw new PoolError('key_reused');
  return true;
}

/** What this very call has done to an assignment before; undefined when it has done nothing. @throws `key_reused` */
export function entryOf(
  history: HistoryEntry[],
  request: RequestKey | undefined,
  now: Date,
): HistoryEntry | undefined {
  return history.find((entry) => isDoneBy(entry, request, now));
}
