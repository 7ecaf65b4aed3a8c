/** When an interpreter is occupied, travel included: the cells of a booking, and whether another one fits beside it. */
import type { Assignment } from '../assignment/shape.ts';
import type { CentreRules } from '../centre/rules.ts';
import type { Interpreter } from '../interpreter.ts';
import { gridMinutes } from '../shape.ts';
import { agreed } from './agreed.ts';
import { type Place, placeOf, travelMinutes } from './travel.ts';

type Travel = CentreRules['travel'];

/** What this rule needs to know of an appointment. */
export type Appointment = Pick<Assignment, '_id' | 'start' | 'end' | 'language' | 'mode' | 'version'> &
  Partial<Pick<Assignment, 'venue' | 'position' | 'booking'>>;

/** How an appointment fits between an interpreter's other bookings. */
export type Fit =
  | { conflict: string }
  | {
      /** What the new booking occupies. */
      cells: number[];
      /** Bookings before or after it whose way home is not needed any more; they give it up first. */
      trims: Trim[];
    };

/** What a neighbour gives up, as long as it is the appointment it was: its cells before `from`, or from `to` on. */
export type Trim = { assignment: string; start: Date; end: Date } & ({ from: number } | { to: number });

const cellMilliseconds = gridMinutes * 60_000;
const minute = 60_000;

/** The cells (epoch / 300 s, half-open) that a stretch of time touches. */
export function cellsBetween(from: number, to: number): number[] {
  const first = cellAt(from);
  const last = cellFrom(to);
  return Array.from({ length: Math.max(0, last - first) }, (_, index) => first + index);
}

/** Where an interpreter sets out from when there is no other appointment near. */
export function homeOf(interpreter: Pick<Interpreter, '_id' | 'position'>): Place {
  return { key: `home:${interpreter._id}`, ...(interpreter.position && { position: interpreter.position }) };
}

/**
 * Whether an appointment fits between the interpreter's other bookings, and which cells it occupies.
 * Alone it holds the way from home and back. Two that follow each other closely need only the way between the two
 * places — none within one place — which the later one holds. Telephone and video need no way at all.
 * Bookings without cells (overrides) count like all others.
 */
export function fitBetween(
  appointment: Appointment,
  home: Place,
  others: Appointment[],
  travel: Travel,
): Fit {
  const start = appointment.start.getTime();
  const end = appointment.end.getTime();
  const rest = others.filter((other) => other._id !== appointment._id);
  const overlapping = rest.find((other) => other.start.getTime() < end && other.end.getTime() > start);
  if (overlapping) return { conflict: overlapping._id };

  const previous = nearest(
    rest.filter((other) => other.end.getTime() <= start),
    (other) => -other.end.getTime(),
  );
  const next = nearest(
    rest.filter((other) => other.start.getTime() >= end),
    (other) => other.start.getTime(),
  );
  const before = previous ? between(previous, appointment, home, travel) : alone(appointment, home, travel);
  const after = next
    ? between(appointment, next, home, travel)
    : { ...alone(appointment, home, travel), isClose: false };
  if (previous && !before.fits) return { conflict: previous._id };
  if (next && !after.fits) return { conflict: next._id };

  const from = start - before.minutesOfLater * minute;
  const to = end + after.minutesOfEarlier * minute;
  const trims = [
    ...(previous && before.isClose ? trimmed(previous, { to: cellFrom(previous.end.getTime()) }) : []),
    ...(next && after.isClose
      ? trimmed(next, { from: cellAt(next.start.getTime() - after.minutesOfLater * minute) })
      : []),
  ];
  return { cells: cellsBetween(from, to), trims };
}

type Way = { fits: boolean; isClose: boolean; minutesOfEarlier: number; minutesOfLater: number };

/** The way home after the earlier and out again to the later, when there is time for it; otherwise straight across. */
function between(earlier: Appointment, later: Appointment, home: Place, travel: Travel): Way {
  const gap = (later.start.getTime() - earlier.end.getTime()) / minute;
  const homeFirst = alone(earlier, home, travel).minutesOfEarlier;
  const outAgain = alone(later, home, travel).minutesOfLater;
  if (gap >= homeFirst + outAgain) {
    return { fits: true, isClose: false, minutesOfEarlier: homeFirst, minutesOfLater: outAgain };
  }
  const across = acrossMinutes(earlier, later, home, travel);
  return { fits: gap >= across, isClose: true, minutesOfEarlier: 0, minutesOfLater: across };
}

function alone(appointment: Appointment, home: Place, travel: Travel): Way {
  const place = whereIs(appointment, home);
  const minutes = travelMinutes(home, place, travel);
  return { fits: true, isClose: false, minutesOfEarlier: minutes, minutesOfLater: minutes };
}

function acrossMinutes(earlier: Appointment, later: Appointment, home: Place, travel: Travel): number {
  return travelMinutes(whereIs(earlier, home), whereIs(later, home), travel);
}

/** A telephone or video appointment takes place wherever the person is: at home. */
function whereIs(appointment: Appointment, home: Place): Place {
  const { venue, position, booking } = appointment;
  if (agreed(appointment, booking).mode !== 'onsite') return home;
  return venue ? placeOf(venue, position) : { key: 'unknown' };
}

function nearest(candidates: Appointment[], distance: (one: Appointment) => number): Appointment | undefined {
  return [...candidates].sort((a, b) => distance(a) - distance(b))[0];
}

/** What the neighbour holds beyond these bounds, if anything. */
function trimmed(neighbour: Appointment, bounds: { from: number } | { to: number }): Trim[] {
  const { _id, start, end, booking } = neighbour;
  const holdsMore = booking?.cells?.some((cell) =>
    'from' in bounds ? cell < bounds.from : cell >= bounds.to,
  );
  return holdsMore ? [{ assignment: _id, start, end, ...bounds }] : [];
}

/** The cell in which a moment lies. */
function cellAt(moment: number): number {
  return Math.floor(moment / cellMilliseconds);
}

/** The first cell that begins at a moment or after it. */
function cellFrom(moment: number): number {
  return Math.ceil(moment / cellMilliseconds);
}
