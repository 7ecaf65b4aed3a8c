/** Faults in the matcher, seen on single values. */
import type { Fault } from '../fault.ts';

const CONDITIONS = 'server/database/embedded/query/conditions.ts';
const FILTER = 'server/database/embedded/query/filter.ts';
const BSON = 'server/database/embedded/values/bson.ts';
const DOCUMENT = 'server/database/embedded/values/document.ts';
const ORDER = 'server/database/embedded/values/order.ts';

const inQueryComparison = 'test/database/query-comparison.test.ts';
const inQueryOperators = 'test/database/query-operators.test.ts';

export const queries: Fault[] = [
  {
    fault: 'equality compares objects by reference',
    file: CONDITIONS,
    replace: [
      '(value !== undefined || operand === null) && compare(value, operand) === 0',
      'value === operand || (operand === null && value === undefined)',
    ],
    test: { file: inQueryComparison, title: '$eq finds the equal value: a date' },
  },
  {
    fault: 'an int64 in a query is compared as text',
    file: BSON,
    replace: [
      'if (Number.isSafeInteger(number)) return number as T;',
      'if (Number.isSafeInteger(number)) return String(number) as T;',
    ],
    test: { file: inQueryComparison, title: '$eq compares numbers by value, whatever their width' },
  },
  {
    fault: 'the order of fields in a document is ignored',
    file: ORDER,
    replace: ['Object.entries(document).flatMap(', 'Object.entries(document).sort().flatMap('],
    test: {
      file: inQueryComparison,
      title: '$eq compares sub-documents whole and in the order of their fields',
    },
  },
  {
    fault: 'null is not equal to missing',
    file: ORDER,
    replace: [
      'if (value === null || value === undefined) return 2;',
      'if (value === null) return 2;\n  if (value === undefined) return 1;',
    ],
    test: {
      file: inQueryComparison,
      title: [
        '$eq with null finds null and the missing field, and nothing else',
        '$ne with null finds only documents that have a value',
        '$gte and $lte with null find null and the missing field',
      ],
    },
  },
  {
    fault: 'values are compared as loosely as JavaScript does',
    file: ORDER,
    replace: ['if (left === right) return 0;', 'if (left == right) return 0;'],
    test: { file: inQueryComparison, title: '$eq never takes one type for another' },
  },
  {
    fault: '$ne finds what is equal',
    file: CONDITIONS,
    replace: ['return { test: equalTo(operand), negated: true };', 'return { test: equalTo(operand) };'],
    test: {
      file: inQueryComparison,
      title: '$ne finds everything but the value, also where the field is missing',
    },
  },
  {
    fault: '$in compares objects by reference',
    file: CONDITIONS,
    replace: ['identities.has(identityOf(value))', 'operand.includes(value)'],
    test: { file: inQueryComparison, title: '$in finds any of several values of several types' },
  },
  {
    fault: '$in does not take missing for null',
    file: BSON,
    replace: [
      "if (value === null || value === undefined) return 'z';",
      "if (value === null) return 'z';\n  if (value === undefined) return 'u';",
    ],
    test: {
      file: inQueryComparison,
      title: [
        '$in with null also finds documents where the field is missing',
        '$nin with null leaves out documents where the field is missing',
      ],
    },
  },
  {
    fault: '$in of nothing finds everything',
    file: CONDITIONS,
    replace: ['return (value) => identities.has', 'return (value) => operand.length === 0 || identities.has'],
    test: { file: inQueryComparison, title: '$in of nothing finds nothing' },
  },
  {
    fault: '$in forgets regular expressions',
    file: CONDITIONS,
    replace: [' || expressions.some((test) => test(value))', ''],
    test: { file: inQueryComparison, title: '$in takes an anchored regular expression among its values' },
  },
  {
    fault: '$nin finds what $in finds',
    file: CONDITIONS,
    replace: [
      '$nin: (operand) => ({ test: oneOf(operand), negated: true })',
      '$nin: (operand) => ({ test: oneOf(operand) })',
    ],
    test: { file: inQueryComparison, title: '$nin finds what $in does not, the missing field included' },
  },
  {
    fault: '$gt includes the bound',
    file: CONDITIONS,
    replace: ['order > 0', 'order >= 0'],
    test: { file: inQueryComparison, title: '$gt draws the line at the value itself' },
  },
  {
    fault: '$gte excludes the bound',
    file: CONDITIONS,
    replace: ['order >= 0', 'order > 0'],
    test: { file: inQueryComparison, title: '$gte draws the line at the value itself' },
  },
  {
    fault: '$lt includes the bound',
    file: CONDITIONS,
    replace: ['order < 0', 'order <= 0'],
    test: { file: inQueryComparison, title: '$lt draws the line at the value itself' },
  },
  {
    fault: '$lte excludes the bound',
    file: CONDITIONS,
    replace: ['order <= 0', 'order < 0'],
    test: { file: inQueryComparison, title: '$lte draws the line at the value itself' },
  },
  {
    fault: 'one of several conditions is enough',
    file: FILTER,
    replace: ['parts.every((part) => part(document))', 'parts.some((part) => part(document))'],
    test: {
      file: inQueryComparison,
      title: ['two bounds make a half-open range', 'several fields in one filter must all hold'],
    },
  },
  {
    fault: 'ranges run across types',
    file: CONDITIONS,
    replace: ['rankOf(value) === rankOf(operand) && ', 'rankOf(value) > 0 && '],
    test: { file: inQueryComparison, title: 'a range finds only values of the type of its bound' },
  },
  {
    fault: 'dates have no order',
    file: ORDER,
    replace: ['left.getTime() - right.getTime()', 'left.getTime() * right.getTime() * 0'],
    test: { file: inQueryComparison, title: 'a range follows the order of its type: dates' },
  },
  {
    fault: 'a path is taken for the name of a field',
    file: FILTER,
    replace: ["compileField(name.split('.'), condition)", 'compileField([name], condition)'],
    test: { file: inQueryComparison, title: 'a dotted path reaches into sub-documents' },
  },
  {
    fault: 'inherited properties are taken for fields',
    file: DOCUMENT,
    replace: ['return Object.hasOwn(holder, name) ? holder[name] : undefined;', 'return holder[name];'],
    test: { file: inQueryComparison, title: 'a field may bear the name of something every object inherits' },
  },
  {
    fault: '$exists takes null for missing',
    file: CONDITIONS,
    replace: [
      'test: (value) => value !== undefined, negated: !operand',
      'test: (value) => value !== undefined && value !== null, negated: !operand',
    ],
    test: { file: inQueryOperators, title: '$exists tells a missing field from null' },
  },
  {
    fault: '$exists: false finds an array when any element lacks the field',
    file: CONDITIONS,
    replace: [
      '({ test: (value) => value !== undefined, negated: !operand, whole: true })',
      '({ test: (value) => (value !== undefined) === operand, whole: true })',
    ],
    test: {
      file: inQueryOperators,
      title: '$exists on a path through an array asks whether any element has the field',
    },
  },
  {
    fault: 'every number is a double',
    file: BSON,
    replace: ["? 'int' : 'double'", "? 'double' : 'double'"],
    test: { file: inQueryOperators, title: '$type finds the values of a type: int' },
  },
  {
    fault: '$type of a list looks at its first type only',
    file: CONDITIONS,
    replace: ['tests.some((test) => test(value))', 'tests[0]?.(value) === true'],
    test: {
      file: inQueryOperators,
      title: '$type number means every kind of number, and a list means any of its types',
    },
  },
  {
    fault: '$type does not look at elements',
    file: CONDITIONS,
    replace: [
      'return { test: (value) => value !== undefined && tests.some((test) => test(value)) };',
      'return { test: (value) => value !== undefined && tests.some((test) => test(value)), whole: true };',
    ],
    test: {
      file: inQueryOperators,
      title: '$type looks at the elements of an array, and array at the array itself',
    },
  },
  {
    fault: 'a regular expression is never anchored',
    file: CONDITIONS,
    replace: [
      'const expression = new RegExp(pattern,',
      "const expression = new RegExp(pattern.replace('^', ''),",
    ],
    test: { file: inQueryOperators, title: 'an anchored $regex finds strings by their beginning' },
  },
  {
    fault: '$options is ignored',
    file: CONDITIONS,
    replace: ['regularExpression(operand, $options) })', "regularExpression(operand, $options && '') })"],
    test: { file: inQueryOperators, title: '$regex takes the option i' },
  },
  {
    fault: '$regex does not look at elements',
    file: CONDITIONS,
    replace: [
      'regularExpression(operand, $options) })',
      'regularExpression(operand, $options), whole: true })',
    ],
    test: { file: inQueryOperators, title: '$regex finds an array by any of its strings' },
  },
  {
    fault: '$and is taken for $or',
    file: FILTER,
    replace: [
      "if (operator === '$and') return allOf(parts);\n  return (document) => parts.some((part) => part(document)) === (operator === '$or');",
      "return (document) => parts.some((part) => part(document)) === (operator !== '$nor');",
    ],
    test: {
      file: inQueryOperators,
      title: ['$and joins conditions on one field', 'conditions nest as deep as they like'],
    },
  },
  {
    fault: '$or wants all its branches',
    file: FILTER,
    replace: [
      'return (document) => parts.some((part) => part(document)) ===',
      'return (document) => parts.every((part) => part(document)) ===',
    ],
    test: {
      file: inQueryOperators,
      title: '$or finds what any of its branches finds, beside other conditions',
    },
  },
  {
    fault: '$nor is taken for $or',
    file: FILTER,
    replace: ["=== (operator === '$or');", "=== (operator !== '$and');"],
    test: {
      file: inQueryOperators,
      title: '$nor finds what none of its branches finds, the missing field included',
    },
  },
  {
    fault: '$not is ignored',
    file: FILTER,
    replace: ['return not(compileField(path, operand));', 'return compileField(path, operand);'],
    test: {
      file: inQueryOperators,
      title: [
        '$not turns a condition round, the missing field included',
        '$not of two bounds finds what is not within both',
        '$not takes a regular expression',
      ],
    },
  },
];
