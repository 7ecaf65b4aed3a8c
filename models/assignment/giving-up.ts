/** A search that ends without anybody: when its time is over, or a coordinator says so, and why. */
import type { Actor } from '../rules/transitions/situation.ts';
import { decide } from '../rules/transitions.ts';
import { changeAssignment, situationOf } from './change.ts';
import { findMatches } from './search.ts';
import type { Assignment, UnfilledReason } from './shape.ts';

/** Ends a search whose time is over; the agency and the coordinators hear why. */
export async function giveUpSearch(
  id: string,
  { actor, now }: { actor: Actor; now: Date },
): Promise<Assignment> {
  return changeAssignment(
    id,
    async (current) => {
      if (current.status !== 'requested' || !current.giveUpAt || current.giveUpAt > now) return null;
      const [situation, reason] = await Promise.all([
        situationOf(current.centre, actor, now),
        reasonFor(current, now),
      ]);
      return decide(current, 'give_up', { reason }, situation);
    },
    { actor, now },
  );
}

/** Nobody chose among those willing; or people were silent; or all said no, or could not; or nobody speaks the language. */
async function reasonFor(assignment: Assignment, now: Date): Promise<UnfilledReason> {
  const states = assignment.offers.filter(({ former }) => !former).map(({ state }) => state);
  if (states.includes('willing')) return 'not_confirmed';
  if (states.some((state) => state === 'pending' || state === 'lapsed')) return 'no_answer';
  if (states.includes('declined')) return 'nobody_free';
  const { candidates, excluded } = await findMatches(assignment, now);
  if (candidates.length > 0) return 'too_late';
  return excluded.every(({ code }) => code === 'language' || code === 'not_active')
    ? 'no_speaker'
    : 'nobody_free';
}
