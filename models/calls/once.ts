/** Calls that may come twice and act once: their keys, and creating things under an id that follows from the key. */
import { createHash } from 'node:crypto';
import { type Done, isDoneBy } from '../rules/repeated.ts';
import type { RequestKey } from '../shape.ts';
import { newId, part, required } from '../storage.ts';

/** How the key of a call lies in what the call has made. */
export const requestPart = part<RequestKey>({ key: required.string, fingerprint: required.string });

/** A call that makes something: its key, if it brought one, and when it comes. */
export type Call = { request?: RequestKey | undefined; now: Date };

/** A call as it came in: the account, the key it chose, and all that it asks for. */
type Incoming = { account: string; key: string; method: string; address: string; body: unknown };

/** The key of a call, hashed with the account: the same word of two people is two keys. */
export function requestKeyOf({ account, key, method, address, body }: Incoming): RequestKey {
  return {
    key: hash(`${account}\n${key}`).slice(0, 24),
    fingerprint: hash(`${method} ${address}\n${JSON.stringify(body ?? null)}`).slice(0, 32),
  };
}

/**
 * Makes something once for each key, however often and in which moment the call comes: its id follows from the key, so
 * the primary key refuses the twin, and the first one is answered, whatever the twin was refused with. Without a key
 * every call makes something new.
 * @param find the one with this id, and by which call it was made
 * @throws `key_reused`; and what `create` throws
 */
export async function createOnce<T>(
  { request, now }: Call,
  find: (id: string) => Promise<{ made: T; done: Done } | undefined>,
  create: (id: string) => Promise<T>,
): Promise<T> {
  if (!request) return create(newId());
  for (let use = 0; ; ) {
    const id = use === 0 ? request.key : hash(`${request.key}\n${use}`).slice(0, 24);
    const first = await find(id);
    if (first && isDoneBy(first.done, request, now)) return first.made;
    if (first) use += 1;
    else {
      try {
        return await create(id);
      } catch (error) {
        if (!(await find(id))) throw error;
      }
    }
  }
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
