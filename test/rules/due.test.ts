/** What becomes due by itself and when: until when somebody is sought, when somebody hears that it is still open, what a sweep does next. */
import { describe, expect, test } from '@jest/globals';
import type { Assignment } from '../../models/assignment/shape.ts';
import { dueActions } from '../../models/rules/due.ts';
import { openWarningAt, searchEnd } from '../../models/rules/search-end.ts';
import { derive } from '../../models/rules/transitions/derived.ts';
import { isWorkingDay, workingDaysAfter, workingDaysBefore } from '../../models/rules/working-days.ts';
import { aBooking, aCentre, anAssignment, anOffer, berlin, now, zone } from '../support/factories.ts';

const nrw = { state: 'NW', zone } as const;
const minutes = (count: number) => new Date(now.getTime() + count * 60_000);

describe('working days', () => {
  test.each([
    ['a Thursday', '2026-11-26', true],
    ['a Saturday', '2026-11-28', false],
    ['a Sunday', '2026-11-29', false],
    ['Christmas Day', '2026-12-25', false],
    ['Corpus Christi in North Rhine-Westphalia', '2026-06-04', false],
    ['Reformation Day, which is none there', '2025-10-31', true],
  ])('%s', (_what, date, works) => {
    expect(isWorkingDay(date, 'NW')).toBe(works);
  });

  test('are counted back over weekends and Christmas, at the same time of day', () => {
    expect(workingDaysBefore(berlin('2026-11-30', '10:00'), 2, nrw)).toEqual(berlin('2026-11-26', '10:00'));
    expect(workingDaysBefore(berlin('2026-12-28', '08:30'), 2, nrw)).toEqual(berlin('2026-12-23', '08:30'));
  });

  test('keep the time of day when the clock changes in between', () => {
    expect(workingDaysBefore(berlin('2026-10-26', '10:00'), 1, nrw)).toEqual(berlin('2026-10-23', '10:00'));
    expect(workingDaysAfter(berlin('2027-03-26', '10:00'), 1, nrw)).toEqual(berlin('2027-03-30', '10:00'));
  });
});

describe('until when somebody is sought', () => {
  const centre = aCentre({ giveUpWorkingDays: 2, giveUpUrgentHours: 4 });
  const start = berlin('2026-12-03', '10:00');
  const urgent = { reason: 'Inobhutnahme' };

  test.each([
    ['two working days before', {}, now, berlin('2026-12-01', '10:00')],
    ['four hours before, when it is urgent', { urgent }, now, berlin('2026-12-03', '06:00')],
    [
      'four hours before, when it comes too late',
      {},
      berlin('2026-12-02', '12:00'),
      berlin('2026-12-03', '06:00'),
    ],
    ['to the start, when it comes later still', {}, berlin('2026-12-03', '08:00'), start],
  ])('%s', (_until, values, at, expected) => {
    expect(searchEnd({ start, ...values }, centre, at)).toEqual(expected);
  });

  test('the warning comes so many hours before, a day before the end at the latest, and halfway when it is late', () => {
    const giveUpAt = berlin('2026-12-01', '10:00');

    expect(openWarningAt({ start, giveUpAt }, { openWarningHours: 96 }, now)).toEqual(
      berlin('2026-11-29', '10:00'),
    );
    expect(openWarningAt({ start, giveUpAt }, { openWarningHours: 24 }, now)).toEqual(
      berlin('2026-11-30', '10:00'),
    );
    expect(openWarningAt({ start, giveUpAt }, {}, berlin('2026-11-30', '20:00'))).toEqual(
      berlin('2026-12-01', '03:00'),
    );
    expect(openWarningAt({ start, giveUpAt }, { openWarningHours: 0 }, now)).toBeUndefined();
  });
});

describe('what a sweep does next', () => {
  const { rules } = aCentre({ confirmWarningHours: 24, confirmAutomaticallyHours: 3 });
  const dueIn = (values: Partial<Assignment>) => dueActions(anAssignment(values), rules);

  test('while searching: the first answer, a look, a choice, a warning, the end; earliest first', () => {
    const due = dueIn({
      offers: [anOffer({ expiresAt: minutes(60) }), anOffer({ interpreter: 'noor', expiresAt: minutes(30) })],
      warnAt: minutes(40),
      giveUpAt: minutes(90),
    });

    expect(due).toEqual([
      { action: 'lapse', at: minutes(30) },
      { action: 'warn', at: minutes(40) },
      { action: 'give_up', at: minutes(90) },
    ]);
  });

  test('a look or a choice that is overdue is brought to mind once', () => {
    const hold = { code: 'budget' as const, answerBy: minutes(10) };

    expect(dueIn({ hold })).toEqual([{ action: 'warn', at: minutes(10) }]);
    expect(dueIn({ hold, warnedAt: minutes(10) })).toEqual([]);
    expect(dueIn({ chooseBy: minutes(20) })).toEqual([{ action: 'warn', at: minutes(20) }]);
    expect(dueIn({ hold, chooseBy: minutes(20) })).toEqual([{ action: 'warn', at: minutes(10) }]);
  });

  test('a yes is brought to mind and then books itself, a move needs its answer, an address its check', () => {
    expect(dueIn({ status: 'accepted', booking: aBooking() })).toEqual([
      { action: 'warn', at: berlin('2026-11-25', '10:00') },
      { action: 'confirm', at: berlin('2026-11-26', '07:00') },
    ]);
    expect(dueIn({ status: 'moved', keepBy: minutes(5) })).toEqual([{ action: 'not_keep', at: minutes(5) }]);
    expect(dueIn({ status: 'unverified' })).toEqual([{ action: 'warn', at: minutes(240) }]);
    expect(dueIn({ status: 'confirmed' })).toEqual([]);
  });
});

describe('what follows from a change', () => {
  const centre = aCentre({ rounds: 'automatic', giveUpWorkingDays: 1, openWarningHours: 60 });
  const from = anAssignment({ start: berlin('2026-12-03', '10:00') });
  const searching: Assignment = { ...from, ...derive({ ...from, status: 'draft' }, from, { centre, now }) };

  test('a search gets an end and a warning, keeps them while it goes on, and gets others for another time', () => {
    const moved = { ...searching, start: berlin('2026-12-04', '10:00') };

    expect(searching).toMatchObject({
      giveUpAt: berlin('2026-12-02', '10:00'),
      warnAt: berlin('2026-11-30', '22:00'),
    });
    expect(derive(searching, searching, { centre, now: minutes(60) }).warnAt).toEqual(searching.warnAt);
    expect(derive(searching, searching, { centre, now: berlin('2026-12-02', '11:00') }).giveUpAt).toEqual(
      searching.giveUpAt,
    );
    expect(derive(searching, moved, { centre, now }).giveUpAt).toEqual(berlin('2026-12-03', '10:00'));
  });

  test('the end of a search is over with the search; a warning that was given is not given again', () => {
    const warned = { ...searching, warnedAt: searching.warnAt as Date };

    expect(derive(searching, { ...searching, status: 'accepted' }, { centre, now })).not.toHaveProperty(
      'giveUpAt',
    );
    expect(derive(searching, warned, { centre, now: warned.warnedAt })).not.toHaveProperty('warnAt');
  });

  test.each([
    ['nobody has to answer', [], 'automatic', 'one_by_one', now],
    ['somebody still has to answer', [anOffer()], 'automatic', 'one_by_one', undefined],
    ['a wave, after its pause', [anOffer()], 'automatic', 'waves', minutes(60)],
    ['somebody is willing', [anOffer({ state: 'willing' })], 'automatic', 'waves', undefined],
    ['a hand is needed', [], 'by_hand', 'waves', undefined],
  ] as const)('the next round when %s', (_when, offers, rounds, offerMode, expected) => {
    const own = aCentre({ rounds, offerMode });

    expect(
      derive(searching, { ...searching, offers: [...offers] }, { centre: own, now }).nextRoundAt,
    ).toEqual(expected);
  });

  test('whoever is asked first is asked without a hand, and alone', () => {
    const first = { ...searching, askFirst: 'amal' };
    const own = aCentre({ rounds: 'by_hand', offerMode: 'waves' });

    expect(derive(searching, first, { centre: own, now }).nextRoundAt).toEqual(now);
    expect(derive(first, { ...first, offers: [anOffer()] }, { centre: own, now })).not.toHaveProperty(
      'nextRoundAt',
    );
  });
});
