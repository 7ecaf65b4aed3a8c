/** Faults in the commands around the documents, and in cursors. */
import type { Fault } from '../fault.ts';

const PIPELINE = 'server/database/embedded/aggregation/pipeline.ts';
const CATALOGUE = 'server/database/embedded/commands/catalogue.ts';
const COMMAND = 'server/database/embedded/commands/command.ts';
const CURSORS = 'server/database/embedded/commands/cursors.ts';
const READ = 'server/database/embedded/commands/read.ts';
const SERVER = 'server/database/embedded/commands/server.ts';
const WRITE = 'server/database/embedded/commands/write.ts';
const PATHS = 'server/database/embedded/values/path.ts';

const inCommands = 'test/database/commands.test.ts';
const inCursors = 'test/database/cursors.test.ts';

export const commandFaults: Fault[] = [
  {
    fault: 'the clock of the server stands still',
    file: SERVER,
    replace: [
      'connectionId: connection, localTime: new Date() };',
      'connectionId: connection, localTime: new Date(0) };',
    ],
    test: {
      file: inCommands,
      title: 'hello presents the writable primary of a replica set, with its clock and its limits',
    },
  },
  {
    fault: 'ping is not known',
    file: SERVER,
    replace: ['  ping: () => ({}),\n', ''],
    test: { file: inCommands, title: 'ping answers' },
  },
  {
    fault: 'the version is not what its parts say',
    file: SERVER,
    replace: ['versionArray: [7, 0, 0, 0]', 'versionArray: [6, 0, 0, 0]'],
    test: { file: inCommands, title: 'buildInfo names a version' },
  },
  {
    fault: 'making a collection empties the one that is there',
    file: CATALOGUE,
    replace: [
      'ensureCollection(work, namespaceOf(command, database));\n    return {};',
      'work.store.collections.delete(namespaceOf(command, database));\n    ensureCollection(work, namespaceOf(command, database));\n    return {};',
    ],
    test: {
      file: inCommands,
      title: 'a collection can be made before anything is stored in it, more than once',
    },
  },
  {
    fault: 'a dropped collection stays in memory',
    file: CATALOGUE,
    replace: ['  store.collections.delete(namespace);\n', ''],
    test: {
      file: inCommands,
      title: [
        'a dropped collection has neither documents nor indexes',
        'dropDatabase drops every collection of its database and of no other',
        'listDatabases lists a database while something is stored in it',
      ],
    },
  },
  {
    fault: 'a collection needs no name',
    file: COMMAND,
    replace: [
      "if (typeof collection === 'string' && collection !== '') return",
      "if (typeof collection === 'string') return",
    ],
    test: { file: inCommands, title: 'a collection needs a name: 73' },
  },
  {
    fault: 'listCollections ignores its filter',
    file: CATALOGUE,
    replace: [
      'described.filter(compileFilter(command.filter ?? {}))',
      'described.filter(() => compileFilter(command.filter ?? {}))',
    ],
    test: {
      file: inCommands,
      title: 'listCollections lists what was made or written to, and takes a filter',
    },
  },
  {
    fault: 'count ignores its filter',
    file: READ,
    replace: [
      'page(search(collection, command.query).records, command).length',
      'page(search(collection, {}).records, command).length',
    ],
    test: { file: inCommands, title: 'count takes a filter, a limit and a skip' },
  },
  {
    fault: 'skip skips nothing',
    file: READ,
    replace: ['return drawn.slice(skipped);', 'return drawn;'],
    test: { file: inCommands, title: 'count takes a filter, a limit and a skip' },
  },
  {
    fault: '$skip skips nothing in a pipeline',
    file: PIPELINE,
    replace: [
      'return (documents) => documents.slice(Number(count));',
      'return (documents) => documents.slice(Number(count) * 0);',
    ],
    test: {
      file: inCommands,
      title: 'countDocuments counts exactly, with skip and limit, and nothing in a missing collection',
    },
  },
  {
    fault: 'distinct gives arrays as a whole',
    file: PATHS,
    replace: ['[BELOW_NULL] : [value].flat()', '[BELOW_NULL] : [value]'],
    test: { file: inCommands, title: 'distinct gives each value once, elements of arrays one by one' },
  },
  {
    fault: 'distinct does not enter arrays',
    file: PATHS,
    replace: [
      'return value.filter(isDocument).flatMap((element) => valuesAtPath(element, [part, ...rest]));',
      'return [undefined];',
    ],
    test: { file: inCommands, title: 'distinct reaches into arrays of sub-documents' },
  },
  {
    fault: 'deleteOne deletes all that it finds',
    file: WRITE,
    replace: [
      'const found = page(records, { limit });',
      'const found = page(records, { limit: 0 * Number(limit) });',
    ],
    test: { file: inCommands, title: 'deleteOne deletes one document, deleteMany all that it finds' },
  },
  {
    fault: 'explain runs the query though it is not to',
    file: READ,
    replace: ["if (command.verbosity === 'queryPlanner') return", "if (command.verbosity === 'none') return"],
    test: { file: inCommands, title: 'explain names the plan of a query without running it' },
  },
  {
    fault: 'endSessions is refused',
    file: SERVER,
    replace: ['  endSessions(', '  endNothing('],
    test: { file: inCommands, title: 'endSessions ends sessions, and the next one begins anew' },
  },
  {
    fault: 'the first batch holds a hundred documents',
    file: CURSORS,
    replace: ['?? 101', '?? 100'],
    test: { file: inCursors, title: 'the first batch holds 101 documents where no size is asked for' },
  },
  {
    fault: 'the next batch holds all that is left',
    file: CURSORS,
    replace: ["countOption(command, 'batchSize') || Number.POSITIVE_INFINITY", 'Number.POSITIVE_INFINITY'],
    test: { file: inCursors, title: 'a batch is as large as asked for, and the last one closes the cursor' },
  },
  {
    fault: 'a batch of size zero means the usual size',
    file: CURSORS,
    replace: ["countOption(wanted, 'batchSize') ?? 101", "countOption(wanted, 'batchSize') || 101"],
    test: { file: inCursors, title: 'a batch of size zero opens a cursor without reading' },
  },
  {
    fault: 'a single batch leaves a cursor open',
    file: CURSORS,
    replace: [' || wanted.singleBatch === true', ''],
    test: { file: inCursors, title: 'a limit within one batch, or a single batch, leaves no cursor open' },
  },
  {
    fault: 'find ignores its limit',
    file: READ,
    replace: ['if (drawn.push(item) >= end) break;', 'if (drawn.push(item) > end) break;'],
    test: { file: inCursors, title: 'a limit holds across batches, after the skip' },
  },
  {
    fault: 'a batch begins with the last document of the one before',
    file: CURSORS,
    replace: ['const start = cursor.next;', 'const start = Math.max(cursor.next - 1, 0);'],
    test: {
      file: inCursors,
      title: [
        'a cursor reads 5,000 documents, each once, in the order asked for',
        'two cursors over one collection do not disturb each other',
      ],
    },
  },
  {
    fault: 'a cursor is closed after its second batch',
    file: CURSORS,
    replace: ['const isDone = cursor.next >= cursor.documents.length;', 'const isDone = true;'],
    test: { file: inCursors, title: 'a pipeline is read in batches too' },
  },
  {
    fault: 'a killed cursor goes on',
    file: CURSORS,
    replace: [
      'ids.filter((id) => cursors.delete(String(id)))',
      'ids.filter((id) => cursors.has(String(id)))',
    ],
    test: { file: inCursors, title: 'a killed cursor cannot be read further: 43' },
  },
  {
    fault: 'killing says of every cursor that it was there',
    file: CURSORS,
    replace: ['ids.filter((id) => !cursorsKilled.includes(id))', '[]'],
    test: { file: inCursors, title: 'killing a cursor that is not there says so' },
  },
  {
    fault: 'a cursor that is not there gives nothing',
    file: CURSORS,
    replace: [
      'if (!cursor) throw',
      "if (!cursor) return { cursor: { nextBatch: [], id: Long.ZERO, ns: '' } };\n    if (!cursor) throw",
    ],
    test: { file: inCursors, title: 'a cursor that was never opened cannot be read: 43' },
  },
  {
    fault: 'reading a collection that is not there is refused',
    file: READ,
    replace: [
      'const project = compileProjection(command.projection);',
      "const project = compileProjection(command.projection);\n    if (!work.store.collections.has(namespace)) throw unsupported('a collection that is not there');",
    ],
    test: { file: inCursors, title: 'reading a collection that does not exist gives nothing' },
  },
];
