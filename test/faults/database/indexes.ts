/** Faults in the keys of indexes and in what unique ones refuse. */
import type { Fault } from '../fault.ts';

const INDEXES = 'server/database/embedded/commands/indexes.ts';
const COLLECTION = 'server/database/embedded/storage/collection.ts';
const ENTRIES = 'server/database/embedded/storage/index-entries.ts';
const KEYS = 'server/database/embedded/storage/index-keys.ts';
const WORK = 'server/database/embedded/storage/work.ts';
const ORDER = 'server/database/embedded/values/order.ts';

const inIndexesUnique = 'test/database/indexes-unique.test.ts';
const inIndexesMultikey = 'test/database/indexes-multikey.test.ts';

export const indexes: Fault[] = [
  {
    fault: 'unique indexes refuse nothing',
    file: WORK,
    replace: [
      'const taken = index.specification.unique ? findConflict(index, keys, record) : undefined;',
      'const taken = index.specification.unique === null ? findConflict(index, keys, record) : undefined;',
    ],
    test: {
      file: inIndexesUnique,
      title: [
        'a unique index refuses a second document with the same value, by whatever write',
        'a refused update changes nothing of its document',
      ],
    },
  },
  {
    fault: 'two documents may have the same _id',
    file: WORK,
    replace: ['if (collection.records.has(identity)) throw', "if (identity === '') throw"],
    test: { file: inIndexesUnique, title: 'every collection refuses a second document with the same _id' },
  },
  {
    fault: 'a duplicate does not name its index',
    file: WORK,
    replace: ['index: $', 'index: ?$'],
    test: {
      file: inIndexesUnique,
      title: 'a refused duplicate names the index, its key pattern and its collection',
    },
  },
  {
    fault: 'a duplicate does not carry its value',
    file: WORK,
    replace: ['{ keyPattern, keyValue });', '{ keyPattern });'],
    test: { file: inIndexesUnique, title: 'a refused duplicate carries the value that exists already' },
  },
  {
    fault: 'the keys of a deleted document stay in the index',
    file: COLLECTION,
    replace: ['removeEntries(index, record, former);', 'if (after) removeEntries(index, record, former);'],
    test: {
      file: inIndexesUnique,
      title: 'a value is free again once its document is deleted or has another',
    },
  },
  {
    fault: 'a document collides with itself',
    file: ENTRIES,
    replace: ['if (entry.record !== self) return entry;', 'if (self) return entry;'],
    test: { file: inIndexesUnique, title: 'a document may be written again with its own unique value' },
  },
  {
    fault: 'a missing field is no key',
    file: KEYS,
    replace: ['if (index.specification.sparse && keys.every', 'if (keys.every'],
    test: {
      file: inIndexesUnique,
      title: 'a plain unique index takes a missing field for null, and lets one of them in',
    },
  },
  {
    fault: 'a sparse index holds missing fields',
    file: KEYS,
    replace: ['if (index.specification.sparse && keys.every', 'if (index.accepts && keys.every'],
    test: {
      file: inIndexesUnique,
      title: 'a sparse unique index lets any number of documents without the field in, but one null',
    },
  },
  {
    fault: 'a partial index holds all documents',
    file: KEYS,
    replace: ['if (index.accepts && !index.accepts(document)) return [];', ''],
    test: {
      file: inIndexesUnique,
      title: 'a partial unique index binds only the documents that its filter finds',
    },
  },
  {
    fault: 'only the first field of a compound key counts',
    file: KEYS,
    replace: [
      'const length = Math.min(left.length, right.length);',
      'const length = Math.min(left.length, right.length, 1);',
    ],
    test: { file: inIndexesUnique, title: 'a compound unique index refuses only the whole combination' },
  },
  {
    fault: 'equal whole numbers are taken for different',
    file: ORDER,
    replace: ['if (left === right) return 0;', 'if (left === right) return Number.isInteger(left) ? 1 : 0;'],
    test: { file: inIndexesUnique, title: 'equal numbers are one key, whatever their width' },
  },
  {
    fault: 'documents are one key whatever the order of their fields',
    file: ORDER,
    replace: ['Object.entries(document).flatMap(', 'Object.entries(document).sort().flatMap('],
    test: {
      file: inIndexesUnique,
      title: 'values of different types, and documents with another order of fields, are different keys',
    },
  },
  {
    fault: 'an index takes a path for the name of a field',
    file: KEYS,
    replace: ["parts: path.split('.'),", 'parts: [path],'],
    test: { file: inIndexesUnique, title: 'a unique index reaches into sub-documents' },
  },
  {
    fault: 'a unique index is made over duplicates',
    file: INDEXES,
    replace: ['const keys = specification.unique ?', 'const keys = specification.unique === null ?'],
    test: { file: inIndexesUnique, title: 'a unique index over existing duplicates is refused and not made' },
  },
  {
    fault: 'a dropped index goes on working',
    file: INDEXES,
    replace: [
      'const kept = collection.indexes.filter((index) => !unwanted.includes(index));',
      'const kept = collection.indexes.filter((index) => unwanted);',
    ],
    test: { file: inIndexesUnique, title: 'a dropped unique index refuses nothing any more' },
  },
  {
    fault: 'text is compared as people read it',
    file: ORDER,
    replace: [
      '4: compareText,',
      '4: (left: string, right: string) => compareText(left.toLowerCase(), right.toLowerCase()),',
    ],
    test: {
      file: inIndexesUnique,
      title: 'values that differ only in what a text comparison might fold are different keys',
    },
  },
  {
    fault: 'an array is one key as a whole',
    file: KEYS,
    replace: ['Array.isArray(value) && !isElement);', 'Array.isArray(value) && isElement);'],
    test: {
      file: inIndexesMultikey,
      title: [
        'overlapping cells of one interpreter are refused across documents: insert',
        'overlapping cells of one interpreter are refused across documents: findOneAndUpdate',
        'overlapping cells of one interpreter are refused across documents: $push of one cell',
        'a thousand cells in one document are guarded one by one',
        'a unique multikey index refuses a single value that another array holds',
      ],
    },
  },
  {
    fault: 'fields of elements are no keys',
    file: KEYS,
    replace: [
      'const value = isElement || isDocument(element) ? element : undefined;',
      'const value = isElement ? element : undefined;',
    ],
    test: { file: inIndexesMultikey, title: 'a unique multikey index reaches into arrays of sub-documents' },
  },
  {
    fault: 'a duplicate names the whole key wrongly',
    file: WORK,
    replace: ['{ keyPattern, keyValue });', '{ keyPattern: { _id: 1 }, keyValue });'],
    test: { file: inIndexesMultikey, title: 'a refused overlap names the guard by its key pattern' },
  },
  {
    fault: 'a duplicate carries the first cell of the holder',
    file: WORK,
    replace: [
      'throw duplicateKey(collection, index, taken.key);',
      'throw duplicateKey(collection, index, keysOf(index, taken.record.document)[0] ?? []);',
    ],
    test: { file: inIndexesMultikey, title: 'a refused overlap carries the cell that is taken' },
  },
  {
    fault: 'a cell collides whoever holds it',
    file: KEYS,
    replace: [
      'for (let at = 0; at < length; at++) {\n    const difference',
      'for (let at = length - 1; at < length; at++) {\n    const difference',
    ],
    test: {
      file: inIndexesMultikey,
      title: 'neighbouring cells, and the same cells of another interpreter, are free',
    },
  },
  {
    fault: 'cells that were given up stay in the index',
    file: COLLECTION,
    replace: ['    removeEntries(index, record, former);\n', ''],
    test: {
      file: inIndexesMultikey,
      title: ['cells are free again after: $unset of the booking', 'cells are free again after: other cells'],
    },
  },
  {
    fault: 'a document collides with its own cells',
    file: ENTRIES,
    replace: ['if (entry.record !== self) return entry;', 'if (self) return entry;'],
    test: { file: inIndexesMultikey, title: 'a document may be moved over its own cells' },
  },
  {
    fault: 'only new documents are checked against unique indexes',
    file: WORK,
    replace: [
      'for (const index of after ? collection.indexes : []) {',
      'for (const index of after && !collection.records.has(record.identity) ? collection.indexes : []) {',
    ],
    test: { file: inIndexesMultikey, title: 'a move that is refused leaves the old cells taken' },
  },
  {
    fault: 'only what stands twice in a document is a key',
    file: KEYS,
    replace: ['return filled.filter((key, at) => at === 0 ||', 'return filled.filter((key, at) => at > 0 &&'],
    test: { file: inIndexesMultikey, title: 'a cell may stand twice in one document' },
  },
  {
    fault: 'the partial filter of the guard is ignored',
    file: KEYS,
    replace: ['if (index.accepts && !index.accepts(document)) return [];', ''],
    test: { file: inIndexesMultikey, title: 'documents without cells are not bound by the guard' },
  },
  {
    fault: 'two arrays under one index are let in',
    file: KEYS,
    replace: ['ensure(other === undefined, 171,', "ensure(other !== '', 171,"],
    test: { file: inIndexesMultikey, title: 'two arrays under one compound index are refused with 171' },
  },
  {
    fault: 'the keys of an empty array are lost',
    file: KEYS,
    replace: [
      'Array.isArray(first.value) && first.value.length > 0 ? first.value : [BELOW_NULL]',
      'Array.isArray(first.value) ? first.value : [BELOW_NULL]',
    ],
    test: { file: inIndexesMultikey, title: 'without a filter the empty array is a key like any other' },
  },
];
