/** Faults in what keeps an acknowledged write: the log, the disk, the one process that may write. */
import type { Fault } from '../fault.ts';

const RECORD = 'server/database/embedded/log/record.ts';
const LOG = 'server/database/embedded/log/log.ts';
const DISK = 'server/database/embedded/log/disk.ts';
const EXECUTE = 'server/database/embedded/commands/execute.ts';
const COMPACTION = 'server/database/embedded/log/compaction.ts';
const SERVER = 'server/database/embedded/server.ts';

const inLog = 'test/database/embedded/log.test.ts';
const onDisk = 'test/database/embedded/disk.test.ts';
const afterCrash = 'test/database/embedded/crash.test.ts';
const inProcess = 'test/database/embedded/process.test.ts';

export const durability: Fault[] = [
  {
    fault: 'damage is taken for a torn tail',
    file: RECORD,
    replace: ['if (wasSynced(bytes, end)) throw', 'if (wasSynced(bytes, end) && end < 0) throw'],
    test: {
      file: inLog,
      title: 'damage anywhere before the tail is refused, and the log is left as it is',
    },
  },
  {
    fault: 'the checksum of a record is not looked at',
    file: RECORD,
    replace: [
      'if (crc32(file.subarray(start + 12, end)) !== file.readUInt32LE(start + 8)) return undefined;',
      '',
    ],
    test: {
      file: inLog,
      title: 'damage anywhere before the tail is refused, and the log is left as it is',
    },
  },
  {
    fault: 'a torn tail stays in the log',
    file: RECORD,
    replace: ['truncateSync(file, end);', 'truncateSync(file, bytes.length);'],
    test: { file: inLog, title: 'what is cut off is kept beside the log, and writing goes on behind it' },
  },
  {
    fault: 'a write is acknowledged before it is on disk',
    file: EXECUTE,
    replace: [
      'settled: isWithoutData ? Promise.resolve() : store.log.settled()',
      'settled: isWithoutData ? Promise.resolve() : Promise.resolve()',
    ],
    test: {
      file: inLog,
      title: 'a write, and a read that has seen it, are answered only when it is on disk',
    },
  },
  {
    fault: 'a write without room is applied',
    file: LOG,
    replace: ['ensure(hasRoom, 14031,', 'ensure(hasRoom || operations.length > 0, 14031,'],
    test: {
      file: onDisk,
      title: 'a write without room is refused before it is applied, and the server goes on',
    },
  },
  {
    fault: 'the answer to a retryable write is not kept in the log',
    file: EXECUTE,
    replace: [
      'operations.push(sessionOperation(session, remembered));',
      'sessionOperation(session, remembered);',
    ],
    test: {
      file: afterCrash,
      title: 'a retryable write that arrives again after a crash is applied once and answered alike',
    },
  },
  {
    fault: 'compaction forgets what was written meanwhile',
    file: COMPACTION,
    replace: ['of compaction.meanwhile)', 'of compaction.meanwhile.slice(0, 0))'],
    test: { file: afterCrash, title: 'compaction while writing loses nothing' },
  },
  {
    fault: 'a failed fsync ends the process as if nothing were wrong',
    file: DISK,
    replace: ['process.exit(14);', 'process.exit(0);'],
    test: { file: onDisk, title: 'a failed fsync ends the process, and the write is not acknowledged' },
  },
  {
    fault: 'the server does not wait for the next client',
    file: SERVER,
    replace: ['Date.now() - emptySince < linger', 'Date.now() - emptySince < linger / 3'],
    test: { file: inProcess, title: 'the server ends a while after its last client, and not before' },
  },
];
