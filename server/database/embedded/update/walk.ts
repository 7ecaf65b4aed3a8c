/** The way from a document to the places that an update path names, through arrays and their placeholders. */
import { compileFilter, type Predicate } from '../query/filter.ts';
import { ensure, Refusal } from '../refusal.ts';
import { type Document, isDocument } from '../values/document.ts';
import { isPosition, isWithin } from '../values/path.ts';

/** Makes the new value of a place from the present one, undefined where there is none; undefined removes it. */
export type Change = (value: unknown) => unknown;
type Walk = {
  path: string[];
  operator: string;
  change: Change;
  arrayFilters: Map<string, Predicate>;
  /** The query that found the document: `$` stands for the element it matched. */
  filter: Document;
};

/** Changes every place that the path names. @throws Refusal 28 where it runs into a value without fields */
export function walk(way: Walk, holder: unknown, depth = 0): void {
  const part = way.path[depth] ?? '';
  const before = way.path.slice(0, depth).join('.');
  if (part.startsWith('$')) {
    ensure(Array.isArray(holder), 2, `The path '${before}' must exist in order to apply array updates.`);
    for (const position of chosenPositions(way, holder, part, before)) enter(way, holder, position, depth);
  } else if (isDocument(holder) || (Array.isArray(holder) && isPosition(part))) {
    enter(way, holder, Array.isArray(holder) ? Number(part) : part, depth);
  } else if (way.operator !== '$unset') {
    throw new Refusal(28, `Cannot create field '${part}' in element {${before}: ${JSON.stringify(holder)}}`);
  }
}

function enter(way: Walk, target: Document | unknown[], key: string | number, depth: number): void {
  const holder = target as Record<string | number, unknown>;
  const exists = Object.hasOwn(holder, key);
  const isInVain = way.operator === '$unset' || way.operator === '$pull';
  if (!exists && isInVain && !way.path[depth + 1]?.startsWith('$')) return;
  const isLast = depth === way.path.length - 1;
  if (isLast) place(target, key, way.change(exists ? holder[key] : undefined));
  else if (!exists) place(target, key, {});
  if (!isLast) walk(way, holder[key], depth + 1);
}

/** Of an array no element can be missing: null takes its place. */
function place(target: Document | unknown[], key: string | number, value: unknown): void {
  if (Array.isArray(target)) {
    ensure(Number(key) <= target.length + 1_500_000, 2, `cannot pad an array to ${key} elements`);
    while (target.length < Number(key)) target.push(null);
    target[Number(key)] = value ?? null;
  } else if (value === undefined) delete target[key];
  else target[key] = value;
}

function chosenPositions(way: Walk, array: unknown[], part: string, before: string): number[] {
  if (part === '$') return [matchedPosition(array, before, way.filter)];
  const name = part.slice(2, -1);
  const chooses = way.arrayFilters.get(name) ?? (() => true);
  return [...array.keys()].filter((position) => chooses({ [name]: array[position] }));
}

/** The first element that, alone in its array, meets what the query says about it, or else a part of that. */
function matchedPosition(array: unknown[], arrayPath: string, filter: Document): number {
  const conditions = conditionsOn(arrayPath, filter);
  const alone = (element: unknown) =>
    arrayPath.split('.').reduceRight<unknown>((inside, name) => ({ [name]: inside }), [element]);
  for (const attempt of conditions.length > 0 ? [{ $and: conditions }, ...conditions] : []) {
    const holds = compileFilter(attempt);
    const position = array.findIndex((element) => holds(alone(element)));
    if (position >= 0) return position;
  }
  throw new Refusal(2, 'The positional operator did not find the match needed from the query.');
}

function conditionsOn(arrayPath: string, filter: Document): Document[] {
  return Object.entries(filter).flatMap(([name, condition]) => {
    const isList = name === '$and' || name === '$or';
    if (isList) return (condition as Document[]).flatMap((part) => conditionsOn(arrayPath, part));
    return isWithin(name, arrayPath) ? [{ [name]: condition }] : [];
  });
}
