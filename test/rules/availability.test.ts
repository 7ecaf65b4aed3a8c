/** When somebody is free: the weekly rhythm on the wall clock, ranges that add or take away, and what is not known. */
import { describe, expect, test } from '@jest/globals';
import type { Availability, AvailabilityException } from '../../models/availability.ts';
import { isFree } from '../../models/rules/availability.ts';
import { berlin, zone } from '../support/factories.ts';

const thursday = '2026-11-26';
const mornings: Availability = { weekly: [{ weekday: 4, from: '08:00', to: '13:00' }], exceptions: [] };

function free(
  availability: Availability | undefined,
  date: string,
  from: string,
  to: string,
  lastDate = date,
) {
  return isFree(availability, { start: berlin(date, from), end: berlin(lastDate, to) }, zone);
}

function range(kind: 'away' | 'free', from: Date, to: Date): AvailabilityException {
  return { kind, from, to, wholeDays: false };
}

describe('a weekly window', () => {
  test.each([
    ['inside it', '10:00', '11:00', 'free'],
    ['from its first minute', '08:00', '09:00', 'free'],
    ['to its last minute', '12:00', '13:00', 'free'],
    ['beginning before it', '07:55', '09:00', 'not_free'],
    ['ending after it', '12:30', '13:05', 'not_free'],
  ])('%s', (_where, from, to, expected) => {
    expect(free(mornings, thursday, from, to)).toBe(expected);
  });

  test('counts on its weekday only', () => {
    expect(free(mornings, '2026-11-25', '10:00', '11:00')).toBe('not_free');
  });

  test('counts only while it is valid, both days included', () => {
    const autumnOnly = {
      ...mornings,
      weekly: [{ weekday: 4, from: '08:00', to: '13:00', validFrom: '2026-11-19', validTo: thursday }],
    };

    expect(
      ['2026-11-12', '2026-11-19', thursday, '2026-12-03'].map((day) =>
        free(autumnOnly, day, '10:00', '11:00'),
      ),
    ).toEqual(['not_free', 'free', 'free', 'not_free']);
  });

  test('joins another one that it touches', () => {
    const split = {
      ...mornings,
      weekly: [
        { weekday: 4, from: '08:00', to: '10:30' },
        { weekday: 4, from: '10:30', to: '13:00' },
      ],
    };

    expect(free(split, thursday, '10:00', '11:00')).toBe('free');
  });

  test('may span midnight', () => {
    const nights = { ...mornings, weekly: [{ weekday: 4, from: '22:00', to: '02:00' }] };

    expect(free(nights, thursday, '23:30', '00:30', '2026-11-27')).toBe('free');
    expect(free(nights, '2026-11-27', '01:00', '02:00')).toBe('free');
    expect(free(nights, '2026-11-27', '01:30', '02:30')).toBe('not_free');
  });

  test('ends a day at 24:00, where the next day can go on', () => {
    const wholeDays = {
      ...mornings,
      weekly: [
        { weekday: 4, from: '20:00', to: '24:00' },
        { weekday: 5, from: '00:00', to: '06:00' },
      ],
    };

    expect(free(wholeDays, thursday, '23:00', '01:00', '2026-11-27')).toBe('free');
  });
});

describe('ranges', () => {
  test('being away takes away, touching the range does not', () => {
    const away = {
      ...mornings,
      exceptions: [range('away', berlin(thursday, '09:00'), berlin(thursday, '10:00'))],
    };

    expect(free(away, thursday, '09:30', '10:30')).toBe('not_free');
    expect(free(away, thursday, '10:00', '11:00')).toBe('free');
  });

  test('being free adds, also together with a window', () => {
    const longer = {
      ...mornings,
      exceptions: [range('free', berlin(thursday, '13:00'), berlin(thursday, '15:00'))],
    };

    expect(free(longer, thursday, '12:00', '14:00')).toBe('free');
  });

  test('being away counts more than being free', () => {
    const both = {
      ...mornings,
      exceptions: [
        range('free', berlin(thursday, '08:00'), berlin(thursday, '18:00')),
        range('away', berlin(thursday, '10:00'), berlin(thursday, '11:00')),
      ],
    };

    expect(free(both, thursday, '10:30', '11:30')).toBe('not_free');
  });
});

describe('what is not known', () => {
  test('does not exclude', () => {
    expect(free(undefined, thursday, '10:00', '11:00')).toBe('unknown');
    expect(free({ weekly: [], exceptions: [] }, thursday, '10:00', '11:00')).toBe('unknown');
  });

  test('but a range of absence does', () => {
    const onlyAway = {
      weekly: [],
      exceptions: [range('away', berlin(thursday, '00:00'), berlin(thursday, '24:00'))],
    };

    expect(free(onlyAway, thursday, '10:00', '11:00')).toBe('not_free');
    expect(free(onlyAway, '2026-11-27', '10:00', '11:00')).toBe('unknown');
  });
});

describe('when the clock changes', () => {
  const sundays: Availability = { weekly: [{ weekday: 7, from: '01:30', to: '03:30' }], exceptions: [] };
  const within = (start: string, end: string) =>
    isFree(sundays, { start: new Date(start), end: new Date(end) }, zone);

  test('in spring the window is an hour shorter on the clock of the sun', () => {
    expect(within('2026-03-29T00:30:00Z', '2026-03-29T01:30:00Z')).toBe('free');
    expect(within('2026-03-29T00:30:00Z', '2026-03-29T01:35:00Z')).toBe('not_free');
  });

  test('in autumn it is an hour longer', () => {
    expect(within('2026-10-24T23:30:00Z', '2026-10-25T02:30:00Z')).toBe('free');
    expect(within('2026-10-24T23:25:00Z', '2026-10-25T02:30:00Z')).toBe('not_free');
  });

  test('Thursdays at ten are free before and after both changes', () => {
    const days = ['2026-03-26', '2026-04-02', '2026-10-22', '2026-10-29'];

    expect(days.map((day) => free(mornings, day, '10:00', '11:00'))).toEqual([
      'free',
      'free',
      'free',
      'free',
    ]);
    expect(days.map((day) => free(mornings, day, '12:30', '13:30'))).toEqual([
      'not_free',
      'not_free',
      'not_free',
      'not_free',
    ]);
  });
});
