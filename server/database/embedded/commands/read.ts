/** The commands that read documents, and explain, which tells how documents are found. */
import { compilePipeline } from '../aggregation/pipeline.ts';
import { compileProjection } from '../aggregation/projection.ts';
import { unsupported } from '../refusal.ts';
import type { Plan } from '../storage/plan.ts';
import { search } from '../storage/search.ts';
import { identityOf } from '../values/bson.ts';
import { type Document, firstField } from '../values/document.ts';
import { isPlace } from '../values/order.ts';
import { valuesAtPath } from '../values/path.ts';
import { type SortKey, sortKeysOf } from '../values/sort.ts';
import { assertCommand, type Commands, countOption, namespaceOf } from './command.ts';
import { cursorOptions, firstBatch } from './cursors.ts';

export const readCommands: Commands = {
  find(command, { work, cursors, database }) {
    const namespace = namespaceOf(command, database);
    const project = compileProjection(command.projection);
    const collection = work.store.collections.get(namespace);
    const { records } = search(collection, command.filter, sortKeysOf(command.sort));
    const documents = page(records, command).map(({ document }) => project(document));
    return firstBatch(cursors, namespace, documents, command);
  },
  count(command, { work, database }) {
    const collection = work.store.collections.get(namespaceOf(command, database));
    return { n: page(search(collection, command.query).records, command).length };
  },
  distinct(command, { work, database }) {
    const path = String(command.key).split('.');
    const collection = work.store.collections.get(namespaceOf(command, database));
    const { records } = search(collection, command.query);
    const values = Array.from(records, ({ document }) => valuesAtPath(document, path)).flat();
    const shown = values.filter((value) => value !== undefined && !isPlace(value));
    return { values: [...new Map(shown.map((value) => [identityOf(value), value])).values()] };
  },
  aggregate(command, { work, cursors, database }) {
    const namespace = namespaceOf(command, database);
    const { filter, sort, rest } = compilePipeline(command.pipeline);
    const { records } = search(work.store.collections.get(namespace), filter, sortKeysOf(sort));
    const documents = rest(Array.from(records, ({ document }) => document));
    return firstBatch(cursors, namespace, documents, cursorOptions(command));
  },
  explain(command, { work, database }) {
    const explained = command.explain as Document;
    const { filter, sort, ...limits } = questionOf(explained);
    const namespace = namespaceOf(explained, database);
    const keys = sortKeysOf(sort);
    const { plan, effort, records } = search(work.store.collections.get(namespace), filter, keys);
    const queryPlanner = { namespace, parsedQuery: filter, winningPlan: describe(plan, keys) };
    if (command.verbosity === 'queryPlanner') return { explainVersion: '1', queryPlanner };
    const nReturned = page(records, limits).length;
    const { keys: totalKeysExamined, documents: totalDocsExamined } = effort;
    const executionStats = { executionSuccess: true, nReturned, totalKeysExamined, totalDocsExamined };
    return { explainVersion: '1', queryPlanner, executionStats };
  },
};

/** What is left of a result after `skip` and `limit`; no more is drawn than that. */
export function page<T>(items: Iterable<T>, command: Document): T[] {
  const skipped = countOption(command, 'skip') ?? 0;
  const end = skipped + (countOption(command, 'limit') || Number.POSITIVE_INFINITY);
  const drawn: T[] = [];
  for (const item of items) if (drawn.push(item) >= end) break;
  return drawn.slice(skipped);
}

const EXPLAINED = ['find', 'aggregate', 'count', 'distinct', 'findAndModify', 'update', 'delete'];

/** What a command looks for. Of an aggregation only the search in the collection is explained. */
function questionOf(command: Document): Document {
  const name = firstField(command);
  if (!EXPLAINED.includes(name)) throw unsupported(`explain of ${name}`);
  assertCommand(command);
  const { pipeline, updates, deletes, filter, query, sort, skip, limit } = command;
  if (pipeline) return compilePipeline(pipeline);
  const [statement] = (updates ?? deletes ?? []) as Document[];
  if (!statement) return { filter: filter ?? query, sort, skip, limit: name === 'findAndModify' ? 1 : limit };
  const isOne = updates !== undefined && !statement.multi;
  return { filter: statement.q, sort: statement.sort, limit: isOne ? 1 : statement.limit };
}

function describe(plan: Plan, sort: SortKey[]): Document {
  const isScan = plan.kind === 'all';
  const scan = isScan ? { stage: 'COLLSCAN' } : { stage: 'FETCH', inputStage: describeScan(plan) };
  if (sort.length === 0 || (plan.kind === 'index' && plan.isOrdered)) return scan;
  const sortPattern = Object.fromEntries(sort.map(({ path, direction }) => [path, direction]));
  return { stage: 'SORT', sortPattern, inputStage: scan };
}

function describeScan(plan: Exclude<Plan, { kind: 'all' }>): Document {
  if (plan.kind === 'identities') return { stage: 'IXSCAN', keyPattern: { _id: 1 }, indexName: '_id_' };
  const { key: keyPattern, name: indexName } = plan.index.specification;
  const isMultiKey = plan.index.fields.some((field) => field.isMultikey);
  const direction = plan.reverse ? 'backward' : 'forward';
  return { stage: 'IXSCAN', keyPattern, indexName, isMultiKey, direction };
}
