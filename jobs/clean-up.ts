/** Clean-up: sign-ins whose time is over, and what the mailbox cannot keep. Sessions go by the database's own TTL index. */
import { trimMailbox } from '../models/mailbox.ts';
import { removeOldSignIns } from '../models/sign-in.ts';

/** @returns how many documents went */
export async function cleanUp(now: Date): Promise<number> {
  const removed = await Promise.all([removeOldSignIns(now), trimMailbox()]);
  return removed.reduce((sum, count) => sum + count, 0);
}
