/** One document that cannot be understood is reported, and everything else goes on. */
import { afterEach, describe, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { deadlines } from '../../jobs/deadlines.ts';
import { mailboxMailer } from '../../jobs/mailer.ts';
import { offerRounds } from '../../jobs/offer-rounds.ts';
import type { PostOffice } from '../../jobs/post.ts';
import { startJobs } from '../../jobs/timetable.ts';
import { findAssignment } from '../../models/assignment/change.ts';
import { queueMessages } from '../../models/message.ts';
import { createSecrets } from '../../models/secrets.ts';
import { type PoolOptions, testSettings } from '../support/pool.ts';
import { requestFrom } from '../support/requests.ts';
import { id } from '../support/small-pool.ts';
import { type Known, openStory, type Story } from '../support/story.ts';

const week = { start: '2026-12-03T10:00:00+01:00', end: '2026-12-03T11:00:00+01:00' };

let story: Story;
let broken: Known;
let sound: Known;

/** Two searches in which somebody has been asked; the first by time is the one to break. */
async function twoSearches(options: PoolOptions = {}): Promise<void> {
  story = await openStory({ rules: { rounds: 'automatic' }, ...options });
  broken = await requestFrom(story.kim);
  sound = await requestFrom(story.kim, week);
  await story.pool.mails();
}

afterEach(() => story.stop());

async function isDamaged(values: object): Promise<void> {
  await mongoose.connection
    .collection('assignments')
    .updateOne({ _id: broken.id as never }, { $set: values });
}

/** Runs a sweep and says what was reported. */
async function reported(sweep: typeof offerRounds): Promise<string[]> {
  const reports: string[] = [];
  const run = sweep(story.pool.time.now(), (_error, what) => reports.push(what));
  const cameToItsEnd = await run.then(
    () => true,
    () => false,
  );
  expect(cameToItsEnd).toBe(true);
  return reports;
}

describe('a search', () => {
  test.each([
    ['whose centre does not exist', { centre: 'nowhere' }],
    ['whose second languages are gone', { alsoLanguages: null }],
  ])('%s does not keep the next from being asked, and is reported', async (_how, values) => {
    await twoSearches();
    await isDamaged(values);
    story.pool.time.advance(26 * 3_600_000);

    const reports = [...(await reported(deadlines)), ...(await reported(offerRounds))];

    expect((await findAssignment(sound.id)).offers.map(({ state }) => state)).toEqual(['lapsed', 'pending']);
    expect(new Set(reports)).toEqual(new Set([`assignment ${broken.id}`]));
  });
});

test('a yes that cannot be read does not keep another from booking itself', async () => {
  await twoSearches({
    rules: { rounds: 'automatic', confirmAutomaticallyHours: 500, confirmWarningHours: 500 },
  });
  await story.answers(broken, 'amal', 'accept');
  await story.answers(sound, 'noor', 'accept');
  await isDamaged({ offers: 'none' });

  const reports = await reported(deadlines);

  expect((await findAssignment(sound.id)).status).toBe('confirmed');
  expect(reports).toEqual([`assignment ${broken.id}`]);
});

test('mails leave even when the rounds fail', async () => {
  await twoSearches();
  const reports: string[] = [];
  let isFirst = true;
  const office: PostOffice = {
    mailer: mailboxMailer,
    settings: {
      baseUrl: story.pool.url,
      secrets: createSecrets(testSettings('').secretKeys),
      from: { name: 'Dolmetscherpool', address: 'pool@example.org' },
    },
    clock: () => {
      const at = isFirst ? new Date(Number.NaN) : story.pool.time.now();
      isFirst = false;
      return at;
    },
    onError: (_error, what) => reports.push(what),
  };
  const toKim = { role: 'contact' as const, account: id('kim'), version: 1, sequence: 0 };
  await queueMessages(
    [{ ...toKim, _id: 'receipt:x', kind: 'receipt', assignment: sound.id }],
    story.pool.time.now(),
  );
  const before = (await story.mailsTo('kim')).length;
  const jobs = await startJobs(office);

  jobs.wake();
  await jobs.settled();

  expect(await story.mailsTo('kim')).toHaveLength(before + 1);
  expect(reports).toEqual(['offer rounds after a change']);
});
