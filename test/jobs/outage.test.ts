/** No mail leaves for hours: nobody is blamed for silence, and afterwards everybody reads what holds then, in order. */
import { afterEach, describe, expect, test } from '@jest/globals';
import { acceptOffer } from '../../models/assignment/answers.ts';
import { messagesAbout } from '../../models/message.ts';
import { berlin } from '../support/factories.ts';
import type { PoolOptions } from '../support/pool.ts';
import { requestFrom } from '../support/requests.ts';
import { id } from '../support/small-pool.ts';
import { type Known, openStory, type Story } from '../support/story.ts';
import { type UnreliableMailer, unreliableMailer } from '../support/unreliable-mailer.ts';

const hour = 3_600_000;
const later = { start: '2026-12-03T10:00:00+01:00', end: '2026-12-03T11:00:00+01:00' };

let story: Story;
let mailer: UnreliableMailer;

async function open(options: PoolOptions = {}): Promise<void> {
  mailer = unreliableMailer();
  story = await openStory({ mailer, ...options });
}

afterEach(() => story.stop());

/** Hours in which everything runs and no mail leaves. */
async function hoursWithoutMail(count: number): Promise<void> {
  mailer.isAway(true);
  for (let index = 0; index < count; index++) {
    await story.pool.tick();
    story.pool.time.advance(hour);
  }
}

/** The server is back; what waits for its next attempt gets there. */
async function mailIsBack(): Promise<void> {
  mailer.isAway(false);
  for (let index = 0; index < 3; index++) {
    story.pool.time.advance(2.6 * hour);
    await story.pool.tick();
  }
}

const offersOf = async (assignment: Known) => (await story.read(assignment)).offers;
/** What left to this person since the test began to look: subject up to the colon, and the calendar's method. */
const leftTo = (name: string, since = 0) =>
  mailer.left
    .slice(since)
    .filter(({ to }) => to.address === `${name}@example.org`)
    .map(({ subject, calendar }) =>
      [subject.split(/[:?]/)[0], ...(calendar ? [calendar.method] : [])].join(' '),
    );

describe('whoever has not got the question', () => {
  test('does not lapse, and nobody else is asked instead', async () => {
    await open({ rules: { rounds: 'automatic' }, interpreters: ['amal', 'noor', 'rima'] });
    mailer.isAway(true);
    const assignment = await requestFrom(story.kim, later);

    await hoursWithoutMail(40);

    const { round, offers } = await story.read(assignment);
    expect(round).toBe(1);
    expect(offers).toMatchObject([{ name: 'Amal Beispiel', state: 'pending' }]);
    expect(new Date(offers[0].expiresAt).getTime()).toBeGreaterThan(story.pool.time.now().getTime() - hour);
  });

  test('gets it once when mail leaves again, with a deadline that lies ahead', async () => {
    await open({ rules: { rounds: 'automatic' }, interpreters: ['amal', 'noor'] });
    mailer.isAway(true);
    const assignment = await requestFrom(story.kim, later);
    await story.pool.mails();
    const [first] = await offersOf(assignment);
    await hoursWithoutMail(40);

    await mailIsBack();

    expect(leftTo('amal')).toEqual(['Können Sie']);
    expect(leftTo('noor')).toEqual([]);
    const [offer] = await offersOf(assignment);
    expect(offer.expiresAt).not.toBe(first.expiresAt);
    const [mail] = await story.mailsTo('amal', assignment);
    expect(new Date(offer.expiresAt).getTime()).toBeGreaterThan(mail?.date.getTime() ?? Infinity);
    expect(mail?.text.replaceAll('\u00a0', ' ')).toContain(clock(offer.expiresAt));
  });

  test('is asked in vain only by silence after it: then the next is asked', async () => {
    await open({ rules: { rounds: 'automatic' }, interpreters: ['amal', 'noor'] });
    mailer.isAway(true);
    const assignment = await requestFrom(story.kim, later);
    await hoursWithoutMail(30);
    await mailIsBack();

    for (let index = 0; index < 26; index++) {
      story.pool.time.advance(hour);
      await story.pool.tick();
    }

    expect(await offersOf(assignment)).toMatchObject([
      { name: 'Amal Beispiel', state: 'lapsed' },
      { name: 'Noor Beispiel', state: 'pending' },
    ]);
  });

  test('is not asked any more once the appointment has begun', async () => {
    await open();
    story.pool.time.set(berlin('2026-11-25', '10:00'));
    mailer.isAway(true);
    const assignment = await requestFrom(story.kim);
    await story.ask(assignment, 'amal');

    await hoursWithoutMail(25);
    await mailIsBack();

    expect(await story.read(assignment)).toMatchObject({ status: 'unfilled', offers: [{ state: 'lapsed' }] });
    expect(leftTo('amal')).toEqual([]);
  });
});

describe('somebody who knows of the booking, when it is cancelled while no mail leaves', () => {
  /** Amal is booked and knows it; it is cancelled and restored, and she is asked again, all while the server is away. */
  async function isCancelledWhileNoMailLeaves() {
    await open();
    const assignment = await requestFrom(story.kim);
    await story.isBooked(assignment, 'amal');
    await story.pool.tick();
    const before = mailer.left.length;
    mailer.isAway(true);
    await story.kim.post(`/api/v1/assignments/${assignment.id}/cancel`, { reason: 'krank' });
    await story.pool.tick();
    await story.coordinate(assignment, 'restore', {});
    await story.ask(assignment, 'amal');
    return { assignment, before };
  }

  test('and the search opens again, first hears that it is cancelled, then the new question', async () => {
    const { before } = await isCancelledWhileNoMailLeaves();
    await story.pool.tick();

    await mailIsBack();

    expect(leftTo('amal', before)).toEqual(['Abgesagt CANCEL', 'Können Sie']);
  });

  test('and is booked again before that, hears only that they are booked', async () => {
    const { assignment, before } = await isCancelledWhileNoMailLeaves();
    const offer = (await offersOf(assignment)).at(-1).id;
    const byPhone = {
      actor: { role: 'coordinator' as const, account: id('mara') },
      now: story.pool.time.now(),
    };
    await acceptOffer(offer, byPhone);
    await story.mara.post(`/api/v1/assignments/${assignment.id}/confirm`);

    await mailIsBack();

    expect(leftTo('amal', before)).toEqual(['Fest gebucht REQUEST']);
    const cancelled = (await messagesAbout(assignment.id)).filter(({ kind }) => kind === 'cancelled');
    expect(cancelled.filter(({ role }) => role !== 'coordinator').map(({ status }) => status)).toEqual([
      'superseded',
      'superseded',
    ]);
  });
});

test('what has been settled while no mail left is not asked for afterwards', async () => {
  await open();
  const assignment = await requestFrom(story.kim);
  await story.ask(assignment, 'amal');
  await story.pool.mails();
  mailer.isAway(true);
  await story.answers(assignment, 'amal', 'accept');
  await story.mara.post(`/api/v1/assignments/${assignment.id}/confirm`);
  await story.pool.tick();

  await mailIsBack();

  expect(leftTo('mara').some((subject) => subject?.includes('bitte buchen'))).toBe(false);
  expect(leftTo('amal')).toEqual(['Können Sie', 'Fest gebucht REQUEST']);
});

/** The clock of Soest, as mails write it. */
function clock(at: string): string {
  return new Date(at).toLocaleTimeString('de', {
    timeZone: 'Europe/Berlin',
    hour: '2-digit',
    minute: '2-digit',
  });
}
