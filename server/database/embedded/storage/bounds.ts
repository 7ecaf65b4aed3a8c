/** What a filter says about each path by itself, and whether an index holds all that it can find. */
import { isRegularExpression } from '../query/conditions.ts';
import { compileFilter, isValueCondition } from '../query/filter.ts';
import { type Document, isDocument, isOperators } from '../values/document.ts';
import { compare, equal, rankOf } from '../values/order.ts';
import type { Index } from './index-keys.ts';

type Limit = { value: unknown; open: boolean };
/** Every document that the filter finds has one of the equal values, or one within the limits. */
export type Bounds = {
  equal?: unknown[];
  low?: Limit;
  high?: Limit;
  /** Both limits hold for the same element of an array (`$elemMatch`). */
  sameElement?: boolean;
};
export type PathBounds = Map<string, Bounds>;

/** The bounds of each path; conditions under `$or`, `$nor` and `$not` say nothing by themselves. */
export function boundsOf(filter: Document, prefix = '', bounds: PathBounds = new Map()): PathBounds {
  for (const [name, condition] of Object.entries(filter)) {
    if (name === '$and') for (const part of condition as Document[]) boundsOf(part, prefix, bounds);
    if (name.startsWith('$')) continue;
    const path = prefix + name;
    const operators = isOperators(condition) ? condition : { $eq: condition };
    const { $elemMatch: element } = operators;
    merge(path, ofOperators(operators), bounds);
    if (isValueCondition(element)) merge(path, { ...ofOperators(element), sameElement: true }, bounds);
    else if (isDocument(element)) boundsOf(element, `${path}.`, bounds);
  }
  return bounds;
}

function merge(path: string, added: Bounds, bounds: PathBounds): void {
  const known = bounds.get(path);
  const isNew = added.equal || added.low || added.high;
  if (isNew && !(known && (known.sameElement || added.sameElement))) bounds.set(path, { ...added, ...known });
}

function ofOperators(condition: Document): Bounds {
  const { $eq, $in, $all } = condition;
  const values = '$eq' in condition ? [$eq] : Array.isArray($all) ? $all.slice(0, 1) : $in;
  if (Array.isArray(values)) return values.every(isScalar) ? { equal: values } : {};
  const low = limit(condition, '$gt', '$gte');
  const high = limit(condition, '$lt', '$lte');
  return { ...(low && { low }), ...(high && { high }) };
}

function limit(condition: Document, open: string, closed: string): Limit | undefined {
  const name = open in condition ? open : closed;
  const value = condition[name];
  return value === null || !isScalar(value) ? undefined : { value, open: name === open };
}

/** Arrays and documents are compared as a whole or by their elements: no single place in an index stands for that. */
function isScalar(value: unknown): boolean {
  return value !== undefined && !Array.isArray(value) && !isDocument(value) && !isRegularExpression(value);
}

/** True when every document that fulfils the bounds of a filter must be in the index. */
export function holdsAll(index: Index, filter: Document, bounds: PathBounds): boolean {
  const { partialFilterExpression: partial = {}, sparse } = index.specification;
  if (sparse && !index.fields.some(({ path }) => excludesMissing(bounds.get(path)))) return false;
  const isImplied = ([path, wanted]: [string, unknown]) =>
    (path in filter && equal(filter[path], wanted)) || implies(bounds.get(path) ?? {}, wanted);
  return Object.entries(partial).every(isImplied);
}

function excludesMissing({ equal: values, low, high }: Bounds = {}): boolean {
  return values ? !values.includes(null) : low !== undefined || high !== undefined;
}

/** A condition is implied when it asks for presence, holds for every possible value, or for a wider range. */
function implies(bounds: Bounds, wanted: unknown): boolean {
  if (equal(wanted, { $exists: true })) return excludesMissing(bounds);
  const holds = compileFilter({ value: wanted });
  if (bounds.equal) return bounds.equal.every((value) => holds({ value }));
  const { equal: values, low, high } = boundsOf({ value: wanted }).get('value') ?? {};
  if (values || (low && high)) return false;
  return low ? isInside(bounds.low, low, 1) : high !== undefined && isInside(bounds.high, high, -1);
}

function isInside(inner: Limit | undefined, outer: Limit, direction: 1 | -1): boolean {
  if (!inner || rankOf(inner.value) !== rankOf(outer.value)) return false;
  const order = compare(inner.value, outer.value) * direction;
  return order > 0 || (order === 0 && (inner.open || !outer.open));
}
