/** How an assignment ends, and how it opens again: cancelled, unfilled, over, recorded, settled. */
import type { z } from 'zod';
import type {
  Assignment,
  Booking,
  settlement as settlementShape,
  Timesheet,
  UnfilledReason,
} from '../../assignment/shape.ts';
import { PoolError } from '../../pool-error.ts';
import { localFields } from '../local-time.ts';
import { bookedNotices, isLate } from './booking.ts';
import type { Writes } from './change.ts';
import { reopened } from './changing-hands.ts';
import type { Situation } from './situation.ts';
import {
  closeOffers,
  formerOffers,
  offersIn,
  tellAsked,
  tellBooked,
  tellContact,
  tellCoordinators,
} from './telling.ts';

/**
 * The appointment does not take place. Who was booked stays readable, but holds no time any more. As part of an event it
 * happens `quietly`, because agency and coordinators hear of the whole; `at` is when it was said, if that was before now.
 */
export const cancel = {
  write(
    assignment: Assignment,
    input: { reason: string; quietly?: boolean; at?: Date },
    situation: Situation,
  ): Writes {
    const { actor } = situation;
    const now = input.at ?? situation.now;
    const late = assignment.booking !== undefined && isLate(assignment, { ...situation, now });
    const unanswered = offersIn(assignment, 'pending', 'willing');
    return {
      status: 'cancelled',
      set: {
        cancellation: { at: now, role: actor.role, reason: input.reason, late },
        sequence: assignment.sequence + 1,
      },
      unset: [
        ...claimOf(assignment),
        'hold',
        'movedFrom',
        'keepBy',
        'warnedAt',
        'exhausted',
        'unfilled',
        'didItTakePlace',
      ],
      offers: closeOffers(assignment.offers, ['pending', 'willing'], 'withdrawn'),
      say: [
        ...tellBooked(assignment, 'cancelled'),
        ...(input.quietly
          ? []
          : tellContact(assignment, 'cancelled', actor.role === 'contact' ? undefined : 'by_centre')),
        ...(actor.role === 'contact' && !input.quietly ? tellCoordinators(situation, 'cancelled') : []),
        ...tellAsked(unanswered, 'offer_withdrawn'),
      ],
      reason: input.reason,
    };
  },
};

/** The cancellation is undone, while there is still time: whoever was booked is asked first and alone. */
export const restore = {
  before: whileAhead,
  write(assignment: Assignment, _input: object): Writes {
    const former = assignment.booking;
    return {
      status: 'requested',
      ...(former && { set: { askFirst: former.interpreter } }),
      unset: ['cancellation', 'booking', 'firmAt', 'warnedAt'],
      offers: formerOffers(
        closeOffers(assignment.offers, ['accepted', 'lost'], 'withdrawn'),
        ({ state }) => state === 'lapsed' || state === 'withdrawn',
      ),
      say: tellContact(assignment, 'restored'),
    };
  },
};

/** Nobody was found in time; the agency hears why and what it can still do. */
export const giveUp = {
  write(assignment: Assignment, input: { reason: UnfilledReason }, situation: Situation): Writes {
    const { now, actor } = situation;
    const unanswered = offersIn(assignment, 'pending', 'willing');
    return {
      status: 'unfilled',
      set: { unfilled: { at: now, reason: input.reason } },
      unset: ['hold'],
      offers: closeOffers(assignment.offers, ['pending', 'willing'], 'withdrawn'),
      say: [
        ...tellContact(assignment, 'unfilled', input.reason),
        ...(actor.role === 'system' ? tellCoordinators(situation, 'unfilled', input.reason) : []),
        ...tellAsked(unanswered, 'offer_withdrawn'),
      ],
      reason: input.reason,
    };
  },
};

/** What may be different when a search opens again: the time, or what would do as well. */
export type Reopening = Partial<Pick<Assignment, 'start' | 'end' | 'alsoLanguages' | 'alsoModes'>>;

/**
 * The search opens again, for everybody: a yes that was never booked does not stand any more.
 * An agency may have it go on; what the centre has rejected only the centre opens again.
 */
export const reopen = {
  before(assignment: Assignment, input: Reopening, situation: Situation): undefined {
    const { role } = situation.actor;
    if (assignment.status === 'rejected' && role === 'contact')
      throw new PoolError('forbidden', { params: { action: 'reopen' } });
    whileAhead({ ...assignment, start: input.start ?? assignment.start }, input, situation);
  },
  write(assignment: Assignment, input: Reopening, situation: Situation): Writes {
    const { actor, centre } = situation;
    const former = reopened(assignment, 'withdrawn');
    return {
      ...former,
      set: { ...former.set, ...input, ...(input.start && localFields(input.start, centre.zone)) },
      unset: [...(former.unset ?? []), 'unfilled', 'rejection', 'didItTakePlace'],
      offers: formerOffers(
        former.offers ?? [],
        ({ state }) => input.start !== undefined || state === 'withdrawn',
      ),
      say: [
        ...tellContact(assignment, 'restored'),
        ...(actor.role === 'contact' ? tellCoordinators(situation, 'new_request', 'reopened') : []),
      ],
    };
  },
};

/** The time has come: what was firm is over; what was not is unfilled, and somebody asks whether it took place. */
export const end = {
  before(assignment: Assignment, _input: object, { now }: Situation): 'unchanged' | undefined {
    const due = assignment.status === 'confirmed' ? assignment.end : assignment.start;
    return due <= now ? undefined : 'unchanged';
  },
  write(assignment: Assignment, _input: object, situation: Situation): Writes {
    if (assignment.status === 'confirmed') return { status: 'completed' };
    const reason: UnfilledReason = assignment.booking ? 'not_confirmed' : 'too_late';
    return {
      status: 'unfilled',
      set: { unfilled: { at: situation.now, reason }, didItTakePlace: true },
      unset: [...claimOf(assignment), 'movedFrom', 'keepBy', 'hold'],
      offers: closeOffers(assignment.offers, ['pending', 'willing'], 'lapsed'),
      say: [
        ...tellBooked(assignment, 'released', reason),
        ...tellContact(assignment, 'unfilled', reason),
        ...tellCoordinators(situation, 'unfilled', reason),
      ],
      reason,
    };
  },
};

/** An assignment that was agreed, or has already been, is entered afterwards with its reason. */
export const log = {
  write(assignment: Assignment, input: { booking: Booking; reason: string }, { now }: Situation): Writes {
    const isOver = assignment.end <= now;
    return {
      status: isOver ? 'completed' : 'confirmed',
      set: { booking: input.booking, firmAt: now },
      say: assignment.start <= now ? [] : bookedNotices({ ...assignment, booking: input.booking }),
      reason: input.reason,
    };
  },
};

/** Times, travel and outcome as the interpreter or the coordinator gives them; a new entry waits for a new signature. */
export const record = {
  write(
    _assignment: Assignment,
    input: Omit<Timesheet, 'recordedAt' | 'countersignedAt'>,
    { now }: Situation,
  ): Writes {
    return { set: { timesheet: { ...input, recordedAt: now } } };
  },
};

/** The agency agrees with the times; when it stays silent long enough, the rules do. */
export const countersign = {
  before(assignment: Assignment): 'unchanged' | undefined {
    return assignment.timesheet?.countersignedAt ? 'unchanged' : undefined;
  },
  write(assignment: Assignment, _input: object, { now }: Situation): Writes {
    const { timesheet } = assignment;
    if (!timesheet)
      throw new PoolError('wrong_status', { params: { action: 'countersign', status: assignment.status } });
    return { set: { timesheet: { ...timesheet, countersignedAt: now } } };
  },
};

/** Paid for with a payment list, once the times are agreed. The amount never changes again. */
export const settle = {
  before(assignment: Assignment): undefined {
    if (assignment.status === 'completed' && !assignment.timesheet?.countersignedAt) {
      throw new PoolError('wrong_status', { params: { action: 'settle', status: assignment.status } });
    }
  },
  write(
    _assignment: Assignment,
    input: Omit<z.infer<typeof settlementShape>, 'at'>,
    { now }: Situation,
  ): Writes {
    return { status: 'settled', set: { settlement: { ...input, at: now } } };
  },
};

/** What is to be looked for again must still lie ahead. Of what has another status the status says enough. */
function whileAhead({ start, status }: Assignment, _input: object, { now }: Situation): undefined {
  const isClosed = status === 'cancelled' || status === 'unfilled' || status === 'rejected';
  if (isClosed && start <= now) throw new PoolError('too_late');
}

/** What a booking claims of the interpreter's time, to be taken away while who was booked stays readable. */
function claimOf({ booking }: Assignment): 'booking.cells'[] {
  return booking ? ['booking.cells'] : [];
}
