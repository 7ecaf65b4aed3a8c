/** A collection in memory: its records by identity and its indexes. */
import type { Document } from '../values/document.ts';
import { equal } from '../values/order.ts';
import { addEntries, loadEntries, removeEntries } from './index-entries.ts';
import { emptyIndex, type Index, keysOf, type Stored } from './index-keys.ts';

export type Collection = {
  /** Database and collection, `pool.assignments`. */
  readonly namespace: string;
  readonly records: Map<string, Stored>;
  /** The one on `_id` comes first. */
  readonly indexes: Index[];
  sequence: number;
};

export function emptyCollection(namespace: string): Collection {
  const indexes = [emptyIndex({ v: 2, key: { _id: 1 }, name: '_id_' })];
  return { namespace, records: new Map(), indexes, sequence: 0 };
}

/** Gives a record another document, in all indexes too; undefined stands for none, before or after. */
export function replaceDocument(collection: Collection, record: Stored, after?: Document): void {
  const before = collection.records.get(record.identity)?.document;
  for (const index of collection.indexes.filter(({ isBuilt }) => isBuilt)) {
    const former = before ? keysOf(index, before) : [];
    const present = after ? keysOf(index, after) : [];
    if (before && after && equal(former, present)) continue;
    removeEntries(index, record, former);
    addEntries(index, record, present);
  }
  if (after) collection.records.set(record.identity, Object.assign(record, { document: after }));
  else collection.records.delete(record.identity);
}

/** Fills an index with the entries of all records. */
export function buildIndex(collection: Collection, index: Index): void {
  const entries = [...collection.records.values()].flatMap((record) =>
    keysOf(index, record.document).map((key) => ({ key, record })),
  );
  loadEntries(index, entries);
  index.isBuilt = true;
}
