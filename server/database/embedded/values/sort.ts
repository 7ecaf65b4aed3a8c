/** Sorting documents by one or more paths. */
import { unsupported } from '../refusal.ts';
import type { Document } from './document.ts';
import { compare } from './order.ts';
import { valuesAtPath } from './path.ts';

export type SortKey = { path: string; direction: 1 | -1 };

/** The keys of a sort document, most significant first. @throws Refusal for `$meta`, `$natural` and the like */
export function sortKeysOf(specification: unknown): SortKey[] {
  return Object.entries((specification ?? {}) as Document).map(([path, given]) => {
    const direction = Number(given);
    if (!path.startsWith('$') && (direction === 1 || direction === -1)) return { path, direction };
    throw unsupported(`the sort order ${JSON.stringify({ [path]: given })}`, 2);
  });
}

/** A sorted copy; of an array the smallest element counts, descending the largest. Equal ones keep their order. */
export function sortBy<T>(items: Iterable<T>, keys: SortKey[], documentOf: (item: T) => Document): T[] {
  const columns = keys.map(({ path, direction }) => ({ path: path.split('.'), direction }));
  const rows = Array.from(items, (item) => {
    const document = documentOf(item);
    const values = columns.map(({ path, direction }) => decisive(valuesAtPath(document, path), direction));
    return { item, values };
  });
  rows.sort((one, two) => {
    const orders = columns.map(({ direction }, at) => direction * compare(one.values[at], two.values[at]));
    return orders.find((order) => order !== 0) ?? 0;
  });
  return rows.map(({ item }) => item);
}

function decisive(values: unknown[], direction: 1 | -1): unknown {
  return values.reduce((best, value) => (compare(value, best) * direction < 0 ? value : best), values[0]);
}
