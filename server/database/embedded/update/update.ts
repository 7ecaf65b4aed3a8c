/** Updates: a replacement or a set of operators, checked once and then applied to each document. */
import { isRegularExpression } from '../query/conditions.ts';
import { compileFilter, type Predicate } from '../query/filter.ts';
import { ensure, unsupported } from '../refusal.ts';
import { assertStorable } from '../values/bson.ts';
import { clone, type Document, isDocument, isOperators, own } from '../values/document.ts';
import { equal } from '../values/order.ts';
import { splitPath } from '../values/path.ts';
import { operators } from './operators.ts';
import { walk } from './walk.ts';

/** The query that found the document, the time, and whether an upsert is making it. */
type Situation = { filter: Document; now: Date; inserting: boolean };
/** Makes the changed document; the given one stays as it is. */
export type Update = (document: Document, situation: Situation) => Document;

/** True when the update is a whole new document instead of operators. */
export function isReplacement(update: unknown): boolean {
  return isDocument(update) && !isOperators(update);
}

/** Checks an update for any number of documents. @throws Refusal that names what is wrong or outside the subset */
export function prepareUpdate(update: unknown, arrayFilters: unknown): Update {
  if (!isDocument(update)) throw unsupported('an update with an aggregation pipeline', 9);
  const change = isReplacement(update) ? replaceBy(update) : prepareOperators(update, arrayFilters);
  return (document, situation) => {
    const changed = change(document, situation);
    const isSame = document._id === undefined || equal(document._id, changed._id);
    ensure(isSame, 66, "Performing an update on the path '_id' would modify the immutable field '_id'");
    return changed;
  };
}

/** What an upsert makes: the equalities of the query, then the update; for a replacement only the `_id` of them. */
export function documentOfUpsert(update: Update, replaces: boolean, filter: Document, now: Date): Document {
  const equalities = equalitiesOf(filter).filter(([path]) => !replaces || path === '_id');
  const base = Object.fromEntries(equalities);
  ensure(Object.keys(base).length === equalities.length, 54, 'the query gives one path two values');
  const situation = { filter, now, inserting: true };
  return update(prepareOperators({ $set: base }, [])({}, situation), situation);
}

function replaceBy(replacement: Document): Update {
  assertStorable(replacement);
  return ({ _id }) => ({ ...(_id !== undefined && { _id }), ...clone(replacement) });
}

type Step = { operator: string; field: string; path: string[]; operand: unknown };

function prepareOperators(update: Document, given: unknown): Update {
  const steps = Object.entries(update).flatMap(([operator, fields]) => stepsOf(operator, fields));
  assertNoConflict(steps.map(({ field }) => field));
  const arrayFilters = compileArrayFilters((given ?? []) as Document[], steps);
  return (document, { filter, now, inserting }) => {
    const root = clone(document);
    for (const { operator, field, path, operand } of steps) {
      const change = own(operators, operator)?.(operand, field, now);
      const isDue = operator !== '$setOnInsert' || inserting;
      if (change && isDue) walk({ path, operator, change, arrayFilters, filter }, root);
    }
    return root;
  };
}

function stepsOf(operator: string, fields: unknown): Step[] {
  if (!own(operators, operator)) throw unsupported(`the update operator ${operator}`, 9);
  ensure(isDocument(fields), 9, `Modifiers operate on fields but ${operator} got no document`);
  return Object.entries(fields).map(([field, operand]) => {
    const isStored = !['$pull', '$unset', '$currentDate'].includes(operator);
    const hasModifiers = (operator === '$push' || operator === '$addToSet') && isOperators(operand);
    if (isStored) assertStorable(hasModifiers ? (operand.$each ?? []) : operand, field);
    const path = splitPath(field);
    ensure(!path.includes(''), 56, `The update path '${field}' contains an empty field name.`);
    const isName = (part: string) => !part.startsWith('$') || /^\$(\[\w*\])?$/.test(part);
    ensure(path.every(isName), 52, `The dollar ($) prefixed field '${field}' is not valid for storage.`);
    return { operator, field, path, operand };
  });
}

function assertNoConflict(fields: string[]): void {
  for (const [at, field] of fields.entries()) {
    const other = fields.slice(0, at).find((one) => areInConflict(one.split('.'), field.split('.')));
    ensure(other === undefined, 40, `Updating the path '${field}' would create a conflict at '${other}'`);
  }
}

/** One path lies within the other, or where they part one goes to elements by placeholder and the other does not. */
function areInConflict([one, ...rest]: string[], [other, ...others]: string[]): boolean {
  if (one === undefined || other === undefined) return true;
  return one === other ? areInConflict(rest, others) : one.startsWith('$[') !== other.startsWith('$[');
}

function compileArrayFilters(filters: Document[], steps: Step[]): Map<string, Predicate> {
  const compiled = new Map<string, Predicate>();
  for (const filter of filters) {
    const [name = '', ...others] = new Set(identifiersOf(filter));
    const isOne = name !== '' && others.length === 0 && !compiled.has(name);
    ensure(isOne, 9, `An array filter needs one identifier of its own, not '${[name, ...others]}'`);
    const isUsed = steps.some(({ path }) => path.includes(`$[${name}]`));
    ensure(isUsed, 9, `The array filter for identifier '${name}' was not used in the update`);
    compiled.set(name, compileFilter(filter));
  }
  const names = steps.flatMap(({ path }) => path).flatMap((part) => /^\$\[(.+)\]$/.exec(part)?.[1] ?? []);
  const unknown = names.find((name) => !compiled.has(name));
  ensure(unknown === undefined, 2, `No array filter found for identifier '${unknown}'`);
  return compiled;
}

function identifiersOf(filter: Document): string[] {
  return Object.entries(filter).flatMap(([name, condition]) =>
    name.startsWith('$') ? (condition as Document[]).flatMap(identifiersOf) : (name.split('.')[0] ?? ''),
  );
}

function equalitiesOf(filter: Document): [string, unknown][] {
  return Object.entries(filter).flatMap(([name, condition]): [string, unknown][] => {
    const isCertain = name === '$and' || (name === '$or' && (condition as Document[]).length === 1);
    if (isCertain) return (condition as Document[]).flatMap(equalitiesOf);
    if (name.startsWith('$') || isRegularExpression(condition)) return [];
    return (isOperators(condition) ? demandedBy(condition) : [condition]).map((value) => [name, value]);
  });
}

/** The values that `$eq` and `$all` demand, and `$in` with one element. */
function demandedBy({ $eq, $all = [], $in = [] }: Document): unknown[] {
  const single = (Array.isArray($in) && $in.length === 1 ? $in : []) as unknown[];
  const values = $eq === undefined ? [...($all as unknown[]), ...single] : [$eq];
  return values.filter((value) => !isRegularExpression(value) && !isOperators(value));
}
