/** The transport: hands a finished mail to an SMTP server, or puts it into the built-in mailbox. */
import { createHash } from 'node:crypto';
import nodemailer from 'nodemailer';
import { deliver } from '../models/mailbox.ts';

/** A finished mail to one recipient. Composing it twice gives the same bytes. */
export type OutgoingMail = {
  /** Without angle brackets. */
  messageId: string;
  /** The same for every mail about one assignment, so that a mail client keeps them together. */
  thread?: string | undefined;
  date: string;
  from: { name: string; address: string };
  to: { name: string; address: string };
  replyTo: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
  calendar?: { method: 'REQUEST' | 'CANCEL'; content: string } | undefined;
};

export type Mailer = {
  /** Resolves with the server's last word when the mail has been taken over; rejects with the transport's error. */
  send: (mail: OutgoingMail) => Promise<string>;
  close: () => void;
};

/** Without an SMTP server: mails are kept in the database and read under /mailbox. */
export const mailboxMailer: Mailer = {
  send: async ({ messageId, date, to, subject, text, html, calendar }) => {
    await deliver({
      _id: messageId,
      date: new Date(date),
      to: [to.address],
      subject,
      text,
      html,
      ...(calendar && { calendar }),
    });
    return 'kept in the mailbox';
  },
  close: () => undefined,
};

/**
 * Speaks SMTP to the server of this URL. Times allow a slow server its answer after the final dot:
 * giving up there would make duplicates (RFC 5321 §4.5.3.2).
 */
export function createSmtpMailer(url: string): Mailer {
  const transport = nodemailer.createTransport({
    url,
    pool: true,
    maxConnections: 3,
    maxMessages: 100,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  } as never);
  return {
    send: async (mail) =>
      ((await transport.sendMail(composed(mail) as never)) as { response: string }).response,
    close: () => transport.close(),
  };
}

/** One recipient, our own ids, and marked as written by a machine (RFC 3834), so that no robot answers. */
function composed({ calendar, thread, messageId, ...mail }: OutgoingMail) {
  return {
    ...mail,
    messageId: `<${messageId}>`,
    ...(thread && { references: [`<${thread}>`], inReplyTo: `<${thread}>` }),
    ...(calendar && {
      icalEvent: { method: calendar.method, filename: 'termin.ics', content: calendar.content },
    }),
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    baseBoundary: createHash('sha256').update(messageId).digest('hex').slice(0, 16),
  };
}
