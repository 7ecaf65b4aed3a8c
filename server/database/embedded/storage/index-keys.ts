/** What an index is, and which keys a document has in it: one for each element of an array on its paths. */
import { compileFilter, type Predicate } from '../query/filter.ts';
import { ensure } from '../refusal.ts';
import { type Document, isDocument } from '../values/document.ts';
import { BELOW_NULL, compare } from '../values/order.ts';
import { fieldOf } from '../values/path.ts';

/** One stored document. Documents are replaced, never changed, so who holds one holds a state of the past. */
export type Stored = { readonly identity: string; readonly sequence: number; document: Document };
export type IndexSpecification = {
  v: number;
  key: Record<string, 1 | -1>;
  name: string;
  unique?: boolean;
  sparse?: boolean;
  partialFilterExpression?: Document;
  expireAfterSeconds?: number;
};

/** A field is multikey once a document had an array on its path: then one record may have several keys. */
export type IndexField = { path: string; parts: string[]; direction: 1 | -1; isMultikey: boolean };
export type Key = unknown[];
export type IndexEntry = { key: Key; record: Stored };
export type Index = {
  readonly specification: IndexSpecification;
  readonly fields: IndexField[];
  readonly accepts: Predicate | undefined;
  /** True once two fields came from the same array: then bounds on both may be met by different elements. */
  isCorrelated: boolean;
  /** False for an index on `_id` that nobody has needed in order yet: records are found by identity. */
  isBuilt: boolean;
  /** Sorted by key, equal keys by age, in pieces that are cheap to insert into. */
  chunks: IndexEntry[][];
};

/** An index without entries. */
export function emptyIndex(specification: IndexSpecification): Index {
  const { key, partialFilterExpression: partial } = specification;
  const fields = Object.entries(key).map(([path, direction]) => {
    return { path, parts: path.split('.'), direction, isMultikey: false };
  });
  const accepts = partial && compileFilter(partial);
  return { specification, fields, accepts, isCorrelated: false, isBuilt: false, chunks: [] };
}

/** The order of two keys; one that is shorter is compared as a prefix. */
export function compareKeys({ fields }: Index, left: Key, right: Key): number {
  const length = Math.min(left.length, right.length);
  for (let at = 0; at < length; at++) {
    const difference = compare(left[at], right[at]);
    if (difference !== 0) return difference * (fields[at]?.direction ?? 1);
  }
  return 0;
}

/**
 * The keys in order, each once; none where the partial filter or sparseness leaves the document out.
 * @throws Refusal 171 when two different arrays would have to be combined
 */
export function keysOf(index: Index, document: Document): Key[] {
  if (index.accepts && !index.accepts(document)) return [];
  const tracks = index.fields.map((field) => ({
    field,
    value: document,
    rest: field.parts,
    isElement: false,
  }));
  const keys = expand(index, tracks);
  if (index.specification.sparse && keys.every((key) => key.every((value) => value === undefined))) return [];
  const filled = keys.map((key) => key.map((value) => value ?? null));
  filled.sort((left, right) => compareKeys(index, left, right));
  return filled.filter((key, at) => at === 0 || compareKeys(index, key, filled[at - 1] ?? []) !== 0);
}

/** How far the way along a field's path has come; an element of an array, reached last, is not entered again. */
type Track = { field: IndexField; value: unknown; rest: string[]; isElement: boolean };

function expand(index: Index, tracks: Track[]): Key[] {
  const reached = tracks.map(follow);
  const inside = reached.filter(({ value, isElement }) => Array.isArray(value) && !isElement);
  const [first] = inside;
  if (!first) return [reached.map(reachedValue)];
  const other = inside.find(({ value }) => value !== first.value)?.field.path;
  ensure(other === undefined, 171, `cannot index parallel arrays [${other}] [${first.field.path}]`);
  for (const { field } of inside) field.isMultikey = true;
  if (inside.length > 1) index.isCorrelated = true;
  const elements = Array.isArray(first.value) && first.value.length > 0 ? first.value : [BELOW_NULL];
  return elements.flatMap((element) => {
    const within = reached.map((track) => (inside.includes(track) ? enter(track, element) : track));
    return inside.some(({ rest }) => rest.length > 0) ? expand(index, within) : [within.map(reachedValue)];
  });
}

function follow(track: Track): Track {
  let { value, rest } = track;
  for (; rest.length > 0 && isDocument(value); rest = rest.slice(1)) value = fieldOf(value, rest[0] ?? '');
  return { field: track.field, value, rest, isElement: track.isElement };
}

function reachedValue({ value, rest }: Track): unknown {
  return rest.length > 0 ? undefined : value;
}

function enter(track: Track, element: unknown): Track {
  const isElement = track.rest.length === 0;
  const value = isElement || isDocument(element) ? element : undefined;
  return { field: track.field, value, rest: track.rest, isElement };
}
