/** Reading assignments: lists by filter with a cursor, one person's, and what the sweeps look for. */
import { dropFromOutbox, withSomethingToSay } from '../outbox.ts';
import { trusted } from '../storage.ts';
import { type Assignment, occupying, type Status } from './shape.ts';
import { Assignments } from './storage.ts';

/** Whose assignments a caller may see; at least one side is given. */
export type Scope = { centres?: string[]; agencies?: string[]; interpreters?: string[] };

export type ListFilter = {
  status?: Status[] | undefined;
  language?: string | undefined;
  from?: Date | undefined;
  to?: Date | undefined;
  updatedSince?: Date | undefined;
};

/** The place in a list behind which the next page begins. */
export type Cursor = { start: Date; id: string };

/** One page of the assignments in this scope, by start; `next` leads to the following one. */
export async function listAssignments(
  scope: Scope,
  filter: ListFilter,
  { limit, after }: { limit: number; after?: Cursor | undefined },
): Promise<{ items: Assignment[]; next?: Cursor }> {
  const items = await Assignments.find({
    $and: [scopeFilter(scope), listFilter(filter), after ? behind(after) : {}],
  } as never)
    .sort({ start: 1, _id: 1 })
    .limit(limit + 1)
    .lean<Assignment[]>();
  const page = items.slice(0, limit);
  const last = page.at(-1);
  return items.length > limit && last
    ? { items: page, next: { start: last.start, id: last._id } }
    : { items: page };
}

/** These assignments, by id; those that are gone are left out. */
export async function findAssignments(ids: string[]): Promise<Map<string, Assignment>> {
  const all = await Assignments.find({ _id: trusted({ $in: ids }) }).lean<Assignment[]>();
  return new Map(all.map((one) => [one._id, one]));
}

/** The assignments of these events, by start. */
export async function assignmentsOfEvents(events: string[]): Promise<Assignment[]> {
  return Assignments.find({ event: trusted({ $in: events }) })
    .sort({ start: 1, _id: 1 })
    .lean<Assignment[]>();
}

/** Assignments in which this person has been asked and that is not over yet, in the order of their time. */
export async function assignmentsAsking(interpreter: string, now: Date): Promise<Assignment[]> {
  return Assignments.find({ 'offers.interpreter': interpreter, end: trusted({ $gt: now }) })
    .sort({ start: 1, _id: 1 })
    .lean<Assignment[]>();
}

/** What a person's calendar shows: firm bookings from a month ago on, and those cancelled since then. */
export async function calendarOf(interpreter: string, since: Date): Promise<Assignment[]> {
  const all = await Assignments.find({
    'booking.interpreter': interpreter,
    status: trusted({ $in: ['confirmed', 'completed', 'settled', 'cancelled'] as Status[] }),
    end: trusted({ $gt: since }),
  })
    .sort({ start: 1 })
    .lean<Assignment[]>();
  return all.filter(({ cancellation, firmAt }) => !cancellation || (firmAt && cancellation.at > since));
}

/** What the sweeps look for, oldest first; the rule then decides. */
export const due = {
  /** Searches whose next round may start by itself. */
  rounds: (now: Date) => ids({ nextRoundAt: trusted({ $lte: now }), status: 'requested' }),
  /** Where a time to answer, to choose, to keep or to search has passed. */
  deadlines: (now: Date) => ids({ dueAt: trusted({ $lte: now }) }),
  /** Bookings made against a conflict that may have ended meanwhile. */
  overrides: (now: Date) =>
    ids({
      'booking.override': trusted({ $exists: true }),
      'booking.cells': trusted({ $exists: false }),
      status: trusted({ $in: occupying }),
      end: trusted({ $gt: now }),
    }),
  /** Appointments that are over, or have begun without being firm. */
  endings: async (now: Date) => [
    ...(await ids({ status: 'confirmed', end: trusted({ $lte: now }) })),
    ...(await ids({
      status: trusted({ $in: ['requested', 'accepted', 'moved'] as Status[] }),
      start: trusted({ $lte: now }),
    })),
  ],
  /** Assignments in these statuses that start within the next hours. */
  startingWithin: (statuses: Status[], hours: number, now: Date): Promise<Assignment[]> =>
    Assignments.find({
      status: trusted({ $in: statuses }),
      start: trusted({ $gt: now, $lte: new Date(now.getTime() + hours * 3_600_000) }),
    })
      .sort({ start: 1 })
      .lean<Assignment[]>(),
};

/** What assignments still have to say, for `post`. */
export const assignmentOutbox = {
  waiting: (limit: number) => withSomethingToSay(Assignments, limit),
  drop: (assignment: string, entry: string) => dropFromOutbox(Assignments, assignment, entry),
};

function ids(filter: object): Promise<{ _id: string }[]> {
  return Assignments.find(filter, { _id: 1 }).sort({ start: 1 }).limit(200).lean<{ _id: string }[]>();
}

function scopeFilter({ centres, agencies, interpreters }: Scope): object {
  const sides = [
    centres?.length && { centre: trusted({ $in: centres }) },
    agencies?.length && { agency: trusted({ $in: agencies }) },
    interpreters?.length && { 'booking.interpreter': trusted({ $in: interpreters }) },
  ].filter((side) => side);
  return sides.length > 0 ? { $or: sides } : { _id: '' };
}

function listFilter({ status, language, from, to, updatedSince }: ListFilter): object {
  return {
    ...(status?.length && { status: trusted({ $in: status }) }),
    ...(language && { language }),
    ...((from || to) && { start: trusted({ ...(from && { $gte: from }), ...(to && { $lt: to }) }) }),
    ...(updatedSince && { updatedAt: trusted({ $gte: updatedSince }) }),
  };
}

/** What lies behind this place in a list by start. */
export function behind({ start, id }: Cursor): object {
  return {
    start: trusted({ $gte: start }),
    $or: [{ start: trusted({ $gt: start }) }, { start, _id: trusted({ $gt: id }) }],
  };
}
