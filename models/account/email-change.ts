/** Changes of e-mail: both the old and the new address agree before the new one counts. Neither link is stored. */
import { z } from 'zod';
import { changeEmail, findAccount, foldEmail } from '../account.ts';
import { type OutboxEntry, outboxEntry } from '../assignment/shape.ts';
import { dropFromOutbox, outboxIndex, outboxPart, withSomethingToSay } from '../outbox.ts';
import { PoolError } from '../pool-error.ts';
import { id, line } from '../shape.ts';
import {
  defineModel,
  type Fields,
  found,
  isDuplicateOf,
  newId,
  part,
  required,
  trusted,
} from '../storage.ts';

const emailChange = z.strictObject({
  _id: id,
  account: id,
  from: z.email(),
  to: z.email(),
  createdAt: z.date(),
  expiresAt: z.date(),
  /** The account, as long as this change is under way: there is one at a time. */
  openFor: id.optional(),
  newAt: z.date().optional(),
  oldAt: z.date().optional(),
  /** Who agreed for the old address, after a call. */
  byHand: z.strictObject({ by: id, note: line(200) }).optional(),
  stoppedAt: z.date().optional(),
  doneAt: z.date().optional(),
  /** Why it was stopped although both had agreed: too many share the new address, or the old one counts no more. */
  obstacle: z.enum(['email_full', 'overtaken']).optional(),
  outbox: z.array(outboxEntry),
});
export type EmailChange = z.infer<typeof emailChange>;

/** Which address agrees. */
export type Side = 'new' | 'old';

/** How long the links are good, and how many changes one person may begin in a day. */
const day = 24 * 3_600_000;
export const changeDays = 7;
const mostPerDay = 5;

/** Name of the index that lets one change be under way for each account. */
const oneAtATime = 'open_for';

const fields: Fields<EmailChange> = {
  _id: required.string,
  account: required.string,
  from: required.string,
  to: required.string,
  createdAt: required.date,
  expiresAt: required.date,
  openFor: String,
  newAt: Date,
  oldAt: Date,
  byHand: part<NonNullable<EmailChange['byHand']>>({ by: required.string, note: required.string }),
  stoppedAt: Date,
  doneAt: Date,
  obstacle: String,
  outbox: [outboxPart],
};
const EmailChanges = defineModel<EmailChange>('email_changes', fields, [
  { key: { openFor: 1 }, options: { name: oneAtATime, unique: true, sparse: true } },
  { key: { account: 1, createdAt: -1 }, options: { name: 'account' } },
  outboxIndex,
]);

const missing = () => trusted({ $exists: false });
const there = () => trusted({ $exists: true });

/**
 * Begins a change; a link goes to each address because of the same write. An earlier one that is under way ends.
 * Whether somebody has the new address already plays no part, so that nobody learns it here.
 * @throws `rate_limited` when too many have been begun
 */
export async function startEmailChange(
  person: { _id: string; email: string; centre: string | undefined },
  to: string,
  now: Date,
): Promise<string> {
  const { _id: account, email: from, centre } = person;
  const begun = await EmailChanges.countDocuments({
    account,
    createdAt: trusted({ $gte: new Date(now.getTime() - day) }),
  });
  if (begun >= mostPerDay) throw new PoolError('rate_limited', { params: { minutes: 24 * 60 } });
  const _id = newId();
  const expiresAt = new Date(now.getTime() + changeDays * day);
  const entryFor = (side: Side): OutboxEntry => ({
    id: `email_change_${side}:${_id}:1:system:${account}`,
    kind: `email_change_${side}`,
    role: 'system',
    account,
    ...(centre && { centre }),
    version: 1,
    sequence: 0,
    notAfter: expiresAt,
  });
  const outbox = [entryFor('new'), entryFor('old')];
  const change = {
    _id,
    account,
    from,
    to: foldEmail(to),
    createdAt: now,
    expiresAt,
    openFor: account,
    outbox,
  };
  for (;;) {
    await EmailChanges.updateMany({ openFor: account }, { $set: { stoppedAt: now }, $unset: { openFor: 1 } });
    if (await isStored(change)) return _id;
  }
}

async function isStored(change: EmailChange): Promise<boolean> {
  try {
    await EmailChanges.create(change);
    return true;
  } catch (error) {
    if (isDuplicateOf(error, oneAtATime)) return false;
    throw error;
  }
}

/** The change with this id. @throws `not_found` */
export async function findEmailChange(id: string): Promise<EmailChange> {
  return found(await EmailChanges.findOne({ _id: id }).lean<EmailChange>());
}

/**
 * One address agrees; once both have, the new one counts. Agreeing twice is agreeing once.
 * @param byHand who agrees for an old address that nobody reads any more
 * @throws `link_invalid` when the change was stopped or is too old; `email_full` when too many share the new address
 */
export async function agreeToChange(
  id: string,
  side: Side,
  now: Date,
  byHand?: EmailChange['byHand'],
): Promise<EmailChange> {
  const key = side === 'new' ? 'newAt' : 'oldAt';
  await EmailChanges.updateOne(
    { _id: id, openFor: there(), expiresAt: trusted({ $gt: now }), [key]: missing() },
    { $set: { [key]: now, ...(byHand && { byHand }) } },
  );
  const change = await findEmailChange(id);
  if (!change[key] || (change.stoppedAt && !change.obstacle)) throw new PoolError('link_invalid');
  if (change.newAt && change.oldAt && !change.doneAt) await finish(change, now);
  const after = await findEmailChange(id);
  if (after.obstacle) throw new PoolError(after.obstacle === 'email_full' ? 'email_full' : 'link_invalid');
  return after;
}

/** "That was not me": nothing changes any more. Comes too late once both have agreed. @throws `link_invalid` then */
export async function stopChange(id: string, now: Date): Promise<EmailChange> {
  await EmailChanges.updateOne(
    { _id: id, openFor: there(), $or: [{ newAt: missing() }, { oldAt: missing() }] },
    { $set: { stoppedAt: now }, $unset: { openFor: 1 } },
  );
  const change = await findEmailChange(id);
  if (!change.stoppedAt) throw new PoolError('link_invalid');
  return change;
}

/** Whether a link of this change still does something. */
export function isUnderWay({ openFor, expiresAt }: EmailChange, now: Date): boolean {
  return openFor !== undefined && expiresAt > now;
}

/** Changes on which both have agreed and that a process has left before the end. */
export async function agreedChanges(now: Date): Promise<EmailChange[]> {
  const isAgreed = { newAt: there(), oldAt: there(), expiresAt: trusted({ $gt: now }) };
  return EmailChanges.find({ openFor: there(), ...isAgreed })
    .sort({ expiresAt: 1, _id: 1 })
    .limit(100)
    .lean<EmailChange[]>();
}

/**
 * The new address counts from now on, or the change ends with the reason why it cannot. May run again: it is taken only
 * in place of the old one, and one that has ended stays as it ended.
 */
export async function finish(change: EmailChange, now: Date): Promise<void> {
  if (change.openFor === undefined) return;
  const obstacle = await obstacleTo(change);
  await EmailChanges.updateOne(
    { _id: change._id, openFor: there() },
    { $set: obstacle ? { stoppedAt: now, obstacle } : { doneAt: now }, $unset: { openFor: 1 } },
  );
}

/** Gives the account its new address. @returns why that could not be, if so */
async function obstacleTo({ account, from, to }: EmailChange): Promise<EmailChange['obstacle']> {
  try {
    await changeEmail(account, from, to);
  } catch (error) {
    if (error instanceof PoolError && error.code === 'email_full') return 'email_full';
    throw error;
  }
  return (await findAccount(account)).email === to ? undefined : 'overtaken';
}

/** Removes changes that ended more than 90 days ago. @returns how many */
export async function removeOldEmailChanges(now: Date): Promise<number> {
  const long = new Date(now.getTime() - 90 * day);
  return (await EmailChanges.deleteMany({ createdAt: trusted({ $lt: long }) })).deletedCount;
}

/** What changes of e-mail still have to say, for `post`. */
export const emailChangeOutbox = {
  waiting: (limit: number) => withSomethingToSay(EmailChanges, limit),
  drop: (change: string, entry: string) => dropFromOutbox(EmailChanges, change, entry),
};
