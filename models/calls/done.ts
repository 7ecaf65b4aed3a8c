/** Calls done: what keeps a key for one call, also where nothing that the call has changed has a place for the key. */
import { isDoneBy, keptFor } from '../rules/repeated.ts';
import type { RequestKey } from '../shape.ts';
import { defineModel, type Fields, isRepeated, required, trusted } from '../storage.ts';

/** A call that has succeeded; its key is the id. */
type CallDone = { _id: string; fingerprint: string; status: number; at: Date };

const fields: Fields<CallDone> = {
  _id: required.string,
  fingerprint: required.string,
  status: required.number,
  at: required.date,
};
const CallsDone = defineModel<CallDone>('calls_done', fields, [{ key: { at: 1 }, options: { name: 'at' } }]);

/** With which status this very call was answered before; undefined when it is new. @throws `key_reused` */
export async function statusOfCall(request: RequestKey, now: Date): Promise<number | undefined> {
  const done = await CallsDone.findOne({ _id: request.key }).lean<CallDone>();
  if (!done) return undefined;
  const { _id: key, fingerprint, status, at } = done;
  return isDoneBy({ at, request: { key, fingerprint } }, request, now) ? status : undefined;
}

/** Remembers a call that has succeeded; of several with one key the first one stays for as long as keys are kept. */
export async function rememberCall(
  { key, fingerprint }: RequestKey,
  status: number,
  now: Date,
): Promise<void> {
  try {
    await CallsDone.updateOne(
      { _id: key, at: trusted({ $lte: new Date(now.getTime() - keptFor) }) },
      { $set: { fingerprint, status, at: now } },
      { upsert: true },
    );
  } catch (error) {
    if (!isRepeated(error)) throw error;
  }
}

/** Forgets calls whose keys are as good as new. @returns how many */
export async function forgetOldCalls(now: Date): Promise<number> {
  const long = new Date(now.getTime() - keptFor);
  return (await CallsDone.deleteMany({ at: trusted({ $lte: long }) })).deletedCount;
}
