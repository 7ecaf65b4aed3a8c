/** Cursors: results that a client fetches in several batches. */
import { calculateObjectSize, Long } from 'bson';
import { Refusal } from '../refusal.ts';
import type { Document } from '../values/document.ts';
import { assertOptions, type Commands, countOption } from './command.ts';

type Cursor = { ns: string; documents: Document[]; next: number; usedAt: number };
export type Cursors = Map<string, Cursor>;
/** In bytes; a message may hold 48 million, the BSON library's buffer 17. */
const LARGEST_BATCH = 12 * 1024 * 1024;
let opened = 0;

/** The first batch of a result; a cursor stays open when there is more and the client wants it. */
export function firstBatch(cursors: Cursors, ns: string, documents: Document[], wanted: Document): Document {
  const cursor = { ns, documents, next: 0, usedAt: Date.now() };
  const batch = takeBatch(cursor, countOption(wanted, 'batchSize') ?? 101);
  const isDone = cursor.next >= documents.length || wanted.singleBatch === true;
  const id = Long.fromNumber(isDone ? 0 : ++opened);
  if (!isDone) cursors.set(id.toString(), cursor);
  return { cursor: { firstBatch: batch, id, ns } };
}

/** What a command wants of its cursor. @throws Refusal that names an unknown option */
export function cursorOptions({ cursor = {} }: Document): Document {
  assertOptions(Object.keys(cursor as Document), 'cursor');
  return cursor as Document;
}

export const cursorCommands: Commands = {
  getMore(command, { cursors }) {
    const cursor = cursors.get(String(command.getMore));
    if (!cursor) throw new Refusal(43, `cursor id ${command.getMore} not found`);
    cursor.usedAt = Date.now();
    const nextBatch = takeBatch(cursor, countOption(command, 'batchSize') || Number.POSITIVE_INFINITY);
    const isDone = cursor.next >= cursor.documents.length;
    if (isDone) cursors.delete(String(command.getMore));
    return { cursor: { nextBatch, id: isDone ? Long.ZERO : command.getMore, ns: cursor.ns } };
  },
  killCursors(command, { cursors }) {
    const ids = command.cursors as unknown[];
    const cursorsKilled = ids.filter((id) => cursors.delete(String(id)));
    const cursorsNotFound = ids.filter((id) => !cursorsKilled.includes(id));
    return { cursorsKilled, cursorsNotFound, cursorsAlive: [], cursorsUnknown: [] };
  },
};

function takeBatch(cursor: Cursor, count: number): Document[] {
  const start = cursor.next;
  let size = 0;
  while (cursor.next < cursor.documents.length && cursor.next - start < count) {
    size += calculateObjectSize(cursor.documents[cursor.next] ?? {}, { ignoreUndefined: true });
    if (size > LARGEST_BATCH && cursor.next > start) break;
    cursor.next++;
  }
  return cursor.documents.slice(start, cursor.next);
}
