/** What must still be said waits inside the document that changed, until `post` has made a message of it. */
import type { Model } from 'mongoose';
import type { OutboxEntry } from './assignment/shape.ts';
import { type Fields, part, required, trusted } from './storage.ts';

const fields: Fields<OutboxEntry> = {
  id: required.string,
  kind: required.string,
  role: required.string,
  account: required.string,
  version: required.number,
  sequence: required.number,
  offer: String,
  centre: String,
  notBefore: Date,
  notAfter: Date,
  reason: String,
};
export const outboxPart = part<OutboxEntry>(fields);

/** Index by which documents that have something to say are found. */
export const outboxIndex = { key: { 'outbox.version': 1 as const }, options: { name: 'outbox' } };

type WithOutbox = { _id: string; outbox?: OutboxEntry[] | undefined };
type Speaking<Stored> = Stored & { outbox: OutboxEntry[] };

/** Documents that have something to say, at most `limit`. */
export function withSomethingToSay<Stored extends WithOutbox>(
  model: Model<Stored>,
  limit: number,
): Promise<Speaking<Stored>[]> {
  return model
    .find({ 'outbox.version': trusted({ $gte: 0 }) } as never)
    .limit(limit)
    .lean<Speaking<Stored>[]>();
}

/** Takes out what has become a message. Touches neither version nor ETag: nothing has changed for anybody. */
export async function dropFromOutbox<Stored extends WithOutbox>(
  model: Model<Stored>,
  document: string,
  entry: string,
): Promise<void> {
  await model.updateOne({ _id: document } as never, { $pull: { outbox: { id: entry } } } as never);
}
