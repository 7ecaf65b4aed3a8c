/** Faults of where a database comes from, of losing it, and of beginning a pool in earnest. */
import type { Fault } from '../fault.ts';

const child = 'test/database/mongod-child.test.ts';
const lost = 'test/database/lost-command.test.ts';
const setup = 'test/setup.test.ts';

export const databases: Fault[] = [
  {
    fault: 'a member of several is torn out of its replica set',
    file: 'server/database/mongod/member.ts',
    replace: ['!member || others.length > 0', '!member || others.length > 9'],
    test: { file: child, title: 'of a replica set of several members is not torn out of it' },
  },
  {
    fault: 'the mongod of another folder is taken for our own',
    file: 'server/database/mongod/member.ts',
    replace: ["if (options.parsed?.storage?.dbPath !== dbPath) return 'stranger';", ''],
    test: {
      file: child,
      title: 'servers of one folder share it; a copy of the folder gets a mongod of its own',
    },
  },
  {
    fault: 'a mongod that does not run is taken all the same',
    file: 'server/database/mongod/binary.ts',
    replace: ['if (!flaw) return path;', 'return path;'],
    test: {
      file: child,
      title: 'on PATH, but made for another machine, is left out and named; named by hand, it is an error',
    },
  },
  {
    fault: 'a member that steps down counts as a bug',
    file: 'models/storage.ts',
    replace: ['membersLeaving.has(code) || ', ''],
    test: { file: lost, title: 'a member that steps down counts as the database being away or not' },
  },
  {
    fault: 'a socket that breaks counts as a bug',
    file: 'models/storage.ts',
    replace: ["new Set<unknown>(['EPIPE', 'ECONNRESET'])", "new Set<unknown>(['ECONNRESET'])"],
    test: { file: lost, title: 'a socket that breaks counts as the database being away or not' },
  },
  {
    fault: 'somebody who sets up twice has every role twice',
    file: 'models/account.ts',
    replace: ['{ _id: account, ...lacking },', '{ _id: account },'],
    test: { file: setup, title: 'somebody who has an account gets the roles in it, once' },
  },
  {
    fault: 'setting up goes on where somebody else has been faster only by chance',
    file: 'models/installation/foundation.ts',
    replace: ['if (index ? isDuplicateOf(error, index) : isRepeated(error)) return false;', ''],
    test: { file: setup, title: 'two that are run at once make one of each' },
  },
  {
    fault: 'setting up again with another region makes one that no centre is in',
    file: 'models/installation/foundation.ts',
    replace: ['!present && (await', '(await'],
    test: {
      file: setup,
      title:
        'it makes what the flags say in the database of the settings, tells what next, and changes nothing the second time',
    },
  },
  {
    fault: 'nobody looks after the installation',
    file: 'models/installation/foundation.ts',
    replace: ["['coordinator', 'lead', 'operator'] as const", "['coordinator', 'lead'] as const"],
    test: { file: setup, title: 'somebody who has an account gets the roles in it, once' },
  },
  {
    fault: 'real people begin among invented ones',
    file: 'server/demo/demo-pool.ts',
    replace: ['return invented.size > 0 ||', 'return'],
    test: { file: setup, title: 'invented people are no beginning for real ones' },
  },
];
