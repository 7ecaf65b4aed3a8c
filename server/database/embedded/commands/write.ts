/** The commands that write: insert, update, delete, findAndModify. */
import { compileProjection } from '../aggregation/projection.ts';
import { ensure, Refusal } from '../refusal.ts';
import { search } from '../storage/search.ts';
import { attempt, changeDocument, ensureCollection, insertDocument, type Work } from '../storage/work.ts';
import { documentOfUpsert, isReplacement, prepareUpdate } from '../update/update.ts';
import { assertStorable } from '../values/bson.ts';
import type { Document } from '../values/document.ts';
import { equal } from '../values/order.ts';
import { sortKeysOf } from '../values/sort.ts';
import { assertOptions, type Command, type Commands, type Context, namespaceOf } from './command.ts';
import { page } from './read.ts';

const findAndModify: Command = (command, { work, database }) => {
  const { query: q, update: u, remove, fields, ...rest } = command;
  ensure(Boolean(remove) !== (u !== undefined), 9, 'findAndModify needs either an update or remove=true');
  const project = compileProjection(fields);
  const change = remove ? removeDocuments : updateDocuments;
  const { before, after } = change(work, namespaceOf(command, database), { ...rest, q, u, limit: 1 });
  const [existing, changed] = [before[0], after[0]];
  const value = command.new && !remove ? changed : existing;
  const lastErrorObject = {
    n: existing || changed ? 1 : 0,
    ...(!remove && { updatedExisting: existing !== undefined }),
    ...(!existing && changed && { upserted: changed._id }),
  };
  return { lastErrorObject, value: value ? project(value) : null };
};

/** Drivers repeat these when they lost the answer. */
export const writeCommands: Commands = {
  insert(command, context) {
    const { results, refused } = runStatements(command, context, 'documents', (document, namespace) => {
      assertStorable(document);
      return insertDocument(context.work, ensureCollection(context.work, namespace), document);
    });
    return { n: results.length, ...refused };
  },
  update(command, context) {
    const { results, refused } = runStatements(command, context, 'updates', (statement, namespace, index) => {
      const { before, after } = updateDocuments(context.work, namespace, statement);
      const modified = before.filter((document, at) => document !== after[at]);
      return { after, modified, upserted: after.slice(before.length).map(({ _id }) => ({ index, _id })) };
    });
    const sum = (name: 'after' | 'modified') => results.flatMap((result) => result[name]).length;
    const upserted = results.flatMap((result) => result.upserted);
    const made = upserted.length > 0 ? { upserted } : {};
    return { n: sum('after'), nModified: sum('modified'), ...made, ...refused };
  },
  delete(command, context) {
    const { results, refused } = runStatements(command, context, 'deletes', (statement, namespace) => {
      return removeDocuments(context.work, namespace, statement).before;
    });
    return { n: results.flat().length, ...refused };
  },
  findAndModify,
  findandmodify: findAndModify,
};

type Run<T> = (statement: Document, namespace: string, index: number) => T;

/** When statements are ordered, the first refusal ends the list; one that is refused halfway changes nothing. */
function runStatements<T>(command: Document, { work, database }: Context, list: string, run: Run<T>) {
  const namespace = namespaceOf(command, database);
  const results: T[] = [];
  const writeErrors: Document[] = [];
  for (const [index, statement] of (command[list] as Document[]).entries()) {
    try {
      if (list !== 'documents') assertOptions(Object.keys(statement), list);
      results.push(attempt(work, () => run(statement, namespace, index)));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      writeErrors.push({ index, code: error.code, errmsg: error.message, ...error.details });
      if (command.ordered !== false) break;
    }
  }
  return { results, refused: writeErrors.length > 0 ? { writeErrors } : {} };
}

type Outcome = { before: Document[]; after: Document[] };

/** The documents found as they were and as they are now; one that an upsert made has only become. */
function updateDocuments(work: Work, namespace: string, statement: Document): Outcome {
  const { u, multi, upsert, arrayFilters, sort } = statement;
  const filter = (statement.q ?? {}) as Document;
  const isReplacing = isReplacement(u);
  ensure(!multi || !isReplacing, 9, 'multi update is not supported for replacement-style update');
  const update = prepareUpdate(u, arrayFilters);
  const now = new Date();
  const { records } = search(work.store.collections.get(namespace), filter, sortKeysOf(sort));
  const found = page(records, { limit: multi ? 0 : 1 });
  if (found.length === 0 && !upsert) return { before: [], after: [] };
  const collection = ensureCollection(work, namespace);
  if (found.length === 0) {
    const made = documentOfUpsert(update, isReplacing, filter, now);
    return { before: [], after: [insertDocument(work, collection, made)] };
  }
  const before = found.map(({ document }) => document);
  const after = found.map((record) => {
    const changed = update(record.document, { filter, now, inserting: false });
    if (equal(record.document, changed)) return record.document;
    changeDocument(work, collection, record, changed);
    return changed;
  });
  return { before, after };
}

function removeDocuments(work: Work, namespace: string, { q, sort, limit }: Document): Outcome {
  const { records } = search(work.store.collections.get(namespace), q, sortKeysOf(sort));
  const found = page(records, { limit });
  const before = found.map(({ document }) => document);
  for (const record of found) changeDocument(work, ensureCollection(work, namespace), record);
  return { before, after: [] };
}
