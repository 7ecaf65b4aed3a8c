/** A request comes in: submitted, its address checked, held for a look, rejected. */
import type { z } from 'zod';
import type { Assignment, hold as holdShape } from '../../assignment/shape.ts';
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

/** No offer leaves until somebody has looked. */
export const hold = {
  write(_assignment: Assignment, input: Hold, situation: Situation): Writes {
    return { set: { hold: input }, say: tellCoordinators(situation, 'new_request'), reason: input.code };
  },
};

/** Somebody has looked: the search goes on. */
export const unhold = {
  write(_assignment: Assignment, _input: object): Writes {
    return { unset: ['hold'] };
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
