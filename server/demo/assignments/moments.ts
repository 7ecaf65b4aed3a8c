/** When the steps of a story happened, told from the story so far. */
import type { Assignment, Offer } from '../../../models/assignment/shape.ts';
import { addWorkdays, at, dayOf, minutesBefore } from '../calendar.ts';

/** When a step happened, told from the story so far. */
export type When = (story: Assignment, now: Date) => Date;

/** So many working days after the request came in. */
export function later(days: number, time: string): When {
  return ({ createdAt }) => at(addWorkdays(dayOf(createdAt), days), time);
}

/** So many working days after the appointment. */
export function afterwards(days: number, time: string): When {
  return ({ end }) => at(addWorkdays(dayOf(end), days), time);
}

/** So many minutes before the pool was loaded, and by the last digit of the number a few more, for no two do it at once. */
export function ago(minutes: number): When {
  return ({ number }, now) => minutesBefore(now, minutes + Number(number.slice(-1)));
}

/** So many minutes before the appointment. */
export function beforehand(minutes: number): When {
  return ({ start }) => minutesBefore(start, minutes);
}

/** So many minutes after the last change. */
export function soon(minutes: number): When {
  return (story) => minutesAfter(lastChange(story), minutes);
}

/** On the working day after the last change, so many minutes after eight in the morning. */
export function nextMorning(minutes: number): When {
  return (story) => minutesAfter(at(addWorkdays(dayOf(lastChange(story)), 1), '08:00'), minutes);
}

/** So many minutes after the appointment. */
export function shortlyAfter(minutes: number): When {
  return ({ end }) => minutesAfter(end, minutes);
}

/** The moment at which the request came in. */
export const atOnce: When = ({ createdAt }) => createdAt;

/** The moment from which the appointment is over, or has begun without anybody. */
export const inTheEnd: When = ({ status, start, end }) => (status === 'confirmed' ? end : start);

export const whenTheAnswerIsDue: When = ({ offers }) => (offers.at(-1) as Offer).expiresAt;

function lastChange({ history, createdAt }: Assignment): Date {
  return history.at(-1)?.at ?? createdAt;
}

function minutesAfter(instant: Date, minutes: number): Date {
  return minutesBefore(instant, -minutes);
}
