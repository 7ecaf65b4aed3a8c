/** How an assignment changes: read, decide by rule, one atomic update that holds only for the version read; on a miss, again. */
import { setTimeout as pause } from 'node:timers/promises';
import { coordinatorsOf } from '../account.ts';
import { type Centre, findCentre } from '../centre.ts';
import { PoolError } from '../pool-error.ts';
import { entryOf } from '../rules/repeated.ts';
import type { Change } from '../rules/transitions/change.ts';
import { derive, derivedFields } from '../rules/transitions/derived.ts';
import type { Actor, Situation } from '../rules/transitions/situation.ts';
import { type Action, decide, type Input } from '../rules/transitions.ts';
import { found, isDuplicateOf, trusted } from '../storage.ts';
import type { Assignment, Status } from './shape.ts';
import { Assignments, noDoubleBooking } from './storage.ts';

/** How often a change is decided anew when another process was faster, and the longest pause before that in milliseconds. */
const attempts = 5;
const longestPause = 60;

/** Changes of one assignment wait for each other within this process; between processes the database decides. */
const queues = new Map<string, Promise<unknown>>();

/** The version a caller has seen (`If-Match`); without one the change applies to whatever is there. */
export type Expected = { version?: number | undefined };

/** Who makes a change and when. */
export type By = { actor: Actor; now: Date } & Expected;

/** The assignment with this id. @throws `not_found` */
export async function findAssignment(id: string): Promise<Assignment> {
  return found(await Assignments.findOne({ _id: id }).lean<Assignment>());
}

/** What every rule may ask about this assignment. */
export async function situationOf(centre: string, actor: Actor, now: Date): Promise<Situation> {
  const [own, coordinators] = await Promise.all([findCentre(centre), coordinatorsOf(centre)]);
  return { now, actor, centre: own, coordinators };
}

/**
 * Makes one change true. State, history and what must be said change together or not at all.
 * @param decideChange may read what it needs; it is asked again with the newest state when somebody else was faster, or
 *   when the database refuses the interpreter's time: a neighbour that was booked meanwhile may only have to make room
 * @returns the assignment afterwards; unchanged when there was nothing to do, or when this very call has done it before
 * @throws `not_found`; `key_reused` when the key of the call was used for another; `stale_version` when the caller has seen another version; `already_booked` when the database
 *   refuses the interpreter's time every time; `busy` when others were faster every time; and whatever the rule refuses with
 */
export function changeAssignment(id: string, decideChange: DecideChange, by: By): Promise<Assignment> {
  return inTurn(id, () => attemptChange(id, decideChange, by));
}

type DecideChange = (assignment: Assignment) => Change | null | Promise<Change | null>;

async function attemptChange(
  id: string,
  decideChange: DecideChange,
  { actor: { request }, now, ...expected }: By,
): Promise<Assignment> {
  let wasRefused = false;
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const assignment = await findAssignment(id);
    if (entryOf(assignment.history, request, now)) return assignment;
    if (expected.version !== undefined && expected.version !== assignment.version) {
      throw new PoolError('stale_version', { params: { seen: expected.version, now: assignment.version } });
    }
    const change = await decideChange(assignment);
    if (!change) return assignment;
    const changed = await apply(id, change);
    wasRefused = changed === noRoom;
    if (changed && changed !== noRoom) return changed;
    await pause(Math.random() * Math.min(longestPause, 5 * attempt * attempt));
  }
  throw new PoolError(wasRefused ? 'already_booked' : 'busy');
}

/** One action of the table, for callers that bring everything the rule needs. */
export async function act<Name extends Action>(
  id: string,
  action: Name,
  input: Input<Name>,
  by: By,
): Promise<Assignment> {
  return changeAssignment(
    id,
    async (assignment) =>
      decide(assignment, action, input, await situationOf(assignment.centre, by.actor, by.now)),
    by,
  );
}

/**
 * Works the times of the sweeps out anew, when the centre's rules have changed since, or an earlier version of this program
 * has not known them. Nothing else changes, so neither does the version.
 */
export async function rearm(assignment: Assignment, centre: Centre, now: Date): Promise<void> {
  const { _id, version } = assignment;
  const derived = derive(assignment, assignment, { centre, now });
  const gone = derivedFields.filter((key) => !derived[key] && assignment[key]);
  await Assignments.updateOne(
    { _id, version },
    {
      ...(Object.keys(derived).length > 0 && { $set: derived }),
      ...(gone.length > 0 && { $unset: Object.fromEntries(gone.map((key) => [key, 1])) }),
    },
    { timestamps: false },
  );
}

/** Has the sweep look once at everything that is open, for databases from before it went by a time. */
export async function armAll(): Promise<void> {
  await Assignments.updateMany(
    {
      status: trusted({ $in: ['unverified', 'requested', 'accepted', 'moved'] as Status[] }),
      dueAt: trusted({ $exists: false }),
    },
    { $set: { dueAt: new Date(0) } },
    { timestamps: false },
  );
}

/** Fifty answers in one moment would otherwise make each other start again. */
async function inTurn<T>(id: string, change: () => Promise<T>): Promise<T> {
  const turn = (queues.get(id) ?? Promise.resolve()).catch(() => undefined).then(change);
  queues.set(id, turn);
  try {
    return await turn;
  } finally {
    if (queues.get(id) === turn) queues.delete(id);
  }
}

/** The database has refused the interpreter's time. */
const noRoom = Symbol('no room');

/** @returns null when somebody else was faster */
async function apply(id: string, change: Change): Promise<Assignment | null | typeof noRoom> {
  const update = {
    $set: change.set,
    ...(change.unset.length > 0 && { $unset: Object.fromEntries(change.unset.map((key) => [key, 1])) }),
    $push: { history: change.history, outbox: { $each: change.outbox } },
  };
  try {
    return await Assignments.findOneAndUpdate({ _id: id, version: change.version }, update as never, {
      returnDocument: 'after',
    }).lean<Assignment>();
  } catch (error) {
    if (isDuplicateOf(error, noDoubleBooking)) return noRoom;
    throw error;
  }
}
