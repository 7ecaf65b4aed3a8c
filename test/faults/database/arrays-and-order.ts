/** Faults in the matcher, seen on arrays, and in the order of values. */
import type { Fault } from '../fault.ts';

const PROJECTION = 'server/database/embedded/aggregation/projection.ts';
const READ = 'server/database/embedded/commands/read.ts';
const CONDITIONS = 'server/database/embedded/query/conditions.ts';
const FILTER = 'server/database/embedded/query/filter.ts';
const ORDER = 'server/database/embedded/values/order.ts';
const PATHS = 'server/database/embedded/values/path.ts';
const SORT = 'server/database/embedded/values/sort.ts';

const inQueryArrays = 'test/database/query-arrays.test.ts';
const inQueryOrder = 'test/database/query-order.test.ts';

export const arraysAndOrder: Fault[] = [
  {
    fault: 'equality does not look at elements',
    file: FILTER,
    replace: ['return test(value) || (isExpanded && value.some(test));', 'return test(value);'],
    test: {
      file: inQueryArrays,
      title: [
        'equality finds an array by one of its elements',
        '$ne leaves out every array that contains the value',
        'two bounds on an array may be met by two different elements',
      ],
    },
  },
  {
    fault: 'equality does not look at the array as a whole',
    file: FILTER,
    replace: [
      'return test(value) || (isExpanded && value.some(test));',
      'return isExpanded ? value.some(test) : test(value);',
    ],
    test: {
      file: inQueryArrays,
      title: [
        'equality with an array means the whole array in its order, or an element that is that array',
        'the empty array is found as a value',
        '$in finds arrays by an element and by the whole array',
      ],
    },
  },
  {
    fault: '$elemMatch looks at single values too',
    file: FILTER,
    replace: [
      'return (value) => Array.isArray(value) && value.some(passes);',
      'return (value) => [value].flat().some(passes);',
    ],
    test: {
      file: inQueryArrays,
      title: [
        '$elemMatch wants one element that meets all conditions',
        '$elemMatch on sub-documents wants all fields in the same one',
      ],
    },
  },
  {
    fault: '$elemMatch takes $or for an operator on the value',
    file: FILTER,
    replace: ['return isOperators(value) && !isLogical(firstField(value));', 'return isOperators(value);'],
    test: { file: inQueryArrays, title: '$elemMatch holds logical operators and further $elemMatch' },
  },
  {
    fault: '$not wants an array to be there',
    file: FILTER,
    replace: [
      'return not(compileField(path, operand));',
      'const isThere: Predicate = (document) => someAtPath(document, path, Array.isArray);\n    return allOf([isThere, not(compileField(path, operand))]);',
    ],
    test: {
      file: inQueryArrays,
      title: '$not of $elemMatch finds arrays without such an element, also the missing one',
    },
  },
  {
    fault: '$size looks at the elements',
    file: CONDITIONS,
    replace: ['value.length === operand, whole: true', 'value.length === operand'],
    test: { file: inQueryArrays, title: '$size counts the elements of the array itself' },
  },
  {
    fault: '$all is content with one value',
    file: FILTER,
    replace: [
      'return parts.length > 0 ? allOf(parts) : () => false;',
      'return (document) => parts.some((part) => part(document));',
    ],
    test: {
      file: inQueryArrays,
      title: [
        '$all wants every value, in any order, in an array or as the only value',
        '$all gathers values along a path through an array',
        '$all takes $elemMatch conditions, each of which some element must meet',
      ],
    },
  },
  {
    fault: '$all of nothing finds everything',
    file: FILTER,
    replace: ['return parts.length > 0 ? allOf(parts) : () => false;', 'return allOf(parts);'],
    test: { file: inQueryArrays, title: '$all of nothing finds nothing' },
  },
  {
    fault: 'a path does not enter arrays',
    file: PATHS,
    replace: [
      'return value.some((element) => isDocument(element) && someAtPath(element, path, test));',
      'return false;',
    ],
    test: {
      file: inQueryArrays,
      title: [
        'a path through arrays finds a value in any of them',
        '$in finds values through two arrays on its path',
        '$size on a path through an array asks each element',
        'null on a path through an array finds an element that lacks the field',
        '$nin on a path through an array leaves out documents where any element has the value',
      ],
    },
  },
  {
    fault: 'a number in a path is never a position',
    file: PATHS,
    replace: ['const element = isPosition(part) ? value', 'const element = !isPosition(part) ? value'],
    test: {
      file: inQueryArrays,
      title: [
        'a number in a path means a position in the array',
        'a number in a path also means a field of that name',
      ],
    },
  },
  {
    fault: 'binary data sorts after ids',
    file: ORDER,
    replace: [
      "return type === 'ObjectId' ? 8 : type === 'Binary' ? 7 : rank;",
      "return type === 'ObjectId' ? 7 : type === 'Binary' ? 8 : rank;",
    ],
    test: {
      file: inQueryOrder,
      title:
        'values of different types sort by type: null, numbers, text, documents, binary, ids, booleans, dates',
    },
  },
  {
    fault: 'a missing field sorts before null',
    file: ORDER,
    replace: [
      'if (value === null || value === undefined) return 2;',
      'if (value === null) return 2;\n  if (value === undefined) return 1;',
    ],
    test: { file: inQueryOrder, title: 'a missing field sorts as null does' },
  },
  {
    fault: 'text sorts by UTF-16 units',
    file: ORDER,
    replace: ['return weightOf(one) - weightOf(other);', 'return one - other;'],
    test: { file: inQueryOrder, title: 'text sorts by its bytes in UTF-8' },
  },
  {
    fault: 'numbers sort as text',
    file: ORDER,
    replace: [
      '3: compareNumbers,',
      '3: (left: number, right: number) => compareText(String(left), String(right)),',
    ],
    test: { file: inQueryOrder, title: 'numbers sort by value, infinities at the ends' },
  },
  {
    fault: 'documents sort by the value of a field before its name',
    file: ORDER,
    replace: ['[rankOf(value), name, value]', '[rankOf(value), value, name]'],
    test: {
      file: inQueryOrder,
      title: 'sub-documents sort by type, name and value of their fields in turn, then by length',
    },
  },
  {
    fault: 'binary data sorts by its bytes alone',
    file: ORDER,
    replace: ['return one.length - other.length || ', 'return '],
    test: { file: inQueryOrder, title: 'binary data sorts by length first' },
  },
  {
    fault: 'an array sorts by its first element',
    file: SORT,
    replace: ['(compare(value, best) * direction < 0 ? value : best)', 'best ?? value'],
    test: {
      file: inQueryOrder,
      title: 'an array sorts by its smallest element upwards and by its greatest downwards',
    },
  },
  {
    fault: 'an empty array sorts as an array',
    file: PATHS,
    replace: [
      'Array.isArray(value) && value.length === 0 ? [BELOW_NULL] : [value].flat()',
      'Array.isArray(value) && value.length === 0 ? [value] : [value].flat()',
    ],
    test: { file: inQueryOrder, title: 'an empty array sorts before null' },
  },
  {
    fault: 'every sort field has the direction of the first',
    file: SORT,
    replace: [
      'columns.map(({ direction }, at) => direction * compare(',
      'columns.map((_, at) => (columns[0]?.direction ?? 1) * compare(',
    ],
    test: {
      file: inQueryOrder,
      title: 'several sort fields count one after the other, each in its direction',
    },
  },
  {
    fault: 'a sort path does not enter arrays',
    file: PATHS,
    replace: [
      'return value.filter(isDocument).flatMap((element) => valuesAtPath(element, [part, ...rest]));',
      'return [undefined];',
    ],
    test: { file: inQueryOrder, title: 'a sort path reaches into sub-documents and arrays of them' },
  },
  {
    fault: 'a projection goes by the order in which fields are asked for',
    file: PROJECTION,
    replace: [
      'const selected = Object.entries(value).map(',
      'const selected = Object.entries(value).reverse().map(',
    ],
    test: {
      file: inQueryOrder,
      title: 'a projection shapes what is returned: included fields come with the _id, in stored order',
    },
  },
  {
    fault: 'a projection may both include and exclude',
    file: PROJECTION,
    replace: ['ensure(!mixed, shows', 'ensure(!mixed || shows, shows'],
    test: { file: inQueryOrder, title: 'a projection that both includes and excludes is refused with 31254' },
  },
  {
    fault: 'the skip is taken off the end',
    file: READ,
    replace: ['return drawn.slice(skipped);', 'return drawn.slice(0, end - skipped);'],
    test: {
      file: inQueryOrder,
      title: 'skip leaves out the first, limit cuts off the rest, both after sorting',
    },
  },
];
