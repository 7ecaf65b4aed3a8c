/** The calendar part of a mail: an invitation when a booking is firm, a cancellation where an invitation may have gone. */
import type { Assignment } from '../models/assignment/shape.ts';
import { type Message, mayHaveReached } from '../models/message.ts';
import type { NoticeKind } from '../models/notice.ts';
import { calendarUid } from '../models/rules/calendar-uid.ts';
import { invitation } from '../templates/calendar.ts';
import { appointmentEvent } from '../templates/mail/appointment-event.ts';
import type { MailFacts } from '../templates/mail/facts.ts';

type Method = 'REQUEST' | 'CANCEL';
type Mailbox = { name: string; address: string };

/** Which mails carry one. An agency's appointment stays in its calendar while a replacement is sought. */
const methods: Partial<Record<NoticeKind, { interpreter?: Method; contact?: Method }>> = {
  booked: { interpreter: 'REQUEST', contact: 'REQUEST' },
  cancelled: { interpreter: 'CANCEL', contact: 'CANCEL' },
  released: { interpreter: 'CANCEL' },
  given_back: { interpreter: 'CANCEL' },
  unfilled: { contact: 'CANCEL' },
};

/**
 * The calendar part, if this mail has one. One UID an assignment, kept when the interpreter changes;
 * each invitation names only its recipient (RFC 5546 §3.2, RFC 6047).
 */
export async function calendarPart(
  message: Message,
  assignment: Assignment | null,
  facts: MailFacts,
  { from, to, createdAt }: { from: Mailbox; to: Mailbox; createdAt: Date },
): Promise<{ method: Method; content: string } | undefined> {
  const side = message.role === 'interpreter' || message.role === 'contact' ? message.role : undefined;
  const method = side && methods[message.kind]?.[side];
  if (!method || !assignment || !facts.assignment) return undefined;
  const invited = { assignment: message.assignment, account: message.account, offer: undefined };
  if (method === 'CANCEL' && !(await mayHaveReached(invited, ['booked']))) return undefined;
  const content = invitation(method, {
    ...appointmentEvent(facts.assignment, facts.locale),
    uid: calendarUid(assignment._id),
    sequence: message.sequence,
    dtstamp: createdAt,
    organizer: { name: from.name, email: from.address },
    attendee: { name: to.name, email: to.address },
  });
  return { method, content };
}
