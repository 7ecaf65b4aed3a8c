/** BSON: how it is read and written, the names of its types, and which of them may be stored. */
import { type Binary, type DeserializeOptions, type Long, type ObjectId, serialize } from 'bson';
import { ensure, unsupported } from '../refusal.ts';
import { type Document, isDocument } from './document.ts';
import { rankOf } from './order.ts';

/** int64 stays recognisable, so that it can be refused; a regular expression stays text until it is checked. */
export const READING: DeserializeOptions = { promoteLongs: false, bsonRegExp: true };

/** Undefined fields are left out. */
export function encode(document: Document): Uint8Array {
  return serialize(document, { ignoreUndefined: true });
}

const NAMES_BY_RANK = ',,null,,string,object,array,binData,objectId,bool,date'.split(',');
/** The names that `$type` takes besides; but for double and int, no stored value is of such a type. */
const OTHER_NAMES = 'double,int,long,decimal,regex,timestamp,minKey,maxKey'.split(',');

/**
 * The BSON type of a value, or the class of one that is never stored. Numbers are doubles in memory, so a whole one
 * that was written as a double counts as int: the JavaScript driver never does that unless it is told to.
 */
export function typeName(value: unknown): string {
  if (typeof value === 'number')
    return Number.isInteger(value) && Math.abs(value) < 2 ** 31 ? 'int' : 'double';
  return NAMES_BY_RANK[rankOf(value)] || ((value as { _bsontype?: string })._bsontype ?? String(value));
}

/** The test behind `$type`. @throws Refusal for a number, or when there is no type of that name */
export function typeTest(name: unknown): (value: unknown) => boolean {
  if (name === 'number') return (value) => typeof value === 'number';
  if (typeof name !== 'string') throw unsupported(`$type by number (${name})`, 2);
  ensure([...NAMES_BY_RANK, ...OTHER_NAMES].includes(name), 2, `Unknown type name alias: ${name}`);
  return (value) => typeName(value) === name;
}

/** Refuses what would not come back as it was written, such as int64. @throws Refusal that names type and field */
export function assertStorable(value: unknown, path = ''): void {
  if (rankOf(value) > 10)
    throw unsupported(`${typeName(value).replace('Long', 'int64')} in field '${path}'`, 2);
  for (const [name, inside] of isDocument(value) || Array.isArray(value) ? Object.entries(value) : []) {
    const place = path === '' ? name : `${path}.${name}`;
    ensure(!name.startsWith('$'), 52, `The dollar ($) prefixed field '${place}' is not valid for storage.`);
    if (name === '__proto__') throw unsupported(`a field named __proto__ ('${place}')`, 2);
    assertStorable(inside, place);
  }
}

/** A value of a query, with a safe int64 as plain number. @throws Refusal for types that are never stored */
export function toOperand<T>(value: T): T {
  if (Array.isArray(value)) return value.map(toOperand) as T;
  if (isDocument(value))
    return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, toOperand(field)])) as T;
  const type = typeName(value);
  const number = type === 'Long' ? (value as Long).toNumber() : Number.NaN;
  if (Number.isSafeInteger(number)) return number as T;
  if (rankOf(value) < 11 || type === 'BSONRegExp') return value;
  throw unsupported(`${type.replace('Long', 'int64')} ${value} in a query`, 2);
}

/** Serves as key of a Map: equal by MongoDB's rules means the same string, whatever the type. */
export function identityOf(value: unknown): string {
  if (typeof value === 'string') return `s${value}`;
  if (typeof value === 'number') return `n${value}`;
  if (value === null || value === undefined) return 'z';
  if (value instanceof Date) return `d${value.getTime()}`;
  if (Array.isArray(value)) return `[${value.map((element) => measured(identityOf(element))).join('')}]`;
  const type = typeName(value);
  if (type === 'objectId') return `o${(value as ObjectId).toHexString()}`;
  if (type === 'binData') return `x${(value as Binary).sub_type}:${(value as Binary).toString('hex')}`;
  if (!isDocument(value)) return `${type}${value}`;
  const fields = Object.entries(value).map(([name, field]) => measured(name) + measured(identityOf(field)));
  return `{${fields.join('')}}`;
}

/** With its length in front, so that no text can be mistaken for two. */
function measured(text: string): string {
  return `${text.length}:${text}`;
}
