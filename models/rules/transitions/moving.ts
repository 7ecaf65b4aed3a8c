/** An appointment changes: another time, another place, other details; and whether the person booked can still come. */
import { isDeepStrictEqual } from 'node:util';
import type { Assignment, Booking, Request } from '../../assignment/shape.ts';
import { PoolError } from '../../pool-error.ts';
import { localFields } from '../local-time.ts';
import { bookedNotices } from './booking.ts';
import type { Writes, WrittenFields } from './change.ts';
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
 * The new time and place. `cells` are those the person booked would hold at the new time;
 * when they are not free there are none, and the person is let go at once.
 */
export type Move = Pick<Assignment, 'start' | 'end'> &
  Partial<Pick<Assignment, 'venue' | 'position'>> & { cells?: number[]; keepBy: Date };

const everyOne = () => true;

/** A new time or place. Small shifts at the same place only inform; otherwise the person booked is asked. */
export const move = {
  write(assignment: Assignment, input: Move, situation: Situation): Writes {
    return { ...movedTo(assignment, input, situation), reason: timeOf(assignment) };
  },
};

function movedTo(assignment: Assignment, input: Move, situation: Situation): Writes {
  const set = newTime(assignment, input, situation);
  const { booking } = assignment;
  if (!booking) {
    const unanswered = offersIn(assignment, 'pending', 'willing');
    return {
      set,
      unset: ['exhausted', 'askFirst'],
      offers: formerOffers(closeOffers(assignment.offers, ['pending', 'willing'], 'withdrawn'), everyOne),
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
      offers: formerOffers(free.offers ?? [], everyOne),
      say: [
        ...tellBooked(assignment, 'released', 'moved'),
        ...tellContact(assignment, 'given_back', 'moved'),
        ...tellCoordinators(situation, 'given_back', 'moved'),
      ],
    };
  }
  return movedBooking(assignment, input, { ...booking, cells: input.cells }, set, situation);
}

/** The time before a move, as an interval (ISO 8601 §5.5): the history keeps it, and mails say it. */
function timeOf({ start, end }: Pick<Assignment, 'start' | 'end'>): string {
  return `${start.toISOString()}/${end.toISOString()}`;
}

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
  write(assignment: Assignment, input: { reason?: string | undefined }, situation: Situation): Writes {
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

/** What a change by PATCH may touch; null takes away what need not be there. */
export type Details = {
  [Key in Exclude<keyof Request, 'start' | 'end' | 'alternatives' | 'venue' | 'position'>]?:
    | Request[Key]
    | (undefined extends Request[Key] ? null : never);
} & Partial<Pick<Assignment, 'contact'>> & {
    /** What the person booked would occupy when they come by another mode. */
    cells?: number[];
  };

const changesWhoFits = ['language', 'mode', 'genderWish'] as const;
const widens = ['alsoLanguages', 'alsoModes'] as const;
const informs = ['onsiteContact', 'notes', 'reference', 'persons'] as const;
const classifies: readonly string[] = ['occasion', 'programmes', 'targetGroup'];

/**
 * Other details. Some only inform; language, mode and gender wish open the question who fits.
 * Once the appointment is over, only what the year's figures are counted by can still be put right.
 */
export const change = {
  before({ status }: Assignment, { cells: _cells, ...details }: Details): undefined {
    const isOver = status === 'completed' || status === 'settled';
    const late = Object.keys(details).find((key) => !classifies.includes(key));
    if (isOver && late)
      throw new PoolError('wrong_status', { params: { action: 'change', status, field: late } });
  },
  write(assignment: Assignment, { cells, ...details }: Details, situation: Situation): Writes {
    const isNew = (key: keyof typeof details) =>
      key in details && !isDeepStrictEqual(details[key] ?? undefined, assignment[key]);
    const asksWhoFits = changesWhoFits.some(isNew);
    const unanswered = asksWhoFits ? offersIn(assignment, 'pending', 'willing') : [];
    const entries = Object.entries(details);
    const { booking } = assignment;
    const changed = Object.keys(details).filter((key) => isNew(key as keyof typeof details));
    return {
      reason: changed.join(','),
      set: {
        ...Object.fromEntries(entries.filter(([, value]) => value !== null && value !== undefined)),
        ...(cells && booking && { booking: { ...booking, cells } }),
      },
      unset: [
        ...entries.flatMap(([key, value]) => (value === null ? [key as keyof WrittenFields] : [])),
        ...(asksWhoFits || widens.some(isNew) ? (['exhausted'] as const) : []),
      ],
      ...(asksWhoFits && {
        offers: formerOffers(
          closeOffers(assignment.offers, ['pending', 'willing'], 'withdrawn'),
          ({ id }) => id !== booking?.offer,
        ),
      }),
      say: [
        ...(informs.some(isNew) ? tellBooked(assignment, 'changed') : []),
        ...tellAsked(unanswered, 'offer_withdrawn'),
        ...(asksWhoFits && booking ? tellCoordinators(situation, 'check_booking') : []),
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
    offers: formerOffers(assignment.offers, ({ id }) => id !== booking.offer),
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
