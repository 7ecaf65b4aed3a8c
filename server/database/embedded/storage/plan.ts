/** How the documents of a query are found: by identity, through an index, or by looking at all. */
import { identityOf, toOperand } from '../values/bson.ts';
import { type Document, isDocument, isOperators } from '../values/document.ts';
import { typeBounds } from '../values/order.ts';
import type { SortKey } from '../values/sort.ts';
import { type Bounds, boundsOf, holdsAll, type PathBounds } from './bounds.ts';
import type { Collection } from './collection.ts';
import { type KeyRange, rangeOf } from './index-entries.ts';
import type { Index, IndexField, Key } from './index-keys.ts';

type Scan = { index: Index; ranges: KeyRange[]; reverse: boolean; isOrdered: boolean };
type IndexPlan = { kind: 'index' } & Scan;
export type Plan = { kind: 'identities'; identities: string[] } | IndexPlan | { kind: 'all' };
/** The most ranges that lists of `$in` may multiply to. */
const MOST_RANGES = 2000;

/** Chooses the index that narrows most and, among equals, one that gives the order asked for. */
export function choosePlan({ indexes }: Collection, given: Document, sort: SortKey[]): Plan {
  const filter = toOperand(given);
  const bounds = boundsOf(filter);
  const isWhole = isDocument(filter._id) && !isOperators(filter._id);
  const wanted = isWhole ? [filter._id] : bounds.get('_id')?.equal;
  if (wanted) return { kind: 'identities', identities: [...new Set(wanted.map(identityOf))] };
  const usable = indexes.filter((index) => holdsAll(index, filter, bounds));
  const candidates = usable.map((index) => consider(index, bounds, sort));
  candidates.sort((one, two) => two.score - one.score);
  return candidates[0]?.score ? { kind: 'index', ...candidates[0] } : { kind: 'all' };
}

function consider(index: Index, bounds: PathBounds, sort: SortKey[]): Scan & { score: number } {
  const prefixes = prefixesOf(index, bounds);
  const used = prefixes[0]?.length ?? 0;
  const field = index.isCorrelated && used > 0 ? undefined : index.fields[used];
  const limits = field && bounds.get(field.path);
  const isLimited = limits !== undefined && !limits.equal;
  const rangeAt = (key: Key) => (isLimited ? limitedRange(key, field, limits) : rangeOf(key));
  const ranges = prefixes.map(rangeAt);
  const direction = prefixes.length === 1 ? orderGiven(index, used, sort) : 0;
  const isExact = index.specification.unique && used === index.fields.length;
  const score = used * 10 + (isLimited ? 4 : 0) + (direction ? 2 : 0) + (isExact ? 5 : 0);
  return { index, ranges, reverse: direction < 0, isOrdered: direction !== 0, score };
}

/** The keys that equalities fix; of fields from the same array only the first, for elements may differ. */
function prefixesOf({ isCorrelated, fields }: Index, bounds: PathBounds): Key[] {
  let prefixes: Key[] = [[]];
  for (const { path } of isCorrelated ? fields.slice(0, 1) : fields) {
    const values = bounds.get(path)?.equal;
    if (!values || values.length * prefixes.length > MOST_RANGES) break;
    prefixes = prefixes.flatMap((prefix) => values.map((value) => [...prefix, value]));
  }
  return prefixes;
}

/** Between the limits, or to the end of the values of that type; two elements of an array may meet one limit each. */
function limitedRange(prefix: Key, field: IndexField | undefined, bounds: Bounds): KeyRange {
  const { low, high, sameElement } = bounds;
  const upper = low && field?.isMultikey && !sameElement ? undefined : high;
  const [start, end] = typeBounds((low ?? upper)?.value);
  const limits = [low ?? { value: start, open: false }, upper ?? { value: end, open: false }];
  const [from, to] = field?.direction === -1 ? limits.reverse() : limits;
  return {
    low: { key: [...prefix, from?.value], after: from?.open === true },
    high: { key: [...prefix, to?.value], after: to?.open === false },
  };
}

/** 1 or -1 when walking the index forwards or backwards gives the order asked for, else 0. */
function orderGiven({ fields }: Index, used: number, sort: SortKey[]): number {
  const fixed = fields.slice(0, used).filter(({ isMultikey }) => !isMultikey);
  const needed = sort.filter((key) => !fixed.some(({ path }) => path === key.path));
  const directions = needed.map(({ path, direction }, at) => {
    const field = fields[used + at];
    return field?.path === path && !field.isMultikey ? direction * field.direction : 0;
  });
  const wanted = directions[0] ?? 1;
  return sort.length > 0 && directions.every((direction) => direction === wanted) ? wanted : 0;
}
