/** Records of rounds: noted before anybody is asked, and true to what was carried out. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { markNamedRounds, planRound, reduceOldRounds, roundsOf } from '../../models/round.ts';
import { berlin } from '../support/factories.ts';
import { requestFrom } from '../support/requests.ts';
import { id } from '../support/small-pool.ts';
import { type Known, openStory, type Story } from '../support/story.ts';

let story: Story;
let assignment: Known;

beforeEach(async () => {
  story = await openStory();
  assignment = await requestFrom(story.kim);
});

afterEach(() => story.stop());

const planOf = (name: string) => ({
  n: 1,
  assignment: assignment.id,
  at: berlin('2026-11-23', '10:00'),
  by: 'system' as const,
  asked: [
    { interpreter: id(name), account: id(name), offer: `offer-${name}`, points: 50, reasons: ['free'] },
  ],
  excluded: [],
  counts: { asked: 1, waiting: 1, excluded: 0, rest: 0 },
});

/** Something happens at the last moment before the assignment itself changes. */
function beforeItIsWritten(happens: () => Promise<void>): void {
  const assignments = mongoose.connection.collection('assignments');
  const write = assignments.findOneAndUpdate;
  Object.assign(assignments, {
    findOneAndUpdate: async (...given: Parameters<typeof write>) => {
      await happens();
      return write.apply(assignments, given);
    },
  });
}

test('a round is noted before anybody is asked, and what was not carried out gives way', async () => {
  const noted: unknown[] = [];
  beforeItIsWritten(async () => {
    noted.push(
      ...(await roundsOf(assignment.id)).flatMap(({ asked }) => asked.map((one) => one.interpreter)),
    );
  });
  await planRound(planOf('amal'));

  await story.ask(assignment, 'noor');

  expect(noted).toEqual([id('noor')]);
  expect(await roundsOf(assignment.id)).toMatchObject([{ asked: [{ interpreter: id('noor') }] }]);
});

test('of two plans for one round the one that was carried out stays noted', async () => {
  beforeItIsWritten(() => planRound(planOf('amal')));

  await story.ask(assignment, 'noor');

  expect(await roundsOf(assignment.id)).toMatchObject([
    { _id: `${assignment.id}:1`, asked: [{ interpreter: id('noor') }] },
  ]);
});

test('what is old is reduced once, also what an older version has noted, and found by an index', async () => {
  const rounds = mongoose.connection.collection('rounds');
  const later = berlin('2027-03-01', '10:00');
  await planRound(planOf('amal'));
  await rounds.updateMany({}, { $unset: { named: 1 } });
  await rounds.createIndex({ 'asked.offer': 1, at: 1 }, { name: 'named' });

  await markNamedRounds();
  const reduced = [await reduceOldRounds(later), await reduceOldRounds(later)];

  expect(reduced).toEqual([1, 0]);
  expect(await roundsOf(assignment.id)).toMatchObject([{ asked: [], counts: { asked: 1 } }]);
  expect(await rounds.countDocuments({ named: true })).toBe(0);
  const indexes = (await rounds.indexes()).map(({ name }) => name);
  expect(indexes).toContain('still_named');
  expect(indexes).not.toContain('named');
});
