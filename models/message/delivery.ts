/** Messages on their way: found when due, leased to one worker, handed over, and ended. */
import { isOpen, type Message, type MessageStatus, Messages } from '../message.ts';
import { trusted } from '../storage.ts';

/** Messages whose time has come, oldest first, at most `limit` of each; sign-ins before all others: somebody sits and waits. */
export async function dueMessages(now: Date, limit: number): Promise<Message[]> {
  const dueOf = (kind: object) =>
    Messages.find({ status: isOpen(), visibleAt: trusted({ $lte: now }), kind: trusted(kind) })
      .sort({ visibleAt: 1, version: 1 })
      .limit(limit)
      .lean<Message[]>();
  const [signIns, others] = await Promise.all([dueOf({ $eq: 'sign_in' }), dueOf({ $ne: 'sign_in' })]);
  return [...signIns, ...others];
}

/** Lets a due message that nobody works on rest until then. @returns false when somebody has taken it up meanwhile */
export async function defer({ _id, visibleAt }: Message, until: Date): Promise<boolean> {
  const { matchedCount } = await Messages.updateOne(
    { _id, status: isOpen(), visibleAt },
    { $set: { visibleAt: until } },
  );
  return matchedCount === 1;
}

/** Open messages to the same person about the same assignment or event that were caused before this one. */
export async function earlierOpen(message: Message): Promise<Message[]> {
  const { assignment, event, account, version, createdAt } = message;
  if (!assignment && !event) return [];
  return Messages.find({
    ...(event ? { event } : { assignment: assignment ?? '' }),
    account,
    status: isOpen(),
    $or: [{ version: trusted({ $lt: version }) }, { version, createdAt: trusted({ $lt: createdAt }) }],
  }).lean<Message[]>();
}

/** Leases a due message to one worker. @returns null when another one has it, or it is not due any more */
export async function claimMessage(
  id: string,
  claim: string,
  now: Date,
  until: Date,
): Promise<Message | null> {
  return Messages.findOneAndUpdate(
    { _id: id, status: isOpen(), visibleAt: trusted({ $lte: now }) },
    { $set: { status: 'sending', claim, visibleAt: until }, $inc: { attempts: 1 } },
    { returnDocument: 'after' },
  ).lean<Message>();
}

/** Changes a message while this worker holds it. @returns false when the lease has gone to somebody else meanwhile */
async function onClaim({ _id, claim }: Pick<Message, '_id' | 'claim'>, update: object): Promise<boolean> {
  const { matchedCount } = await Messages.updateOne({ _id, claim: claim ?? '', status: 'sending' }, update);
  return matchedCount === 1;
}

/** What the holder of a claim notes down. @returns false when the lease has gone to somebody else meanwhile */
export function noteOnClaim(
  message: Pick<Message, '_id' | 'claim'>,
  values: Partial<Pick<Message, 'rendered' | 'handedOverAt' | 'visibleAt'>>,
): Promise<boolean> {
  return onClaim(message, { $set: values });
}

const neverHandedOver = { rendered: 1, handedOverAt: 1 } as const;

/** From now on it is a task of the centre that speaks. */
function asTask({ centre }: Message): Pick<Message, 'taskOf'> {
  return centre ? { taskOf: centre } : {};
}

/** Puts a claimed message back for another attempt. One that was `refused` is written anew then: nobody has it. */
export async function postpone(
  message: Message,
  visibleAt: Date,
  lastError: NonNullable<Message['lastError']>,
  { refused }: { refused: boolean },
): Promise<void> {
  await onClaim(message, {
    $set: { status: 'queued', visibleAt, lastError },
    $unset: { claim: 1, ...(refused && neverHandedOver) },
  });
}

/** A claimed message is refused for good, or for too long: a task for the coordinators. What was rendered is forgotten. */
export async function giveUpMessage(
  message: Message,
  lastError: NonNullable<Message['lastError']>,
  { refused }: { refused: boolean },
): Promise<void> {
  await onClaim(message, {
    $set: { status: 'dead', lastError, ...asTask(message) },
    $unset: { claim: 1, rendered: 1, ...(refused && neverHandedOver) },
  });
}

/** Ends a claimed message: sent, overtaken, too late, somebody's task. What was rendered is forgotten. @returns false when the lease had gone */
export function closeMessage(
  message: Message,
  status: Exclude<MessageStatus, 'queued' | 'sending' | 'dead'>,
  values: Partial<Pick<Message, 'sentAt'>> = {},
): Promise<boolean> {
  const task = status === 'by_hand' ? asTask(message) : {};
  return onClaim(message, { $set: { status, ...values, ...task }, $unset: { rendered: 1, claim: 1 } });
}

/** A message nobody works on yet has been overtaken by a later state. */
export async function supersede(id: string): Promise<void> {
  await Messages.updateOne(
    { _id: id, status: 'queued' },
    { $set: { status: 'superseded' }, $unset: { rendered: 1 } },
  );
}
