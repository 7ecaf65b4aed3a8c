/** Faults in upserts and findAndModify, and in what is refused. */
import type { Fault } from '../fault.ts';

const EXECUTE = 'server/database/embedded/commands/execute.ts';
const WRITE = 'server/database/embedded/commands/write.ts';
const CONDITIONS = 'server/database/embedded/query/conditions.ts';
const FILTER = 'server/database/embedded/query/filter.ts';
const WORK = 'server/database/embedded/storage/work.ts';
const OPERATORS = 'server/database/embedded/update/operators.ts';
const UPDATE = 'server/database/embedded/update/update.ts';
const WALK = 'server/database/embedded/update/walk.ts';

const inUpsert = 'test/database/upsert.test.ts';
const inErrors = 'test/database/errors.test.ts';

export const upsertsAndRefusals: Fault[] = [
  {
    fault: 'an upsert takes nothing from the filter',
    file: UPDATE,
    replace: [
      'const base = Object.fromEntries(equalities);',
      'const base = Object.fromEntries(equalities.slice(equalities.length));',
    ],
    test: {
      file: inUpsert,
      title: [
        'an upsert makes a document from the equalities of the filter and the update',
        'an upsert takes its _id from the filter',
        'an upsert by replacement takes only the _id from the filter',
      ],
    },
  },
  {
    fault: '$setOnInsert is never carried out',
    file: UPDATE,
    replace: ['inserting: true };', 'inserting: false };'],
    test: { file: inUpsert, title: '$setOnInsert writes when an upsert inserts' },
  },
  {
    fault: 'an upsert inserts even where it found its document',
    file: WRITE,
    replace: ['if (found.length === 0) {', 'if (found.length === 0 || upsert) {'],
    test: { file: inUpsert, title: 'an upsert that finds its document only updates it' },
  },
  {
    fault: 'findAndModify gives the document as it was before, always',
    file: WRITE,
    replace: ['const value = command.new && !remove ? changed : existing;', 'const value = existing;'],
    test: { file: inUpsert, title: 'findOneAndUpdate gives the document as it was before, or after' },
  },
  {
    fault: 'findAndModify inserts where it finds nothing',
    file: WRITE,
    replace: [
      'if (found.length === 0 && !upsert) return { before: [], after: [] };',
      'if (found.length === 0 && upsert === null) return { before: [], after: [] };',
    ],
    test: { file: inUpsert, title: 'findOneAndUpdate gives null where nothing is found' },
  },
  {
    fault: 'findAndModify does not sort',
    file: WRITE,
    replace: [
      'change(work, namespaceOf(command, database), { ...rest, q, u, limit: 1 })',
      'change(work, namespaceOf(command, database), { ...rest, q, u, limit: 1, sort: {} })',
    ],
    test: {
      file: inUpsert,
      title: [
        'findOneAndUpdate takes the first by its sort',
        'findOneAndDelete gives the document it deleted',
      ],
    },
  },
  {
    fault: 'findAndModify shows all fields',
    file: WRITE,
    replace: ['value: value ? project(value) : null', 'value: value && project ? value : null'],
    test: { file: inUpsert, title: 'findOneAndUpdate returns only what its projection keeps' },
  },
  {
    fault: 'findAndModify gives nothing after an upsert',
    file: WRITE,
    replace: [
      'const value = command.new && !remove ? changed : existing;',
      'const value = command.new && !remove && existing ? changed : existing;',
    ],
    test: {
      file: inUpsert,
      title: 'findOneAndUpdate with upsert gives null before and the new document after',
    },
  },
  {
    fault: 'findAndModify ignores array filters',
    file: WRITE,
    replace: ['{ ...rest, q, u, limit: 1 }', '{ ...rest, q, u, limit: 1, arrayFilters: undefined }'],
    test: { file: inUpsert, title: 'findOneAndUpdate takes array filters' },
  },
  {
    fault: 'a replacement by findAndModify keeps old fields',
    file: UPDATE,
    replace: [
      'return ({ _id }) => ({ ...(_id !== undefined && { _id }), ...clone(replacement) });',
      'return (document) => ({ ...document, ...clone(replacement) });',
    ],
    test: { file: inUpsert, title: 'findOneAndReplace puts another document in the place' },
  },
  {
    fault: 'findAndModify says that it updated what it inserted',
    file: WRITE,
    replace: ['updatedExisting: existing !== undefined', 'updatedExisting: true'],
    test: { file: inUpsert, title: 'findAndModify tells whether it updated, inserted or deleted' },
  },
  {
    fault: 'an array operator on something else starts a new array',
    file: OPERATORS,
    replace: [
      'ensure(Array.isArray(value), 2, `',
      'if (!Array.isArray(value)) return [];\n  ensure(Array.isArray(value), 2, `',
    ],
    test: {
      file: inErrors,
      title: [
        'a faulty update is refused with 2 (BadValue): $push on something else than an array',
        'a faulty update is refused with 2 (BadValue): $addToSet on something else than an array',
        'a faulty update is refused with 2 (BadValue): $pull on something else than an array',
      ],
    },
  },
  {
    fault: 'a missing array filter means all elements',
    file: UPDATE,
    replace: ['ensure(unknown === undefined, 2,', 'ensure(unknown !== null, 2,'],
    test: {
      file: inErrors,
      title: 'a faulty update is refused with 2 (BadValue): $[name] without an array filter',
    },
  },
  {
    fault: 'an array filter that is not used is ignored',
    file: UPDATE,
    replace: ['ensure(isUsed, 9,', 'ensure(isUsed || true, 9,'],
    test: {
      file: inErrors,
      title: 'a faulty update is refused with 9 (FailedToParse): an array filter that is not used',
    },
  },
  {
    fault: '$inc takes text for a number',
    file: OPERATORS,
    replace: ["ensure(typeof value === 'number', 14,", "ensure(typeof value !== 'boolean', 14,"],
    test: { file: inErrors, title: 'a faulty update is refused with 14 (TypeMismatch): $inc of a text' },
  },
  {
    fault: 'a field below a scalar is ignored',
    file: WALK,
    replace: [
      "} else if (way.operator !== '$unset') {",
      "} else if (way.operator !== '$unset' && Array.isArray(holder)) {",
    ],
    test: {
      file: inErrors,
      title: 'a faulty update is refused with 28 (PathNotViable): a field below a number',
    },
  },
  {
    fault: 'a field and one below it are not seen as a conflict',
    file: UPDATE,
    replace: [
      "find((one) => areInConflict(one.split('.'), field.split('.')))",
      'find((one) => one === field)',
    ],
    test: {
      file: inErrors,
      title: 'a faulty update is refused with 40 (ConflictingUpdateOperators): a field and one below it',
    },
  },
  {
    fault: 'a field with an empty name is written',
    file: UPDATE,
    replace: ["ensure(!path.includes(''), 56,", 'ensure(path.length > 0, 56,'],
    test: {
      file: inErrors,
      title: 'a faulty update is refused with 56 (EmptyFieldName): an empty name below another',
    },
  },
  {
    fault: 'the _id may be changed',
    file: UPDATE,
    replace: [
      'const isSame = document._id === undefined || equal(document._id, changed._id);',
      'const isSame = changed._id !== null;',
    ],
    test: {
      file: inErrors,
      title: [
        'a faulty update is refused with 66 (ImmutableField): $set of another _id',
        'a replacement with another _id is refused with 66',
        'findOneAndUpdate refuses a faulty update with the same codes',
      ],
    },
  },
  {
    fault: 'a replacement of many is carried out',
    file: WRITE,
    replace: ['ensure(!multi || !isReplacing, 9,', 'ensure(!multi || u, 9,'],
    test: { file: inErrors, title: 'a replacement of many is refused with 9' },
  },
  {
    fault: 'the last of two values for a field wins in an upsert',
    file: UPDATE,
    replace: ['ensure(Object.keys(base).length === equalities.length, 54,', 'ensure(base, 54,'],
    test: { file: inErrors, title: 'an upsert whose filter gives a field two values is refused with 54' },
  },
  {
    fault: 'an empty list of conditions holds',
    file: FILTER,
    replace: ['ensure(Array.isArray(operand) && operand.length > 0, 2,', 'ensure(Array.isArray(operand), 2,'],
    test: { file: inErrors, title: 'a faulty filter is refused with 2 (BadValue): an empty $and' },
  },
  {
    fault: 'an operator that is not known is passed over',
    file: FILTER,
    replace: [
      'if (!condition) throw unsupported(',
      'if (!condition) return () => true;\n  if (!condition) throw unsupported(',
    ],
    test: {
      file: inErrors,
      title: [
        'a faulty filter is refused with 2 (BadValue): an unknown operator',
        'a faulty filter is refused with 2 (BadValue): an unknown operator beside a known one',
      ],
    },
  },
  {
    fault: '$in takes a single value',
    file: CONDITIONS,
    replace: [
      "ensure(Array.isArray(operand), 2, '$in and",
      "if (!Array.isArray(operand)) return equalTo(operand);\n  ensure(Array.isArray(operand), 2, '$in and",
    ],
    test: { file: inErrors, title: 'a faulty filter is refused with 2 (BadValue): $in without an array' },
  },
  {
    fault: 'an unknown command succeeds',
    file: EXECUTE,
    replace: ['if (!run) throw', 'if (!run) return { ok: 1 };\n    if (!run) throw'],
    test: { file: inErrors, title: 'an unknown command is refused with 59' },
  },
  {
    fault: 'a document may have any size',
    file: WORK,
    replace: ['16 * 1024 * 1024', '64 * 1024 * 1024'],
    test: { file: inErrors, title: 'a document above 16 megabytes is refused' },
  },
  {
    fault: 'an error has no name',
    file: EXECUTE,
    replace: ['return errorReply(error);', "return { ...errorReply(error), codeName: '' };"],
    test: { file: inErrors, title: 'an error carries its number, its name and a message' },
  },
  {
    fault: 'a text that is no regular expression is any other fault',
    file: CONDITIONS,
    replace: ['throw new Refusal(51091,', 'throw new Refusal(2,'],
    test: { file: inErrors, title: 'a text that is no regular expression is refused with 51091' },
  },
];
