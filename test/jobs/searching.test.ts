/** How somebody is sought: in waves or all at once, several may say yes, silence counts against nobody, and nobody searches for ever. */
import { afterEach, describe, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { findAssignment } from '../../models/assignment/change.ts';
import { roundsOf } from '../../models/round.ts';
import { berlin } from '../support/factories.ts';
import type { PoolOptions } from '../support/pool.ts';
import { requestFrom } from '../support/requests.ts';
import { id } from '../support/small-pool.ts';
import { type Known, openStory, type Story } from '../support/story.ts';

const minute = 60_000;
const hour = 60 * minute;
const interpreters = ['amal', 'noor', 'rima', 'sara', 'tara'];

let story: Story;
let assignment: Known;

afterEach(() => story.stop());

async function searching(rules: PoolOptions['rules'], values: object = {}): Promise<void> {
  story = await openStory({ rules: { rounds: 'automatic', ...rules }, interpreters });
  assignment = await requestFrom(story.kim, values);
  await story.pool.tick();
}

async function later(milliseconds: number): Promise<void> {
  story.pool.time.advance(milliseconds);
  await story.pool.tick();
}

/** Who has been asked, and what became of it: `amal pending`. */
async function asked(): Promise<string[]> {
  const { offers } = await findAssignment(assignment.id);
  return offers.map(
    ({ interpreter, state }) => `${interpreters.find((name) => id(name) === interpreter)} ${state}`,
  );
}

const subjectsTo = async (name: string) =>
  (await story.mailsTo(name, assignment)).map(({ subject }) => subject.split(' · ')[0]);
const press = async (name: string, answer: 'accept' | 'decline') => {
  await story.answers(assignment, name, answer);
  await story.pool.tick();
};

describe('in waves', () => {
  const waves = { offerMode: 'waves', waves: { size: 2, pauseMinutes: 30 } } as const;

  test('silence widens the wave and takes nothing away; the first yes ends it', async () => {
    await searching(waves);
    expect(await asked()).toEqual(['amal pending', 'noor pending']);

    await later(29 * minute);
    expect(await asked()).toHaveLength(2);
    await later(minute);
    expect(await asked()).toEqual(['amal pending', 'noor pending', 'rima pending', 'sara pending']);

    await press('amal', 'accept');
    expect(await asked()).toEqual(['amal accepted', 'noor lost', 'rima lost', 'sara lost']);
    expect(await subjectsTo('noor')).toContainEqual(expect.stringContaining('vergeben'));
  });

  test('when all of a wave have said no the next follows at once', async () => {
    await searching(waves);

    await press('amal', 'decline');
    await press('noor', 'decline');

    expect(await asked()).toEqual(['amal declined', 'noor declined', 'rima pending', 'sara pending']);
  });

  test('when everybody has been asked the coordinators hear it once, as soon as nobody has to answer any more', async () => {
    await searching({ offerMode: 'waves', waves: { size: 5, pauseMinutes: 30 } });
    await later(31 * minute);
    expect(await subjectsTo('mara')).toEqual([]);

    await later(13 * hour);
    await later(minute);

    expect((await asked()).every((one) => one.endsWith('lapsed'))).toBe(true);
    expect(await subjectsTo('mara')).toHaveLength(1);
  });

  test('each round leaves a record: who was asked with how many points, which speakers were not, the rest as a count', async () => {
    await searching({ ...waves, rounds: 'by_hand' });
    await story.mara.post(`/api/v1/assignments/${assignment.id}/offers`, {});
    await story.ask(assignment, 'tara');

    const [first, second] = await roundsOf(assignment.id);

    expect(first).toMatchObject({
      _id: `${assignment.id}:1`,
      by: 'coordinator',
      asked: [{ interpreter: id('amal'), points: expect.any(Number) }, { interpreter: id('noor') }],
      excluded: [],
      counts: { asked: 2, waiting: 3, excluded: 0, rest: 0 },
    });
    expect(second).toMatchObject({
      asked: [{ interpreter: id('tara') }],
      excluded: [
        { interpreter: id('amal'), code: 'already_asked' },
        { interpreter: id('noor'), code: 'already_asked' },
      ],
    });

    story.pool.time.advance(91 * 24 * hour);
    await story.pool.tick();
    expect(await roundsOf(assignment.id)).toMatchObject([
      { asked: [], excluded: [], counts: { asked: 2 } },
      { asked: [], excluded: [], counts: { asked: 1 } },
    ]);
  });
});

test('whose question was taken back, or who was let go, is not asked again by itself', async () => {
  await searching({});
  await story.coordinate(assignment, 'withdraw', { interpreters: [id('amal')] });
  await story.pool.tick();
  await press('noor', 'accept');
  await story.coordinate(assignment, 'release', { reason: 'doch nicht' });
  await story.pool.tick();

  expect(await asked()).toEqual(['amal withdrawn', 'noor withdrawn', 'rima pending']);
  expect(await subjectsTo('amal')).toContainEqual(expect.stringContaining('erledigt'));
});

test('a question that had not left when somebody wanted to look first leaves afterwards, with time to answer', async () => {
  story = await openStory({ rules: { quietHours: { from: '21:00', to: '07:00' } }, interpreters });
  assignment = await requestFrom(story.kim, {
    start: '2026-12-10T10:00:00+01:00',
    end: '2026-12-10T11:00:00+01:00',
  });
  story.pool.time.set(berlin('2026-11-23', '22:00'));
  await story.ask(assignment, 'amal');
  const answerBy = berlin('2026-12-01', '10:00');
  await story.coordinate(assignment, 'hold', { code: 'eligibility', answerBy });

  story.pool.time.set(berlin('2026-11-26', '09:00'));
  await story.pool.tick();
  expect([await subjectsTo('amal'), await asked()]).toEqual([[], ['amal pending']]);
  await story.coordinate(assignment, 'unhold', {});
  await later(2 * minute);

  expect(await subjectsTo('amal')).toHaveLength(1);
  const [offer] = (await findAssignment(assignment.id)).offers;
  expect(offer?.expiresAt.getTime()).toBeGreaterThan(story.pool.time.now().getTime() + 12 * hour);
});

test('whoever does not ask for the agency any more is told nothing any more', async () => {
  await searching({ rounds: 'by_hand' });
  await mongoose.connection
    .collection('accounts')
    .updateOne({ _id: id('kim') as never }, { $set: { memberships: [] } });
  const before = (await subjectsTo('kim')).length;

  await story.coordinate(assignment, 'cancel', { reason: 'fällt aus' });
  await story.pool.tick();

  expect(await subjectsTo('kim')).toHaveLength(before);
});

test('a search from before there were such times gets its end with the next sweep', async () => {
  await searching({ rounds: 'by_hand', giveUpWorkingDays: 1 });
  const times = { giveUpAt: 1, warnAt: 1 } as const;
  await mongoose.connection
    .collection('assignments')
    .updateOne({ _id: assignment.id as never }, { $unset: times, $set: { dueAt: new Date(0) } });

  await story.pool.tick();

  expect(await findAssignment(assignment.id)).toMatchObject({ giveUpAt: berlin('2026-11-25', '10:00') });
});

test('all at once asks everybody who fits', async () => {
  await searching({ offerMode: 'all_at_once' });

  expect(await asked()).toEqual(interpreters.map((name) => `${name} pending`));
});

describe('where several may say yes', () => {
  const several = { offerMode: 'waves', waves: { size: 3, pauseMinutes: 30 }, severalYeses: true } as const;

  test('nobody is booked by a yes, no further round starts, and the coordinator chooses one', async () => {
    await searching(several);
    await press('noor', 'accept');
    await press('rima', 'accept');
    await later(hour);
    expect(await asked()).toEqual(['amal pending', 'noor willing', 'rima willing']);
    expect(await subjectsTo('noor')).toContainEqual(expect.stringContaining('Danke'));

    const chosen = await story.mara.post(`/api/v1/assignments/${assignment.id}/confirm`, {
      interpreter: id('rima'),
    });
    await story.pool.tick();

    expect(chosen.body).toMatchObject({ status: 'confirmed', booking: { interpreter: id('rima') } });
    expect(await asked()).toEqual(['amal lost', 'noor lost', 'rima accepted']);
    const { booking } = await findAssignment(assignment.id);
    expect(booking?.cells?.length).toBeGreaterThan(0);
  });

  test('without a choice until the deadline the coordinators are warned', async () => {
    await searching(several);
    await press('noor', 'accept');
    const before = (await subjectsTo('mara')).length;
    const { chooseBy } = await findAssignment(assignment.id);

    story.pool.time.set(chooseBy as Date);
    await story.pool.tick();
    await later(hour);

    expect(await subjectsTo('mara')).toHaveLength(before + 1);
  });

  test('whoever is willing may still say that they are not free any more, and the search goes on', async () => {
    await searching(several);
    await press('noor', 'accept');
    await press('amal', 'decline');
    await press('rima', 'decline');
    expect(await asked()).toHaveLength(3);

    await press('noor', 'decline');

    expect(await asked()).toEqual([
      'amal declined',
      'noor declined',
      'rima declined',
      'sara pending',
      'tara pending',
    ]);
  });
});

describe('an end in time', () => {
  const inTime = { giveUpWorkingDays: 2, giveUpUrgentHours: 4, openWarningHours: 72 };
  const nextThursday = { start: '2026-12-03T10:00:00+01:00', end: '2026-12-03T11:00:00+01:00' };

  test('agency and coordinators hear that nobody has been found yet, then that nobody was, and why', async () => {
    await searching({ ...inTime, rounds: 'by_hand' }, nextThursday);
    await story.ask(assignment, 'amal');

    story.pool.time.set(berlin('2026-11-30', '10:00'));
    await story.pool.tick();
    await later(hour);
    expect(await subjectsTo('kim')).toHaveLength(2);
    expect((await subjectsTo('mara')).slice(1).sort()).toEqual([
      expect.stringContaining('noch niemand gefunden'),
      expect.stringContaining('alle haben geantwortet'),
    ]);

    story.pool.time.set(berlin('2026-12-01', '10:00'));
    await story.pool.tick();

    expect(await story.read(assignment)).toMatchObject({
      status: 'unfilled',
      unfilled: { reason: 'no_answer' },
    });
    expect((await subjectsTo('kim')).at(-1)).toMatch(/niemand gefunden/);
    expect((await subjectsTo('mara')).at(-1)).toMatch(/Nicht besetzt/);
  });

  test('what comes too late for that is sought until four hours before', async () => {
    await searching({ ...inTime, rounds: 'by_hand' }, {});
    expect((await findAssignment(assignment.id)).giveUpAt).toEqual(berlin('2026-11-24', '10:00'));

    story.pool.time.set(berlin('2026-11-25', '12:00'));
    const late = await requestFrom(story.kim);

    expect((await findAssignment(late.id)).giveUpAt).toEqual(berlin('2026-11-26', '06:00'));
  });

  test('a search that was opened again is not given up at once', async () => {
    await searching({ ...inTime, rounds: 'by_hand' }, nextThursday);
    story.pool.time.set(berlin('2026-12-01', '10:00'));
    await story.pool.tick();

    const reopened = await story.kim.post(`/api/v1/assignments/${assignment.id}/reopen`, {
      modes: ['phone'],
    });
    await later(hour);

    expect(reopened.body).toMatchObject({ status: 'requested', alsoModes: ['phone'] });
    expect(await story.read(assignment)).toMatchObject({ status: 'requested' });
  });

  test('a look that is overdue is brought to mind once, and nobody is asked meanwhile', async () => {
    await searching({}, nextThursday);
    const other = await requestFrom(story.kim, { ...nextThursday, occasion: 'Elternabend' });
    const held = await story.mara.post(`/api/v1/assignments/${other.id}/hold`, { code: 'eligibility' });
    const before = (await story.mailsTo('mara', other)).length;

    story.pool.time.set(new Date(held.body.hold.answerBy));
    await story.pool.tick();
    await later(hour);

    expect(await story.mailsTo('mara', other)).toHaveLength(before + 1);
  });
});
