/** Faults that the libraries on the engine must see: one for each test file. */
import type { Fault } from '../fault.ts';

const WRITE = 'server/database/embedded/commands/write.ts';
const FILTER = 'server/database/embedded/query/filter.ts';
const WORK = 'server/database/embedded/storage/work.ts';
const UPDATE = 'server/database/embedded/update/update.ts';

const inMongoose = 'test/database/mongoose.test.ts';
const inMongooseWrites = 'test/database/mongoose-writes.test.ts';
const inAgenda = 'test/database/agenda.test.ts';
const inSessions = 'test/database/sessions.test.ts';

export const libraries: Fault[] = [
  {
    fault: 'unique indexes refuse nothing to Mongoose',
    file: WORK,
    replace: [
      'const taken = index.specification.unique ?',
      'const taken = index.specification.unique === null ?',
    ],
    test: {
      file: inMongoose,
      title: 'a unique index refuses a second document, by whatever way it is saved',
    },
  },
  {
    fault: 'a filter on the version finds every version',
    file: FILTER,
    replace: ['parts.every((part) => part(document))', 'parts.some((part) => part(document))'],
    test: { file: inMongooseWrites, title: 'an update that filters on the version wins once' },
  },
  {
    fault: 'a job that is only to be inserted is written again',
    file: UPDATE,
    replace: [
      "const isDue = operator !== '$setOnInsert' || inserting;",
      "const isDue = operator !== '$setOnInsert' || inserting !== undefined;",
    ],
    test: {
      file: inAgenda,
      title: 'a unique job that is only to be inserted leaves the one that is there alone',
    },
  },
  {
    fault: 'an update answers a session with a change that it does not store',
    file: WRITE,
    replace: ['    changeDocument(work, collection, record, changed);\n', ''],
    test: { file: inSessions, title: 'touching a session puts its end off' },
  },
];
