/** Faults in the stages and expressions of a pipeline. */
import type { Fault } from '../fault.ts';

const EXPRESSION = 'server/database/embedded/aggregation/expression.ts';
const GROUP = 'server/database/embedded/aggregation/group.ts';
const PIPELINE = 'server/database/embedded/aggregation/pipeline.ts';
const PROJECTION = 'server/database/embedded/aggregation/projection.ts';
const READ = 'server/database/embedded/commands/read.ts';
const BSON = 'server/database/embedded/values/bson.ts';

const inAggregation = 'test/database/aggregation.test.ts';
const inAggregationGroups = 'test/database/aggregation-groups.test.ts';

export const aggregation: Fault[] = [
  {
    fault: 'a $match at the beginning is ignored',
    file: PIPELINE,
    replace: [
      'filter: matches.length > 0 ? { $and: matches } : {}',
      'filter: matches.length > 99 ? { $and: matches } : {}',
    ],
    test: { file: inAggregation, title: '$match takes the same filters as a query' },
  },
  {
    fault: 'a later $match lets everything through',
    file: PIPELINE,
    replace: [
      'return (documents) => documents.filter(matches);',
      'return (documents) => documents.filter((document) => matches(document) || true);',
    ],
    test: { file: inAggregation, title: '$match after another stage filters what that stage made' },
  },
  {
    fault: '$literal is computed',
    file: EXPRESSION,
    replace: [
      "if (operator === '$literal') return () => operand;",
      "if (operator === '$literal') return compileExpression(operand);",
    ],
    test: { file: inAggregation, title: '$project keeps named fields, makes new ones and renames' },
  },
  {
    fault: 'fields inside a document cannot be left out',
    file: PROJECTION,
    replace: [
      'return [name, select(field, inside, shows)];',
      'return [name, shows ? select(field, inside, shows) : field];',
    ],
    test: { file: inAggregation, title: '$project can leave fields out' },
  },
  {
    fault: 'a path through an array gives null for what is missing',
    file: EXPRESSION,
    replace: [
      'return inside.filter((one) => one !== undefined);',
      'return inside.map((one) => one ?? null);',
    ],
    test: {
      file: inAggregation,
      title: '$project of a path through an array gathers the values that are there',
    },
  },
  {
    fault: 'a pipeline does not sort at its beginning',
    file: READ,
    replace: [
      'search(work.store.collections.get(namespace), filter, sortKeysOf(sort));\n    const documents = rest',
      'search(work.store.collections.get(namespace), filter, sortKeysOf(sort).slice(9));\n    const documents = rest',
    ],
    test: {
      file: inAggregation,
      title: [
        '$sort orders by several fields and takes a missing one for null',
        '$skip and $limit act where they stand in the pipeline',
      ],
    },
  },
  {
    fault: '$count of nothing is a document',
    file: PIPELINE,
    replace: [
      '(documents.length > 0 ? [{ [name]: documents.length }] : [])',
      '[{ [name]: documents.length }]',
    ],
    test: {
      file: inAggregation,
      title: '$count counts what reaches it, and says nothing where nothing does',
    },
  },
  {
    fault: '$unwind keeps the array',
    file: PIPELINE,
    replace: ['withValue(document, parts, element)', 'withValue(document, parts, [element])'],
    test: { file: inAggregation, title: '$unwind makes one document of each element' },
  },
  {
    fault: '$unwind drops what is empty in JavaScript',
    file: PIPELINE,
    replace: ['const isMissing = value === null || value === undefined;', 'const isMissing = !value;'],
    test: {
      file: inAggregation,
      title: '$unwind drops documents without elements and lets single values pass',
    },
  },
  {
    fault: '$unwind never keeps a document without elements',
    file: PIPELINE,
    replace: ['return preserves ?', 'return preserves === null ?'],
    test: { file: inAggregation, title: '$unwind can keep documents without elements' },
  },
  {
    fault: '$unwind works on the stored document itself',
    file: PIPELINE,
    replace: ['{ ...document, [name]: changed }', 'Object.assign(document, { [name]: changed })'],
    test: { file: inAggregation, title: 'a pipeline leaves the stored documents as they are' },
  },
  {
    fault: 'a collection that is not there gives a document',
    file: READ,
    replace: [
      'const documents = rest(',
      'if (!work.store.collections.has(namespace)) return firstBatch(cursors, namespace, [{}], {});\n    const documents = rest(',
    ],
    test: { file: inAggregation, title: 'a pipeline over a collection that does not exist gives nothing' },
  },
  {
    fault: '$cond takes JavaScript for true and false',
    file: EXPRESSION,
    replace: [
      'return value !== false && value !== 0 && value !== null && value !== undefined;',
      'return Boolean(value);',
    ],
    test: { file: inAggregation, title: '$cond takes a branch by the truth of a value: ""' },
  },
  {
    fault: '$gte in an expression is taken for $gt',
    file: EXPRESSION,
    replace: ['$gte: (order) => order >= 0', '$gte: (order) => order > 0'],
    test: { file: inAggregation, title: '$cond compares values of any type: $gte' },
  },
  {
    fault: 'a missing field equals null in an expression',
    file: EXPRESSION,
    replace: [
      '(value === undefined ? BELOW_NULL : value)',
      '(value === undefined ? (BELOW_NULL && null) : value)',
    ],
    test: { file: inAggregation, title: 'in expressions a missing field is not equal to null but less' },
  },
  {
    fault: '$ifNull takes null for a value',
    file: EXPRESSION,
    replace: ['value ?? choice(document)', 'value === undefined ? choice(document) : value'],
    test: { file: inAggregation, title: '$ifNull takes the first value that is neither null nor missing' },
  },
  {
    fault: 'an unknown stage is any other fault',
    file: PIPELINE,
    replace: ["name === '$changeStream' ? 40573 : 40324", "name === '$changeStream' ? 40573 : 2"],
    test: { file: inAggregation, title: 'a faulty pipeline is refused with its code: an unknown stage' },
  },
  {
    fault: 'every document is a group of its own',
    file: GROUP,
    replace: [
      'const value = identify(document) ?? null;',
      'const value = [identify(document), document._id];',
    ],
    test: {
      file: inAggregationGroups,
      title: [
        '$group makes one document of each value',
        '$group by null makes one group of everything, and none of nothing',
        '$group by several fields makes a group of each combination',
      ],
    },
  },
  {
    fault: 'a group of missing values has no _id',
    file: GROUP,
    replace: ['const value = identify(document) ?? null;', "const value = identify(document) ?? 'none';"],
    test: { file: inAggregationGroups, title: '$group takes a missing field for null' },
  },
  {
    fault: 'equal dates make several groups',
    file: BSON,
    replace: [
      'if (value instanceof Date) return',
      'if (value instanceof Date) return Math.random() ? String(Math.random()) :',
    ],
    test: { file: inAggregationGroups, title: '$group puts equal values into one group: a date' },
  },
  {
    fault: 'a number and its text make one group',
    file: BSON,
    replace: ["if (typeof value === 'number') return `n", "if (typeof value === 'number') return `s"],
    test: { file: inAggregationGroups, title: '$group keeps values of different types apart' },
  },
  {
    fault: '$sum takes text for a number',
    file: GROUP,
    replace: [
      "return values.filter((value) => typeof value === 'number');",
      "return values.map((value) => Number(typeof value === 'number' ? value : 1));",
    ],
    test: {
      file: inAggregationGroups,
      title: [
        '$sum adds the numbers and passes over everything else',
        '$sum of no numbers is zero',
        '$avg divides by the count of numbers only, and is null without any',
      ],
    },
  },
  {
    fault: 'null is the least value of a group',
    file: GROUP,
    replace: [
      'values.filter((value) => value !== null && value !== undefined);',
      'values.map((value) => value ?? null);',
    ],
    test: {
      file: inAggregationGroups,
      title: '$min and $max pass over null and missing, and are null without anything else',
    },
  },
  {
    fault: '$max keeps the smallest value',
    file: GROUP,
    replace: ['$max: (values) => extreme(values, 1)', '$max: (values) => extreme(values, -1)'],
    test: {
      file: inAggregationGroups,
      title: '$min and $max compare dates, and different types by the order of types',
    },
  },
  {
    fault: '$first keeps the last value',
    file: GROUP,
    replace: ['$first: ([value]) => value ?? null,', '$first: (values) => values.at(-1) ?? null,'],
    test: {
      file: inAggregationGroups,
      title: [
        '$first takes the value of the first document in the order of the pipeline',
        '$first of a missing field is null',
      ],
    },
  },
  {
    fault: 'an accumulator is given the document',
    file: GROUP,
    replace: ['accumulate(members.map(value))', 'accumulate(members.map((member) => value && member))'],
    test: { file: inAggregationGroups, title: 'an accumulator takes expressions' },
  },
];
