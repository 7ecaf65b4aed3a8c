/** Which interpreters a list shows and in which order; a centre has some hundred, so they are sorted here. */
import type { Account } from '../../../models/account.ts';
import type { Interpreter } from '../../../models/interpreter.ts';

type Filter = {
  centre: string;
  language?: string | undefined;
  status?: string | undefined;
  text?: string | undefined;
};
type Row = { person: Interpreter; account: Account | undefined; key: string };
type Place = [key: string, id: string];

/** One page by name; `next` leads to the following one. */
export function pageOf(
  people: Interpreter[],
  accounts: Map<string, Account>,
  filter: Filter,
  { limit, after }: { limit: number; after?: Place | undefined },
): { items: Row[]; next?: Place } {
  const rows = people
    .filter((person) => isMeant(person, filter))
    .map((person) => rowOf(person, accounts.get(person.account)))
    .filter((row) => isFound(row, filter.text))
    .sort((a, b) => compare(a.key, b.key) || compare(a.person._id, b.person._id))
    .filter(({ key, person }) => !after || isBehind([key, person._id], after));
  const items = rows.slice(0, limit);
  const last = rows.length > limit ? items.at(-1) : undefined;
  return last ? { items, next: [last.key, last.person._id] } : { items };
}

function rowOf(person: Interpreter, account: Account | undefined): Row {
  return { person, account, key: fold(account?.name ?? '') };
}

function isMeant({ languages, memberships }: Interpreter, { centre, language, status }: Filter): boolean {
  const membership = memberships.find((one) => one.centre === centre);
  const speaks = (one: Interpreter['languages'][number]) =>
    one.language === language || one.variety === language;
  return (!status || membership?.status === status) && (!language || languages.some(speaks));
}

function isFound({ key, account }: Row, text: string | undefined): boolean {
  return text === undefined || `${key} ${account?.email ?? ''}`.includes(fold(text));
}

function fold(text: string): string {
  return text.normalize('NFC').toLowerCase();
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function isBehind([key, id]: Place, [afterKey, afterId]: Place): boolean {
  return (compare(key, afterKey) || compare(id, afterId)) > 0;
}
