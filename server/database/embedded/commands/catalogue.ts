/** The commands about collections and databases as a whole. */
import { KINDS } from '../log/record.ts';
import { compileFilter } from '../query/filter.ts';
import type { Collection } from '../storage/collection.ts';
import { ensureCollection, type Work } from '../storage/work.ts';
import { encode } from '../values/bson.ts';
import { type Commands, namespaceOf } from './command.ts';
import { cursorOptions, firstBatch } from './cursors.ts';

/** Creating what is there and dropping what is not succeeds, as it does in MongoDB since version 7. */
export const catalogueCommands: Commands = {
  create(command, { work, database }) {
    ensureCollection(work, namespaceOf(command, database));
    return {};
  },
  drop(command, { work, database }) {
    const ns = namespaceOf(command, database);
    const collection = work.store.collections.get(ns);
    if (!collection) return {};
    dropCollection(work, collection);
    return { ns, nIndexesWas: collection.indexes.length };
  },
  dropDatabase(_command, { work, database }) {
    for (const collection of collectionsOf(work, database)) dropCollection(work, collection);
    return { dropped: database };
  },
  listCollections(command, { work, cursors, database }) {
    const described = collectionsOf(work, database).map(({ namespace, indexes }) => {
      const named = { name: namespace.slice(database.length + 1), type: 'collection' };
      const details = { options: {}, info: { readOnly: false }, idIndex: indexes[0]?.specification };
      return command.nameOnly ? named : { ...named, ...details };
    });
    const matching = described.filter(compileFilter(command.filter ?? {}));
    return firstBatch(cursors, `${database}.$cmd.listCollections`, matching, cursorOptions(command));
  },
  listDatabases({ filter = {}, nameOnly }, { work }) {
    const names = new Set([...work.store.collections.keys()].map((namespace) => namespace.split('.')[0]));
    const databases = Array.from(names, (name) => ({
      name,
      ...(!nameOnly && { sizeOnDisk: 0, empty: false }),
    }));
    return { databases: databases.filter(compileFilter(filter)), ...(!nameOnly && { totalSize: 0 }) };
  },
};

function collectionsOf({ store }: Work, database: string): Collection[] {
  return [...store.collections.values()].filter(({ namespace }) => namespace.startsWith(`${database}.`));
}

function dropCollection({ store, operations, undo }: Work, collection: Collection): void {
  const { namespace } = collection;
  store.collections.delete(namespace);
  undo.push(() => store.collections.set(namespace, collection));
  operations.push({ kind: KINDS.drop, namespace, bson: encode({}) });
}
