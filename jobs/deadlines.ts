/** Deadlines: times to answer, to choose, to keep and to search that pass without anything happening. */
import { act, findAssignment, rearm } from '../models/assignment/change.ts';
import { giveUpSearch } from '../models/assignment/giving-up.ts';
import { due } from '../models/assignment/list.ts';
import { claimTime } from '../models/assignment/placing.ts';
import { listCentres } from '../models/centre.ts';
import { unsentOffers } from '../models/message/call-tasks.ts';
import { type DueAction, dueActions } from '../models/rules/due.ts';
import type { Actor } from '../models/rules/transitions/situation.ts';
import { found } from '../models/storage.ts';
import { each, type OnError } from './each.ts';

const actor: Actor = { role: 'system' };

/** Several times may have passed at once while nothing ran; more than these are left to the next sweep. */
const mostAtOnce = 6;

/** @returns how many assignments were looked after */
export async function deadlines(now: Date, onError: OnError): Promise<number> {
  const passed = await due.deadlines(now);
  if (passed.length === 0) return 0;
  const centres = new Map((await listCentres()).map((centre) => [centre._id, centre]));
  await each(
    passed,
    async ({ _id }) => {
      for (let count = 0; count < mostAtOnce; count++) {
        const assignment = await findAssignment(_id);
        const centre = found(centres.get(assignment.centre));
        const [next] = dueActions(assignment, centre.rules);
        const isTimeless = assignment.status === 'requested' && !assignment.giveUpAt;
        if (isTimeless || !next || next.at > now) return rearm(assignment, centre, now);
        await run[next.action](_id, now);
      }
    },
    onError,
  );
  return passed.length;
}

/** Bookings made against a conflict, which may have ended: each is decided anew. @returns how many got the interpreter's time */
export async function claimTimes(now: Date, onError: OnError): Promise<number> {
  const overridden = await due.overrides(now);
  let claimed = 0;
  await each(
    overridden,
    async ({ _id }) => {
      const { booking } = await claimTime(_id, { actor, now });
      if (booking?.cells) claimed += 1;
    },
    onError,
  );
  return claimed;
}

const simple = (action: 'warn' | 'confirm' | 'not_keep') => (id: string, now: Date) =>
  act(id, action, {}, { actor, now });

const run: Record<DueAction, (id: string, now: Date) => Promise<unknown>> = {
  /** Whoever has not got the question yet, because no mail leaves at the moment, is not blamed for silence. */
  lapse: async (id, now) => act(id, 'lapse', { unsent: await unsentOffers(id) }, { actor, now }),
  give_up: (id, now) => giveUpSearch(id, { actor, now }),
  warn: simple('warn'),
  confirm: simple('confirm'),
  not_keep: simple('not_keep'),
};
