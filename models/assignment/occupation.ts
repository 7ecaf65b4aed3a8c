/** What an interpreter's bookings say about their time, and making room beside them. */
import { findCentre } from '../centre.ts';
import { findInterpreter } from '../interpreter.ts';
import { PoolError } from '../pool-error.ts';
import { type Appointment, type Fit, fitBetween, homeOf } from '../rules/occupied.ts';
import { trusted } from '../storage.ts';
import { type Assignment, occupying } from './shape.ts';
import { Assignments } from './storage.ts';

const day = 24 * 3_600_000;

/** Bookings of these people that touch the time from a day before to a day after. */
export async function bookingsAround(
  interpreters: string[],
  { start, end }: { start: Date; end: Date },
): Promise<Assignment[]> {
  return Assignments.find({
    'booking.interpreter': trusted({ $in: interpreters }),
    status: trusted({ $in: occupying }),
    start: trusted({ $lt: new Date(end.getTime() + day), $gt: new Date(start.getTime() - 2 * day) }),
    end: trusted({ $gt: new Date(start.getTime() - day) }),
  }).lean<Assignment[]>();
}

/**
 * The cells a booking of this interpreter would occupy, with room made beside it: a neighbour at hand gives up
 * its way home first, in its own update, which touches neither version nor ETag.
 * @throws `already_booked` when the appointment does not fit between the interpreter's others, travel included
 */
export async function makeRoom(
  appointment: Appointment & { centre: string },
  interpreter: string,
): Promise<number[]> {
  const [person, centre, others] = await Promise.all([
    findInterpreter(interpreter),
    findCentre(appointment.centre),
    bookingsAround([interpreter], appointment),
  ]);
  const fit: Fit = fitBetween(appointment, homeOf(person), others, centre.rules.travel);
  if ('conflict' in fit) throw new PoolError('already_booked');
  for (const { assignment, version, cells } of fit.trims) {
    await Assignments.updateOne({ _id: assignment, version }, { $set: { 'booking.cells': cells } });
  }
  return fit.cells;
}
