/** Rounds: for each one who was asked and with how many points, and why the other speakers of the language were not. */
import { z } from 'zod';
import { id } from './shape.ts';
import { defineModel, type Fields, isRepeated, part, required, schemaVersion, trusted } from './storage.ts';

const asked = z.strictObject({
  interpreter: id,
  account: id,
  offer: id,
  points: z.number(),
  reasons: z.array(z.string()),
});
const excluded = z.strictObject({ interpreter: id, code: z.string() });

/** `_id` = assignment:n. Stored before its offers are made. */
const round = z.strictObject({
  _id: z.string(),
  schemaVersion: z.number().int(),
  assignment: id,
  at: z.date(),
  /** Who started it: a coordinator, or the rules. */
  by: z.enum(['coordinator', 'system']),
  asked: z.array(asked),
  /** Speakers of the language who were not asked, and why not. */
  excluded: z.array(excluded),
  /** That people are still named; gone when only the counts remain, so that nobody looks at it again. */
  named: z.boolean().optional(),
  /** How many were asked, fitted but were not asked, spoke the language and did not fit, and do not speak it. */
  counts: z.strictObject({
    asked: z.number().int(),
    waiting: z.number().int(),
    excluded: z.number().int(),
    rest: z.number().int(),
  }),
});
export type Round = z.infer<typeof round>;

/** How long it stays readable who was asked and who was not, in days; then only the counts remain. */
const namedDays = 90;

const fields: Fields<Round> = {
  _id: required.string,
  schemaVersion: required.number,
  assignment: required.string,
  at: required.date,
  by: required.string,
  asked: [
    part<Round['asked'][number]>({
      interpreter: required.string,
      account: required.string,
      offer: required.string,
      points: required.number,
      reasons: [String],
    }),
  ],
  excluded: [part<Round['excluded'][number]>({ interpreter: required.string, code: required.string })],
  named: Boolean,
  counts: part<Round['counts']>({
    asked: required.number,
    waiting: required.number,
    excluded: required.number,
    rest: required.number,
  }),
};
const Rounds = defineModel<Round>('rounds', fields, [
  { key: { assignment: 1, at: 1 }, options: { name: 'assignment' } },
  { key: { named: 1, at: 1 }, options: { name: 'still_named' } },
]);

export type NewRound = Omit<Round, '_id' | 'schemaVersion' | 'named'> & { n: number };

/** Notes down a round before its offers are made; a plan that was not carried out gives way to the next one. */
export async function planRound({ n, ...values }: NewRound): Promise<void> {
  const update = { $set: { ...values, named: true, schemaVersion } };
  const write = () => Rounds.updateOne({ _id: `${values.assignment}:${n}` }, update, { upsert: true });
  await write().catch((error: unknown) => {
    if (!isRepeated(error)) throw error;
    return write();
  });
}

/** Makes sure that the round which was carried out is the one that is noted, should another plan have overwritten it. */
export async function keepRound(round: NewRound): Promise<void> {
  const [first] = round.asked;
  const isNoted = await Rounds.exists({
    _id: `${round.assignment}:${round.n}`,
    'asked.0.offer': first?.offer,
  });
  if (!isNoted) await planRound(round);
}

/** The rounds of one assignment, in order. */
export async function roundsOf(assignment: string): Promise<Round[]> {
  return Rounds.find({ assignment }).sort({ at: 1, _id: 1 }).lean<Round[]>();
}

/** Leaves only the counts of rounds that are older than ninety days. @returns how many were reduced */
export async function reduceOldRounds(now: Date): Promise<number> {
  const until = new Date(now.getTime() - namedDays * 86_400_000);
  const { modifiedCount } = await Rounds.updateMany(
    { named: true, at: trusted({ $lt: until }) },
    { $set: { asked: [], excluded: [] }, $unset: { named: 1 } },
  );
  return modifiedCount;
}

/** Marks the rounds of older versions that still name people, and lets go of the index that did not help to find them. */
export async function markNamedRounds(): Promise<void> {
  const names = (await Rounds.collection.indexes()).map(({ name }) => name);
  if (names.includes('named')) await Rounds.collection.dropIndex('named');
  await Rounds.updateMany(
    { $or: [{ 'asked.offer': trusted({ $exists: true }) }, { 'excluded.code': trusted({ $exists: true }) }] },
    { $set: { named: true } },
  );
}
