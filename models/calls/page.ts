/** One page of a list that is ordered by a text, such as a name. */
import type { Model } from 'mongoose';
import { trusted } from '../storage.ts';

/** The place behind which the next page begins: the text, and the id among equal ones. */
export type Place = [key: string, id: string];

/** Which page: how long it is, and behind which place it begins. */
export type Wanted = { limit: number; after?: Place | undefined };

/** The page of those that the filter lets through; `next` leads to the following one. */
export async function readPage<T extends { _id: string }>(
  model: Model<T>,
  by: keyof T & string,
  filter: object,
  { limit, after }: Wanted,
): Promise<{ items: T[]; next?: Place }> {
  const found = await model
    .find({ $and: [filter, after ? behind(by, after) : {}] } as never)
    .sort({ [by]: 1, _id: 1 })
    .limit(limit + 1)
    .lean<T[]>();
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return found.length > limit && last ? { items, next: [String(last[by]), last._id] } : { items };
}

function behind(by: string, [key, id]: Place): object {
  return { $or: [{ [by]: trusted({ $gt: key }) }, { [by]: key, _id: trusted({ $gt: id }) }] };
}
