/** What is valid from a day to a day, both included: entries of lists, and what they hold. */
import type { AnyEntry } from '../../lists/entry.ts';
import type { FieldError } from '../../pool-error.ts';

type Dated = { from: string; to?: string | undefined };

/** Whether something dated is valid on this day. */
function isValidOn({ from, to }: Dated, day: string): boolean {
  return from <= day && (to === undefined || day <= to);
}

/** Every pair of an entry that is the wrong way round, each at its field. */
export function checkEntry(entry: AnyEntry): FieldError[] {
  const { ages, activations = [], members = [] } = entry;
  return [
    ...swapped('', entry),
    ...(ages?.to !== undefined && ages.to < ages.from ? [wrong('ages.to', String(ages.to))] : []),
    ...activations.flatMap((one, index) => swapped(`activations.${index}.`, one)),
    ...members.flatMap((one, index) => swapped(`members.${index}.`, one)),
  ];
}

function swapped(prefix: string, { from, to }: Dated): FieldError[] {
  return to !== undefined && to < from ? [wrong(`${prefix}to`, to)] : [];
}

function wrong(path: string, sent: string): FieldError {
  return { path, code: 'to_before_from', params: { sent } };
}

/**
 * What a request names, in the words of the centre's list: the id of an entry or its label becomes the label, so that
 * the past reads as it was when the entry is renamed. A text that no entry of that day has stays as it is.
 * @returns undefined for the id of an entry that is not valid that day
 */
export function inWordsOf(
  entries: Pick<AnyEntry, '_id' | 'label' | 'from' | 'to'>[],
  named: string,
  day: string,
): string | undefined {
  const byId = entries.find(({ _id }) => _id === named);
  if (byId) return isValidOn(byId, day) ? byId.label : undefined;
  const byLabel = entries.find((one) => fold(one.label) === fold(named) && isValidOn(one, day));
  return byLabel?.label ?? named;
}

function fold(text: string): string {
  return text.trim().toLowerCase();
}
