/** Until when people may answer, when they are reminded, and when nobody is disturbed. */
import { describe, expect, test } from '@jest/globals';
import { answerBy, nextToAsk, planOffer } from '../../models/rules/offer-plan.ts';
import { offerMayLeaveAt, quietTimeAround, reminderLeavesAt } from '../../models/rules/quiet-hours.ts';
import { dueReminders } from '../../models/rules/reminders.ts';
import { berlin, now, zone } from '../support/factories.ts';

const hour = 3_600_000;
const night = { from: '21:00', to: '07:00' };
const plus = (hours: number) => new Date(now.getTime() + hours * hour);

describe('the time to answer', () => {
  test.each([
    ['ten days ahead', 240, 24],
    ['six days ahead', 144, 24],
    ['three days ahead', 72, 12],
    ['a day ahead', 24, 4],
    ['three hours ahead', 3, 0.5],
    ['an hour ahead', 1, 0.5],
  ])('%s', (_when, hoursLeft, hoursToAnswer) => {
    expect(answerBy(now, plus(hoursLeft))).toEqual(plus(hoursToAnswer));
  });

  test('ends on a quarter of an hour', () => {
    expect(answerBy(new Date('2026-11-23T09:04:11Z'), plus(200))).toEqual(new Date('2026-11-24T09:15:00Z'));
  });

  test('never ends after the appointment has begun', () => {
    expect(answerBy(now, plus(0.25))).toEqual(plus(0.25));
  });

  test('counts from the moment the mail may be sent', () => {
    const evening = berlin('2026-11-23', '22:00');
    const offer = planOffer(
      { interpreter: 'amal', account: 'account-amal' },
      { id: 'o', round: 1, sequence: 0, start: berlin('2026-12-10', '10:00') },
      { now: evening, quiet: night, zone },
    );

    expect(offer.sendAt).toEqual(berlin('2026-11-24', '07:00'));
    expect(offer.expiresAt).toEqual(berlin('2026-11-25', '07:00'));
  });
});

describe('whom a round asks', () => {
  const best = ['best', 'second', 'third', 'fourth', 'fifth'];
  const waves = { offerMode: 'waves', waves: { size: 2, pauseMinutes: 30 } } as const;

  test('one by one: the best', () => {
    expect(nextToAsk(best, { offerMode: 'one_by_one' })).toEqual(['best']);
    expect(nextToAsk([], { offerMode: 'one_by_one' })).toEqual([]);
  });

  test('in waves: the best few, three where the centre has not said how many', () => {
    expect(nextToAsk(best, waves)).toEqual(['best', 'second']);
    expect(nextToAsk(best, { offerMode: 'waves' })).toEqual(['best', 'second', 'third']);
  });

  test('all at once: everybody who fits', () => {
    expect(nextToAsk(best, { offerMode: 'all_at_once' })).toEqual(best);
  });
});

describe('quiet hours', () => {
  test.each([
    ['an evening', '2026-11-23', '22:30', true],
    ['the small hours', '2026-11-23', '03:00', true],
    ['its first minute', '2026-11-23', '21:00', true],
    ['the minute in which it ends', '2026-11-23', '07:00', false],
    ['noon', '2026-11-23', '12:00', false],
    ['the night in which the clock jumps', '2026-03-29', '03:30', true],
    ['the hour that comes twice', '2026-10-25', '01:30', true],
  ])('%s', (_when, date, time, expected) => {
    expect(quietTimeAround(berlin(date, time), night, zone) !== undefined).toBe(expected);
  });

  test('hold back an offer only when the appointment is more than a day ahead', () => {
    const evening = berlin('2026-11-23', '22:00');

    expect(offerMayLeaveAt(evening, berlin('2026-11-26', '10:00'), night, zone)).toEqual(
      berlin('2026-11-24', '07:00'),
    );
    expect(offerMayLeaveAt(evening, berlin('2026-11-24', '10:00'), night, zone)).toEqual(evening);
    expect(offerMayLeaveAt(evening, berlin('2026-11-26', '10:00'), undefined, zone)).toEqual(evening);
  });

  test('bring a reminder forward to before they begin', () => {
    expect(reminderLeavesAt(berlin('2026-11-25', '05:00'), night, zone)).toEqual(
      berlin('2026-11-24', '21:00'),
    );
  });
});

describe('reminders', () => {
  const start = berlin('2026-11-26', '10:00');
  const due = (at: Date, bookedAt: Date, quiet?: typeof night) =>
    dueReminders({ start, bookedAt }, [48, 3], { now: at, quiet, zone }).map(({ leadHours }) => leadHours);
  const longAgo = berlin('2026-11-16', '10:00');

  test.each([
    ['a minute too early', '2026-11-24', '09:59', []],
    ['48 hours before', '2026-11-24', '10:00', [48]],
    ['while nothing ran at that moment', '2026-11-25', '12:00', [48]],
    ['three hours before: the last one takes the place of the first', '2026-11-26', '07:00', [3]],
    ['a minute before the start', '2026-11-26', '09:59', [3]],
    ['at the start', '2026-11-26', '10:00', []],
  ])('%s', (_when, date, time, expected) => {
    expect(due(berlin(date, time), longAgo)).toEqual(expected);
  });

  test('whose time had passed when the booking was made are not sent', () => {
    const bookedAt = berlin('2026-11-24', '15:00');

    expect(due(berlin('2026-11-24', '16:00'), bookedAt)).toEqual([]);
    expect(due(berlin('2026-11-26', '07:00'), bookedAt)).toEqual([3]);
  });

  test.each([
    ['in spring', '2026-03-30', '2026-03-28T08:00:00Z'],
    ['in autumn', '2026-10-26', '2026-10-24T09:00:00Z'],
  ])('count real hours, also when the clock changes %s', (_season, date, expected) => {
    const begin = berlin(date, '10:00');

    const [first] = dueReminders({ start: begin, bookedAt: new Date(0) }, [48, 3], {
      now: new Date(begin.getTime() - 48 * hour),
      quiet: undefined,
      zone,
    });

    expect(first?.dueAt).toEqual(new Date(expected));
  });

  test('leave before the quiet time in which they would fall', () => {
    const early = berlin('2026-11-26', '06:00');
    const [reminder] = dueReminders({ start: early, bookedAt: longAgo }, [3], {
      now: berlin('2026-11-25', '21:00'),
      quiet: night,
      zone,
    });

    expect(reminder?.dueAt).toEqual(berlin('2026-11-25', '21:00'));
  });
});
