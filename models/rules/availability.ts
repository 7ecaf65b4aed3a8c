/** Whether somebody is free: a weekly rhythm on the wall clock, with ranges that add or take away. */
import type { Availability, WeeklyWindow } from '../availability.ts';
import { addDays, localDateOf, rhythmTime, weekdayOf } from './local-time.ts';

/** A stretch of time, half-open: it holds its start and not its end. */
export type Stretch = { start: Date; end: Date };

export type Free = 'free' | 'not_free' | 'unknown';

/**
 * Whether the person is free for the whole stretch. Somebody who has named no free time at all is `unknown`
 * (and may be asked), except where a range says that they are away.
 */
export function isFree(availability: Availability | undefined, wanted: Stretch, zone: string): Free {
  const { weekly = [], exceptions = [] } = availability ?? {};
  const away = exceptions
    .filter(({ kind }) => kind === 'away')
    .map(({ from, to }) => ({ start: from, end: to }));
  if (away.some((stretch) => overlap(stretch, wanted))) return 'not_free';
  const added = exceptions
    .filter(({ kind }) => kind === 'free')
    .map(({ from, to }) => ({ start: from, end: to }));
  if (weekly.length === 0 && added.length === 0) return 'unknown';
  const free = [...added, ...weekly.flatMap((window) => occurrencesOf(window, wanted, zone))];
  return covers(free, wanted) ? 'free' : 'not_free';
}

/** The weekly windows and added ranges that touch a stretch of time, without what is taken away. In order of their start. */
function occurrencesOf(window: WeeklyWindow, within: Stretch, zone: string): Stretch[] {
  const lastDay = localDateOf(within.end, zone);
  const found: Stretch[] = [];
  for (let day = addDays(localDateOf(within.start, zone), -1); day <= lastDay; day = addDays(day, 1)) {
    if (!applies(window, day)) continue;
    const occurrence = occurrenceOn(window, day, zone);
    if (overlap(occurrence, within)) found.push(occurrence);
  }
  return found;
}

function applies({ weekday, validFrom, validTo }: WeeklyWindow, day: string): boolean {
  return weekday === weekdayOf(day) && day >= (validFrom ?? day) && day <= (validTo ?? day);
}

/** A `to` at or before `from` lies on the next day, so a window may span midnight. */
function occurrenceOn({ from, to }: WeeklyWindow, day: string, zone: string): Stretch {
  const lastDay = to > from ? day : addDays(day, 1);
  return { start: rhythmTime(day, from, zone), end: rhythmTime(lastDay, to, zone) };
}

function overlap(a: Stretch, b: Stretch): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether stretches, put together, leave no part of the wanted one open; touching ones join. */
function covers(stretches: Stretch[], wanted: Stretch): boolean {
  let reached = wanted.start;
  for (const { start, end } of [...stretches].sort((a, b) => a.start.getTime() - b.start.getTime())) {
    if (start > reached) break;
    if (end > reached) reached = end;
  }
  return reached >= wanted.end;
}
