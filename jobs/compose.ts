/** Makes the finished mail of a message, once: what leaves on a second attempt is the same to the byte. */
import { createHash } from 'node:crypto';
import type { Account } from '../models/account.ts';
import type { Assignment } from '../models/assignment/shape.ts';
import type { Message } from '../models/message.ts';
import type { Mail } from '../templates/mail/facts.ts';
import { renderMail } from '../templates/mail/mail.ts';
import { calendarPart } from './calendar-part.ts';
import { gatherFacts } from './mail-contents.ts';
import type { MailSettings } from './mail-links.ts';
import type { OutgoingMail } from './mailer.ts';
import { recipientOf } from './recipient.ts';

/** What composing needs to know: links, secrets, and from which mailbox mail is sent. */
export type ComposeSettings = MailSettings & { from: { name: string; address: string } };

/** The mail for this message to this address, as of `now`. */
export async function composeMail(
  message: Message,
  account: Account & { email: string },
  assignment: Assignment | null,
  { settings, now }: { settings: ComposeSettings; now: Date },
): Promise<OutgoingMail> {
  const facts = await gatherFacts(message, account, assignment, { settings, now });
  const to = { name: account.name, address: account.email };
  const from = { name: facts.centre.poolName, address: settings.from.address };
  const calendar = await calendarPart(message, assignment, facts, { from, to, createdAt: message.createdAt });
  const thread = message.assignment ?? message.event;
  const rendered = renderMail({ ...facts, hasCalendar: calendar !== undefined });
  return {
    ...rendered,
    messageId: idFor(message._id, from.address),
    thread: thread ? idFor(`thread:${thread}`, from.address) : undefined,
    date: now.toISOString(),
    from,
    to,
    replyTo: { name: facts.centre.poolName, address: facts.centre.email },
    calendar,
  };
}

/** What a mail says, in German and for the telephone; undefined when it cannot be written (then that is why it is a task). */
export async function readOut(
  message: Message,
  assignment: Assignment | null,
  { settings, now }: { settings: MailSettings; now: Date },
): Promise<Mail | undefined> {
  const person = await recipientOf(message);
  if (!person) return undefined;
  try {
    const facts = await gatherFacts(message, { ...person, locale: 'de' }, assignment, { settings, now });
    return renderMail({ ...facts, isReadOut: true });
  } catch {
    return undefined;
  }
}

/** A Message-ID that follows from what the mail is, so that a duplicate shows itself as one. */
function idFor(what: string, address: string): string {
  const domain = address.split('@')[1] ?? 'localhost';
  return `${createHash('sha256').update(what).digest('hex').slice(0, 32)}@${domain}`;
}
