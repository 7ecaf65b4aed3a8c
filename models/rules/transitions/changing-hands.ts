/** How a booking ends while the appointment stays: the person is let go, gives back, or somebody else takes over. */
import type { Assignment, Booking, Offer } from '../../assignment/shape.ts';
import { PoolError } from '../../pool-error.ts';
import { isLate, withAsked } from './booking.ts';
import type { Writes } from './change.ts';
import type { Situation } from './situation.ts';
import { formerOffers, tellBooked, tellContact, tellCoordinators, withOffer } from './telling.ts';

/** The coordinator lets the person go; the search opens again. Whoever has counted on a firm booking hears of it. */
export const release = {
  write(assignment: Assignment, input: { reason: string }): Writes {
    return {
      ...reopened(assignment, 'withdrawn'),
      say: [
        ...tellBooked(assignment, 'released', input.reason),
        ...(assignment.firmAt ? tellContact(assignment, 'given_back', 'released') : []),
      ],
      reason: input.reason,
    };
  },
};

/** The person cannot after all: always possible, late or not; the search opens again. */
export const giveBack = {
  before(
    assignment: Assignment,
    _input: { reason?: string | undefined },
    { actor }: Situation,
  ): 'unchanged' | undefined {
    const isOwn = actor.role !== 'interpreter' || assignment.booking?.interpreter === actor.interpreter;
    if (!isOwn) throw new PoolError('not_found');
    return undefined;
  },
  write(assignment: Assignment, input: { reason?: string | undefined }, situation: Situation): Writes {
    const reason = isLate(assignment, situation) ? 'late' : 'in_time';
    return {
      ...reopened(assignment, 'declined'),
      say: [
        ...tellBooked(assignment, 'given_back', reason),
        ...tellContact(assignment, 'given_back', reason),
        ...tellCoordinators(situation, 'given_back', reason),
      ],
      reason: input.reason,
    };
  },
};

/**
 * Another person takes over in one update; the status stays. Only a move that waited for the former one's answer is settled:
 * whoever takes over has said yes to the new time.
 */
export const replace = {
  before(assignment: Assignment, { booking }: { booking: Booking }): 'unchanged' | undefined {
    return assignment.booking?.interpreter === booking.interpreter ? 'unchanged' : undefined;
  },
  write(
    assignment: Assignment,
    { booking, asked, note }: { booking: Booking; asked?: Offer; note: string },
    { now }: Situation,
  ): Writes {
    const { status, movedFrom = 'accepted', booking: former } = assignment;
    const settled = status === 'moved' ? movedFrom : status;
    const isFirm = settled === 'confirmed';
    const offers = withOffer(withAsked(assignment, asked).offers, former?.offer, { state: 'withdrawn' });
    return {
      status: settled,
      set: { booking, sequence: assignment.sequence + 1, ...(isFirm && { firmAt: now }) },
      unset: ['movedFrom', 'keepBy'],
      offers: withOffer(offers, booking.offer, { state: 'accepted', answeredAt: now }),
      say: [
        ...tellBooked(assignment, 'released', 'replaced'),
        ...tellBooked({ ...assignment, booking }, isFirm ? 'booked' : 'yes_noted'),
        ...tellContact(assignment, status === 'moved' && isFirm ? 'booked' : 'replaced'),
      ],
      reason: note,
    };
  },
};

/** A booking that was made against a conflict gets the interpreter's time once the conflict has ended. */
export const claimTime = {
  before({ booking }: Assignment): 'unchanged' | undefined {
    return booking?.override && !booking.cells ? undefined : 'unchanged';
  },
  write(assignment: Assignment, { cells }: { cells: number[] }): Writes {
    return { set: { booking: { ...(assignment.booking as Booking), cells } } };
  },
};

/** The search opens again: nobody is held any more, who was silent may be asked anew, and a calendar that knew the booking can follow. */
export function reopened(assignment: Assignment, offerState: Offer['state']): Writes {
  return {
    status: 'requested',
    set: { sequence: assignment.sequence + 1 },
    unset: ['booking', 'firmAt', 'movedFrom', 'keepBy', 'warnedAt', 'exhausted'],
    offers: formerOffers(
      withOffer(assignment.offers, assignment.booking?.offer, { state: offerState }),
      ({ state }) => state === 'lapsed',
    ),
  };
}
