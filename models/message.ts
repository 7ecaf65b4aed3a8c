/** Messages: one for each thing said to one person, from the queue until it is sent, overtaken, or somebody's task. */
import { z } from 'zod';
import { actingRole } from './assignment/shape.ts';
import { noticeKind } from './notice.ts';
import { id, line } from './shape.ts';
import {
  defineModel,
  type Fields,
  isRepeated,
  part,
  present,
  required,
  schemaVersion,
  trusted,
} from './storage.ts';

const messageStatus = z.enum([
  'queued',
  'sending',
  'sent',
  'superseded',
  'expired',
  'suppressed',
  'by_hand',
  'dead',
]);
export type MessageStatus = z.infer<typeof messageStatus>;

/** `_id` = kind : subject : occurrence : role : account, so the same event makes one message however often it is told. */
const message = z.strictObject({
  _id: z.string(),
  schemaVersion: z.number().int(),
  kind: noticeKind,
  assignment: id.optional(),
  signIn: id.optional(),
  emailChange: id.optional(),
  event: id.optional(),
  offer: id.optional(),
  /** Whose coordinators take it up when it cannot be sent. */
  centre: id.optional(),
  /** Ids only: the address is read when it is sent. */
  account: id,
  role: actingRole,
  /** The version of the assignment that said it; later ones to the same person wait for it. */
  version: z.number().int(),
  sequence: z.number().int(),
  /** Hours before the start, of a reminder. */
  leadHours: z.number().int().optional(),
  reason: z.string().optional(),
  status: messageStatus,
  /** Nobody touches it before: not yet due, or leased to a worker. */
  visibleAt: z.date(),
  notAfter: z.date().optional(),
  attempts: z.number().int(),
  claim: z.string().optional(),
  /** The mail as it was handed over, encrypted, so that a second attempt is the same to the byte. */
  rendered: z.string().optional(),
  /** When it was handed to the mail server, as long as that has not refused it: the person may have it. */
  handedOverAt: z.date().optional(),
  lastError: z.strictObject({ code: z.string(), text: z.string() }).optional(),
  createdAt: z.date(),
  sentAt: z.date().optional(),
  /** The centre whose coordinators have something to do about it; absent when there is nothing to do, or not any more. */
  taskOf: id.optional(),
  /** That somebody has seen to it: called, or found another way. */
  done: z.strictObject({ at: z.date(), by: id.optional(), note: line(200).optional() }).optional(),
});
export type Message = z.infer<typeof message>;

const fields: Fields<Message> = {
  _id: required.string,
  schemaVersion: required.number,
  kind: required.string,
  assignment: String,
  signIn: String,
  emailChange: String,
  event: String,
  offer: String,
  centre: String,
  account: required.string,
  role: required.string,
  version: required.number,
  sequence: required.number,
  leadHours: Number,
  reason: String,
  status: required.string,
  visibleAt: required.date,
  notAfter: Date,
  attempts: required.number,
  claim: String,
  rendered: String,
  handedOverAt: Date,
  lastError: part<NonNullable<Message['lastError']>>({ code: required.string, text: required.string }),
  createdAt: required.date,
  sentAt: Date,
  taskOf: String,
  done: part<NonNullable<Message['done']>>({ at: required.date, by: String, note: String }),
};
/** For this file and those of the folder `message/`; elsewhere messages are read and changed through functions. */
export const Messages = defineModel<Message>('messages', fields, [
  { key: { status: 1, visibleAt: 1 }, options: { name: 'due' } },
  { key: { assignment: 1, account: 1, version: 1 }, options: { name: 'thread' } },
  { key: { taskOf: 1, createdAt: 1, _id: 1 }, options: { name: 'task' } },
  { key: { offer: 1 }, options: { name: 'offer', sparse: true } },
  { key: { event: 1, account: 1 }, options: { name: 'event', sparse: true } },
]);

const open: MessageStatus[] = ['queued', 'sending'];
export const isOpen = () => trusted({ $in: open });

/** What a new message says; the rest is bookkeeping. */
export type NewMessage = Pick<
  Message,
  | '_id'
  | 'kind'
  | 'assignment'
  | 'signIn'
  | 'emailChange'
  | 'event'
  | 'offer'
  | 'centre'
  | 'account'
  | 'role'
  | 'version'
  | 'sequence'
  | 'leadHours'
  | 'reason'
  | 'notAfter'
> & { notBefore?: Date | undefined };

/** Queues messages that may well be there already, as sweeps find them again and again. @returns how many were new */
export async function queueMessages(values: NewMessage[], now: Date): Promise<number> {
  const ids = values.map(({ _id }) => _id);
  const known = await Messages.find({ _id: trusted({ $in: ids }) }, { _id: 1 }).lean<{ _id: string }[]>();
  const isKnown = new Set(known.map(({ _id }) => _id));
  const fresh = values.filter(({ _id }) => !isKnown.has(_id));
  const results = await Promise.all(fresh.map((value) => queueMessage(value, now)));
  return results.filter(Boolean).length;
}

/** Queues a message. One that is there already stays as it is: each event makes one. @returns whether it was new */
export async function queueMessage({ notBefore, ...value }: NewMessage, now: Date): Promise<boolean> {
  try {
    await Messages.create(
      present({
        ...value,
        schemaVersion,
        status: 'queued',
        visibleAt: notBefore ?? now,
        attempts: 0,
        createdAt: now,
      }),
    );
    return true;
  } catch (error) {
    if (isRepeated(error)) return false;
    throw error;
  }
}

/** Messages about one assignment, in the order in which they were caused. */
export async function messagesAbout(assignment: string): Promise<Message[]> {
  return Messages.find({ assignment }).sort({ version: 1, _id: 1 }).lean<Message[]>();
}

/** Whether somebody may know what messages of one of these kinds said about this assignment, by mail or by a call that was made. */
export async function mayHaveReached(
  { assignment, account, offer }: Pick<Message, 'assignment' | 'account' | 'offer'>,
  kinds: Message['kind'][],
): Promise<boolean> {
  const reached = await Messages.exists({
    assignment: assignment ?? '',
    account,
    ...(offer && { offer }),
    kind: trusted({ $in: kinds }),
    $or: [
      { handedOverAt: trusted({ $exists: true }) },
      { status: 'by_hand', done: trusted({ $exists: true }) },
    ],
  });
  return reached !== null;
}
