/** What a sweep does with each document it has found. */
import { PoolError } from '../models/pool-error.ts';
import { isDatabaseAway } from '../models/storage.ts';

/** Told of what nobody expected; the text says what it happened to. */
export type OnError = (error: unknown, what: string) => void;

/**
 * Changes one after the other. Where somebody else was faster there is nothing to do any more; what fails for another
 * reason is reported and does not hold up the rest.
 * @throws when the database is away, so that the next sweep begins anew
 */
export async function each<Document extends { _id: string }>(
  documents: Document[],
  change: (document: Document) => Promise<unknown>,
  onError: OnError,
  what = 'assignment',
): Promise<void> {
  for (const document of documents) {
    try {
      await change(document);
    } catch (error) {
      if (isDatabaseAway(error)) throw error;
      if (!isOvertaken(error)) onError(error, `${what} ${document._id}`);
    }
  }
}

/** A rule refuses what somebody else has settled in between. That something it needs is gone is another matter. */
function isOvertaken(error: unknown): boolean {
  return error instanceof PoolError && error.code !== 'not_found';
}
