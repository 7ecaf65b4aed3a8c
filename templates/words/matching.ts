/** Why somebody fits and why not, as a sentence: the codes come from `models/rules/matching`, the words from the catalogues. */

import type { ExclusionCode, ReasonCode } from '../../models/rules/matching.ts';
import type { Locale } from '../../models/shape.ts';
import type { Words } from './de.ts';
import { labelOf, listIn, numberIn, type Params, textIn } from './params.ts';
import { clockOf } from './time.ts';
import { words } from './words.ts';

type LabelOfLanguage = (code: string) => string;
type Known = { params: Params; language: string; locale: Locale; labels: Words['labels'] };
type Sentences<Code extends string, Group> = Record<Code, (group: Group, known: Known) => string>;

/** Days in papers are days in Germany, wherever the reader is. */
const zone = 'Europe/Berlin';

const reasons: Sentences<ReasonCode, Words['matching']['reasons']> = {
  exact_variety: (say, { language }) => say.exact_variety(language),
  same_language: (say, { language }) => say.same_language(language),
  other_variety: (say, { language }) => say.other_variety(language),
  also_understands: (say, { language }) => say.also_understands(language),
  second_language: (say, { language }) => say.second_language(language),
  second_mode: (say) => say.second_mode,
  free: (say) => say.free,
  availability_unknown: (say) => say.availability_unknown,
  little_asked: (say, { params }) => say.little_asked(numberIn(params, 'served'), numberIn(params, 'asked')),
  near: (say, { params }) => say.near(numberIn(params, 'kilometres')),
  soft_hold: (say, { params }) => say.soft_hold(numberIn(params, 'offers')),
  reachable_by_phone: (say) => say.reachable_by_phone,
  preferred_pair: (say) => say.preferred_pair,
};

const exclusions: Sentences<ExclusionCode | 'not_willing', Words['matching']['exclusions']> = {
  not_active: (say, { params, labels }) =>
    say.not_active(labelOf(labels.memberStatuses, textIn(params, 'status') ?? 'none')),
  language: (say, { language }) => say.language(language),
  level: (say, { params, language, labels }) =>
    say.level(
      language,
      labelOf(labels.levels, textIn(params, 'level') ?? '–'),
      labelOf(labels.levels, textIn(params, 'minimumLevel') ?? '–'),
    ),
  mode: (say, { params, labels, locale }) =>
    say.mode(
      listIn(params, 'modes')
        .map((mode) => labelOf(labels.modes, mode))
        .join(words(locale).matching.or),
    ),
  gender: (say, { params, labels }) =>
    say.gender(labelOf(labels.genderWishes, textIn(params, 'wish') ?? 'none')),
  not_available: (say) => say.not_available,
  booked: (say) => say.booked,
  excluded_pair: (say) => say.excluded_pair,
  already_asked: (say) => say.already_asked,
  withdrawn: (say) => say.withdrawn,
  declined: (say) => say.declined,
  cap: (say, { params }) => say.cap(numberIn(params, 'cap'), numberIn(params, 'booked')),
  too_far: (say, { params }) => say.too_far(numberIn(params, 'kilometres'), numberIn(params, 'radius')),
  proof_expired: (say, { params, locale }) => {
    const { at } = params;
    return at instanceof Date ? say.proof_expired_on(clockOf(locale, zone).date(at)) : say.proof_expired;
  },
  not_willing: (say) => say.not_willing,
};

/** Why somebody fits, such as "spricht Arabisch". Begins small, to stand in a list or after a name. */
export function reasonText(
  code: ReasonCode,
  params: Params,
  locale: Locale,
  languageLabel: LabelOfLanguage,
): string {
  return sentence(reasons, words(locale).matching.reasons, code, { params, locale, languageLabel });
}

/** Why somebody does not fit, such as "hat zu dieser Zeit nicht frei". An unknown code has a sentence, too. */
export function exclusionText(
  code: string,
  params: Params,
  locale: Locale,
  languageLabel: LabelOfLanguage,
): string {
  return sentence(exclusions, words(locale).matching.exclusions, code, { params, locale, languageLabel });
}

function sentence<Group>(
  table: Record<string, (group: Group, known: Known) => string>,
  group: Group,
  code: string,
  { params, locale, languageLabel }: { params: Params; locale: Locale; languageLabel: LabelOfLanguage },
): string {
  const { labels, matching } = words(locale);
  const make = Object.hasOwn(table, code) ? table[code] : undefined;
  const language = languageLabel(textIn(params, 'language') ?? '');
  return make ? make(group, { params, language, locale, labels }).replaceAll('\u00a0', ' ') : matching.other;
}
