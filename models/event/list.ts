/** Reading events: one, a page of them, those that still need work, and what they have to say. */
import { behind, type Cursor, type Scope } from '../assignment/list.ts';
import { dropFromOutbox, withSomethingToSay } from '../outbox.ts';
import { found, trusted } from '../storage.ts';
import type { Event } from './shape.ts';
import { Events } from './storage.ts';

/** Of events that older programs stored nothing is known but their name; they are no plans. */
const isPlanned = () => ({ blocks: trusted({ $exists: true }) });

/** The event with this id. @throws `not_found` */
export async function findEvent(id: string): Promise<Event> {
  return found(await Events.findOne({ _id: id, ...isPlanned() }).lean<Event>());
}

/** These events, those that are there. */
export async function findEvents(ids: string[]): Promise<Event[]> {
  return Events.find({ _id: trusted({ $in: ids }), ...isPlanned() }).lean<Event[]>();
}

/** One page of the events of these centres and agencies, by start; `next` leads to the following one. */
export async function listEvents(
  { centres = [], agencies = [] }: Scope,
  { from, to }: { from?: Date | undefined; to?: Date | undefined },
  { limit, after }: { limit: number; after?: Cursor | undefined },
): Promise<{ items: Event[]; next?: Cursor }> {
  const time = { ...(from && { $gte: from }), ...(to && { $lt: to }) };
  const items = await Events.find({
    $and: [
      isPlanned(),
      { $or: [{ centre: trusted({ $in: centres }) }, { agency: trusted({ $in: agencies }) }] },
      from || to ? { start: trusted(time) } : {},
      after ? behind(after) : {},
    ],
  } as never)
    .sort({ start: 1, _id: 1 })
    .limit(limit + 1)
    .lean<Event[]>();
  const page = items.slice(0, limit);
  const last = page.at(-1);
  return items.length > limit && last
    ? { items: page, next: { start: last.start, id: last._id } }
    : { items: page };
}

/** Events of which something is still to be done, and that nobody has been working on since then. */
export async function unfinishedEvents(since: Date): Promise<{ _id: string }[]> {
  return Events.find({ unfinished: true, updatedAt: trusted({ $lte: since }) }, { _id: 1 })
    .limit(50)
    .lean<{ _id: string }[]>();
}

/** What events still have to say, for `post`. */
export const eventOutbox = {
  waiting: (limit: number) => withSomethingToSay(Events as never, limit) as Promise<Event[]>,
  drop: (event: string, entry: string) => dropFromOutbox(Events as never, event, entry),
};
