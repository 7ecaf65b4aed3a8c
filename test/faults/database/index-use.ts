/** Faults in the use of indexes, and in the commands about them. */
import type { Fault } from '../fault.ts';

const INDEXES = 'server/database/embedded/commands/indexes.ts';
const UPKEEP = 'server/database/embedded/commands/upkeep.ts';
const BOUNDS = 'server/database/embedded/storage/bounds.ts';
const KEYS = 'server/database/embedded/storage/index-keys.ts';
const PLAN = 'server/database/embedded/storage/plan.ts';
const SEARCH = 'server/database/embedded/storage/search.ts';

const inIndexesPlan = 'test/database/indexes-plan.test.ts';
const inIndexesCommands = 'test/database/indexes-commands.test.ts';

export const indexUse: Fault[] = [
  {
    fault: 'explain counts no documents',
    file: SEARCH,
    replace: ['      effort.documents++;\n', ''],
    test: { file: inIndexesPlan, title: 'without an index every document is looked at' },
  },
  {
    fault: 'documents are not found by their _id',
    file: PLAN,
    replace: [
      "if (wanted) return { kind: 'identities',",
      "if (wanted) return { kind: 'all' };\n  if (wanted) return { kind: 'identities',",
    ],
    test: { file: inIndexesPlan, title: 'the _id is always found by its index' },
  },
  {
    fault: 'no index is ever used',
    file: PLAN,
    replace: ['return candidates[0]?.score ?', 'return candidates[0]?.score === -1 ?'],
    test: {
      file: inIndexesPlan,
      title: [
        'an index narrows the documents looked at: equality',
        'an index narrows the documents looked at: $in',
        'an index narrows the documents looked at: a half-open range',
        'a multikey index finds documents by one of their elements, each once',
        'an update finds its documents by an index',
        'a pipeline that begins with $match finds its documents by an index',
        'the guard of bookings also finds them by interpreter and time',
      ],
    },
  },
  {
    fault: 'only the first field of an index is used',
    file: PLAN,
    replace: [
      'const field = index.isCorrelated && used > 0 ? undefined : index.fields[used];',
      'const field = used > 0 ? undefined : index.fields[used];',
    ],
    test: {
      file: inIndexesPlan,
      title: 'a compound index serves equality on its first field and a range on the next',
    },
  },
  {
    fault: 'a partial index is used for every filter',
    file: BOUNDS,
    replace: [
      'return Object.entries(partial).every(isImplied);',
      'return Object.entries(partial).every(isImplied) || true;',
    ],
    test: { file: inIndexesPlan, title: 'a partial index is used only where the filter lies within its own' },
  },
  {
    fault: 'a range never lies within another',
    file: BOUNDS,
    replace: ['if (values || (low && high)) return false;', 'if (values || low || high) return false;'],
    test: { file: inIndexesPlan, title: 'a partial index on a range is used for a narrower range' },
  },
  {
    fault: 'a sparse index is used to look for null',
    file: BOUNDS,
    replace: ['return values ? !values.includes(null) :', 'return values ? true :'],
    test: { file: inIndexesPlan, title: 'a sparse index is not used to look for missing fields' },
  },
  {
    fault: 'two bounds on an array are looked for in one element',
    file: PLAN,
    replace: [
      'low && field?.isMultikey && !sameElement ? undefined : high',
      'low && !field?.isMultikey && sameElement ? undefined : high',
    ],
    test: { file: inIndexesPlan, title: 'with an index the same documents are found as without: ascending' },
  },
  {
    fault: 'two bounds on one array are taken for bounds on one element',
    file: KEYS,
    replace: ['if (inside.length > 1) index.isCorrelated = true;', ''],
    test: {
      file: inIndexesPlan,
      title: 'with a compound index over one array the same documents are found as without',
    },
  },
  {
    fault: 'an index is walked forwards whatever the sort',
    file: PLAN,
    replace: ['reverse: direction < 0,', 'reverse: false,'],
    test: {
      file: inIndexesPlan,
      title: 'with an index documents come in the same order as without: against the index',
    },
  },
  {
    fault: 'createIndexes miscounts',
    file: INDEXES,
    replace: ['numIndexesAfter: collection.indexes.length,', 'numIndexesAfter: numIndexesBefore,'],
    test: {
      file: inIndexesCommands,
      title: 'createIndexes tells how many indexes there were and are, and makes the collection',
    },
  },
  {
    fault: 'an index that is there is made again',
    file: INDEXES,
    replace: ['if (!isNew(collection, specification)) continue;', ''],
    test: { file: inIndexesCommands, title: 'createIndexes does nothing where the same index exists' },
  },
  {
    fault: 'the options of an index are forgotten',
    file: INDEXES,
    replace: ['sparse: sparse || undefined }', 'sparse: undefined }'],
    test: {
      file: inIndexesCommands,
      title: 'listIndexes gives every index with its key in order and its options',
    },
  },
  {
    fault: 'a new index begins empty',
    file: INDEXES,
    replace: ['  buildIndex(collection, index);\n', '  index.isBuilt = true;\n'],
    test: { file: inIndexesCommands, title: 'an index made later covers what is already stored' },
  },
  {
    fault: 'an index cannot be dropped by its key',
    file: INDEXES,
    replace: ['isDocument(wanted) ? equal(key, wanted) :', 'isDocument(wanted) ? key === wanted :'],
    test: {
      file: inIndexesCommands,
      title: 'dropIndexes takes a name, a key, or all but the index of the _id',
    },
  },
  {
    fault: 'another key under the same name is let in',
    file: INDEXES,
    replace: ['ensure(!hasSameName, 86,', 'ensure(!hasSameName || !isSame, 86,'],
    test: {
      file: inIndexesCommands,
      title:
        'an index that conflicts with an existing one is refused with 86: another key under the same name',
    },
  },
  {
    fault: 'the same index under another name is any other conflict',
    file: INDEXES,
    replace: ['ensure(!isSame, 85,', 'ensure(!isSame, 86,'],
    test: {
      file: inIndexesCommands,
      title:
        'an index that conflicts with an existing one is refused with 85: the same index under another name',
    },
  },
  {
    fault: 'a missing collection is any other fault',
    file: INDEXES,
    replace: ['ensure(collection, 26,', 'ensure(collection, 2,'],
    test: {
      file: inIndexesCommands,
      title: 'listing or dropping indexes of a collection that does not exist is refused with 26',
    },
  },
  {
    fault: 'dropping a missing index does nothing',
    file: INDEXES,
    replace: ['ensure(others.some(isMeant), 27,', 'ensure(others, 27,'],
    test: { file: inIndexesCommands, title: 'dropping an index that does not exist is refused with 27' },
  },
  {
    fault: 'the index of the _id is dropped',
    file: INDEXES,
    replace: ['ensure(identity && !isMeant(identity), 72,', 'ensure(identity, 72,'],
    test: { file: inIndexesCommands, title: 'the index of the _id cannot be dropped: 72' },
  },
  {
    fault: 'an index has a direction whatever is given',
    file: INDEXES,
    replace: ['if (direction !== 1 && direction !== -1) throw', 'if (Number.isNaN(direction)) throw'],
    test: {
      file: inIndexesCommands,
      title: 'an index that cannot be made is refused with 67: a field in no direction',
    },
  },
  {
    fault: 'the time to live is forgotten',
    file: INDEXES,
    replace: ['expireAfterSeconds: seconds };', 'expireAfterSeconds: seconds && undefined };'],
    test: { file: inIndexesCommands, title: 'a TTL index says after how many seconds a document expires' },
  },
  {
    fault: 'documents expire before their time',
    file: UPKEEP,
    replace: ['Date.now() - seconds * 1000', 'Date.now() + seconds * 1000'],
    test: {
      file: inIndexesCommands,
      title: 'a TTL index removes the documents whose date has passed, and no others',
    },
  },
];
