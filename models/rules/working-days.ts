/** Working days: Monday to Friday, without the public holidays of a federal state. */
import { getHolidays } from 'feiertagejs';
import type { CentreRules } from '../centre/rules.ts';
import { addDays, localDateOf, rhythmTime, timeOfDayOf, weekdayOf } from './local-time.ts';

type FederalState = NonNullable<CentreRules['federalState']>;

/** Days of a year by state; a year's holidays do not change while the program runs. */
const known = new Map<string, Set<string>>();

/** Whether people work on this calendar day, `2026-11-26`. */
export function isWorkingDay(date: string, state: FederalState): boolean {
  return weekdayOf(date) <= 5 && !holidaysOf(Number(date.slice(0, 4)), state).has(date);
}

/** The same time of day so many working days earlier, on the clock of the zone. */
export function workingDaysBefore(
  at: Date,
  days: number,
  { state, zone }: { state: FederalState; zone: string },
): Date {
  return shifted(at, days, -1, { state, zone });
}

/** The same time of day so many working days later, on the clock of the zone. */
export function workingDaysAfter(
  at: Date,
  days: number,
  { state, zone }: { state: FederalState; zone: string },
): Date {
  return shifted(at, days, 1, { state, zone });
}

function shifted(
  at: Date,
  days: number,
  direction: 1 | -1,
  { state, zone }: { state: FederalState; zone: string },
): Date {
  let date = localDateOf(at, zone);
  for (let left = days; left > 0; ) {
    date = addDays(date, direction);
    if (isWorkingDay(date, state)) left -= 1;
  }
  return days === 0 ? at : rhythmTime(date, timeOfDayOf(at, zone), zone);
}

function holidaysOf(year: number, state: FederalState): Set<string> {
  const key = `${state} ${year}`;
  const days = known.get(key) ?? new Set(getHolidays(year, state).map(({ date }) => dayOf(date)));
  known.set(key, days);
  return days;
}

/** The library gives each day as its noon in UTC; its `dateString` is a day off far east of Greenwich. */
function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
