/** What a request has to be beyond its shape: in the future, in order, in a language we know, at a place when people meet. */
import type { Assignment, Period } from '../assignment/shape.ts';
import type { Languages } from '../language.ts';
import type { FieldError } from '../pool-error.ts';

type Checked = Pick<Assignment, 'language' | 'alsoLanguages' | 'start' | 'end' | 'alternatives' | 'mode'> &
  Partial<Pick<Assignment, 'venue'>>;

/** Longest appointment in hours; a longer day needs two interpreters, so two assignments. */
const longestHours = 12;

/** Furthest ahead that something can be asked for, in days. */
const furthestDays = 550;

/** How far back something may be entered afterwards, in days. */
const longAgoDays = 400;

const hour = 3_600_000;

/** Every rule the request breaks, each at its field. Empty when it is fine. What `mayBePast` is entered afterwards. */
export function checkRequest(
  input: Checked,
  { languages, now, mayBePast = false }: { languages: Languages; now: Date; mayBePast?: boolean },
): FieldError[] {
  return [
    ...checkLanguage('language', input.language, languages),
    ...input.alsoLanguages.flatMap((one, index) => checkLanguage(`alsoLanguages.${index}`, one, languages)),
    ...checkPeriod('', input, mayBePast ? new Date(now.getTime() - longAgoDays * 24 * hour) : now),
    ...input.alternatives.flatMap((one, index) => checkPeriod(`alternatives.${index}.`, one, now)),
    ...(input.mode === 'onsite' && !input.venue ? [{ path: 'venue', code: 'venue_missing' }] : []),
  ];
}

type CheckedEvent = Pick<Assignment, 'mode'> &
  Partial<Pick<Assignment, 'venue'>> & { slots: (Period & { languages: string[] })[] };

/** Every rule an event breaks, each at its field: those of a request, slot by slot. Empty when it is fine. */
export function checkEvent(
  { slots, mode, venue }: CheckedEvent,
  { languages, now }: { languages: Languages; now: Date },
): FieldError[] {
  return [
    ...slots.flatMap((slot, index) => [
      ...checkPeriod(`slots.${index}.`, slot, now),
      ...slot.languages.flatMap((one, place) =>
        checkLanguage(`slots.${index}.languages.${place}`, one, languages),
      ),
    ]),
    ...(mode === 'onsite' && !venue ? [{ path: 'venue', code: 'venue_missing' }] : []),
  ];
}

/** What is wrong with a code of a language: unknown, or the name of several. */
export function checkLanguage(path: string, code: string, languages: Languages): FieldError[] {
  const language = languages.get(code);
  if (!language) return [{ path, code: 'language_unknown', params: { sent: code, ...choiceOf(languages) } }];
  if (language.kind !== 'group') return [];
  const members = (language.members ?? []).map(
    (member) => languages.get(member)?.label ?? { de: member, en: member },
  );
  return [
    {
      path,
      code: 'language_group',
      params: { sent: code, label: language.label, codes: language.members, members },
    },
  ];
}

/** What can be asked for; a group is only the name that several share. */
function choiceOf(languages: Languages) {
  const known = [...languages.values()].filter(({ kind }) => kind !== 'group');
  return { codes: known.map(({ _id }) => _id), members: known.map(({ label }) => label) };
}

function checkPeriod(prefix: string, { start, end }: Period, now: Date): FieldError[] {
  if (start <= now)
    return [{ path: `${prefix}start`, code: 'in_the_past', params: { sent: start.toISOString() } }];
  if (start.getTime() - now.getTime() > furthestDays * 24 * hour) {
    return [{ path: `${prefix}start`, code: 'too_far_ahead', params: { days: furthestDays } }];
  }
  if (end <= start)
    return [{ path: `${prefix}end`, code: 'end_before_start', params: { sent: end.toISOString() } }];
  if (end.getTime() - start.getTime() > longestHours * hour) {
    return [{ path: `${prefix}end`, code: 'too_long', params: { hours: longestHours } }];
  }
  return [];
}
