/** Events: what a process left undone when it died, assignments to make, to cancel, mails to say, is done by the next. */
import { finishEvent } from '../models/event/finishing.ts';
import { unfinishedEvents } from '../models/event/list.ts';
import { isDatabaseAway } from '../models/storage.ts';
import type { OnError } from './each.ts';

/** Whoever entered or cancelled an event is still busy with it for so long. */
const patienceMilliseconds = 30_000;

/** One that cannot be finished is reported, and does not hold up the others. @returns how many events were looked at */
export async function events(now: Date, onError: OnError): Promise<number> {
  const left = await unfinishedEvents(new Date(now.getTime() - patienceMilliseconds));
  for (const { _id } of left) {
    try {
      await finishEvent(_id, now);
    } catch (error) {
      if (isDatabaseAway(error)) throw error;
      onError(error, `event ${_id}`);
    }
  }
  return left.length;
}
