/** The working days of the past year, and times on and before them. */
import type { Period } from '../../../../models/assignment/shape.ts';
import { addDays, weekdayOf } from '../../../../models/rules/local-time.ts';
import { addWorkdays, at, dayOf, isWorkday, minutesBefore } from '../../calendar.ts';
import type { Dice } from '../../dice.ts';
import { monthWeights, weekdayWeights } from './habits.ts';

/** A working day, and how many working days ago it was. */
export type PastDay = { date: string; age: number };

/** Every working day of the last twelve months, with its age in working days and its weight. */
export function pastDays(today: string): [PastDay, weight: number][] {
  const days: [PastDay, number][] = [];
  const from = addDays(today, -364);
  for (let date = addWorkdays(today, -2), age = 2; date >= from; date = addDays(date, -1)) {
    if (!isWorkday(date)) continue;
    const weight =
      (monthWeights[Number(date.slice(5, 7)) - 1] as number) *
      (weekdayWeights[weekdayOf(date) - 1] as number);
    days.push([{ date, age }, weight]);
    age += 1;
  }
  return days;
}

/** On a working morning, before anything else happens to it. */
export function cameIn(date: string, lead: number, dice: Dice): Date {
  return minutesBefore(at(addWorkdays(date, -lead), '07:40'), -dice.between(0, 160));
}

/** The same hours on the next working day. */
export function onTheNextDay(start: Date, end: Date): Period {
  const shift =
    Date.parse(`${addWorkdays(dayOf(start), 1)}T00:00:00Z`) - Date.parse(`${dayOf(start)}T00:00:00Z`);
  return { start: new Date(start.getTime() + shift), end: new Date(end.getTime() + shift) };
}
