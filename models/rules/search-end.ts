/** How long somebody is sought: until when a search goes on, and when people hear that it is still open. */
import type { Assignment } from '../assignment/shape.ts';
import type { Centre } from '../centre.ts';
import { workingDaysBefore } from './working-days.ts';

const hour = 3_600_000;

/**
 * When a search that begins (or begins again) at `now` is given up: so many working days before the appointment, an urgent one
 * so many hours before. What comes too late for that is sought until so many hours before, and at the very last until the start.
 */
export function searchEnd(
  { start, urgent }: Pick<Assignment, 'start'> & Partial<Pick<Assignment, 'urgent'>>,
  { rules, zone }: Pick<Centre, 'rules' | 'zone'>,
  now: Date,
): Date {
  const inTime = workingDaysBefore(start, rules.giveUpWorkingDays, {
    state: rules.federalState ?? 'NW',
    zone,
  });
  const hoursBefore = new Date(start.getTime() - rules.giveUpUrgentHours * hour);
  const ends = urgent ? [hoursBefore, start] : [inTime, hoursBefore, start];
  return ends.find((end) => end > now) ?? start;
}

/**
 * When coordinators and agency hear that nobody has been found yet: so many hours before the appointment, at the latest a day
 * before the search ends; when that has passed already, halfway to its end. Undefined when the centre does not want it.
 */
export function openWarningAt(
  { start, giveUpAt }: { start: Date; giveUpAt: Date },
  { openWarningHours = 72 }: Pick<Centre['rules'], 'openWarningHours'>,
  now: Date,
): Date | undefined {
  if (openWarningHours === 0) return undefined;
  const end = giveUpAt.getTime();
  const wished = Math.min(start.getTime() - openWarningHours * hour, end - 24 * hour);
  return new Date(wished > now.getTime() ? wished : (now.getTime() + end) / 2);
}
