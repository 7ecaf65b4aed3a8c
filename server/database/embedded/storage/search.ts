/** Running a query on a collection. */
import { compileFilter } from '../query/filter.ts';
import type { Document } from '../values/document.ts';
import { type SortKey, sortBy } from '../values/sort.ts';
import { buildIndex, type Collection } from './collection.ts';
import { entriesIn } from './index-entries.ts';
import type { Stored } from './index-keys.ts';
import { choosePlan, type Plan } from './plan.ts';

/** How much was looked at, as `explain` reports it. */
type Effort = { keys: number; documents: number };

/** Prepares a search. While its records are drawn, in the order asked for, the collection must not change. */
export function search(collection: Collection | undefined, filter: unknown = {}, sort: SortKey[] = []) {
  const matches = compileFilter(filter);
  const effort = { keys: 0, documents: 0 };
  const plan: Plan = collection ? choosePlan(collection, filter as Document, sort) : { kind: 'all' };
  const found = function* () {
    for (const record of collection ? candidates(collection, plan, effort) : []) {
      effort.documents++;
      if (matches(record.document)) yield record;
    }
  };
  const sorted = function* () {
    yield* sortBy(found(), sort, ({ document }) => document);
  };
  const isSorted = sort.length === 0 || (plan.kind === 'index' && plan.isOrdered);
  return { plan, effort, records: isSorted ? found() : sorted() };
}

function* candidates(collection: Collection, plan: Plan, effort: Effort): Generator<Stored> {
  if (plan.kind === 'all') return yield* collection.records.values();
  if (plan.kind === 'identities') {
    effort.keys += plan.identities.length;
    return yield* plan.identities.flatMap((identity) => collection.records.get(identity) ?? []);
  }
  if (!plan.index.isBuilt) buildIndex(collection, plan.index);
  const seen = new Set<Stored>();
  for (const range of plan.ranges) {
    for (const { record } of entriesIn(plan.index, range, plan.reverse)) {
      effort.keys++;
      if (!seen.has(record)) yield record;
      seen.add(record);
    }
  }
}
