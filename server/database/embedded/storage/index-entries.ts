/** The sorted entries of an index: finding, adding, removing, and walking between two bounds. */
import { compareKeys, type Index, type IndexEntry, type Key, type Stored } from './index-keys.ts';

/** A place between entries: before all that begin with the key, or after them. */
type Bound = { key: Key; after: boolean };
export type KeyRange = { low: Bound; high: Bound };
const CHUNK = 512;

/** Adds a record under each of its keys. */
export function addEntries(index: Index, record: Stored, keys: Key[]): void {
  const { chunks } = index;
  for (const key of keys) {
    const { chunk, at } = find(index, (entry) => compareEntries(index, entry, record, key) < 0);
    const isBeyond = chunk === chunks.length;
    const entries = chunks.at(isBeyond ? -1 : chunk) ?? [];
    if (chunks.length === 0) chunks.push(entries);
    entries.splice(isBeyond ? entries.length : at, 0, { key, record });
    if (entries.length > 2 * CHUNK) chunks.splice(chunks.indexOf(entries) + 1, 0, entries.splice(CHUNK));
  }
}

/** Removes a record from under each of its keys. */
export function removeEntries(index: Index, record: Stored, keys: Key[]): void {
  for (const key of keys) {
    const { chunk, at } = find(index, (entry) => compareEntries(index, entry, record, key) < 0);
    const entries = index.chunks[chunk];
    if (entries?.[at]?.record !== record) throw new Error('an index has lost an entry');
    entries.splice(at, 1);
    if (entries.length === 0) index.chunks.splice(chunk, 1);
  }
}

/** Takes over all entries at once, which is much cheaper than adding them one by one. */
export function loadEntries(index: Index, entries: IndexEntry[]): void {
  entries.sort((left, right) => compareEntries(index, left, right.record, right.key));
  for (let at = 0; at < entries.length; at += CHUNK) index.chunks.push(entries.slice(at, at + CHUNK));
}

/** The entries of a range in order, or in reverse order. The index must not change meanwhile. */
export function* entriesIn(index: Index, { low, high }: KeyRange, reverse = false): Generator<IndexEntry> {
  const [from, to] = [findBound(index, low), findBound(index, high)];
  for (let nth = 0; nth <= to.chunk - from.chunk; nth++) {
    const chunk = reverse ? to.chunk - nth : from.chunk + nth;
    const entries = index.chunks[chunk] ?? [];
    const end = chunk === to.chunk ? to.at : entries.length;
    const part = entries.slice(chunk === from.chunk ? from.at : 0, end);
    yield* reverse ? part.reverse() : part;
  }
}

/** The first entry with one of these keys that belongs to another record. */
export function findConflict(index: Index, keys: Key[], self: Stored): IndexEntry | undefined {
  for (const key of keys) {
    for (const entry of entriesIn(index, rangeOf(key))) if (entry.record !== self) return entry;
  }
}

/** All entries that begin with this key. */
export function rangeOf(key: Key): KeyRange {
  return { low: { key, after: false }, high: { key, after: true } };
}

function compareEntries(index: Index, entry: IndexEntry, record: Stored, key: Key): number {
  return compareKeys(index, entry.key, key) || entry.record.sequence - record.sequence;
}

function findBound(index: Index, { key, after }: Bound) {
  return find(index, (entry) => {
    const order = compareKeys(index, entry.key, key);
    return after ? order <= 0 : order < 0;
  });
}

/** The first position whose entry is not below; all entries that are below come first. */
function find({ chunks }: Index, isBelow: (entry: IndexEntry) => boolean): { chunk: number; at: number } {
  const chunk = bisect(chunks, (entries) => isBelow(entries.at(-1) as IndexEntry));
  return { chunk, at: bisect(chunks[chunk] ?? [], isBelow) };
}

function bisect<T>(items: T[], isBelow: (item: T) => boolean): number {
  let low = 0;
  for (let high = items.length; low < high; ) {
    const middle = (low + high) >> 1;
    if (isBelow(items[middle] as T)) low = middle + 1;
    else high = middle;
  }
  return low;
}
