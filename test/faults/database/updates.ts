/** Faults in the update operators. */
import type { Fault } from '../fault.ts';

const WRITE = 'server/database/embedded/commands/write.ts';
const OPERATORS = 'server/database/embedded/update/operators.ts';
const UPDATE = 'server/database/embedded/update/update.ts';
const WALK = 'server/database/embedded/update/walk.ts';

const inUpdateOperators = 'test/database/update-operators.test.ts';
const inUpdateArrays = 'test/database/update-arrays.test.ts';

export const updates: Fault[] = [
  {
    fault: '$set does not make the documents on its path',
    file: WALK,
    replace: ['else if (!exists) place(target, key, {});', 'else if (!exists) return;'],
    test: { file: inUpdateOperators, title: '$set writes a value and makes the documents on its path' },
  },
  {
    fault: '$set replaces the documents on its path',
    file: WALK,
    replace: ['else if (!exists) place(target, key, {});', 'else place(target, key, {});'],
    test: { file: inUpdateOperators, title: '$set of one path leaves its neighbours alone' },
  },
  {
    fault: 'a gap in an array is filled with zeros',
    file: WALK,
    replace: ['target.push(null);', 'target.push(0);'],
    test: {
      file: inUpdateOperators,
      title: '$set reaches an array element by its position, and fills a gap with null',
    },
  },
  {
    fault: 'a number in an update path makes an array',
    file: WALK,
    replace: [
      'else if (!exists) place(target, key, {});',
      "else if (!exists) place(target, key, isPosition(way.path[depth + 1] ?? '') ? [] : {});",
    ],
    test: {
      file: inUpdateOperators,
      title: '$set with a number in a path makes a document where there is no array',
    },
  },
  {
    fault: 'the _id must not be named in an update',
    file: UPDATE,
    replace: [
      'const isSame = document._id === undefined || equal(document._id, changed._id);',
      "const isSame = document._id === undefined || !JSON.stringify(update).includes('_id');",
    ],
    test: { file: inUpdateOperators, title: '$set may repeat the _id as it is' },
  },
  {
    fault: '$unset writes null',
    file: OPERATORS,
    replace: ['$unset: () => () => undefined,', '$unset: () => () => null,'],
    test: { file: inUpdateOperators, title: '$unset takes a field away, and nothing where there is none' },
  },
  {
    fault: '$unset takes an element out of its array',
    file: WALK,
    replace: [
      '  if (Array.isArray(target)) {\n',
      '  if (Array.isArray(target) && value === undefined) target.splice(Number(key), 1);\n  else if (Array.isArray(target)) {\n',
    ],
    test: { file: inUpdateOperators, title: '$unset of an array element leaves null in its place' },
  },
  {
    fault: '$inc writes its operand',
    file: OPERATORS,
    replace: ['const sum = value + operand;', 'const sum = operand;'],
    test: {
      file: inUpdateOperators,
      title: '$inc adds, subtracts, and begins at zero where the field is missing',
    },
  },
  {
    fault: '$max keeps the smaller value',
    file: OPERATORS,
    replace: ['compare(operand, value) > 0', 'compare(operand, value) < 0'],
    test: {
      file: inUpdateOperators,
      title: [
        '$min keeps the smaller and $max the greater value, or takes the first',
        '$min and $max compare dates, and different types by the order of types',
      ],
    },
  },
  {
    fault: '$setOnInsert is carried out always',
    file: UPDATE,
    replace: [
      "const isDue = operator !== '$setOnInsert' || inserting;",
      "const isDue = operator !== '$setOnInsert' || inserting !== undefined;",
    ],
    test: { file: inUpdateOperators, title: '$setOnInsert does nothing to a document that exists' },
  },
  {
    fault: '$currentDate writes the beginning of time',
    file: OPERATORS,
    replace: ['return () => now;', 'return () => new Date(0 * now.getTime());'],
    test: { file: inUpdateOperators, title: '$currentDate writes the time of the server' },
  },
  {
    fault: 'only the first operator of an update is carried out',
    file: UPDATE,
    replace: ['of steps) {\n      const change', 'of steps.slice(0, 1)) {\n      const change'],
    test: { file: inUpdateOperators, title: 'several operators act in one update' },
  },
  {
    fault: 'a document that stays as it is counts as modified',
    file: WRITE,
    replace: [
      'if (equal(record.document, changed)) return record.document;',
      'if (equal(record.document, changed)) return { ...record.document };',
    ],
    test: {
      file: inUpdateOperators,
      title: 'an update tells how many documents it found and how many it changed',
    },
  },
  {
    fault: 'updateOne changes several documents',
    file: WRITE,
    replace: ['page(records, { limit: multi ? 0 : 1 })', 'page(records, { limit: multi ? 0 : 9 })'],
    test: { file: inUpdateOperators, title: 'updateOne changes one document only' },
  },
  {
    fault: 'a replacement keeps the fields that it does not name',
    file: UPDATE,
    replace: [
      'return ({ _id }) => ({ ...(_id !== undefined && { _id }), ...clone(replacement) });',
      'return (document) => ({ ...document, ...clone(replacement) });',
    ],
    test: { file: inUpdateOperators, title: 'replaceOne keeps the _id and nothing else' },
  },
  {
    fault: 'an update works on the stored document itself',
    file: UPDATE,
    replace: ['const root = clone(document);', 'const root = document;'],
    test: { file: inUpdateOperators, title: 'an update that fails half-way changes nothing' },
  },
  {
    fault: '$push appends the elements of an array',
    file: OPERATORS,
    replace: [
      'if (!isOperators(operand)) return { $each: [operand] };',
      'if (!isOperators(operand)) return { $each: [operand].flat() };',
    ],
    test: {
      file: inUpdateArrays,
      title: '$push appends one value, makes the array where it is missing, and nests an array',
    },
  },
  {
    fault: '$each takes the first value only',
    file: OPERATORS,
    replace: ['...clone(added)];', '...clone(added.slice(0, 1))];'],
    test: { file: inUpdateArrays, title: '$push with $each appends each value' },
  },
  {
    fault: '$slice keeps the beginning always',
    file: OPERATORS,
    replace: [
      'return kept !== undefined && kept < 0 ? all.slice(kept) : all.slice(0, kept);',
      'return all.slice(0, kept === undefined ? kept : Math.abs(kept));',
    ],
    test: {
      file: inUpdateArrays,
      title: [
        '$push with $slice cuts the array after appending: the last',
        '$push with $slice cuts an array that is only now made',
      ],
    },
  },
  {
    fault: '$pull removes arrays that contain the value',
    file: OPERATORS,
    replace: [
      'return (element) => equal(element, toOperand(operand));',
      'return (element) => [element].flat().some((one) => equal(one, toOperand(operand)));',
    ],
    test: {
      file: inUpdateArrays,
      title: '$pull removes every element equal to the value, not those that contain it',
    },
  },
  {
    fault: '$pull takes an operator for a value',
    file: OPERATORS,
    replace: [
      'const isCondition = isRegularExpression(operand) || isValueCondition(operand);',
      'const isCondition = isRegularExpression(operand) || (isValueCondition(operand) && !isOperators(operand));',
    ],
    test: { file: inUpdateArrays, title: '$pull removes elements by an operator' },
  },
  {
    fault: '$pull wants the whole sub-document',
    file: OPERATORS,
    replace: [': isDocument(element) && holds(element)', ': equal(element, operand)'],
    test: { file: inUpdateArrays, title: '$pull removes sub-documents by some of their fields' },
  },
  {
    fault: '$pull makes the array where it is missing',
    file: WALK,
    replace: [" || way.operator === '$pull'", ''],
    test: { file: inUpdateArrays, title: '$pull removes nothing where the field is missing' },
  },
  {
    fault: '$addToSet appends what is there already',
    file: OPERATORS,
    replace: [
      'if (!all.some((present) => equal(present, one))) all.push(clone(one));',
      'all.push(clone(one));',
    ],
    test: {
      file: inUpdateArrays,
      title: '$addToSet appends a value once and leaves existing repetitions alone',
    },
  },
  {
    fault: '$addToSet compares with what was there before only',
    file: OPERATORS,
    replace: [
      'if (!all.some((present) => equal(present, one)))',
      'if (![value].flat().some((present) => equal(present, one)))',
    ],
    test: { file: inUpdateArrays, title: '$addToSet with $each appends what is new, once' },
  },
  {
    fault: '$addToSet ignores the order of fields',
    file: OPERATORS,
    replace: [
      '(present) => equal(present, one)',
      '(present) => equal(Object.entries(present as object).sort(), Object.entries(one as object).sort())',
    ],
    test: {
      file: inUpdateArrays,
      title: '$addToSet takes documents with another order of fields for different',
    },
  },
  {
    fault: 'the positional $ points at the first element',
    file: WALK,
    replace: ['if (position >= 0) return position;', 'if (position >= 0) return 0;'],
    test: {
      file: inUpdateArrays,
      title: [
        'the positional $ points at the first element that the filter met',
        'the positional $ works on plain values and below a sub-document',
        'the positional $ is set by any condition on the array: $elemMatch',
        'the positional $ is set by any condition on the array: a range',
      ],
    },
  },
  {
    fault: '$[] points at the first element only',
    file: WALK,
    replace: ['?? (() => true)', '?? ((one: unknown) => Object.values(one as object)[0] === array[0])'],
    test: {
      file: inUpdateArrays,
      title: ['$[] points at every element', '$pull reaches the arrays inside every element'],
    },
  },
  {
    fault: '$[name] points at every element',
    file: WALK,
    replace: ['.filter((position) => chooses({ [name]: array[position] }))', ''],
    test: {
      file: inUpdateArrays,
      title: [
        '$[name] points at the elements that its array filter meets',
        '$[name] filters plain values too',
        '$[name] may stand twice in a path, each with its own array filter',
        'an array filter may combine conditions with $or',
      ],
    },
  },
];
