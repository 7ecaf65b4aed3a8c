/** What is valid from a day to a day, both included: entries of lists, and what they hold. */
import type { Activation, AnyEntry } from '../../lists/entry.ts';
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
    ...activations.flatMap((one, index) => misplaced(one, index, entry)),
    ...members.flatMap((one, index) => swapped(`members.${index}.`, one)),
  ];
}

function swapped(prefix: string, { from, to }: Dated): FieldError[] {
  return to !== undefined && to < from ? [wrong(`${prefix}to`, to)] : [];
}

/** An activation lies within the days of its programme, and a municipality has one at a time. One without `to` ends with it. */
function misplaced(one: Activation, index: number, { from, to, activations = [] }: AnyEntry): FieldError[] {
  const outside = (key: 'from' | 'to'): FieldError[] => {
    const day = one[key];
    const isInside = day === undefined || isValidOn({ from, to }, day);
    return isInside
      ? []
      : [{ path: `activations.${index}.${key}`, code: 'outside_dates', params: { sent: day } }];
  };
  const overlaps = activations
    .slice(0, index)
    .some((other) => other.municipality === one.municipality && overlap(one, other));
  return [
    ...outside('from'),
    ...outside('to'),
    ...(overlaps
      ? [{ path: `activations.${index}.from`, code: 'overlaps', params: { sent: one.from } }]
      : []),
  ];
}

function overlap(one: Dated, other: Dated): boolean {
  return isValidOn(one, other.from) || isValidOn(other, one.from);
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
