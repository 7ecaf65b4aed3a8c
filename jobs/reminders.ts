/** Reminders: read from the bookings as they are now, so that moves, preferences and quiet hours are always the current ones. */
import { due } from '../models/assignment/list.ts';
import type { Assignment } from '../models/assignment/shape.ts';
import { type Centre, listCentres } from '../models/centre.ts';
import { type NewMessage, queueMessages } from '../models/message.ts';
import { dueReminders, type Reminder } from '../models/rules/reminders.ts';

/** Hours a quiet time can bring a reminder forward. */
const quietMargin = 24;

/** Each sweep looks a little ahead, so that a reminder leaves at its time and not at the next sweep. */
const ahead = 2 * 60_000;

/** Queues what is due, or will be before the next sweep; a reminder's id says assignment, sequence, lead and person, so each comes once. @returns how many were new */
export async function reminders(now: Date): Promise<number> {
  const centres = new Map((await listCentres()).map((centre) => [centre._id, centre]));
  const longest = Math.max(0, ...[...centres.values()].flatMap((centre) => centre.rules.reminderHours));
  const firm = await due.startingWithin(['confirmed'], longest + quietMargin, now);
  const found = firm.flatMap((assignment) => {
    const centre = centres.get(assignment.centre);
    return centre ? messagesFor(assignment, centre, now) : [];
  });
  return found.length > 0 ? queueMessages(found, now) : 0;
}

function messagesFor(assignment: Assignment, { rules, zone }: Centre, now: Date): NewMessage[] {
  const { start, firmAt, booking, contact } = assignment;
  if (!firmAt || !booking) return [];
  const found = dueReminders({ start, bookedAt: firmAt }, rules.reminderHours, {
    now,
    until: new Date(now.getTime() + ahead),
    quiet: rules.quietHours,
    zone,
  });
  return found.flatMap((reminder) => [
    messageTo(assignment, reminder, 'interpreter', booking.account, booking.offer),
    ...(contact ? [messageTo(assignment, reminder, 'contact', contact, undefined)] : []),
  ]);
}

function messageTo(
  { _id, centre, sequence, version }: Assignment,
  { leadHours, dueAt, notAfter }: Reminder,
  role: 'interpreter' | 'contact',
  account: string,
  offer: string | undefined,
): NewMessage {
  return {
    _id: ['reminder', _id, `${sequence}:${leadHours}`, role, account].join(':'),
    kind: 'reminder',
    assignment: _id,
    centre,
    account,
    role,
    version,
    sequence,
    leadHours,
    notBefore: dueAt,
    notAfter,
    ...(offer && { offer }),
  };
}
