/** How much people have been asked and have served: what makes the spreading fair and the limits known. */
import { weekOf } from '../rules/local-time.ts';
import { type Assignment, type OfferState, occupying } from './shape.ts';
import { Assignments } from './storage.ts';

export type Activity = { bookedThisWeek: number; openOffers: number; served: number; asked: number };

type Wanted = Pick<Assignment, '_id' | 'start' | 'end' | 'localDate'>;

const day = 24 * 3_600_000;

/** Whoever has been asked, or is willing, may soon be booked. */
const open: OfferState[] = ['pending', 'willing'];

type Counted = { _id: string; count: number };

/**
 * Counts for these people, over all centres: bookings in the week of the appointment (Monday to Sunday on the clock of the place),
 * open offers for an overlapping time, assignments of the last 365 days, offers of the last 30 days.
 */
export async function activityOf(
  interpreters: string[],
  assignment: Wanted,
  now: Date,
): Promise<(interpreter: string) => Activity> {
  const [week, open, served, asked] = await Promise.all([
    bookedInWeek(interpreters, assignment),
    openOffers(interpreters, assignment),
    servedSince(interpreters, new Date(now.getTime() - 365 * day), now),
    askedSince(interpreters, new Date(now.getTime() - 30 * day)),
  ]);
  return (interpreter) => ({
    bookedThisWeek: week.get(interpreter) ?? 0,
    openOffers: open.get(interpreter) ?? 0,
    served: served.get(interpreter) ?? 0,
    asked: asked.get(interpreter) ?? 0,
  });
}

async function bookedInWeek(interpreters: string[], { _id, localDate }: Wanted) {
  const { monday, sunday } = weekOf(localDate);
  return countBy('$booking.interpreter', {
    _id: { $ne: _id },
    'booking.interpreter': { $in: interpreters },
    status: { $in: occupying },
    start: { $gt: new Date(Date.parse(monday) - day), $lt: new Date(Date.parse(sunday) + 2 * day) },
    localDate: { $gte: monday, $lte: sunday },
  });
}

async function servedSince(interpreters: string[], since: Date, now: Date) {
  return countBy('$booking.interpreter', {
    'booking.interpreter': { $in: interpreters },
    status: { $in: ['completed', 'settled'] },
    start: { $gte: since, $lt: now },
  });
}

async function openOffers(interpreters: string[], { _id, start, end }: Wanted) {
  return countOffers(interpreters, {
    _id: { $ne: _id },
    status: 'requested',
    start: { $lt: end, $gt: new Date(start.getTime() - day) },
    end: { $gt: start },
    offers: { $elemMatch: { state: { $in: open }, interpreter: { $in: interpreters } } },
  });
}

async function askedSince(interpreters: string[], since: Date) {
  return countOffers(
    interpreters,
    { 'offers.interpreter': { $in: interpreters }, start: { $gte: since } },
    since,
  );
}

async function countBy(field: string, filter: object): Promise<Map<string, number>> {
  const counted = await Assignments.aggregate<Counted>([
    { $match: filter },
    { $group: { _id: field, count: { $sum: 1 } } },
  ]);
  return new Map(counted.map(({ _id, count }) => [_id, count]));
}

async function countOffers(
  interpreters: string[],
  filter: object,
  since?: Date,
): Promise<Map<string, number>> {
  const which = since ? { 'offers.askedAt': { $gte: since } } : { 'offers.state': { $in: open } };
  const counted = await Assignments.aggregate<Counted>([
    { $match: filter },
    { $unwind: '$offers' },
    { $match: { 'offers.interpreter': { $in: interpreters }, ...which } },
    { $group: { _id: '$offers.interpreter', count: { $sum: 1 } } },
  ]);
  return new Map(counted.map(({ _id, count }) => [_id, count]));
}
