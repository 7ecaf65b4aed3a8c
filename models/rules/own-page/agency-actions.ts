/** What an agency can do about its assignment right now: the buttons of its page and of the mail that nobody was found. */
import type { Assignment } from '../../assignment/shape.ts';
import type { Languages } from '../../language.ts';
import { isTimeForNobodyHere, saidSinceFirm } from '../transitions/on-the-day.ts';

/**
 * - `move`: another time · `cancel` · `nobody_here`: on the day, whoever was to come is not there
 * - when nobody was found: `other_time` · `other_mode`: by telephone or video · `other_language` · `search_on`
 */
export type AgencyAction =
  | 'move'
  | 'cancel'
  | 'nobody_here'
  | 'other_time'
  | 'other_mode'
  | 'other_language'
  | 'search_on';

/** The actions that make sense now, most useful first. */
export function agencyActions(assignment: Assignment, languages: Languages, now: Date): AgencyAction[] {
  const { status, start, end } = assignment;
  switch (status) {
    case 'unverified':
      return start > now ? ['cancel'] : [];
    case 'requested':
      return start > now ? ['move', 'cancel'] : [];
    case 'accepted':
    case 'moved':
      return start > now ? ['move', 'cancel'] : [];
    case 'confirmed':
      return [
        ...(canSayNobodyHere(assignment, now) ? (['nobody_here'] as const) : []),
        ...(start > now ? (['move'] as const) : []),
        ...(end > now ? (['cancel'] as const) : []),
      ];
    case 'unfilled':
      return choices(assignment, languages, now);
    default:
      return [];
  }
}

/** Modes in which it has not been looked for yet. */
export function otherModes({ mode, alsoModes }: Pick<Assignment, 'mode' | 'alsoModes'>) {
  const distant = ['phone', 'video'] as const;
  return distant.filter((one) => one !== mode && !alsoModes.includes(one));
}

/**
 * Languages that share a name with the one asked for, such as Kurmancî and Soranî, or the parent of a variety; only when
 * chosen, never by themselves. Varieties of the language itself are not others: whoever speaks them has been looked for.
 */
export function relatedLanguages(
  { language, alsoLanguages }: Pick<Assignment, 'language' | 'alsoLanguages'>,
  languages: Languages,
): string[] {
  const parent = languages.get(language)?.of;
  const related = [...languages.values()].flatMap(({ _id, kind, of, members = [] }) => {
    if (kind === 'group') return members.includes(parent ?? language) ? members : [];
    return parent && (of === parent || _id === parent) ? [_id] : [];
  });
  const tried = [language, ...alsoLanguages];
  return [...new Set(related)].filter((one) => !tried.includes(one));
}

function canSayNobodyHere(assignment: Assignment, now: Date): boolean {
  const isSaid = saidSinceFirm(assignment, 'nobody_here').some(({ role }) => role === 'contact');
  return !isSaid && isTimeForNobodyHere(assignment, now);
}

/** Once the time has passed only another one helps; what was solved elsewhere needs nothing. */
function choices(assignment: Assignment, languages: Languages, now: Date): AgencyAction[] {
  if (assignment.unfilled?.reason === 'placed_elsewhere') return [];
  if (assignment.start <= now) return ['other_time'];
  return [
    'other_time',
    ...(otherModes(assignment).length > 0 ? (['other_mode'] as const) : []),
    ...(relatedLanguages(assignment, languages).length > 0 ? (['other_language'] as const) : []),
    'search_on',
    'cancel',
  ];
}
