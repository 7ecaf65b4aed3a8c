/** A new request: checked against the rules, given a number, and stored in one piece with its history and what must be said. */
import { DateTime } from 'luxon';
import type { z } from 'zod';
import { createOnce } from '../calls/once.ts';
import type { Centre } from '../centre.ts';
import { nextNumber } from '../counter.ts';
import { readLanguages } from '../language.ts';
import { namedByLists } from '../lists/named.ts';
import { positionOfPostcode } from '../municipality.ts';
import { PoolError } from '../pool-error.ts';
import { localFields } from '../rules/local-time.ts';
import { checkRequest } from '../rules/request-check.ts';
import { applyChange } from '../rules/transitions/change.ts';
import type { Actor, Situation } from '../rules/transitions/situation.ts';
import { decide } from '../rules/transitions.ts';
import { gridInstant, id } from '../shape.ts';
import { isDuplicateOf, isRepeated, schemaVersion, trusted } from '../storage.ts';
import { findAssignment, situationOf } from './change.ts';
import { type Assignment, period, request } from './shape.ts';
import { Assignments, uniqueNumber } from './storage.ts';

/** What a client sends to ask for an interpreter. */
export const newRequest = request.omit({ position: true }).extend({
  start: gridInstant,
  end: gridInstant,
  alternatives: period.extend({ start: gridInstant, end: gridInstant }).array().max(2).default([]),
  alsoLanguages: id.array().max(5).default([]),
  alsoModes: request.shape.alsoModes.max(2).default([]),
  programmes: request.shape.programmes.max(10).default([]),
  genderWish: request.shape.genderWish.default('none'),
});
export type NewRequest = z.output<typeof newRequest>;

/** Whose request it is: the centre and the agency, who enters it and who is written to, and the event it belongs to. */
export type Requester = {
  centre: string;
  agency: string;
  requestedBy: string;
  contact?: string | undefined;
  event?: string;
};

/** A request that was planned before: the id it was given then, and when, for the rules of a request hold as of then. */
type Planned = { id: string; at: Date };

/**
 * Stores a new request and submits it; the receipt leaves because of the same write. The same call again is answered
 * with the request that it has made before, and one that was planned and is there already stays as it is.
 * @throws `invalid_input` with every field that breaks a rule; `key_reused`
 */
export async function createRequest(input: NewRequest, requester: Requester, by: By): Promise<Assignment> {
  const { planned, actor, now } = by;
  if (planned) return storePlanned(planned, input, requester, by);
  const call = { request: actor.request, now };
  return createOnce(call, findMade, (id) => storeRequest(id, input, requester, by));
}

type By = { actor: Actor; now: Date; planned?: Planned };

/** What a call has made under this id. */
export async function findMade(id: string) {
  const made = await Assignments.findOne({ _id: id }).lean<Assignment>();
  return made ? { made, done: made.history[0] ?? { at: made.createdAt } } : undefined;
}

async function storePlanned({ id }: Planned, input: NewRequest, requester: Requester, by: By) {
  try {
    return await storeRequest(id, input, requester, by);
  } catch (error) {
    if (isRepeated(error)) return findAssignment(id);
    throw error;
  }
}

async function storeRequest(
  id: string,
  input: NewRequest,
  requester: Requester,
  { actor, now, planned }: By,
): Promise<Assignment> {
  const [languages, situation, position] = await Promise.all([
    readLanguages(),
    situationOf(requester.centre, actor, now),
    input.venue && positionOfPostcode(input.venue.postcode, requester.centre),
  ]);
  const { localDate } = localFields(input.start, situation.centre.zone);
  const { named, errors: unnamed } = await namedByLists(input, requester.centre, localDate);
  const errors = [
    ...checkRequest(input, { languages, now: planned?.at ?? now }),
    ...(planned ? [] : unnamed),
  ];
  if (errors.length > 0) throw new PoolError('invalid_input', { errors });
  const { zone } = situation.centre;
  return storeNumbered(situation, (number) =>
    submittedOf(
      draftOf({ ...named, ...(position && { position }) }, requester, { now, zone, number, id }),
      situation,
    ),
  );
}

/** Stores what `make` makes of the next number of the centre. */
export async function storeNumbered(
  { centre, now }: Pick<Situation, 'centre' | 'now'>,
  make: (number: string) => Assignment,
): Promise<Assignment> {
  for (;;) {
    const assignment = make(await numberFor(centre, now));
    if (await isStored(assignment)) return assignment;
  }
}

function submittedOf(draft: Assignment, situation: Situation): Assignment {
  const change = decide(draft, 'submit', {}, situation);
  return change ? applyChange(draft, change) : draft;
}

/** The counter gives numbers, the unique index judges them: one that is taken after all is not used. */
async function isStored(assignment: Assignment): Promise<boolean> {
  try {
    await Assignments.create(assignment);
    return true;
  } catch (error) {
    if (isDuplicateOf(error, uniqueNumber)) return false;
    throw error;
  }
}

/** A draft of a request, as nobody but its author knows it. Pure. */
export function draftOf(
  input: NewRequest & Partial<Pick<Assignment, 'position'>>,
  requester: Requester,
  { now, zone, number, id }: { now: Date; zone: string; number: string; id: string },
): Assignment {
  const { contact, ...owner } = requester;
  return {
    ...input,
    ...owner,
    ...(contact && { contact }),
    ...localFields(input.start, zone),
    _id: id,
    schemaVersion,
    number,
    status: 'draft',
    version: 0,
    sequence: 0,
    offers: [],
    round: 0,
    history: [],
    outbox: [],
    createdAt: now,
    updatedAt: now,
  };
}

/** Stores many assignments as they are, unchecked for the sake of speed: the demo pool, whose shape a test checks. */
export async function insertAssignments(values: Assignment[]): Promise<void> {
  await Assignments.insertMany(values, { lean: true });
}

/** Removes requests whose address nobody has checked within fourteen days. @returns how many */
export async function removeUnverified(now: Date): Promise<number> {
  const until = new Date(now.getTime() - 14 * 86_400_000);
  const { deletedCount } = await Assignments.deleteMany({
    status: 'unverified',
    createdAt: trusted({ $lt: until }),
  });
  return deletedCount;
}

/** The next number of the centre in the year of the request, such as 2026-0431. Numbers may have gaps, never twins. */
async function numberFor({ _id, zone }: Centre, now: Date): Promise<string> {
  const { year } = DateTime.fromJSDate(now, { zone });
  return formatNumber(year, await nextNumber(`${_id}:${year}`));
}

/** `2026-0431`. */
export function formatNumber(year: number, count: number): string {
  return `${year}-${String(count).padStart(4, '0')}`;
}
