/** An appointment changes: another time, another place, other details; and whether the person booked can still come. */
import { isDeepStrictEqual } from 'node:util';
import type { Assignment, Booking, Offer, Request } from '../../assignment/shape.ts';
import { PoolError } from '../../pool-error.ts';
import { localFields } from '../local-time.ts';
import { bookedNotices } from './booking.ts';
import type { Notice, Writes, WrittenFields } from './change.ts';
import { reopened } from './changing-hands.ts';
import { goesOnByItself } from './derived.ts';
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
  before(assignment: Assignment, { start, end, venue }: Move): 'unchanged' | undefined {
    const isSameTime = +assignment.start === +start && +assignment.end === +end;
    const isSamePlace = !venue || isDeepStrictEqual({ ...venue }, { ...assignment.venue });
    return isSameTime && isSamePlace ? 'unchanged' : undefined;
  },
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
        ...(unanswered.length > 0 ? tellToAskAnew(assignment, situation) : []),
      ],
    };
  }
  const isAgainstConflict = booking.override !== undefined && !booking.cells;
  if (!input.cells && !isAgainstConflict) {
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
  return movedBooking(
    assignment,
    input,
    { ...booking, ...(input.cells && { cells: input.cells }) },
    set,
    situation,
  );
}

/** How far it was to another place says nothing any more. */
function withoutDistance(offers: Offer[]): Offer[] {
  return offers.map(({ kilometres: _kilometres, ...offer }) => offer);
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
const informs = ['language', 'mode', 'onsiteContact', 'notes', 'reference', 'persons'] as const;
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
        ...(unanswered.length > 0 ? tellToAskAnew(assignment, situation) : []),
      ],
    };
  },
};

/** Whoever was asked is free again: where no round follows by itself, somebody has to ask anew. */
function tellToAskAnew(assignment: Assignment, situation: Situation): Notice[] {
  const goesOn = goesOnByItself(assignment, situation.centre.rules);
  const isOwnHand = situation.actor.role === 'coordinator';
  return assignment.status !== 'requested' || goesOn || isOwnHand
    ? []
    : tellCoordinators(situation, 'new_request', 'ask_anew');
}

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
  const agreedTime = timeAgreed(assignment);
  const shift = Math.max(
    Math.abs(input.start.getTime() - agreedTime.start),
    Math.abs(input.end.getTime() - agreedTime.end),
  );
  const isSmall = !input.venue && shift <= situation.centre.rules.smallMoveMinutes * 60_000;
  const held = { ...set, booking };
  const offers = input.venue ? withoutDistance(assignment.offers) : assignment.offers;
  if (isSmall && assignment.status !== 'moved') {
    const isFirm = assignment.status === 'confirmed';
    const informed = { ...assignment, booking };
    return isFirm
      ? { set: { ...held, firmAt: situation.now }, say: bookedNotices(informed) }
      : { set: held, say: tellBooked(informed, 'changed') };
  }
  const movedFrom = assignment.status === 'confirmed' ? 'confirmed' : (assignment.movedFrom ?? 'accepted');
  return {
    status: 'moved',
    set: { ...held, movedFrom, keepBy: input.keepBy },
    offers: formerOffers(offers, ({ id }) => id !== booking.offer),
    say: [
      ...tellBooked(assignment, 'moved'),
      ...tellContact(assignment, 'moved'),
      ...tellCoordinators(situation, 'moved'),
    ],
  };
}

const agreeing = ['accept', 'confirm', 'keep', 'replace', 'log'];

/** The time to which the person booked has said yes: many small moves are not small. In milliseconds. */
function timeAgreed({ start, end, history }: Assignment): { start: number; end: number } {
  const since = history.slice(history.findLastIndex(({ action }) => agreeing.includes(action)) + 1);
  const [from, to] =
    since
      .find(({ action }) => action === 'move')
      ?.reason?.split('/')
      .map(Date.parse) ?? [];
  return { start: from ?? start.getTime(), end: to ?? end.getTime() };
}

function ownBooking(assignment: Assignment, _input: object, { actor }: Situation): undefined {
  const isOwn = actor.role !== 'interpreter' || assignment.booking?.interpreter === actor.interpreter;
  if (!isOwn) throw new PoolError('not_found');
}
