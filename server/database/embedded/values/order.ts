/** MongoDB's order of values across types, and equality by it. */
import type { Binary, ObjectId } from 'bson';
import { type Document, isDocument } from './document.ts';

/** A place in the order where no value stands, such as the end of all strings; only in index bounds and keys. */
const PLACE: { rank?: number } = {};
const place = (rank: number): object => Object.assign(Object.create(PLACE), { rank });

/** Stands for an empty array in sorting and indexes, and for a missing field in expressions. */
export const BELOW_NULL = place(1);

/** True for a place in the order, which is no value that a client may see. */
export function isPlace(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === PLACE;
}

/** The places before and after all values that are comparable with this one. */
export function typeBounds(value: unknown): [unknown, unknown] {
  return [place(rankOf(value) - 0.5), place(rankOf(value) + 0.5)];
}

/** Alike for values that `$lt` and `$gt` compare; null is also missing; above 10 for types that are never stored. */
export function rankOf(value: unknown): number {
  if (value === null || value === undefined) return 2;
  if (typeof value === 'number') return 3;
  if (typeof value === 'string') return 4;
  if (typeof value === 'boolean') return 9;
  if (Array.isArray(value)) return 6;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 11 : 10;
  if (isDocument(value)) return 5;
  const { rank = 11, _bsontype: type } = value as { rank?: number; _bsontype?: string };
  return type === 'ObjectId' ? 8 : type === 'Binary' ? 7 : rank;
}

/** Negative, zero or positive, as Array.sort wants it. */
export function compare(left: unknown, right: unknown): number {
  if (left === right) return 0;
  const rank = rankOf(left);
  return rank - rankOf(right) || COMPARISONS[rank]?.(left as never, right as never) || 0;
}

export function equal(left: unknown, right: unknown): boolean {
  return compare(left, right) === 0;
}

const COMPARISONS: Record<number, (left: never, right: never) => number> = {
  3: compareNumbers,
  4: compareText,
  5: compareDocuments,
  6: compareArrays,
  7: compareBinary,
  8: (left: ObjectId, right: ObjectId) => Buffer.compare(left.id, right.id),
  9: (left: boolean, right: boolean) => Number(left) - Number(right),
  10: (left: Date, right: Date) => left.getTime() - right.getTime(),
};

/** NaN is below all other numbers and equal to itself. */
function compareNumbers(left: number, right: number): number {
  if (left < right) return -1;
  return left > right ? 1 : Number(Number.isNaN(right)) - Number(Number.isNaN(left));
}

/** By code points, as UTF-8 bytes would compare; JavaScript's own order differs above U+D7FF. */
function compareText(left: string, right: string): number {
  const length = Math.min(left.length, right.length);
  for (let at = 0; at < length; at++) {
    const [one, other] = [left.charCodeAt(at), right.charCodeAt(at)];
    if (one !== other) return weightOf(one) - weightOf(other);
  }
  return left.length - right.length;
}

function weightOf(unit: number): number {
  return unit >= 0xd800 && unit < 0xe000 ? unit + 0x10000 : unit;
}

function compareDocuments(left: Document, right: Document): number {
  const fieldsOf = (document: Document) =>
    Object.entries(document).flatMap(([name, value]) => [rankOf(value), name, value]);
  return compareArrays(fieldsOf(left), fieldsOf(right));
}

function compareArrays(left: unknown[], right: unknown[]): number {
  const at = left.findIndex((one, place) => place >= right.length || !equal(one, right[place]));
  return at < 0 || at >= right.length ? left.length - right.length : compare(left[at], right[at]);
}

function compareBinary(left: Binary, right: Binary): number {
  const [one, other] = [left.value(), right.value()];
  return one.length - other.length || left.sub_type - right.sub_type || Buffer.compare(one, other);
}
