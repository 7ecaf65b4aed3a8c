/** Query filters, compiled to a predicate with MongoDB's rules for paths, arrays, null and types. */
import { ensure, unsupported } from '../refusal.ts';
import { toOperand } from '../values/bson.ts';
import { type Document, firstField, isDocument, isOperators, own } from '../values/document.ts';
import { someAtPath } from '../values/path.ts';
import { conditions, equalTo, isRegularExpression, regularExpression, type Test } from './conditions.ts';

export type Predicate = (document: unknown) => boolean;

/** True for the documents that the filter finds. @throws Refusal that names any operator outside the subset */
export function compileFilter(filter: unknown): Predicate {
  ensure(isDocument(filter), 14, 'a query filter must be a document');
  return compileDocument(toOperand(filter));
}

/** True for `{ $gt: 5 }`, which speaks of a value, false for `{ $or: [...] }`, which speaks of a document. */
export function isValueCondition(value: unknown): value is Document {
  return isOperators(value) && !isLogical(firstField(value));
}

function isLogical(operator: string): boolean {
  return operator === '$and' || operator === '$or' || operator === '$nor';
}

function compileDocument(filter: Document): Predicate {
  const parts = Object.entries(filter).map(([name, condition]) =>
    name.startsWith('$') ? compileLogical(name, condition) : compileField(name.split('.'), condition),
  );
  return allOf(parts);
}

function compileLogical(operator: string, operand: unknown): Predicate {
  if (!isLogical(operator)) throw unsupported(`the query operator ${operator}`, 2);
  ensure(Array.isArray(operand) && operand.length > 0, 2, `${operator} must be a nonempty array`);
  ensure(operand.every(isDocument), 2, `${operator} needs documents`);
  const parts = operand.map(compileDocument);
  if (operator === '$and') return allOf(parts);
  return (document) => parts.some((part) => part(document)) === (operator === '$or');
}

/** An empty path stands for the element of an array that `$elemMatch` looks at. */
function compileField(path: string[], condition: unknown): Predicate {
  if (isRegularExpression(condition)) return atPath(path, regularExpression(condition));
  if (!isOperators(condition)) return atPath(path, equalTo(condition));
  return allOf(Object.keys(condition).map((operator) => compileOperator(path, operator, condition)));
}

function compileOperator(path: string[], operator: string, siblings: Document): Predicate {
  const operand = siblings[operator];
  if (operator === '$not') {
    ensure(isRegularExpression(operand) || isOperators(operand), 2, '$not needs a regex or operators');
    return not(compileField(path, operand));
  }
  if (operator === '$all') return compileAll(path, operand);
  if (operator === '$elemMatch') return atPath(path, compileElement(operand), true);
  if (operator === '$options' && '$regex' in siblings) return () => true;
  const condition = own(conditions, operator)?.(operand, siblings);
  if (!condition) throw unsupported(`the query operator ${operator}`, 2);
  const found = atPath(path, condition.test, condition.whole);
  return condition.negated ? not(found) : found;
}

function not(found: Predicate): Predicate {
  return (document) => !found(document);
}

function compileAll(path: string[], operand: unknown): Predicate {
  ensure(Array.isArray(operand), 2, '$all needs an array');
  const isCondition = (wanted: unknown) => isOperators(wanted) && '$elemMatch' in wanted;
  const parts = operand.map((wanted) =>
    compileField(path, isCondition(wanted) || isRegularExpression(wanted) ? wanted : { $eq: wanted }),
  );
  return parts.length > 0 ? allOf(parts) : () => false;
}

/** An array inside the array is seen as a document whose fields are its positions. */
function compileElement(operand: unknown): Test {
  ensure(isDocument(operand), 2, '$elemMatch needs an Object');
  const isOfValue = isValueCondition(operand);
  const matches = isOfValue ? compileField([], operand) : compileDocument(operand);
  const asDocument = (one: unknown) => (Array.isArray(one) ? { ...one } : one);
  const passes: Test = (one) =>
    isOfValue ? matches(one) : isDocument(asDocument(one)) && matches(asDocument(one));
  return (value) => Array.isArray(value) && value.some(passes);
}

/** The test at the end of a path, where an array passes when it does so itself or one of its elements does. */
function atPath(path: string[], test: Test, whole = path.length === 0): Predicate {
  return (document) =>
    someAtPath(document, path, (value, isElement) => {
      const isExpanded = !whole && !isElement && Array.isArray(value);
      return test(value) || (isExpanded && value.some(test));
    });
}

function allOf(parts: Predicate[]): Predicate {
  const [only] = parts;
  return only && parts.length === 1 ? only : (document) => parts.every((part) => part(document));
}
