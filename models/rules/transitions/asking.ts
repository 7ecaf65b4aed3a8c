/** What happens to offers while the search is open: somebody is asked, says no, lets the time pass. */
import type { Assignment, Offer } from '../../assignment/shape.ts';
import { PoolError } from '../../pool-error.ts';
import { answerBy } from '../offer-plan.ts';
import type { Writes } from './change.ts';
import type { Situation } from './situation.ts';
import { offersIn, tellCoordinators, withOffer } from './telling.ts';

/**
 * People are asked. Nobody is asked twice at the same time, and nobody while the request is held.
 * A round that goes by itself goes only when it is due: of two sweeps that both saw it, one asks.
 */
export const ask = {
  before(
    assignment: Assignment,
    input: { offers: Offer[] },
    { actor, now }: Situation,
  ): 'unchanged' | undefined {
    if (assignment.hold) throw new PoolError('held', { params: { code: assignment.hold.code } });
    if (actor.role === 'system' && !isRoundDue(assignment, now)) return 'unchanged';
    return assignment.status === 'requested' && input.offers.length === 0 ? 'unchanged' : undefined;
  },
  write(assignment: Assignment, { offers }: { offers: Offer[] }): Writes {
    return {
      set: { round: assignment.round + 1 },
      unset: ['askFirst'],
      offers: [...assignment.offers, ...offers],
      say: offers.map(({ id, account, sendAt }) => ({
        kind: 'offer' as const,
        role: 'interpreter' as const,
        account,
        offer: id,
        notBefore: sendAt,
        notAfter: assignment.start,
      })),
    };
  },
};

/** Somebody says no. A first answer stays; a no after the search has ended changes nothing. */
export const decline = {
  before(assignment: Assignment, input: { offer: string; reason?: string }): 'unchanged' | undefined {
    const offer = assignment.offers.find((one) => one.id === input.offer);
    if (!offer) throw new PoolError('not_found');
    const canStillAnswer = offer.state === 'pending' || offer.state === 'lapsed';
    return assignment.status === 'requested' && canStillAnswer ? undefined : 'unchanged';
  },
  write(assignment: Assignment, input: { offer: string; reason?: string }, { now }: Situation): Writes {
    return {
      offers: withOffer(assignment.offers, input.offer, {
        state: 'declined',
        answeredAt: now,
        ...(input.reason && { reason: input.reason }),
      }),
    };
  },
};

/** Whether the next round is to start by itself now. */
export function isRoundDue({ nextRoundAt }: Assignment, now: Date): boolean {
  return nextRoundAt !== undefined && nextRoundAt <= now;
}

/**
 * The time to answer has passed. It takes nothing away from the person asked: a late yes still counts.
 * Who has not got the question yet (`unsent`: ids of offers) gets new time to answer it.
 */
export const lapse = {
  before(assignment: Assignment, _input: object, { now }: Situation): 'unchanged' | undefined {
    return assignment.offers.some((offer) => isOverdue(offer, now)) ? undefined : 'unchanged';
  },
  write(assignment: Assignment, { unsent }: { unsent: string[] }, { now }: Situation): Writes {
    return {
      offers: assignment.offers.map((offer) => {
        if (!isOverdue(offer, now)) return offer;
        const isUnsent = unsent.includes(offer.id) && now < assignment.start;
        return isUnsent
          ? { ...offer, expiresAt: answerBy(now, assignment.start) }
          : { ...offer, state: 'lapsed' };
      }),
    };
  },
};

/** Everybody who fits has been asked; the coordinators are told once. */
export const exhaust = {
  before(assignment: Assignment): 'unchanged' | undefined {
    return assignment.exhausted || offersIn(assignment, 'pending').length > 0 ? 'unchanged' : undefined;
  },
  write(_assignment: Assignment, _input: object, situation: Situation): Writes {
    return { set: { exhausted: true }, say: tellCoordinators(situation, 'still_open') };
  },
};

function isOverdue(offer: Offer, now: Date): boolean {
  return offer.state === 'pending' && offer.expiresAt <= now;
}
