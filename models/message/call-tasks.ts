/** What the office has to do about messages: call people without e-mail, and see to mails that nobody takes. */
import { isOpen, type Message, type MessageStatus, Messages, type NewMessage } from '../message.ts';
import { found, isRepeated, present, schemaVersion, trusted } from '../storage.ts';

const isTask = () => trusted({ $in: ['by_hand', 'dead'] as MessageStatus[] });

/** The place in the list behind which the next page begins. */
export type TaskCursor = { createdAt: Date; id: string };

/** Tasks of these centres that nobody has seen to yet, longest waiting first. */
export async function openTasks(
  centres: string[],
  { limit, after }: { limit: number; after?: TaskCursor | undefined },
): Promise<Message[]> {
  return Messages.find({ taskOf: trusted({ $in: centres }), ...(after && behind(after)) } as never)
    .sort({ createdAt: 1, _id: 1 })
    .limit(limit)
    .lean<Message[]>();
}

function behind({ createdAt, id }: TaskCursor) {
  return {
    createdAt: trusted({ $gte: createdAt }),
    $or: [{ createdAt: trusted({ $gt: createdAt }) }, { createdAt, _id: trusted({ $gt: id }) }] as never,
  };
}

/** Open tasks of every centre behind this place, longest waiting first, for the sweep that looks whether they still hold. */
export async function outdatedCandidates(limit: number, after?: TaskCursor): Promise<Message[]> {
  return Messages.find({ taskOf: trusted({ $gt: '' }), ...(after && behind(after)) } as never)
    .sort({ createdAt: 1, _id: 1 })
    .limit(limit)
    .lean<Message[]>();
}

/** A message that is, or was, a task. @throws `not_found` */
export async function findTask(id: string): Promise<Message> {
  return found(await Messages.findOne({ _id: id, status: isTask() }).lean<Message>());
}

/** Somebody has seen to it. Whoever comes second changes nothing. @returns whether it was still open */
export async function endTask(id: string, done: NonNullable<Message['done']>): Promise<boolean> {
  const { modifiedCount } = await Messages.updateOne(
    { _id: id, done: trusted({ $exists: false }), status: isTask() },
    { $set: { done }, $unset: { taskOf: 1 } },
  );
  return modifiedCount === 1;
}

/** The question of this offer has been answered, so nobody has to call about it any more. */
export async function closeCallTask(offer: string, now: Date): Promise<void> {
  await Messages.updateMany(
    { offer, kind: 'offer', taskOf: trusted({ $exists: true }) },
    { $set: { done: { at: now } }, $unset: { taskOf: 1 } },
  );
}

/** What would be said does not hold any more: nobody has to say it. */
export async function dropTask({ _id, status }: Pick<Message, '_id' | 'status'>): Promise<void> {
  await Messages.updateOne(
    { _id, status, taskOf: trusted({ $exists: true }) },
    { ...(status === 'by_hand' && { $set: { status: 'superseded' } }), $unset: { taskOf: 1 } },
  );
}

/** Offers of this assignment whose question has not reached anybody yet: the mail has not left, or nobody has called. */
export async function unsentOffers(assignment: string): Promise<string[]> {
  const unsent = await Messages.find(
    {
      assignment,
      kind: 'offer',
      $or: [{ status: isOpen() }, { status: 'by_hand', done: trusted({ $exists: false }) }],
    },
    { offer: 1 },
  ).lean<Pick<Message, 'offer'>[]>();
  return unsent.flatMap(({ offer }) => (offer ? [offer] : []));
}

/** What could not be queued after several attempts becomes somebody's task instead of being tried for ever; once, also when it is told again after a crash. */
export async function buryMessage(
  { notBefore: _notBefore, ...value }: NewMessage,
  lastError: NonNullable<Message['lastError']>,
  now: Date,
): Promise<void> {
  try {
    await Messages.collection.insertOne({
      ...present(value),
      schemaVersion,
      status: 'dead',
      lastError,
      ...(value.centre && { taskOf: value.centre }),
      visibleAt: now,
      attempts: 0,
      createdAt: now,
    } as never);
  } catch (error) {
    if (!isRepeated(error)) throw error;
  }
}
