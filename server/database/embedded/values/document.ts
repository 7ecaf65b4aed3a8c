/** Documents in memory: what counts as one, how to read and to copy it safely. */

/** JavaScript puts fields that are named like whole numbers first; MongoDB would keep their place. */
export type Document = Record<string, unknown>;

/** True for an embedded document: no array, no date, no BSON type such as ObjectId. */
export function isDocument(value: unknown): value is Document {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/** True for a document such as `{ $gt: 5 }`, false for `{}` and for plain values. */
export function isOperators(value: unknown): value is Document {
  return isDocument(value) && firstField(value).startsWith('$');
}

/** The name of a document's first field, which names an operator, a stage or a command. */
export function firstField(document: Document): string {
  return Object.keys(document)[0] ?? '';
}

/** The field itself, never something inherited: a client may ask for `constructor`. */
export function own<T>(holder: Record<string, T>, name: string): T | undefined {
  return Object.hasOwn(holder, name) ? holder[name] : undefined;
}

/** A document of the fields that have a value. */
export function withoutMissing(fields: [string, unknown][]): Document {
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined));
}

/** A copy that shares no document or array with the original; dates and BSON types are never changed, so shared. */
export function clone<T>(value: T): T {
  if (Array.isArray(value)) return value.map(clone) as T;
  if (!isDocument(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, clone(field)])) as T;
}
