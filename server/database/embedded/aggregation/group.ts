/** The `$group` stage and its accumulators. */
import { ensure, unsupported } from '../refusal.ts';
import { identityOf } from '../values/bson.ts';
import { type Document, isDocument, own } from '../values/document.ts';
import { compare } from '../values/order.ts';
import { compileExpression, type Expression } from './expression.ts';

/** Each makes the result of a group from the values of its documents; undefined stands for missing ones. */
const ACCUMULATORS: Record<string, (values: unknown[]) => unknown> = {
  $sum: (values) => sumOf(numbersOf(values)),
  $avg: (values) =>
    numbersOf(values).length > 0 ? sumOf(numbersOf(values)) / numbersOf(values).length : null,
  $min: (values) => extreme(values, -1),
  $max: (values) => extreme(values, 1),
  $first: ([value]) => value ?? null,
};

type Group = { _id: unknown; members: Document[] };

/** Makes one document for each value of `_id`, in the order in which they are met. */
export function compileGroup(specification: unknown): (documents: Document[]) => Document[] {
  const { _id, ...rest } = isDocument(specification) ? specification : {};
  ensure(_id !== undefined, 15955, 'a group specification must include an _id');
  const identify = compileExpression(_id);
  const fields = Object.entries(rest).map(([name, given]) => [name, ...compileField(name, given)] as const);
  const resultOf = ({ members, ...identity }: Group) => {
    const results = fields.map(([name, accumulate, value]) => [name, accumulate(members.map(value))]);
    return { ...identity, ...Object.fromEntries(results) };
  };
  return (documents) => {
    const groups = new Map<string, Group>();
    for (const document of documents) {
      const value = identify(document) ?? null;
      const group = groups.get(identityOf(value)) ?? { _id: value, members: [] };
      group.members.push(document);
      groups.set(identityOf(value), group);
    }
    return Array.from(groups.values(), resultOf);
  };
}

function compileField(name: string, given: unknown): [(values: unknown[]) => unknown, Expression] {
  const [[operator, operand] = ['', undefined], ...others] = Object.entries(isDocument(given) ? given : {});
  ensure(!name.includes('.'), 40235, `The field name '${name}' cannot contain '.'`);
  const isOne = operator.startsWith('$') && others.length === 0;
  ensure(isOne, 40234, `The field '${name}' must be an accumulator object`);
  const accumulate = own(ACCUMULATORS, operator);
  if (!accumulate) throw unsupported(`the accumulator ${operator}`, 15952);
  return [accumulate, compileExpression(operand)];
}

function numbersOf(values: unknown[]): number[] {
  return values.filter((value) => typeof value === 'number');
}

/** Carries along what rounding loses, as MongoDB does. */
function sumOf(numbers: number[]): number {
  let [sum, lost] = [0, 0];
  for (const number of numbers) {
    const next = sum + number;
    lost += Math.abs(sum) >= Math.abs(number) ? sum - next + number : number - next + sum;
    sum = next;
  }
  return Number.isFinite(sum) ? sum + lost : sum;
}

function extreme(values: unknown[], direction: 1 | -1): unknown {
  const [first = null, ...others] = values.filter((value) => value !== null && value !== undefined);
  return others.reduce((best, value) => (compare(value, best) * direction > 0 ? value : best), first);
}
