/** Expressions of an aggregation: field paths, literals, `$cond`, `$ifNull`, and the comparisons `$cond` needs. */
import { ensure, unsupported } from '../refusal.ts';
import { toOperand } from '../values/bson.ts';
import { type Document, isDocument, isOperators, own, withoutMissing } from '../values/document.ts';
import { BELOW_NULL, compare } from '../values/order.ts';
import { fieldOf } from '../values/path.ts';

/** Computes a value from a document; undefined stands for a missing field. */
export type Expression = (document: Document) => unknown;

const COMPARISONS: Record<string, (order: number) => boolean> = {
  $eq: (order) => order === 0,
  $ne: (order) => order !== 0,
  $gt: (order) => order > 0,
  $gte: (order) => order >= 0,
  $lt: (order) => order < 0,
  $lte: (order) => order <= 0,
};

/** @throws Refusal that names an operator or variable outside the subset */
export function compileExpression(given: unknown): Expression {
  if (typeof given === 'string' && given.startsWith('$')) return compilePath(given);
  if (isOperators(given)) return compileOperator(given);
  if (Array.isArray(given)) {
    const elements = given.map(compileExpression);
    return (document) => elements.map((element) => element(document) ?? null);
  }
  if (isDocument(given)) {
    const fields = Object.entries(given).map(([name, value]) => [name, compileExpression(value)] as const);
    return (document) => withoutMissing(fields.map(([name, expression]) => [name, expression(document)]));
  }
  const literal = toOperand(given);
  return () => literal;
}

function compilePath(text: string): Expression {
  if (text.startsWith('$$')) throw unsupported(`the variable ${text}`, 17276);
  const parts = text.slice(1).split('.');
  return (document) => valueAt(document, parts);
}

/** Arrays on the way give an array of what lies inside their elements. */
function valueAt(value: unknown, [part, ...rest]: string[]): unknown {
  if (part === undefined) return value;
  if (!Array.isArray(value)) return valueAt(fieldOf(value, part), rest);
  const inside = value.filter(isDocument).map((element) => valueAt(element, [part, ...rest]));
  return inside.filter((one) => one !== undefined);
}

function compileOperator(given: Document): Expression {
  const [[operator, operand] = ['', undefined], ...others] = Object.entries(given);
  ensure(others.length === 0, 15983, `an expression has one operator, not ${Object.keys(given)}`);
  if (operator === '$literal') return () => operand;
  if (operator === '$cond') {
    const parts = isDocument(operand) ? [operand.if, operand.then, operand.else] : operand;
    const [condition, then, otherwise] = operandsOf(operator, parts, 3);
    return (document) => (isTrue(condition?.(document)) ? then : otherwise)?.(document);
  }
  if (operator === '$ifNull') {
    const choices = operandsOf(operator, operand, Math.max(2, [operand].flat().length));
    return (document) => choices.reduce<unknown>((value, choice) => value ?? choice(document), undefined);
  }
  const holds = own(COMPARISONS, operator);
  if (!holds) throw unsupported(`the expression operator ${operator}`, 168);
  const sides = operandsOf(operator, operand, 2);
  return (document) => {
    const values = sides.map((side) => side(document));
    const [left, right] = values.map((value) => (value === undefined ? BELOW_NULL : value));
    return holds(compare(left, right));
  };
}

function isTrue(value: unknown): boolean {
  return value !== false && value !== 0 && value !== null && value !== undefined;
}

function operandsOf(operator: string, operand: unknown, count: number): Expression[] {
  const isRight = Array.isArray(operand) && operand.length === count;
  ensure(isRight, 16020, `Expression ${operator} takes ${count} arguments`);
  return operand.map(compileExpression);
}
