/** What the server does by itself from time to time. */
import type { Collection } from '../storage/collection.ts';
import { execute, type Session } from './execute.ts';

/** In milliseconds; after so long a session that nobody has used is ended, as the greeting announces. */
const [SESSION_LIMIT, CURSOR_LIMIT] = [30 * 60_000, 10 * 60_000];

/** Removes the documents whose time is over, and forgets sessions and cursors that nobody uses any more. */
export function upkeep(session: Session): void {
  const { cursors, store } = session;
  for (const [id, { usedAt }] of cursors) if (usedAt < Date.now() - CURSOR_LIMIT) cursors.delete(id);
  for (const [id, { at }] of store.sessions) if (at < Date.now() - SESSION_LIMIT) store.sessions.delete(id);
  for (const collection of store.collections.values()) expire(session, collection);
}

/** In a field that holds an array, one date that has passed is enough, as in MongoDB. */
function expire(session: Session, { namespace, indexes }: Collection): void {
  const [database = '', ...name] = namespace.split('.');
  for (const { specification } of indexes) {
    const { key, expireAfterSeconds: seconds, partialFilterExpression: partial = {} } = specification;
    if (seconds === undefined) continue;
    const passed = { $lt: new Date(Date.now() - seconds * 1000) };
    const q = { $and: [{ [Object.keys(key).join()]: passed }, partial] };
    execute({ delete: name.join('.'), deletes: [{ q, limit: 0 }], $db: database }, session);
  }
}
