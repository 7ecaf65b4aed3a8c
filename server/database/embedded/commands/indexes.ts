/** The commands that make, list and drop indexes, and which indexes can be made. */
import { ensure, unsupported } from '../refusal.ts';
import { buildIndex, type Collection } from '../storage/collection.ts';
import { compareKeys, emptyIndex, type Index, type IndexSpecification } from '../storage/index-keys.ts';
import { catalogueOperation } from '../storage/store.ts';
import { duplicateKey, ensureCollection, type Work } from '../storage/work.ts';
import { type Document, isDocument, isOperators, withoutMissing } from '../values/document.ts';
import { equal } from '../values/order.ts';
import { isPosition, splitPath } from '../values/path.ts';
import { assertOptions, type Commands, type Context, namespaceOf } from './command.ts';
import { cursorOptions, firstBatch } from './cursors.ts';

export const indexCommands: Commands = {
  /** An index that is there already is left alone; when one of several is refused, none is made. */
  createIndexes(command, { work, database }) {
    const namespace = namespaceOf(command, database);
    const createdCollectionAutomatically = !work.store.collections.has(namespace);
    const collection = ensureCollection(work, namespace);
    const numIndexesBefore = collection.indexes.length;
    for (const given of command.indexes as Document[]) {
      const specification = specificationOf(given);
      if (!isNew(collection, specification)) continue;
      setIndexes(work, collection, [...collection.indexes, builtIndex(collection, specification)]);
    }
    return { numIndexesBefore, numIndexesAfter: collection.indexes.length, createdCollectionAutomatically };
  },
  listIndexes(command, context) {
    const { namespace, indexes } = existing(command, context);
    const specifications = indexes.map(({ specification }) => specification);
    return firstBatch(context.cursors, namespace, specifications, cursorOptions(command));
  },
  dropIndexes(command, context) {
    const collection = existing(command, context);
    const nIndexesWas = collection.indexes.length;
    const unwanted = indexesNamed(collection, command.index);
    const kept = collection.indexes.filter((index) => !unwanted.includes(index));
    setIndexes(context.work, collection, kept);
    return { nIndexesWas };
  },
};

function existing(command: Document, { work, database }: Context): Collection {
  const namespace = namespaceOf(command, database);
  const collection = work.store.collections.get(namespace);
  ensure(collection, 26, `ns does not exist: ${namespace}`);
  return collection;
}

/** By name, by several names, by key, or all but the one on `_id` for `*`. */
function indexesNamed({ indexes: [identity, ...others] }: Collection, wanted: unknown): Index[] {
  if (wanted === '*') return others;
  const isMeant = ({ specification: { key, name } }: Index) =>
    isDocument(wanted) ? equal(key, wanted) : [wanted].flat().includes(name);
  ensure(identity && !isMeant(identity), 72, 'cannot drop _id index');
  ensure(others.some(isMeant), 27, `index not found with name [${JSON.stringify(wanted)}]`);
  return others.filter(isMeant);
}

/** @throws Refusal 11000 when the index is to be unique and the documents there already are not */
function builtIndex(collection: Collection, specification: IndexSpecification): Index {
  const index = emptyIndex(specification);
  buildIndex(collection, index);
  const keys = specification.unique ? index.chunks.flat().map(({ key }) => key) : [];
  const taken = keys.find((key, at) => at > 0 && compareKeys(index, key, keys[at - 1] ?? []) === 0);
  if (taken) throw duplicateKey(collection, index, taken);
  return index;
}

function setIndexes({ operations, undo }: Work, collection: Collection, indexes: Index[]): void {
  const before = collection.indexes.splice(0, collection.indexes.length, ...indexes);
  operations.push(catalogueOperation(collection));
  undo.push(() => collection.indexes.splice(0, collection.indexes.length, ...before));
}

/** Of what MongoDB takes in a partial filter, that which the planner understands. */
const PARTIAL_OPERATORS = ['$eq', '$exists', '$gt', '$gte', '$lt', '$lte', '$type', '$in'];

/** @throws Refusal that names the option or kind of index outside the subset */
function specificationOf(given: Document): IndexSpecification {
  assertOptions(Object.keys(given), 'indexes');
  const { name, unique, sparse, partialFilterExpression: partial, expireAfterSeconds } = given;
  const fields = Object.entries(given.key as Document).map(([path, kind]) => [path, directionOf(path, kind)]);
  const seconds = expireAfterSeconds === undefined ? undefined : Number(expireAfterSeconds);
  ensure(seconds === undefined || fields.length === 1, 67, 'TTL indexes are single-field indexes');
  ensure(!(Number(seconds) < 0), 67, 'expireAfterSeconds must not be negative');
  ensure(!partial || !sparse, 67, 'cannot mix "partialFilterExpression" and "sparse" options');
  if (partial !== undefined) assertPartial(partial);
  const flags = { unique: unique || undefined, sparse: sparse || undefined };
  const options = { ...flags, partialFilterExpression: partial, expireAfterSeconds: seconds };
  const key = Object.fromEntries(fields);
  return { v: 2, key, name: String(name), ...withoutMissing(Object.entries(options)) };
}

/** True when there is no such index yet; others on the same key may differ in uniqueness, sparseness or filter. */
function isNew({ indexes }: Collection, wanted: IndexSpecification): boolean {
  for (const { specification: known } of indexes) {
    const isSame = equal(signatureOf(known), signatureOf(wanted));
    const hasSameName = known.name === wanted.name;
    const isIdentical = hasSameName && known.expireAfterSeconds === wanted.expireAfterSeconds;
    if (isSame && (isIdentical || wanted.key._id)) return false;
    const both = `Requested index: ${JSON.stringify(wanted)}, existing index: ${JSON.stringify(known)}`;
    ensure(!isSame, 85, `The same index exists with another name or expiry. ${both}`);
    ensure(!hasSameName, 86, `An existing index has the same name. ${both}`);
  }
  return true;
}

function signatureOf({ key, unique, sparse, partialFilterExpression }: IndexSpecification): unknown[] {
  return [key, unique, sparse, partialFilterExpression];
}

function directionOf(path: string, kind: unknown): 1 | -1 {
  const direction = Number(kind);
  if (direction !== 1 && direction !== -1) throw unsupported(`the index type '${kind}' on '${path}'`, 67);
  const isOdd = (part: string) => part === '' || part.startsWith('$') || isPosition(part);
  if (splitPath(path).some(isOdd)) throw unsupported(`an index on the path '${path}'`, 67);
  return direction;
}

function assertPartial(partial: unknown): void {
  ensure(isDocument(partial), 67, 'partialFilterExpression must be a document');
  for (const [path, condition] of Object.entries(partial)) {
    const operators = isOperators(condition) ? condition : {};
    const names = [...Object.keys(operators), ...(path.startsWith('$') ? [path] : [])];
    const stranger = names.find((name) => !PARTIAL_OPERATORS.includes(name));
    if (stranger) throw unsupported(`${stranger} in a partial index`, 67);
    ensure(operators.$exists !== false, 67, 'Expression not supported in partial index: $exists: false');
  }
}
