/** The operators that judge one value: each makes a test from its operand. */
import { BSONRegExp } from 'bson';
import { ensure, Refusal, unsupported } from '../refusal.ts';
import { identityOf, typeTest } from '../values/bson.ts';
import type { Document } from '../values/document.ts';
import { compare, rankOf } from '../values/order.ts';

export type Test = (value: unknown) => boolean;
export type Condition = {
  test: Test;
  /** Holds where the test fails for every value, as `$ne` does. */
  negated?: boolean;
  /** The test sees an array as a whole, never its elements, as `$size` does. */
  whole?: boolean;
};

export const conditions: Record<string, (operand: unknown, siblings: Document) => Condition> = {
  $eq: (operand) => ({ test: equalTo(operand) }),
  $ne: (operand) => {
    ensure(!isRegularExpression(operand), 2, "Can't have regex as arg to $ne.");
    return { test: equalTo(operand), negated: true };
  },
  $in: (operand) => ({ test: oneOf(operand) }),
  $nin: (operand) => ({ test: oneOf(operand), negated: true }),
  $gt: (operand) => ({ test: comparison(operand, (order) => order > 0) }),
  $gte: (operand) => ({ test: comparison(operand, (order) => order >= 0) }),
  $lt: (operand) => ({ test: comparison(operand, (order) => order < 0) }),
  $lte: (operand) => ({ test: comparison(operand, (order) => order <= 0) }),
  $exists: (operand) => ({ test: (value) => value !== undefined, negated: !operand, whole: true }),
  $type: (operand) => {
    const tests = [operand].flat().map(typeTest);
    return { test: (value) => value !== undefined && tests.some((test) => test(value)) };
  },
  $size: (operand) => {
    ensure(Number.isInteger(operand) && Number(operand) >= 0, 2, `$size needs a count, not ${operand}`);
    return { test: (value) => Array.isArray(value) && value.length === operand, whole: true };
  },
  $regex: (operand, { $options }) => ({ test: regularExpression(operand, $options) }),
};

export function isRegularExpression(value: unknown): value is BSONRegExp {
  return value instanceof BSONRegExp;
}

/** Equality with a value, where null also stands for missing; with a regular expression, which is never stored, none. */
export function equalTo(operand: unknown): Test {
  return (value) => (value !== undefined || operand === null) && compare(value, operand) === 0;
}

/**
 * The test behind a regular expression. The `u` flag makes JavaScript refuse what only PCRE knows (`\A`, `(?i)`)
 * instead of reading it as something else; a remaining difference is that `$` does not match before a last newline.
 */
export function regularExpression(operand: unknown, options?: unknown): Test {
  const { pattern, options: flags } = isRegularExpression(operand)
    ? operand
    : { pattern: operand, options: '' };
  ensure(typeof pattern === 'string', 2, '$regex has to be a string');
  const chosen = String(options ?? flags);
  const unknown = /[^ims]/.exec(chosen);
  if (unknown) throw unsupported(`the option ${unknown[0]} of $regex`, 2);
  try {
    const expression = new RegExp(pattern, `${chosen}u`);
    return (value) => typeof value === 'string' && expression.test(value);
  } catch {
    throw new Refusal(51091, `Regular expression is invalid here: /${pattern}/${chosen}`);
  }
}

function oneOf(operand: unknown): Test {
  ensure(Array.isArray(operand), 2, '$in and $nin need an array');
  const expressions = operand.filter(isRegularExpression).map((one) => regularExpression(one));
  const identities = new Set(operand.filter((one) => !isRegularExpression(one)).map(identityOf));
  return (value) => identities.has(identityOf(value)) || expressions.some((test) => test(value));
}

/** Only values of the same type are compared, and NaN only with itself; null is also missing. */
function comparison(operand: unknown, holds: (order: number) => boolean): Test {
  ensure(!isRegularExpression(operand), 2, 'a regular expression cannot be compared');
  const isComparable: Test = (value) =>
    rankOf(value) === rankOf(operand) && Number.isNaN(value) === Number.isNaN(operand);
  return (value) => isComparable(value) && holds(compare(value, operand));
}
