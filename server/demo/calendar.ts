/** Days and times of the demo pool, counted in working days from today, so that it is never out of date. */
import { addDays, localDateOf, localTime, weekdayOf } from '../../models/rules/local-time.ts';
import { zone } from './invented.ts';

/** Days on which nobody asks for an interpreter. Only those of a fixed date: for invented appointments that is enough. */
const fixedHolidays = ['01-01', '05-01', '10-03', '11-01', '12-24', '12-25', '12-26', '12-31'];

/** The calendar day of an instant in the Kreis. */
export function dayOf(at: Date): string {
  return localDateOf(at, zone);
}

/** The instant of a time of day in the Kreis. */
export function at(date: string, time: string): Date {
  return localTime(date, time, zone);
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

function isWorkday(date: string): boolean {
  return weekdayOf(date) <= 5 && !fixedHolidays.includes(date.slice(5));
}
