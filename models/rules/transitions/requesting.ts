/** A request comes in: submitted, its address checked, held for a look, rejected. */
import type { z } from 'zod';
import type { Assignment, hold as holdShape } from '../../assignment/shape.ts';
import { PoolError } from '../../pool-error.ts';
import { answerBy } from '../offer-plan.ts';
import type { Writes } from './change.ts';
import type { Situation } from './situation.ts';
import { closeOffers, offersIn, tellAsked, tellContact, tellCoordinators } from './telling.ts';

type Hold = z.infer<typeof holdShape>;

/** A request is sent off. One from the open form counts only when its address has been checked. */
export const submit = {
  write(assignment: Assignment, input: { unverified?: boolean; hold?: Hold }, situation: Situation): Writes {
    if (input.unverified || situation.actor.role === 'link')
      return { status: 'unverified', say: tellContact(assignment, 'check_address') };
    return arrived(assignment, input.hold, situation);
  },
};

/** The address of an open request is right, by the link in the mail or after a call. */
export const verify = {
  write(assignment: Assignment, input: { hold?: Hold }, situation: Situation): Writes {
    return arrived(assignment, input.hold, situation);
  },
};

/** No offer leaves until somebody has looked, and the agency reads by when it hears. The same hold again changes nothing. */
export const hold = {
  before(
    { hold: held, start, status }: Assignment,
    input: Hold,
    { now }: Situation,
  ): 'unchanged' | undefined {
    if (status !== 'requested') return undefined;
    if (held?.code === input.code && +held.answerBy === +input.answerBy) return 'unchanged';
    if (input.answerBy > now && input.answerBy <= start) return undefined;
    const code = input.answerBy > now ? 'too_far_ahead' : 'in_the_past';
    const params = { sent: input.answerBy.toISOString() };
    throw new PoolError('invalid_input', { errors: [{ path: 'answerBy', code, params }] });
  },
  write(assignment: Assignment, input: Hold, situation: Situation): Writes {
    return {
      set: { hold: input },
      say: [
        ...tellContact(assignment, 'receipt', 'held'),
        ...(situation.actor.role === 'system' ? tellCoordinators(situation, 'new_request') : []),
      ],
      reason: input.code,
    };
  },
};

/** Somebody has looked: the search goes on, and whoever has been asked gets time to answer. */
export const unhold = {
  before({ hold: held, status }: Assignment): 'unchanged' | undefined {
    return status === 'requested' && !held ? 'unchanged' : undefined;
  },
  write({ offers, start }: Assignment, _input: object, { now }: Situation): Writes {
    const least = answerBy(now, start);
    return {
      unset: ['hold'],
      offers: offers.map((offer) =>
        offer.state === 'pending' && offer.expiresAt < least ? { ...offer, expiresAt: least } : offer,
      ),
    };
  },
};

/** This occasion is not the pool's; the agency hears where else to go. */
export const reject = {
  write(assignment: Assignment, input: { code: string }, { now }: Situation): Writes {
    return {
      status: 'rejected',
      set: { rejection: { at: now, code: input.code } },
      unset: ['hold'],
      offers: closeOffers(assignment.offers, ['pending', 'willing'], 'withdrawn'),
      say: [
        ...tellContact(assignment, 'rejected', input.code),
        ...tellAsked(offersIn(assignment, 'pending', 'willing'), 'offer_withdrawn'),
      ],
      reason: input.code,
    };
  },
};

/** An assignment of an event says nothing by itself: the event does, once for all of them. */
function arrived(assignment: Assignment, held: Hold | undefined, situation: Situation): Writes {
  const needsLook = held !== undefined || situation.centre.rules.rounds !== 'automatic';
  return {
    status: 'requested',
    ...(held && { set: { hold: held } }),
    say: assignment.event
      ? []
      : [
          ...tellContact(assignment, 'receipt'),
          ...(needsLook ? tellCoordinators(situation, 'new_request') : []),
        ],
    reason: held?.code,
  };
}
