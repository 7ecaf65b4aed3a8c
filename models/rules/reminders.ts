/** When somebody is reminded of an appointment, and until when a reminder still makes sense. */
import { type QuietHours, reminderLeavesAt } from './quiet-hours.ts';

/** A reminder: its lead in hours, when it is due, and when the next one (or the appointment) takes its place. */
export type Reminder = { leadHours: number; dueAt: Date; notAfter: Date };

/**
 * The reminders that are due by `until` (now, unless somebody looks ahead) for a booking made firm at `bookedAt`. One whose time had passed by then is not sent;
 * one that waited while nothing ran is, until the next takes its place. Quiet hours bring it forward.
 */
export function dueReminders(
  { start, bookedAt }: { start: Date; bookedAt: Date },
  leadHours: number[],
  { now, until = now, quiet, zone }: { now: Date; until?: Date; quiet: QuietHours | undefined; zone: string },
): Reminder[] {
  const falling = [...leadHours].sort((a, b) => b - a);
  return falling
    .map((lead, index) => ({
      leadHours: lead,
      dueAt: reminderLeavesAt(beforeStart(start, lead), quiet, zone),
      notAfter: beforeStart(start, falling[index + 1] ?? 0),
    }))
    .filter(({ dueAt, notAfter }) => bookedAt <= dueAt && dueAt <= until && now < notAfter);
}

function beforeStart(start: Date, hours: number): Date {
  return new Date(start.getTime() - hours * 3_600_000);
}
