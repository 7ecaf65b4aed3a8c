/** Dates and times in words, as a clock at the place shows them. */
import { expect, test } from '@jest/globals';
import { clockOf } from '../../templates/words/time.ts';

const de = clockOf('de', 'Europe/Berlin');
const en = clockOf('en', 'Europe/Berlin');
const start = new Date('2026-11-26T09:00:00Z');
const end = new Date('2026-11-26T10:30:00Z');

test('German days have their weekday and their month in full', () => {
  expect(spaced(de.date(start))).toBe('Donnerstag, 26. November 2026');
  expect(spaced(de.day(start))).toBe('Donnerstag, 26. November');
  expect(spaced(de.shortDate(start))).toBe('Do 26.11.2026');
  expect(spaced(de.moment(start))).toBe('Donnerstag, 26. November, 10:00 Uhr');
  expect(spaced(de.range(start, end))).toBe('10:00–11:30 Uhr');
});

test('English days are just as long', () => {
  expect(spaced(en.date(start))).toBe('Thursday, 26 November 2026');
  expect(spaced(en.shortDate(start))).toBe('Thu 26 Nov 2026');
  expect(spaced(en.moment(start))).toBe('Thursday, 26 November, 10:00');
  expect(spaced(en.range(start, end))).toBe('10:00–11:30');
});

test('number and unit hold together', () => {
  expect(de.date(start)).toContain('26.\u00a0November');
  expect(de.time(start)).toBe('10:00\u00a0Uhr');
});

test('hours have no leading zero, midnight is zero', () => {
  expect(spaced(de.time(new Date('2026-11-26T07:05:00Z')))).toBe('8:05 Uhr');
  expect(spaced(de.time(new Date('2026-11-25T23:00:00Z')))).toBe('0:00 Uhr');
});

test('an end on another day says which', () => {
  const late = new Date('2026-11-26T21:00:00Z');
  const early = new Date('2026-11-27T01:00:00Z');

  expect(spaced(de.range(late, early))).toBe('22:00 Uhr bis Freitag, 27. November, 2:00 Uhr');
  expect(spaced(en.range(late, early))).toBe('22:00 to Friday, 27 November, 2:00');
});

test('the hour that comes twice in autumn says which one it is', () => {
  const first = new Date('2026-10-25T00:15:00Z');
  const second = new Date('2026-10-25T01:15:00Z');

  expect(spaced(de.time(first))).toBe('2:15 Uhr (Sommerzeit)');
  expect(spaced(de.time(second))).toBe('2:15 Uhr (Winterzeit)');
  expect(spaced(de.range(first, second))).toBe('2:15 Uhr (Sommerzeit) bis 2:15 Uhr (Winterzeit)');
  expect(spaced(en.range(second, new Date('2026-10-25T03:00:00Z')))).toBe('2:15 (winter time) to 4:00');
});

test('the day on which the clock is set forward is like any other', () => {
  const before = new Date('2026-03-29T00:30:00Z');
  const after = new Date('2026-03-29T01:30:00Z');

  expect(spaced(de.range(before, after))).toBe('1:30–3:30 Uhr');
});

test('the zone of the place decides, not that of the server', () => {
  const azores = clockOf('de', 'Atlantic/Azores');

  expect(spaced(azores.time(start))).toBe('8:00 Uhr');
  expect(azores.zone).toBe('Uhrzeit in der Zone Atlantic/Azores');
  expect(de.zone).toBe('Uhrzeit in Deutschland');
  expect(en.zone).toBe('time in Germany');
});

test.each(Array.from({ length: 12 }, (_, index) => index))(
  'month %i has the same day in both languages',
  (month) => {
    const at = new Date(Date.UTC(2027, month, 9, 12));

    expect(spaced(de.shortDate(at))).toMatch(new RegExp(`^(Mo|Di|Mi|Do|Fr|Sa|So) 9\\.${month + 1}\\.2027$`));
    expect(spaced(en.shortDate(at))).toMatch(/^(Mon|Tue|Wed|Thu|Fri|Sat|Sun) 9 [A-Z][a-z]{2} 2027$/);
  },
);

function spaced(text: string): string {
  return text.replaceAll('\u00a0', ' ');
}
