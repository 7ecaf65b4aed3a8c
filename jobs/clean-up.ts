/** Clean-up: sign-ins whose time is over, requests whose address nobody has checked, tasks that have settled themselves, who was asked long ago, calls whose keys are as good as new, what the mailbox cannot keep. Sessions go by the database's own TTL index. */
import { removeOldEmailChanges } from '../models/account/email-change.ts';
import { removeUnverified } from '../models/assignment/request.ts';
import { forgetOldCalls } from '../models/calls/done.ts';
import { trimMailbox } from '../models/mailbox.ts';
import { dropOutdatedTasks } from '../models/message/to-do.ts';
import { reduceOldRounds } from '../models/round.ts';
import { removeOldSignIns } from '../models/sign-in.ts';

/** @returns how many documents went, or were reduced */
export async function cleanUp(now: Date): Promise<number> {
  const removed = await Promise.all([
    removeOldSignIns(now),
    removeOldEmailChanges(now),
    dropOutdatedTasks(now),
    forgetOldCalls(now),
    trimMailbox(),
    removeUnverified(now),
    reduceOldRounds(now),
  ]);
  return removed.reduce((sum, count) => sum + count, 0);
}
