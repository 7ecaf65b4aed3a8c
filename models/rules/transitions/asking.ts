/** What happens to offers while the search is open: somebody is asked, says no, lets the time pass. */
import type { Assignment, Offer } from '../../assignment/shape.ts';
import { PoolError } from '../../pool-error.ts';
import { answerBy } from '../offer-plan.ts';
import type { Notice, Writes } from './change.ts';
import { goesOnByItself } from './derived.ts';
import type { Situation } from './situation.ts';
import { offersIn, tellAsked, tellCoordinators, withOffer } from './telling.ts';

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
    const isAlone = offers.length === 1 && offers[0]?.interpreter === assignment.askFirst;
    return {
      set: { round: assignment.round + 1 },
      ...(!isAlone && { unset: ['askFirst'] }),
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

/**
 * Somebody says no, or that they are not free any more although they were willing.
 * Any other first answer stays; a no after the search has ended changes nothing.
 */
export const decline = {
  before(assignment: Assignment, input: { offer: string; reason?: string }): 'unchanged' | undefined {
    const offer = assignment.offers.find((one) => one.id === input.offer);
    if (!offer) throw new PoolError('not_found');
    const canStillAnswer = ['pending', 'lapsed', 'willing'].includes(offer.state);
    return assignment.status === 'requested' && canStillAnswer ? undefined : 'unchanged';
  },
  write(assignment: Assignment, input: { offer: string; reason?: string }, situation: Situation): Writes {
    const { now } = situation;
    const offers = withOffer(assignment.offers, input.offer, {
      state: 'declined',
      answeredAt: now,
      ...(input.reason && { reason: input.reason }),
    });
    return { offers, ...whenAnswered(assignment, offers, situation) };
  },
};

/** Somebody who was called was not there: they are not waited for any more, but a late yes still counts. */
export const notReached = {
  before(assignment: Assignment, input: { offer: string }): 'unchanged' | undefined {
    const offer = assignment.offers.find((one) => one.id === input.offer);
    if (!offer) throw new PoolError('not_found');
    return assignment.status === 'requested' && offer.state !== 'pending' ? 'unchanged' : undefined;
  },
  write(assignment: Assignment, input: { offer: string; note?: string }, situation: Situation): Writes {
    const offers = withOffer(assignment.offers, input.offer, { state: 'lapsed' });
    return { offers, ...whenAnswered(assignment, offers, situation), reason: input.note };
  },
};

/** Questions that are taken back: nobody has to answer them any more. */
export const withdraw = {
  before(assignment: Assignment, { interpreters }: { interpreters: string[] }): 'unchanged' | undefined {
    const isOpen = askedAmong(assignment, interpreters).length > 0;
    return assignment.status === 'requested' && !isOpen ? 'unchanged' : undefined;
  },
  write(assignment: Assignment, { interpreters }: { interpreters: string[] }): Writes {
    const open = askedAmong(assignment, interpreters);
    const offers = assignment.offers.map((offer) =>
      open.includes(offer) ? { ...offer, state: 'withdrawn' as const } : offer,
    );
    return { unset: ['askFirst'], offers, say: tellAsked(open, 'offer_withdrawn') };
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
  write(assignment: Assignment, { unsent }: { unsent: string[] }, situation: Situation): Writes {
    const { now } = situation;
    const offers = assignment.offers.map((offer): Offer => {
      if (!isOverdue(offer, now)) return offer;
      const isUnsent = unsent.includes(offer.id) && now < assignment.start;
      return isUnsent
        ? { ...offer, expiresAt: answerBy(now, assignment.start) }
        : { ...offer, state: 'lapsed' };
    });
    return { offers, ...whenAnswered(assignment, offers, situation) };
  },
};

/** Everybody who fits has been asked. The coordinators are told once, when nobody still has to answer. */
export const exhaust = {
  before(assignment: Assignment): 'unchanged' | undefined {
    return assignment.exhausted ? 'unchanged' : undefined;
  },
  write(assignment: Assignment, _input: object, situation: Situation): Writes {
    const { askFirst: _first, ...rest } = assignment;
    const why = goesOnByItself(rest, situation.centre.rules) ? undefined : 'your_turn';
    return {
      set: { exhausted: true },
      unset: ['askFirst'],
      say: isAnybodyOpen(assignment.offers) ? [] : tellCoordinators(situation, 'still_open', why),
    };
  },
};

/**
 * Who is asked first has been; and when nobody has to answer any more and no round follows by itself,
 * the coordinators hear that it is their turn.
 */
function whenAnswered(
  before: Assignment,
  offers: Offer[],
  situation: Situation,
): Pick<Writes, 'unset' | 'say'> {
  const { askFirst: _asked, ...rest } = before;
  const goesOn = !before.exhausted && goesOnByItself(rest, situation.centre.rules);
  const isTheirTurn = isAnybodyOpen(before.offers) && !isAnybodyOpen(offers) && !goesOn;
  const why = before.exhausted ? undefined : 'your_turn';
  const say: Notice[] = isTheirTurn ? tellCoordinators(situation, 'still_open', why) : [];
  return { ...(!isAnybodyOpen(offers) && { unset: ['askFirst'] }), say };
}

function isAnybodyOpen(offers: Offer[]): boolean {
  return offers.some(({ state }) => state === 'pending' || state === 'willing');
}

function askedAmong(assignment: Assignment, interpreters: string[]): Offer[] {
  return offersIn(assignment, 'pending', 'willing').filter((offer) =>
    interpreters.includes(offer.interpreter),
  );
}

function isOverdue(offer: Offer, now: Date): boolean {
  return offer.state === 'pending' && offer.expiresAt <= now;
}
