/** What the log needs of a disk; tests put something that fails in its place. */
import { closeSync, fsyncSync, openSync, statfsSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';

export type Disk = {
  /** Brings what was written to a file to disk. */
  sync(file: FileHandle): Promise<void>;
  /** How many bytes the disk still takes. */
  freeBytes(): number;
  /** Called when the disk fails, for memory is then ahead of it: must end the process. */
  fail(error: unknown): void;
  /** In bytes: the log is compacted when it is longer than this and than twice what compaction left. */
  compactAt: number;
};

/** The disk on which a folder lies. */
export function realDisk(folder: string, compactAt = 16 * 1024 * 1024): Disk {
  const freeBytes = () => {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  };
  const fail = (error: unknown) => {
    console.error('the log cannot be written, the server ends:', error);
    process.exit(14);
  };
  return { sync: (file) => file.datasync(), freeBytes, fail, compactAt };
}

/** Brings the name of a file to disk. */
export function syncName(path: string): void {
  const folder = openSync(dirname(path), 'r');
  fsyncSync(folder);
  closeSync(folder);
}
