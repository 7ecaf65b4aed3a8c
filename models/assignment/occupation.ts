/** What an interpreter's bookings say about their time, and making room beside them. */
import { findCentre } from '../centre.ts';
import { findInterpreter } from '../interpreter.ts';
import { PoolError } from '../pool-error.ts';
import { type Appointment, type Fit, fitBetween, homeOf, type Trim } from '../rules/occupied.ts';
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
 * its way home first. That takes cells away and nothing else, so it may happen beside any other change of the neighbour;
 * one that has moved meanwhile keeps all it has, and the index refuses what does not fit.
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
  await Promise.all(fit.trims.map((trim) => giveUpCells(trim, interpreter)));
  return fit.cells;
}

async function giveUpCells(trim: Trim, interpreter: string): Promise<void> {
  const { assignment, start, end } = trim;
  const beyond = 'from' in trim ? { $lt: trim.from } : { $gte: trim.to };
  await Assignments.updateOne(
    { _id: assignment, 'booking.interpreter': interpreter, start, end },
    { $pull: { 'booking.cells': beyond } },
    { timestamps: false },
  );
}
