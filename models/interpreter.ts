/** Interpreters: the volunteers. Languages and availability belong to the person; status, limits and exclusions to a centre. */
import { z } from 'zod';
import { type Availability, availability, availabilityPart } from './availability.ts';
import { type Patch, revise } from './calls/revision.ts';
import { freeing, freeingPart } from './interpreter/freeing.ts';
import { id, mode, type Position, position } from './shape.ts';
import { defineModel, type Fields, found, part, required, schemaVersion, trusted } from './storage.ts';

export const level = z.enum(['A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'native']);
export type Level = z.infer<typeof level>;

/** A language somebody works in; not everybody works in each language by every mode. */
export const spokenLanguage = z.strictObject({
  language: id,
  variety: id.optional(),
  level,
  modes: z.array(mode),
});
export type SpokenLanguage = z.infer<typeof spokenLanguage>;

/** A language somebody follows without working in it. Only `well` is ever matched, and ranks lower. */
export const understoodLanguage = z.strictObject({ language: id, strength: z.enum(['well', 'some']) });
export type UnderstoodLanguage = z.infer<typeof understoodLanguage>;

export const memberStatus = z.enum(['applied', 'active', 'paused', 'resting', 'left']);

/** Belonging to one centre. Exclusions and preferences name agencies, never a reason. */
export const centreMembership = z.strictObject({
  centre: id,
  status: memberStatus,
  pausedUntil: z.date().optional(),
  excludedAgencies: z.array(id),
  preferredAgencies: z.array(id),
  /** What the centre found out, where it differs from what the person said. */
  assessedLevels: z.array(z.strictObject({ language: id, level })),
  /** Papers that run out; only the day, never the paper. */
  proofExpiresAt: z.date().optional(),
  /** Where it differs from the person's own. */
  availability: availability.optional(),
  freeing: freeing.optional(),
});
export type CentreMembership = z.infer<typeof centreMembership>;

export const interpreter = z.strictObject({
  _id: id,
  schemaVersion: z.number().int(),
  version: z.number().int().optional(),
  account: id,
  gender: z.enum(['female', 'male', 'other']),
  languages: z.array(spokenLanguage),
  alsoUnderstands: z.array(understoodLanguage),
  municipality: id.optional(),
  position: position.optional(),
  /** How far somebody travels, in kilometres as the crow flies. */
  radiusKilometres: z.number().positive().optional(),
  /** Most appointments a week, over all centres. */
  capPerWeek: z.number().int().positive().optional(),
  reachableByPhone: z.boolean(),
  availability: availability.optional(),
  memberships: z.array(centreMembership),
  /** Raised to make the secret of the calendar feed a new one. */
  calendarVersion: z.number().int(),
  createdAt: z.date(),
});
export type Interpreter = z.infer<typeof interpreter>;

const fields: Fields<Interpreter> = {
  _id: required.string,
  schemaVersion: required.number,
  version: Number,
  account: required.string,
  gender: required.string,
  languages: [
    part<SpokenLanguage>({
      language: required.string,
      variety: String,
      level: required.string,
      modes: [String],
    }),
  ],
  alsoUnderstands: [part<UnderstoodLanguage>({ language: required.string, strength: required.string })],
  municipality: String,
  position: part<Position>({ lat: required.number, lon: required.number }),
  radiusKilometres: Number,
  capPerWeek: Number,
  reachableByPhone: required.boolean,
  availability: availabilityPart,
  memberships: [
    part<CentreMembership>({
      centre: required.string,
      status: required.string,
      pausedUntil: Date,
      excludedAgencies: [String],
      preferredAgencies: [String],
      assessedLevels: [
        part<CentreMembership['assessedLevels'][number]>({
          language: required.string,
          level: required.string,
        }),
      ],
      proofExpiresAt: Date,
      availability: availabilityPart,
      freeing: freeingPart,
    }),
  ],
  calendarVersion: required.number,
  createdAt: required.date,
};
const Interpreters = defineModel<Interpreter>('interpreters', fields, [
  { key: { account: 1 }, options: { name: 'account', unique: true } },
  { key: { 'memberships.centre': 1 }, options: { name: 'centre' } },
  { key: { 'memberships.freeing.at': 1 }, options: { name: 'freeing', sparse: true } },
]);

/** Stores interpreters. @throws E11000 when an account is already one. */
export async function insertInterpreters(values: Omit<Interpreter, 'schemaVersion'>[]): Promise<void> {
  await Interpreters.insertMany(values.map((value) => ({ ...value, schemaVersion })));
}

/** The interpreter with this id. @throws `not_found` */
export async function findInterpreter(interpreter: string): Promise<Interpreter> {
  return found(await Interpreters.findOne({ _id: interpreter }).lean<Interpreter>());
}

/** Everybody who belongs to this centre, whatever their status. */
export async function interpretersOf(centre: string): Promise<Interpreter[]> {
  return Interpreters.find({ 'memberships.centre': centre }).lean<Interpreter[]>();
}

/** The interpreter that this account is, or null. */
export async function interpreterOf(account: string): Promise<Interpreter | null> {
  return Interpreters.findOne({ account }).lean<Interpreter>();
}

/**
 * Changes one person, all of the patch or nothing.
 * @param versions what the caller has seen; without them it applies to whatever is there
 * @throws `not_found`; `stale_version`; `busy`; and what `decide` refuses with
 */
export function changeInterpreter(
  interpreter: string,
  versions: number[] | undefined,
  decide: (present: Interpreter) => Patch<Interpreter> | Promise<Patch<Interpreter>>,
): Promise<Interpreter> {
  return revise(Interpreters, interpreter, versions, decide);
}

/** Replaces when this person is free. @throws `not_found`; `stale_version` */
export function saveAvailability(
  interpreter: string,
  value: Availability,
  versions?: number[],
): Promise<Interpreter> {
  return changeInterpreter(interpreter, versions, () => ({ availability: value }));
}

/** People who have ended a membership and may still hold bookings ahead there. */
export async function interpretersToFree(): Promise<Interpreter[]> {
  return Interpreters.find({ 'memberships.freeing.at': trusted({ $gt: new Date(0) }) })
    .sort({ 'memberships.freeing.at': 1, _id: 1 })
    .limit(100)
    .lean<Interpreter[]>();
}

/** Whether somebody still serves a centre: a question that was asked before they left it does not stand any more. */
export function serves({ memberships }: Interpreter, centre: string): boolean {
  const own = memberships.find((one) => one.centre === centre);
  return own !== undefined && own.status !== 'left' && own.status !== 'resting';
}
