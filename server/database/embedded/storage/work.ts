/** The changes of one command: checked, made in memory, and undone as a whole when something refuses them. */
import { EJSON, ObjectId } from 'bson';
import { KINDS, type Operation } from '../log/record.ts';
import { ensure, Refusal } from '../refusal.ts';
import { encode, identityOf } from '../values/bson.ts';
import type { Document } from '../values/document.ts';
import { isPlace } from '../values/order.ts';
import { type Collection, emptyCollection, replaceDocument } from './collection.ts';
import { findConflict } from './index-entries.ts';
import { type Index, type Key, keysOf, type Stored } from './index-keys.ts';
import { catalogueOperation, type Store } from './store.ts';

/** What the log will say, and what takes the changes back, to be called last first. */
export type Work = { store: Store; operations: Operation[]; undo: (() => void)[] };
const LARGEST_DOCUMENT = 16 * 1024 * 1024;

/** Runs a part of the work; when it throws, its changes are taken back, earlier ones stay. */
export function attempt<T>({ operations, undo }: Work, part: () => T): T {
  const [written, done] = [operations.length, undo.length];
  try {
    return part();
  } catch (error) {
    for (const takeBack of undo.splice(done).reverse()) takeBack();
    operations.length = written;
    throw error;
  }
}

/** Hands the changes to the log. @throws Refusal 14031 when there is no room for them */
export function commit({ store, operations }: Work): void {
  if (operations.length === 0) return;
  store.log.assertRoom(operations);
  store.log.append(operations);
}

/** The collection of that name, made when it is not there. */
export function ensureCollection({ store, operations, undo }: Work, namespace: string): Collection {
  const known = store.collections.get(namespace);
  if (known) return known;
  const collection = emptyCollection(namespace);
  store.collections.set(namespace, collection);
  undo.push(() => store.collections.delete(namespace));
  operations.push(catalogueOperation(collection));
  return collection;
}

/** Stores a new document, giving it an `_id` where it has none, in first place. @throws Refusal 11000 */
export function insertDocument(work: Work, collection: Collection, given: Document): Document {
  const { _id = new ObjectId(), ...rest } = given;
  ensure(!Array.isArray(_id), 53, "The '_id' value cannot be of type array");
  const document = { _id, ...rest };
  const identity = identityOf(_id);
  if (collection.records.has(identity)) throw duplicateKey(collection, collection.indexes[0], [_id]);
  changeDocument(work, collection, { identity, sequence: collection.sequence++, document }, document);
  return document;
}

/** Gives a record another document, or none. @throws Refusal 11000 when a unique index has one of its keys */
export function changeDocument(work: Work, collection: Collection, record: Stored, after?: Document): void {
  for (const index of after ? collection.indexes : []) {
    const keys = index.isBuilt && after ? keysOf(index, after) : []; // refuses parallel arrays, unique or not
    const taken = index.specification.unique ? findConflict(index, keys, record) : undefined;
    if (taken) throw duplicateKey(collection, index, taken.key);
  }
  const bson = encode(after ?? { _id: record.document._id });
  ensure(bson.length <= LARGEST_DOCUMENT, 10334, `BSONObj size: ${bson.length} is invalid`);
  const before = collection.records.get(record.identity)?.document;
  replaceDocument(collection, record, after);
  work.operations.push({ kind: after ? KINDS.put : KINDS.remove, namespace: collection.namespace, bson });
  work.undo.push(() => replaceDocument(collection, record, before));
}

/** MongoDB's error 11000, as the driver and Mongoose expect it; an empty array's key shows as null. */
export function duplicateKey({ namespace }: Collection, index: Index | undefined, key: Key): Refusal {
  const { name, key: keyPattern = {} } = index?.specification ?? {};
  const fields = Object.keys(keyPattern).map((path, at) => [path, isPlace(key[at]) ? null : key[at]]);
  const keyValue = Object.fromEntries(fields) as Document;
  const place = `collection: ${namespace} index: ${name}`;
  const message = `E11000 duplicate key error ${place} dup key: ${EJSON.stringify(keyValue)}`;
  return new Refusal(11000, message, { keyPattern, keyValue });
}
