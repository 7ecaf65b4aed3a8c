/** The built-in mailbox: where mail goes while no SMTP server is named, to be read on the same machine. */
import { z } from 'zod';
import { defineModel, type Fields, isRepeated, part, present, required, trusted } from './storage.ts';

/** The newest so many are kept. */
const most = 1000;

const mailboxItem = z.strictObject({
  _id: z.string(),
  date: z.date(),
  to: z.array(z.string()),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  calendar: z.strictObject({ method: z.string(), content: z.string() }).optional(),
});
export type MailboxItem = z.infer<typeof mailboxItem>;

const fields: Fields<MailboxItem> = {
  _id: required.string,
  date: required.date,
  to: [String],
  subject: required.string,
  text: required.string,
  html: required.string,
  calendar: part<NonNullable<MailboxItem['calendar']>>({ method: required.string, content: required.string }),
};
const Mailbox = defineModel<MailboxItem>('mailbox', fields, [
  { key: { date: -1, _id: -1 }, options: { name: 'newest' } },
]);

/** Delivers a mail. The same one again is the same one. */
export async function deliver(item: MailboxItem): Promise<void> {
  try {
    await Mailbox.create(present(item));
  } catch (error) {
    if (!isRepeated(error)) throw error;
  }
}

/** The mails, newest first. */
export async function readMailbox(limit = most): Promise<MailboxItem[]> {
  return Mailbox.find({}).sort({ date: -1, _id: -1 }).limit(Math.min(limit, most)).lean<MailboxItem[]>();
}

/** The mail with this id, or null. */
export async function findMail(id: string): Promise<MailboxItem | null> {
  return Mailbox.findOne({ _id: id }).lean<MailboxItem>();
}

/** Removes all but the newest. @returns how many went */
export async function trimMailbox(): Promise<number> {
  const [oldest] = await Mailbox.find({})
    .sort({ date: -1, _id: -1 })
    .skip(most)
    .limit(1)
    .lean<MailboxItem[]>();
  if (!oldest) return 0;
  return (await Mailbox.deleteMany({ date: trusted({ $lte: oldest.date }) })).deletedCount;
}
