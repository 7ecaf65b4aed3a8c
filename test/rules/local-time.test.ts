/** Wall-clock times become instants in one place, which knows the skipped hour of spring and the doubled one of autumn. */
import { describe, expect, test } from '@jest/globals';
import { Settings } from 'luxon';
import { addDays, localFields, localTime, rhythmTime } from '../../models/rules/local-time.ts';

const zone = 'Europe/Berlin';
const spring = '2026-03-29';
const autumn = '2026-10-25';
const utc = (text: string) => new Date(text);

describe('a time somebody chooses', () => {
  test.each([
    ['an ordinary winter morning', '2026-11-26', '10:00', '2026-11-26T09:00:00Z'],
    ['an ordinary summer morning', '2026-06-25', '10:00', '2026-06-25T08:00:00Z'],
    ['the minute before the clock jumps', spring, '01:59', '2026-03-29T00:59:00Z'],
    ['the minute after it', spring, '03:00', '2026-03-29T01:00:00Z'],
    ['midnight at the end of a day', '2026-11-26', '24:00', '2026-11-26T23:00:00Z'],
  ])('is found: %s', (_what, date, time, expected) => {
    expect(localTime(date, time, zone)).toEqual(utc(expected));
  });

  test.each(['02:00', '02:30', '02:59'])('is refused when the clock jumps over %s', (time) => {
    expect(() => localTime(spring, time, zone)).toThrow(expect.objectContaining({ code: 'time_skipped' }));
  });

  test.each(['02:00', '02:30', '02:59'])('is asked about when the clock shows %s twice', (time) => {
    expect(() => localTime(autumn, time, zone)).toThrow(expect.objectContaining({ code: 'time_ambiguous' }));
  });

  test('is the first or the second of the two when that is said', () => {
    expect(localTime(autumn, '02:30', zone, 'first')).toEqual(utc('2026-10-25T00:30:00Z'));
    expect(localTime(autumn, '02:30', zone, 'second')).toEqual(utc('2026-10-25T01:30:00Z'));
  });

  test.each(['2026-01-15T12:00:00Z', '2026-07-15T12:00:00Z'])(
    'does not depend on the season in which the program started (%s)',
    (started) => {
      Settings.now = () => Date.parse(started);

      const found = ['first', 'second'].map((one) => localTime(autumn, '02:30', zone, one as 'first'));

      Settings.now = () => Date.now();
      expect(found).toEqual([utc('2026-10-25T00:30:00Z'), utc('2026-10-25T01:30:00Z')]);
    },
  );

  test('a zone that does not exist is a mistake of ours and not a time', () => {
    expect(() => localTime('2026-11-26', '10:00', 'Europe/Berln')).toThrow();
  });
});

describe('a time of a weekly rhythm', () => {
  test('that the clock jumps over moves on by the hour', () => {
    expect(rhythmTime(spring, '02:30', zone)).toEqual(utc('2026-03-29T01:30:00Z'));
  });

  test('that the clock shows twice is the first of the two', () => {
    expect(rhythmTime(autumn, '02:30', zone)).toEqual(utc('2026-10-25T00:30:00Z'));
  });

  test('stays at ten on the clock for a year of Tuesdays, while the instant changes twice', () => {
    const tuesdays = Array.from({ length: 53 }, (_, week) => addDays('2026-01-06', 7 * week));

    const hours = tuesdays.map((day) => rhythmTime(day, '10:00', zone).getUTCHours());

    const changes = hours.filter((hour, index) => index > 0 && hour !== hours[index - 1]);
    expect(changes).toEqual([8, 9]);
  });
});

test('the fields that the database cannot count are written in the time of the place', () => {
  expect(localFields(utc('2026-11-26T23:30:00Z'), zone)).toEqual({
    localDate: '2026-11-27',
    weekday: 5,
    partOfDay: 'morning',
  });
});
