/** The records of the log: what one command changed, with a checksum; and reading them at start. */
import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';

/** What happens to one document or collection; the numbers stand in files, so they never change. */
export const KINDS = { put: 1, remove: 2, catalogue: 3, drop: 4, session: 5 } as const;
export type Operation = { kind: number; namespace: string; bson: Uint8Array };
const MAGIC = Buffer.from('DPL1');
/** Magic bytes, length, checksum of all that follows, how far the file was on disk before. */
const HEADER = 20;

export function encodeRecord(operations: Operation[], synced: number): Buffer {
  const bytes = Buffer.alloc(sizeOfRecord(operations));
  MAGIC.copy(bytes);
  bytes.writeUInt32LE(bytes.length, 4);
  bytes.writeDoubleLE(synced, 12);
  let at = HEADER;
  for (const { kind, namespace, bson } of operations) {
    const length = bytes.write(namespace, at + 3);
    bytes[at] = kind;
    bytes.writeUInt16LE(length, at + 1);
    bytes.set(bson, at + 3 + length);
    at += 3 + length + bson.length;
  }
  bytes.writeUInt32LE(crc32(bytes.subarray(12)), 8);
  return bytes;
}

/** How many bytes these operations take in the log. */
export function sizeOfRecord(operations: Operation[]): number {
  const sizes = operations.map(({ namespace, bson }) => 3 + Buffer.byteLength(namespace) + bson.length);
  return sizes.reduce((sum, size) => sum + size, HEADER);
}

/** The record that begins at this place, or undefined when there is none that is whole and undamaged. */
function decodeRecord(file: Buffer, start: number) {
  if (start + HEADER > file.length || !MAGIC.equals(file.subarray(start, start + 4))) return undefined;
  const end = start + file.readUInt32LE(start + 4);
  if (end < start + HEADER || end > file.length) return undefined;
  if (crc32(file.subarray(start + 12, end)) !== file.readUInt32LE(start + 8)) return undefined;
  return { end, synced: file.readDoubleLE(start + 12), payload: file.subarray(start + HEADER, end) };
}

function* decodeOperations(payload: Buffer): Generator<Operation> {
  for (let at = 0; at < payload.length; ) {
    const start = at + 3 + payload.readUInt16LE(at + 1);
    const end = start + payload.readInt32LE(start);
    const namespace = payload.toString('utf8', at + 3, start);
    yield { kind: payload.readUInt8(at), namespace, bson: payload.subarray(start, end) };
    at = end;
  }
}

/**
 * Applies a log and gives its length. A torn tail, which nobody was told of, is cut off and kept beside the file.
 * @throws Error when what is damaged had been on disk before: then an acknowledged write would be lost
 */
export function replayLog(file: string, apply: (operation: Operation) => void): number {
  const bytes = readFileSync(file, { flag: 'a+' });
  let end = 0;
  for (let record = decodeRecord(bytes, 0); record; record = decodeRecord(bytes, end)) {
    for (const operation of decodeOperations(record.payload)) apply(operation);
    end = record.end;
  }
  if (end === bytes.length) return end;
  if (wasSynced(bytes, end)) throw new Error(`${file} is damaged at byte ${end}: restore it from a backup`);
  writeFileSync(`${file}.torn`, bytes.subarray(end));
  truncateSync(file, end);
  return end;
}

/** True when a whole record further on tells that the file had been on disk beyond this place when it was written. */
function wasSynced(bytes: Buffer, place: number): boolean {
  for (let at = bytes.indexOf(MAGIC, place + 1); at >= 0; at = bytes.indexOf(MAGIC, at + 1)) {
    if ((decodeRecord(bytes, at)?.synced ?? 0) > place) return true;
  }
  return false;
}
