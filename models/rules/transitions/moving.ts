/** An appointment changes: another time, another place, other details; and whether the person booked can still come. */
import type { Assignment, Booking, Request } from '../../assignment/shape.ts';
import { PoolError } from '../../pool-error.ts';
import { localFields } from '../local-time.ts';
import { bookedNotices, reopened } from './booking.ts';
import type { Writes, WrittenFields } from './change.ts';
import type { Situation } from './situation.ts';
import { closeOffers, offersIn, tellAsked, tellBooked, tellContact, tellCoordinators } from './telling.ts';

/**
 * The new time and place. `cells` are those the person booked would hold at the new time;
 * when they are not free there are none, and the person is let go at once.
 */
export type Move = Pick<Assignment, 'start' | 'end'> &
  Partial<Pick<Assignment, 'venue' | 'position'>> & { cells?: number[]; keepBy: Date };

/** A new time or place. Small shifts at the same place only inform; otherwise the person booked is asked. */
export const move = {
  write(assignment: Assignment, input: Move, situation: Situation): Writes {
    const set = newTime(assignment, input, situation);
    const { booking } = assignment;
    if (!booking) {
      const unanswered = offersIn(assignment, 'pending', 'willing');
      return {
        set,
        unset: ['exhausted'],
        offers: closeOffers(assignment.offers, ['pending', 'willing'], 'withdrawn'),
        say: [
          ...tellAsked(unanswered, 'offer_withdrawn'),
          ...tellContact(assignment, 'moved'),
          ...(unanswered.length > 0 ? tellCoordinators(situation, 'moved') : []),
        ],
      };
    }
    if (!input.cells) {
      const free = reopened(assignment, 'withdrawn');
      return {
        ...free,
        set: { ...free.set, ...set },
        say: [
          ...tellBooked(assignment, 'released', 'moved'),
          ...tellContact(assignment, 'given_back', 'moved'),
          ...tellCoordinators(situation, 'given_back', 'moved'),
        ],
      };
    }
    return movedBooking(assignment, input, { ...booking, cells: input.cells }, set, situation);
  },
};

/** The person booked can come at the new time: as firm as it was before. */
export const keep = {
  before: ownBooking,
  write(assignment: Assignment, _input: object, situation: Situation): Writes {
    const status = assignment.movedFrom ?? 'accepted';
    return {
      status,
      ...(status === 'confirmed' && { set: { firmAt: situation.now } }),
      unset: ['movedFrom', 'keepBy'],
      say:
        status === 'confirmed'
          ? bookedNotices(assignment)
          : [...tellBooked(assignment, 'yes_noted'), ...tellCoordinators(situation, 'please_confirm')],
    };
  },
};

/** The person booked cannot come at the new time, or has not said so in time. */
export const notKeep = {
  before: ownBooking,
  write(assignment: Assignment, input: { reason?: string }, situation: Situation): Writes {
    return {
      ...reopened(assignment, situation.actor.role === 'system' ? 'lapsed' : 'declined'),
      say: [
        ...tellBooked(assignment, 'given_back', 'moved'),
        ...tellContact(assignment, 'given_back', 'moved'),
        ...tellCoordinators(situation, 'given_back', 'moved'),
      ],
      reason: input.reason,
    };
  },
};

/** What a change by PATCH may touch. */
export type Details = Partial<
  Omit<Request, 'start' | 'end' | 'alternatives' | 'venue' | 'position' | 'alsoLanguages' | 'alsoModes'>
>;

const changesWhoFits = ['language', 'mode', 'genderWish'] as const;
const informs = ['onsiteContact', 'notes', 'reference', 'persons'] as const;

/** Other details. Some only inform; language, mode and gender wish open the question who fits. */
export const change = {
  write(assignment: Assignment, input: Details, situation: Situation): Writes {
    const asksWhoFits = changesWhoFits.some((key) => key in input && input[key] !== assignment[key]);
    const unanswered = asksWhoFits ? offersIn(assignment, 'pending', 'willing') : [];
    return {
      set: input,
      ...(asksWhoFits && {
        unset: ['exhausted'],
        offers: closeOffers(assignment.offers, ['pending', 'willing'], 'withdrawn'),
      }),
      say: [
        ...(informs.some((key) => key in input) ? tellBooked(assignment, 'changed') : []),
        ...tellAsked(unanswered, 'offer_withdrawn'),
        ...(asksWhoFits && assignment.booking ? tellCoordinators(situation, 'check_booking') : []),
      ],
    };
  },
};

function newTime(assignment: Assignment, input: Move, { centre }: Situation): WrittenFields {
  const { start, end, venue, position } = input;
  return {
    start,
    end,
    ...(venue && { venue }),
    ...(position && { position }),
    ...localFields(start, centre.zone),
    sequence: assignment.sequence + 1,
  };
}

function movedBooking(
  assignment: Assignment,
  input: Move,
  booking: Booking,
  set: WrittenFields,
  situation: Situation,
): Writes {
  const shift = Math.max(
    Math.abs(input.start.getTime() - assignment.start.getTime()),
    Math.abs(input.end.getTime() - assignment.end.getTime()),
  );
  const isSmall = !input.venue && shift <= situation.centre.rules.smallMoveMinutes * 60_000;
  const held = { ...set, booking };
  if (isSmall && assignment.status !== 'moved') {
    const isFirm = assignment.status === 'confirmed';
    const informed = { ...assignment, booking };
    return { set: held, say: isFirm ? bookedNotices(informed) : tellBooked(informed, 'changed') };
  }
  const movedFrom = assignment.status === 'confirmed' ? 'confirmed' : (assignment.movedFrom ?? 'accepted');
  return {
    status: 'moved',
    set: { ...held, movedFrom, keepBy: input.keepBy },
    say: [
      ...tellBooked(assignment, 'moved'),
      ...tellContact(assignment, 'moved'),
      ...tellCoordinators(situation, 'moved'),
    ],
  };
}

function ownBooking(assignment: Assignment, _input: object, { actor }: Situation): undefined {
  const isOwn = actor.role !== 'interpreter' || assignment.booking?.interpreter === actor.interpreter;
  if (!isOwn) throw new PoolError('not_found');
}
