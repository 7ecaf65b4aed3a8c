/** All collections and remembered sessions in memory, with the log that makes them last. */
import { deserialize } from 'bson';
import type { State } from '../log/compaction.ts';
import type { Disk } from '../log/disk.ts';
import { type Log, openLog } from '../log/log.ts';
import { KINDS, type Operation } from '../log/record.ts';
import { encode, identityOf, READING } from '../values/bson.ts';
import type { Document } from '../values/document.ts';
import { buildIndex, type Collection, emptyCollection } from './collection.ts';
import { emptyIndex, type IndexSpecification } from './index-keys.ts';

/** The last retryable write of a session and what it was answered. */
export type Remembered = { number: number; reply: Document; at: number };
type Contents = { collections: Map<string, Collection>; sessions: Map<string, Remembered> };
export type Store = Contents & { log: Log };

/** Opens what a folder holds; building the indexes once, at the end, is fast. @throws Error for a damaged log */
export async function openStore(folder: string, disk: Disk): Promise<Store> {
  const contents: Contents = { collections: new Map(), sessions: new Map() };
  const apply = (operation: Operation) => applyOperation(contents, operation);
  const log = await openLog(folder, disk, apply, () => stateOf(contents));
  for (const collection of contents.collections.values()) {
    for (const index of collection.indexes.slice(1)) buildIndex(collection, index);
  }
  return { ...contents, log };
}

/** Tells the log that a collection is there and which indexes it has. */
export function catalogueOperation({ namespace, indexes }: Collection): Operation {
  const specifications = indexes.slice(1).map(({ specification }) => specification);
  return { kind: KINDS.catalogue, namespace, bson: encode({ indexes: specifications }) };
}

export function sessionOperation(id: string, remembered: Remembered): Operation {
  return { kind: KINDS.session, namespace: '', bson: encode({ id, ...remembered }) };
}

/** The same operation may be applied twice: after a compaction the log repeats some of what the state has. */
function applyOperation({ collections, sessions }: Contents, { kind, namespace, bson }: Operation): void {
  const content = deserialize(bson, READING);
  const collection = collections.get(namespace) ?? emptyCollection(namespace);
  if (kind === KINDS.session) sessions.set(content.id, content as Remembered);
  else if (kind === KINDS.drop) collections.delete(namespace);
  else collections.set(namespace, applyToCollection(collection, kind, content));
}

function applyToCollection(collection: Collection, kind: number, content: Document): Collection {
  const { records, indexes } = collection;
  const identity = identityOf(content._id);
  const { sequence } = records.get(identity) ?? { sequence: collection.sequence++ };
  if (kind === KINDS.put) records.set(identity, { identity, sequence, document: content });
  if (kind === KINDS.remove) records.delete(identity);
  if (kind === KINDS.catalogue)
    indexes.splice(1, indexes.length, ...(content.indexes as IndexSpecification[]).map(emptyIndex));
  return collection;
}

/** Only references are gathered here: documents are never changed in place, so they stay a consistent picture. */
function stateOf({ collections, sessions }: Contents): State {
  const state: State = [];
  for (const collection of collections.values()) {
    const { namespace, records } = collection;
    const catalogue = catalogueOperation(collection);
    state.push(() => catalogue);
    for (const { document } of records.values())
      state.push(() => ({ kind: KINDS.put, namespace, bson: encode(document) }));
  }
  for (const [id, remembered] of sessions) state.push(() => sessionOperation(id, remembered));
  return state;
}
