/** Faults in lists of writes, in races, in retries, and in what is stored. */
import type { Fault } from '../fault.ts';

const EXECUTE = 'server/database/embedded/commands/execute.ts';
const SERVER = 'server/database/embedded/commands/server.ts';
const WRITE = 'server/database/embedded/commands/write.ts';
const WORK = 'server/database/embedded/storage/work.ts';
const BSON = 'server/database/embedded/values/bson.ts';

const inBulkWrites = 'test/database/bulk-writes.test.ts';
const inRaces = 'test/database/races.test.ts';
const inRetryableWrites = 'test/database/retryable-writes.test.ts';
const inValues = 'test/database/values.test.ts';

export const writes: Fault[] = [
  {
    fault: 'an ordered list goes on after a failure',
    file: WRITE,
    replace: ['if (command.ordered !== false) break;', ''],
    test: {
      file: inBulkWrites,
      title: [
        'insertMany stops at the first failure',
        'one update command takes several updates, and stops at the first failure',
      ],
    },
  },
  {
    fault: 'an unordered list stops at a failure',
    file: WRITE,
    replace: ['if (command.ordered !== false) break;', 'break;'],
    test: {
      file: inBulkWrites,
      title: [
        'an unordered insertMany goes on and reports every failure by its place',
        'an unordered bulk write goes on after a failure',
      ],
    },
  },
  {
    fault: 'an upsert does not tell its _id',
    file: WRITE,
    replace: ['.map(({ _id }) => ({ index, _id }))', '.map(() => ({ index }))'],
    test: { file: inBulkWrites, title: 'a bulk write does its writes in order and adds up what they did' },
  },
  {
    fault: 'a failure takes back the writes before it',
    file: WRITE,
    replace: [
      'if (!(error instanceof Refusal)) throw error;',
      'if (!(error instanceof Refusal)) throw error;\n      for (const takeBack of work.undo.splice(0).reverse()) takeBack();',
    ],
    test: {
      file: inBulkWrites,
      title: 'one update command takes several updates, and stops at the first failure',
    },
  },
  {
    fault: 'a write error is reported one place too late',
    file: WRITE,
    replace: ['writeErrors.push({ index, code', 'writeErrors.push({ index: index + 1, code'],
    test: {
      file: inBulkWrites,
      title: 'an ordered bulk write stops at a failure and keeps what was done before',
    },
  },
  {
    fault: 'an update of many does not ask its unique indexes',
    file: WORK,
    replace: [
      'const taken = index.specification.unique ?',
      'const taken = index.specification.unique === null ?',
    ],
    test: { file: inBulkWrites, title: 'an update of many that would make duplicates is refused' },
  },
  {
    fault: 'findAndModify answers with a change that it does not store',
    file: WRITE,
    replace: ['    changeDocument(work, collection, record, changed);\n', ''],
    test: {
      file: inRaces,
      title: [
        'of 200 concurrent conditional updates of one document one wins',
        'many who claim the next by its time take each once, in order',
      ],
    },
  },
  {
    fault: 'update answers with a change that it does not store',
    file: WRITE,
    replace: ['    changeDocument(work, collection, record, changed);\n', ''],
    test: { file: inRaces, title: 'of 200 concurrent updates that expect the same version one wins' },
  },
  {
    fault: 'an update starts from the state that the first one saw',
    file: WRITE,
    replace: [
      'const changed = update(record.document, {',
      'const changed = update(((record as { first?: Document }).first ??= record.document), {',
    ],
    test: { file: inRaces, title: '200 concurrent $inc and $push are all kept' },
  },
  {
    fault: 'unique indexes refuse nothing to those who come together',
    file: WORK,
    replace: [
      'const taken = index.specification.unique ?',
      'const taken = index.specification.unique === null ?',
    ],
    test: {
      file: inRaces,
      title: [
        'of 200 concurrent bookings with one cell in common one wins: insert',
        'of 200 concurrent bookings with one cell in common one wins: update',
        'of 200 concurrent bookings with one cell in common one wins: findOneAndUpdate',
        'whatever 200 random bookings are tried at once, no cell is held twice',
      ],
    },
  },
  {
    fault: 'upserts that come together all insert',
    file: WRITE,
    replace: ['if (found.length === 0) {', 'if (found.length === 0 || upsert) {'],
    test: {
      file: inRaces,
      title: '50 concurrent upserts of one unique key make one document and lose nothing',
    },
  },
  {
    fault: 'inserts that come together share an _id',
    file: WORK,
    replace: ['if (collection.records.has(identity)) throw', "if (identity === '') throw"],
    test: { file: inRaces, title: '50 concurrent inserts of one _id make one document' },
  },
  {
    fault: 'a retried write is applied again',
    file: EXECUTE,
    replace: ['return last?.number === number ? last.reply : undefined;', 'return undefined;'],
    test: {
      file: inRetryableWrites,
      title: [
        'a repeated insert is applied once',
        'a repeated update is applied once',
        'a repeated upsert is applied once and names the same _id',
        'a repeated delete is applied once',
        'a repeated findAndModify is applied once and gives the same document',
        'a repeated write is answered from memory even when its document has changed since',
        '20 copies of one write at once are applied once',
      ],
    },
  },
  {
    fault: 'every write of a session is taken for a retry of its first',
    file: EXECUTE,
    replace: ['return last?.number === number ? last.reply : undefined;', 'return last?.reply;'],
    test: { file: inRetryableWrites, title: 'the next number is another write' },
  },
  {
    fault: 'an older number is taken for a new write',
    file: EXECUTE,
    replace: ['ensure(!last || last.number <= number, 225,', 'ensure(!last || number, 225,'],
    test: { file: inRetryableWrites, title: 'a number below the last one is refused with 225' },
  },
  {
    fault: 'a refusal is remembered as if it had been a write',
    file: EXECUTE,
    replace: ['if (retry && work.operations.length > 0) remember', 'if (retry) remember'],
    test: { file: inRetryableWrites, title: 'a write that was refused is tried anew under its number' },
  },
  {
    fault: 'the server is no replica set',
    file: SERVER,
    replace: ["setName: 'rs0',", ''],
    test: {
      file: inRetryableWrites,
      title: 'the driver takes the engine for one that can be asked again, and numbers its writes',
    },
  },
  {
    fault: 'documents are kept as JSON',
    file: WORK,
    replace: [
      'const document = { _id, ...rest };',
      'const document = JSON.parse(JSON.stringify({ _id, ...rest }));',
    ],
    test: {
      file: inValues,
      title: [
        'an ObjectId comes back as the same ObjectId',
        'binary data comes back with its bytes and its kind',
        'a value comes back as it was stored: a date to the millisecond',
        'a value comes back as it was stored: a date before 1970',
      ],
    },
  },
  {
    fault: 'the _id stands where the client wrote it',
    file: WORK,
    replace: ['const document = { _id, ...rest };', 'const document = { ...rest, _id };'],
    test: {
      file: inValues,
      title: 'fields keep the order in which they were written, with the _id in front',
    },
  },
  {
    fault: 'documents are not found by an _id that is a document',
    file: BSON,
    replace: [
      'measured(name) + measured(identityOf(field))',
      'measured(name) + measured(String(Math.random()))',
    ],
    test: { file: inValues, title: 'a document may have an _id of any scalar type, or a document' },
  },
  {
    fault: 'an array may be an _id',
    file: WORK,
    replace: ['ensure(!Array.isArray(_id), 53,', 'ensure(_id !== null, 53,'],
    test: { file: inValues, title: 'an array as _id is refused' },
  },
];
