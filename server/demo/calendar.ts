/** Days and times of the demo pool, counted in working days from today, so that it is never out of date. */
import { addDays, localTime, weekdayOf } from '../../models/rules/local-time.ts';
import { zone } from './invented.ts';

/** Days on which nobody asks for an interpreter. Only those of a fixed date: for invented appointments that is enough. */
const fixedHolidays = ['01-01', '05-01', '10-03', '11-01', '12-24', '12-25', '12-26', '12-31'];

/** Milliseconds by which the clock of the Kreis is ahead of UTC at noon of a day; asked for each day once. */
const offsets = new Map<string, number>();

function offsetAtNoon(date: string): number {
  const known = offsets.get(date);
  if (known !== undefined) return known;
  const offset = Date.parse(`${date}T12:00:00Z`) - localTime(date, '12:00', zone).getTime();
  offsets.set(date, offset);
  return offset;
}

/** The calendar day of an instant in the Kreis. Its clock is never set near midnight, so the offset at noon does. */
export function dayOf(at: Date): string {
  const utc = at.toISOString().slice(0, 10);
  return new Date(at.getTime() + offsetAtNoon(utc)).toISOString().slice(0, 10);
}

/** The instant of a time of day in the Kreis. From four in the morning on the offset is that of noon. */
export function at(date: string, time: string): Date {
  if (time < '04:00') return localTime(date, time, zone);
  return new Date(Date.parse(`${date}T${time}:00Z`) - offsetAtNoon(date));
}

/** The working day so many working days after a day, or before it when negative. */
export function addWorkdays(date: string, count: number): string {
  let day = date;
  for (let left = Math.abs(count); left > 0; ) {
    day = addDays(day, Math.sign(count));
    if (isWorkday(day)) left -= 1;
  }
  return day;
}

/** The last working day up to this one that is no Thursday. */
export function noThursday(date: string): string {
  return weekdayOf(date) === 4 ? addWorkdays(date, -1) : date;
}

/** So many minutes before, on the full minute. */
export function minutesBefore(instant: Date, minutes: number): Date {
  return new Date((Math.floor(instant.getTime() / 60_000) - minutes) * 60_000);
}

/** Whether people ask for interpreters on this day. */
export function isWorkday(date: string): boolean {
  return weekdayOf(date) <= 5 && !fixedHolidays.includes(date.slice(5));
}
