/** The built-in mailbox. */
import type { mailbox as source } from '../../de/pages/mailbox.ts';

export const mailbox: typeof source = {
  title: 'Mailbox',
  lead: 'These are the e-mails that the pool would otherwise send. Nothing of it leaves this machine.',
  empty: 'No e-mail yet',
  emptyLead: 'As soon as the pool has something to say, it stands here. Then load the page again.',
  caption: 'E-mails, newest first',
  time: 'Time',
  to: 'To',
  subject: 'Subject',
  back: 'All e-mails',
  htmlTitle: 'What the e-mail looks like',
  textTitle: 'As plain text',
  calendarTitle: (method) => `Attachment for the calendar (${method})`,
};
