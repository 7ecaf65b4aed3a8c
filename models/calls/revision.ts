/** How a document without a life of its own changes: read, decide, one atomic update that holds only for the version read. */
import type { Model } from 'mongoose';
import { PoolError } from '../pool-error.ts';
import { found, trusted } from '../storage.ts';

/** Stored before there were versions, a document is of version 0. */
export type Versioned = { _id: string; version?: number | undefined };

/** New values of some keys; `null` takes one away (RFC 7396). */
export type Patch<T> = { [Key in keyof T]?: T[Key] | null | undefined };

/** How often a change is decided anew when somebody else was faster. */
const attempts = 5;

/**
 * Changes one document, all of the patch or nothing.
 * @param versions what the caller has seen (`If-Match`); without them the patch applies to whatever is there
 * @param decide sees what is there and says what becomes of it, or refuses; asked again when somebody else was faster
 * @throws `not_found`; `stale_version` when the caller has seen another version; `busy`
 */
export async function revise<T extends Versioned>(
  model: Model<T>,
  id: string,
  versions: number[] | undefined,
  decide: (present: T) => Patch<T> | Promise<Patch<T>>,
): Promise<T> {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const present = found(await model.findOne({ _id: id } as never).lean<T>());
    const { version = 0 } = present;
    if (versions && !versions.includes(version)) {
      throw new PoolError('stale_version', { params: { seen: versions[0], now: version } });
    }
    const changed = await apply(model, present, await decide(present));
    if (changed) return changed;
  }
  throw new PoolError('busy');
}

/** The document as it would be after a patch. */
export function patched<T extends object>(present: T, patch: Patch<T>): T {
  const kept = { ...present, ...patch };
  return Object.fromEntries(
    Object.entries(kept).filter(([, value]) => value !== null && value !== undefined),
  ) as T;
}

/** @returns null when somebody else was faster */
async function apply<T extends Versioned>(model: Model<T>, present: T, patch: Patch<T>): Promise<T | null> {
  const { _id, version } = present;
  const sent = Object.entries(patch).filter(([, value]) => value !== undefined);
  const taken = sent.filter(([, value]) => value === null).map(([key]) => [key, 1]);
  const update = {
    $set: {
      ...Object.fromEntries(sent.filter(([, value]) => value !== null)),
      version: (version ?? 0) + 1,
    },
    ...(taken.length > 0 && { $unset: Object.fromEntries(taken) }),
  };
  const seen = version === undefined ? trusted({ $exists: false }) : version;
  return model
    .findOneAndUpdate({ _id, version: seen } as never, update as never, { returnDocument: 'after' })
    .lean<T>();
}
