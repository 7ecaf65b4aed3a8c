/** The append-only log: a write is acknowledged when it is on disk, and many writes share one fsync. */
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { ensure } from '../refusal.ts';
import { type Compaction, finishCompaction, type State, startCompaction } from './compaction.ts';
import { type Disk, syncName } from './disk.ts';
import { encodeRecord, type Operation, replayLog, sizeOfRecord } from './record.ts';

export type Log = Awaited<ReturnType<typeof openLog>>;
type Apply = (operation: Operation) => void;
/** What is always left free, so that a full disk is noticed before a write hits it. */
const RESERVE = 32 * 1024 * 1024;

/** Opens the log of a folder and applies what it holds. @throws Error when it is damaged before its tail */
export async function openLog(folder: string, disk: Disk, apply: Apply, stateOf: () => State) {
  const path = join(folder, 'log');
  let length = replayLog(path, apply);
  let file = await open(path, 'a');
  let compacted = 0;
  let compaction: Compaction | undefined;
  syncName(path);

  async function write(records: Operation[][]): Promise<void> {
    const bytes = Buffer.concat(records.map((operations) => encodeRecord(operations, length)));
    await file.appendFile(bytes);
    await disk.sync(file);
    length += bytes.length;
    if (compaction) await goOn(compaction, records);
    else if (length > disk.compactAt && length > 2 * compacted && disk.freeBytes() > length + RESERVE)
      compaction = await startCompaction(path, stateOf());
  }

  async function goOn(running: Compaction, records: Operation[][]): Promise<void> {
    running.meanwhile.push(...records);
    if (running.progress === 'writing') return;
    compaction = undefined;
    compacted = length; // after a failure the next attempt is not made at once
    if (running.progress === 'failed') return running.draft.close();
    await finishCompaction(path, running, disk);
    await file.close();
    file = running.draft;
    length = compacted = running.length;
  }

  const { add: append, settled } = inRounds(write, disk.fail);
  append([]); // tells that all before it has been on disk
  await settled();
  /** @throws Refusal 14031 when there is no room for a record of these operations */
  const assertRoom = (operations: Operation[]) => {
    const hasRoom = disk.freeBytes() >= sizeOfRecord(operations) + RESERVE;
    ensure(hasRoom, 14031, 'no room left on the disk of the database: nothing was written');
  };
  return { assertRoom, append, settled, close: () => settled().then(() => file.close()) };
}

/** Group commit: what arrives while one round is under way shares the next. When one fails, nobody is told it was done. */
function inRounds<T>(carryOut: (items: T[]) => Promise<void>, fail: (error: unknown) => void) {
  let gathering: T[] | undefined;
  let settled = Promise.resolve();
  function add(item: T): void {
    gathering?.push(item);
    if (gathering) return;
    const items = [item];
    gathering = items;
    const round = async () => {
      await setImmediate(); // commands that have arrived already join this round
      gathering = undefined;
      await carryOut(items);
    };
    settled = settled.then(round).catch(fail);
  }
  return { add, settled: () => settled };
}
