/** Compaction: the present state is written to a second file, which in the end takes the place of the log. */
import { renameSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { type Disk, syncName } from './disk.ts';
import { encodeRecord, type Operation } from './record.ts';

/** The present state, piece by piece; each is encoded only when its turn has come. */
export type State = (() => Operation)[];

export type Compaction = {
  draft: FileHandle;
  length: number;
  progress: 'writing' | 'written' | 'failed';
  /** What was appended to the log since it began; the draft needs it too. */
  meanwhile: Operation[][];
};

const CHUNK = 256 * 1024;

/** Begins to write the state in the background; when that fails, the log stays as it is and grows. */
export async function startCompaction(path: string, state: State): Promise<Compaction> {
  const draft = await open(`${path}.new`, 'w');
  const compaction: Compaction = { draft, length: 0, progress: 'writing', meanwhile: [] };
  writeState(compaction, state).catch((error) => {
    console.error('the log cannot be compacted:', error);
    compaction.progress = 'failed';
  });
  return compaction;
}

/** Puts the draft in the place of the log, with all that was appended meanwhile. */
export async function finishCompaction(path: string, compaction: Compaction, disk: Disk): Promise<void> {
  for (const operations of compaction.meanwhile) await append(compaction, operations);
  await append(compaction, []); // tells that all before it has been on disk
  await disk.sync(compaction.draft);
  renameSync(`${path}.new`, path);
  syncName(path);
}

async function writeState(compaction: Compaction, state: State): Promise<void> {
  let chunk: Operation[] = [];
  let size = 0;
  for (const piece of state) {
    const operation = piece();
    chunk.push(operation);
    size += operation.bson.length;
    if (size < CHUNK) continue;
    await append(compaction, chunk);
    chunk = [];
    size = 0;
  }
  await append(compaction, chunk);
  compaction.progress = 'written';
}

async function append(compaction: Compaction, operations: Operation[]): Promise<void> {
  const bytes = encodeRecord(operations, compaction.length);
  await compaction.draft.appendFile(bytes);
  compaction.length += bytes.length;
}
