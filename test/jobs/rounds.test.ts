/** One round after the other: however many sweeps look at once, the next person is asked, and one at a time. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { offerRounds } from '../../jobs/offer-rounds.ts';
import { findAssignment } from '../../models/assignment/change.ts';
import { requestFrom } from '../support/requests.ts';
import { id } from '../support/small-pool.ts';
import { type Known, openStory, type Story } from '../support/story.ts';

const interpreters = ['amal', 'noor', 'rima', 'sara', 'tara'];

let story: Story;
let assignment: Known;

beforeEach(async () => {
  story = await openStory({ rules: { rounds: 'automatic' }, interpreters });
  assignment = await requestFrom(story.kim);
  await story.pool.mails();
});

afterEach(() => story.stop());

/** As Agenda runs it, in this process or another. */
const sweep = () =>
  offerRounds(story.pool.time.now(), (error) => {
    throw error;
  });
const statesNow = async () => (await findAssignment(assignment.id)).offers.map(({ state }) => state);

test('two sweeps that see the same search at once ask one person', async () => {
  for (const [index, name] of interpreters.slice(0, 3).entries()) {
    await story.coordinate(assignment, 'decline', { offer: await offerOf(name) });

    story.pool.slowDown(12);
    await Promise.all([sweep(), sweep()]);
    story.pool.slowDown(0);

    expect(await statesNow()).toEqual([...Array(index + 1).fill('declined'), 'pending']);
  }
});

test('a sweep beside the one that a no has woken asks nobody else', async () => {
  for (const [index, name] of interpreters.slice(0, 3).entries()) {
    await story.tokenOf(assignment, name);

    story.pool.slowDown(12);
    await story.answers(assignment, name, 'decline');
    await Promise.all([sweep(), sweep()]);
    await story.pool.mails();
    story.pool.slowDown(0);

    expect(await statesNow()).toEqual([...Array(index + 1).fill('declined'), 'pending']);
  }
});

test('a sweep that has seen an older state of the search asks nobody', async () => {
  const before = await findAssignment(assignment.id);

  await Promise.all([sweep(), sweep(), sweep()]);

  expect((await findAssignment(assignment.id)).version).toBe(before.version);
});

async function offerOf(name: string): Promise<string> {
  const { offers } = await findAssignment(assignment.id);
  return offers.find(({ interpreter }) => interpreter === id(name))?.id ?? '';
}
