/** The update operators: each makes, from its operand, the change of the places that its path names. */
import { isRegularExpression } from '../query/conditions.ts';
import { compileFilter, isValueCondition, type Predicate } from '../query/filter.ts';
import { ensure, unsupported } from '../refusal.ts';
import { toOperand, typeName } from '../values/bson.ts';
import { clone, isDocument, isOperators } from '../values/document.ts';
import { compare, equal } from '../values/order.ts';
import type { Change } from './walk.ts';

export const operators: Record<string, (operand: unknown, path: string, now: Date) => Change> = {
  $set: (operand) => () => clone(operand),
  $setOnInsert: (operand) => () => clone(operand),
  $unset: () => () => undefined,
  $inc: increment,
  $min: (operand) => (value) => (value === undefined || compare(operand, value) < 0 ? clone(operand) : value),
  $max: (operand) => (value) => (value === undefined || compare(operand, value) > 0 ? clone(operand) : value),
  $currentDate: (operand, path, now) => {
    if (operand === true || (isDocument(operand) && operand.$type === 'date')) return () => now;
    throw unsupported(`$currentDate with ${JSON.stringify(operand)} (field '${path}')`, 2);
  },
  $push: push,
  $addToSet: addToSet,
  $pull: pull,
};

function increment(operand: unknown, path: string): Change {
  ensure(typeof operand === 'number', 14, `Cannot increment '${path}' with non-numeric ${typeName(operand)}`);
  return (value = 0) => {
    ensure(typeof value === 'number', 14, `Cannot apply $inc to '${path}' of type ${typeName(value)}`);
    const sum = value + operand;
    if (!Number.isInteger(sum) || Number.isSafeInteger(sum)) return sum;
    throw unsupported(`an integer beyond 2^53 in field '${path}'`, 2);
  };
}

function push(operand: unknown, path: string): Change {
  const { $each: added, $slice: kept } = modifiersOf('$push', operand, ['$each', '$slice']);
  ensure(kept === undefined || Number.isInteger(kept), 2, '$slice needs an integer');
  return (value) => {
    const all = [...arrayOf('$push', path, value), ...clone(added)];
    return kept !== undefined && kept < 0 ? all.slice(kept) : all.slice(0, kept);
  };
}

/** Appends what is not there yet; equal means same fields in the same order. */
function addToSet(operand: unknown, path: string): Change {
  const { $each: added } = modifiersOf('$addToSet', operand, ['$each']);
  return (value) => {
    const all = [...arrayOf('$addToSet', path, value)];
    for (const one of added) if (!all.some((present) => equal(present, one))) all.push(clone(one));
    return all;
  };
}

function pull(operand: unknown, path: string): Change {
  const goes = elementTest(operand);
  return (value) => arrayOf('$pull', path, value).filter((element) => !goes(element));
}

type Modifiers = { $each: unknown[]; $slice?: number };

function modifiersOf(operator: string, operand: unknown, known: string[]): Modifiers {
  if (!isOperators(operand)) return { $each: [operand] };
  const stranger = Object.keys(operand).find((name) => !known.includes(name));
  if (stranger) throw unsupported(`the modifier ${stranger} of ${operator}`, 9);
  ensure(Array.isArray(operand.$each), 2, `The argument to $each in ${operator} must be an array`);
  return operand as Modifiers;
}

function arrayOf(operator: string, path: string, value: unknown = []): unknown[] {
  ensure(Array.isArray(value), 2, `${operator}: '${path}' must be an array but is ${typeName(value)}`);
  return value;
}

function elementTest(operand: unknown): Predicate {
  const isCondition = isRegularExpression(operand) || isValueCondition(operand);
  if (!isCondition && !isDocument(operand)) return (element) => equal(element, toOperand(operand));
  const holds = compileFilter(isCondition ? { element: operand } : operand);
  return (element) => (isCondition ? holds({ element }) : isDocument(element) && holds(element));
}
