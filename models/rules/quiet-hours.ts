/** Quiet hours: when a centre does not want to disturb, and when something held back may leave. */
import { addDays, localDateOf, rhythmTime } from './local-time.ts';

export type QuietHours = { from: string; to: string };

/** The quiet time that an instant lies in, or undefined. Half-open; `from` after `to` spans midnight. */
export function quietTimeAround(
  at: Date,
  quiet: QuietHours | undefined,
  zone: string,
): { start: Date; end: Date } | undefined {
  if (!quiet || quiet.from === quiet.to) return undefined;
  const today = localDateOf(at, zone);
  for (const day of [addDays(today, -1), today]) {
    const start = rhythmTime(day, quiet.from, zone);
    const end = rhythmTime(quiet.to > quiet.from ? day : addDays(day, 1), quiet.to, zone);
    if (start <= at && at < end) return { start, end };
  }
  return undefined;
}

/** When an offer may leave: now, or after the quiet time when the appointment is more than 24 hours ahead. */
export function offerMayLeaveAt(now: Date, start: Date, quiet: QuietHours | undefined, zone: string): Date {
  const isNear = start.getTime() - now.getTime() <= 24 * 3_600_000;
  return isNear ? now : (quietTimeAround(now, quiet, zone)?.end ?? now);
}

/** When a reminder that is due in the quiet time leaves: just before that time begins. */
export function reminderLeavesAt(due: Date, quiet: QuietHours | undefined, zone: string): Date {
  return quietTimeAround(due, quiet, zone)?.start ?? due;
}
