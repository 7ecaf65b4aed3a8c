/** What the person booked does about it by the link of their offer: give back, answer a move, say that they are late. */
import { PoolError } from '../pool-error.ts';
import { hasGivenBack } from '../rules/offer-situation.ts';
import type { Actor } from '../rules/transitions/situation.ts';
import { decide, type Input } from '../rules/transitions.ts';
import { type Asked, askedIn, findOffer } from './answers.ts';
import { changeAssignment, situationOf } from './change.ts';
import type { Assignment } from './shape.ts';

/** Actions of the person who holds the offer that became the booking. */
export type BookedAction = 'give_back' | 'keep' | 'not_keep' | 'running_late' | 'nobody_here';

/**
 * The holder of this offer acts on the booking that came of it. The first answer stays: giving back twice, or answering
 * a move that has been answered, is the same answer again.
 * @param expected `sequence`: the appointment as the person has seen it; when it has moved since, nothing is answered
 * @throws `wrong_status` when this offer holds no booking; `stale_version` when the appointment has moved again; what the rule refuses with
 */
export async function actAsBooked<Name extends BookedAction>(
  offer: string,
  action: Name,
  input: Input<Name>,
  { actor, now, sequence }: { actor: Actor; now: Date; sequence?: number | undefined },
): Promise<Asked> {
  const { assignment } = await findOffer(offer);
  const after = await changeAssignment(
    assignment._id,
    async (current) => {
      if (isAnswered(current, offer, action)) return null;
      if (current.booking?.offer !== offer) {
        throw new PoolError('wrong_status', { params: { action, status: current.status } });
      }
      if (sequence !== undefined && sequence !== current.sequence) {
        throw new PoolError('stale_version');
      }
      return decide(current, action, input, await situationOf(current.centre, actor, now));
    },
    { actor, now },
  );
  return askedIn(after, offer);
}

/** Given back already, or the move has been answered. */
function isAnswered(assignment: Assignment, id: string, action: BookedAction): boolean {
  const { booking, history, status } = assignment;
  const isAnswer = action === 'give_back' || action === 'keep' || action === 'not_keep';
  if (!isAnswer) return false;
  if (booking?.offer === id) {
    const last = history.findLast((entry) => entry.action === 'move' || entry.action === 'keep');
    return action !== 'give_back' && status !== 'moved' && last?.action === 'keep';
  }
  const offer = assignment.offers.find((one) => one.id === id);
  return offer !== undefined && hasGivenBack(assignment, offer);
}
