/** Mails in time: reminders at their hour and for the new one after a move, nothing too late, and no attempt without end. */
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { messagesAbout } from '../../models/message.ts';
import { berlin } from '../support/factories.ts';
import type { PoolOptions } from '../support/pool.ts';
import { requestFrom } from '../support/requests.ts';
import { people } from '../support/small-pool.ts';
import { type Known, openStory, type Story } from '../support/story.ts';
import { type UnreliableMailer, unreliableMailer } from '../support/unreliable-mailer.ts';
import { until } from '../support/until.ts';

const hour = 3_600_000;
const second = 1000;

let story: Story;
let mailer: UnreliableMailer;

async function open(options: PoolOptions = {}): Promise<void> {
  mailer = unreliableMailer();
  story = await openStory({ mailer, ...options });
}

afterEach(async () => {
  jest.useRealTimers();
  await story.stop();
});

/** Booked for Thursday at ten, on Monday at ten. */
async function bookedForThursday(): Promise<Known> {
  const assignment = await requestFrom(story.kim);
  await story.isBooked(assignment, 'amal');
  await story.pool.tick();
  return assignment;
}

const at = async (date: string, time: string) => {
  story.pool.time.set(berlin(date, time));
  await story.pool.tick();
};
const remindersTo = async (name: string) =>
  (await story.mailsTo(name)).filter(({ subject }) => subject.includes('Erinnerung'));

describe('a reminder', () => {
  test('leaves at its time, and does not wait for the sweep after it', async () => {
    await open();
    await bookedForThursday();
    await at('2026-11-24', '09:59');
    expect(await remindersTo('amal')).toEqual([]);

    story.pool.time.set(berlin('2026-11-24', '10:00'));
    await story.pool.visitor().post('/api/v1/login', { email: people.alex });

    expect(await remindersTo('amal')).toHaveLength(1);
  });

  test('comes anew for the new time after a move, and names it', async () => {
    await open({ variations: { amal: { availability: { weekly: [], exceptions: [] } } } });
    const assignment = await bookedForThursday();
    await at('2026-11-24', '10:00');
    await story.coordinate(assignment, 'move', {
      start: berlin('2026-11-27', '10:00'),
      end: berlin('2026-11-27', '11:00'),
      cells: [1],
      keepBy: berlin('2026-11-24', '20:00'),
    });
    await story.coordinate(assignment, 'keep', {});
    await at('2026-11-24', '12:00');
    expect(await remindersTo('amal')).toHaveLength(1);

    await at('2026-11-25', '10:00');

    const [, second] = await remindersTo('amal');
    expect(second?.text).toContain('27. November');
    expect(await remindersTo('kim')).toHaveLength(2);
  });

  test('that could not leave before the next takes its place is not sent afterwards', async () => {
    await open();
    const assignment = await bookedForThursday();
    mailer.isAway(true);
    await at('2026-11-24', '10:00');
    mailer.isAway(false);

    await at('2026-11-26', '07:00');
    await at('2026-11-26', '07:01');

    expect(await remindersTo('amal')).toHaveLength(1);
    const all = (await messagesAbout(assignment.id)).filter(({ kind }) => kind === 'reminder');
    const toAmal = all.filter(({ role }) => role === 'interpreter');
    expect(toAmal.map(({ leadHours, status }) => `${leadHours} hours: ${status}`).sort()).toEqual([
      '3 hours: sent',
      '48 hours: expired',
    ]);
  });
});

test('a mail that is refused again and again is tried for two days, then it is a task', async () => {
  await open();
  mailer.beforeSending(({ to }) => {
    if (to.address === people.kim) throw Object.assign(new Error('452 mailbox full'), { responseCode: 452 });
  });
  const assignment = await requestFrom(story.kim, {
    start: '2026-12-03T10:00:00+01:00',
    end: '2026-12-03T11:00:00+01:00',
  });
  const receipt = async () => {
    await story.pool.tick();
    return (await messagesAbout(assignment.id)).find(({ kind }) => kind === 'receipt');
  };

  for (let index = 0; index < 47; index++) {
    expect(await receipt()).toMatchObject({ status: 'queued', lastError: { code: '452' } });
    story.pool.time.advance(hour);
  }
  story.pool.time.advance(4 * hour);

  expect(await receipt()).toMatchObject({ status: 'dead', lastError: { code: '452' } });
});

test('while a slow server takes its time nobody else sends the same mail', async () => {
  await open();
  const assignment = await requestFrom(story.kim);
  await story.pool.mails();
  await story.coordinate(assignment, 'exhaust', {});
  const sending = async () => (await messagesAbout(assignment.id)).find(({ status }) => status === 'sending');
  jest.useFakeTimers({ doNotFake: allBut('setInterval', 'clearInterval') });
  let handedOver = 0;
  mailer.beforeSending(async () => {
    if (handedOver++ > 0) return;
    for (let count = 0; count < 4; count++) {
      const before = (await sending())?.visibleAt;
      story.pool.time.advance(25 * second);
      jest.advanceTimersByTime(25 * second);
      const isRenewed = async () => (await sending())?.visibleAt.getTime() !== before?.getTime();
      await until(isRenewed, 2000).catch(() => undefined);
    }
    await story.pool.tick();
  });

  await story.pool.tick();

  expect(handedOver).toBe(1);
  expect(await story.mailsTo('mara', assignment)).toHaveLength(2);
});

type Timers = NonNullable<
  Extract<Parameters<typeof jest.useFakeTimers>[0], { legacyFakeTimers?: false }>['doNotFake']
>;

/** Only these are in the test's hand; everything else keeps its time. */
function allBut(...faked: string[]): Timers {
  const all = [
    'Date',
    'hrtime',
    'nextTick',
    'performance',
    'queueMicrotask',
    'setImmediate',
    'clearImmediate',
    'setInterval',
    'clearInterval',
    'setTimeout',
    'clearTimeout',
  ];
  return all.filter((name) => !faked.includes(name)) as Timers;
}
