/** The one place where a wall-clock time becomes an instant; it refuses the hour that spring skips and asks about the one that autumn repeats. */
import { DateTime, Settings } from 'luxon';
import { PoolError } from '../pool-error.ts';

Settings.throwOnInvalid = true;
declare module 'luxon' {
  interface TSSettings {
    throwOnInvalid: true;
  }
}

/** Which of the two hours is meant when the clock is set back. */
export type Occurrence = 'first' | 'second';

function wallClock(date: string, time: string, zone: string): DateTime {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return DateTime.fromISO(date, { zone: 'utc' })
    .plus({ hours: hour, minutes: minute })
    .setZone(zone, { keepLocalTime: true });
}

function asWritten(moment: DateTime): string {
  return moment.toFormat("yyyy-MM-dd'T'HH:mm");
}

function wanted(date: string, time: string): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return asWritten(DateTime.fromISO(date, { zone: 'utc' }).plus({ hours: hour, minutes: minute }));
}

/** Every instant that a clock in the zone shows as this date and time: none, one or two, in order. */
function instantsOf(date: string, time: string, zone: string): DateTime[] {
  const guess = wallClock(date, time, zone);
  return guess
    .getPossibleOffsets()
    .filter((moment) => asWritten(moment) === wanted(date, time))
    .sort((a, b) => a.toMillis() - b.toMillis());
}

/**
 * The instant at which a clock in the zone shows this date (`2026-11-26`) and time (`10:00`, `24:00` is the next midnight).
 * @throws `time_skipped` when the clock jumps over it; `time_ambiguous` when it shows it twice and `occurrence` is not said
 */
export function localTime(date: string, time: string, zone: string, occurrence?: Occurrence): Date {
  const [first, second] = instantsOf(date, time, zone);
  if (!first) throw new PoolError('time_skipped', { params: { date, time, zone } });
  if (!second) return first.toJSDate();
  if (!occurrence) throw new PoolError('time_ambiguous', { params: { date, time, zone } });
  return (occurrence === 'first' ? first : second).toJSDate();
}

/**
 * The same for a time of a weekly rhythm, which nobody can be asked about: the first of two hours,
 * and a skipped time moved on by the length of the gap (RFC 5545 §3.3.5).
 */
export function rhythmTime(date: string, time: string, zone: string): Date {
  const [first] = instantsOf(date, time, zone);
  if (first) return first.toJSDate();
  const dayBefore = wallClock(date, '00:00', zone).offset;
  const asUtc = DateTime.fromISO(wanted(date, time), { zone: 'utc' });
  return asUtc.minus({ minutes: dayBefore }).toJSDate();
}

/** The calendar day in the zone on which an instant falls, `2026-11-26`. */
export function localDateOf(at: Date, zone: string): string {
  return DateTime.fromJSDate(at, { zone }).toFormat('yyyy-MM-dd');
}

/** The time that a clock in the zone shows at an instant, `10:00`. */
export function timeOfDayOf(at: Date, zone: string): string {
  return DateTime.fromJSDate(at, { zone }).toFormat('HH:mm');
}

/** The calendar day so many days later; counted on the calendar, so a change of the clock does not matter. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** 1 (Monday) to 7 (Sunday). */
export function weekdayOf(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
}

/** The Monday and the Sunday of the week in which a calendar day lies. */
export function weekOf(date: string): { monday: string; sunday: string } {
  const monday = addDays(date, 1 - weekdayOf(date));
  return { monday, sunday: addDays(monday, 6) };
}

/** The fields of an assignment that say its time on the clock of the place, because the database counts no dates. */
export function localFields(start: Date, zone: string) {
  const local = DateTime.fromJSDate(start, { zone });
  const localDate = local.toFormat('yyyy-MM-dd');
  const partOfDay =
    local.hour < 12 ? ('morning' as const) : local.hour < 17 ? ('afternoon' as const) : ('evening' as const);
  return { localDate, weekday: local.weekday, partOfDay };
}
