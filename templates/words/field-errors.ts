/** What is allowed in a field, as a sentence for each rule that can be broken. */
import type { Locale } from '../../models/shape.ts';
import type { Words } from './de.ts';
import { labelOf, listIn, numberIn, type Params, textIn } from './params.ts';
import { words } from './words.ts';

type Say = Words['fieldErrors'];

const gridMinutes = 5;

/** Codes whose sentence depends on what is allowed; all others are one fixed sentence of the catalogue. */
const dependent: Record<string, (say: Say, params: Params, locale: Locale) => string> = {
  language_group: (say, params, locale) =>
    say.language_group(
      labelIn(params.label, locale) ?? textIn(params, 'sent') ?? '',
      languagesIn(params, locale).join(', '),
    ),
  language_unknown: (say, params, locale) => {
    const known = languagesIn(params, locale);
    return known.length > 0 ? say.language_unknown_of(known.join(', ')) : say.language_unknown;
  },
  not_in_list: (say, params) => {
    const options = listIn(params, 'options');
    return options.length > 0 ? say.not_in_list_of(options.join(', ')) : say.not_in_list;
  },
  not_above: (say, params) => limit(params, 'minimum', say.not_above_of, say.not_above),
  off_grid: (say) => say.off_grid(gridMinutes),
  too_big: (say, params) => limit(params, 'maximum', say.too_big_for, say.too_big),
  too_far_ahead: (say, params) => limit(params, 'days', say.too_far_ahead_for, say.too_far_ahead),
  too_long: (say, params) => limit(params, 'hours', say.too_long_for, say.too_long),
  too_long_text: (say, params) => limit(params, 'maximum', say.too_long_text_for, say.too_long_text),
  too_many: (say, params) => limit(params, 'maximum', say.too_many_for, say.too_many),
  too_many_blocks: (say, params) => limit(params, 'maximum', say.too_many_blocks_for, say.too_many_blocks),
  too_short: (say, params) =>
    params.minimum === 1 ? say.too_short_empty : limit(params, 'minimum', say.too_short_for, say.too_short),
  too_small: (say, params) => limit(params, 'minimum', say.too_small_for, say.too_small),
  unknown_key: (say, params) => {
    const key = textIn(params, 'key');
    return key ? say.unknown_key_named(key) : say.unknown_key;
  },
  wrong_type: (say, params) => {
    const expected = textIn(params, 'expected');
    return expected ? say.wrong_type_for(labelOf(say.types, expected)) : say.wrong_type;
  },
};

/** What is allowed in a field, said for the rule that was broken. */
export function fieldRule(code: string, params: Params, locale: Locale): string {
  const say = words(locale).fieldErrors;
  const make = Object.hasOwn(dependent, code) ? dependent[code] : undefined;
  if (make) return make(say, params, locale);
  const fixed = Object.hasOwn(say, code) ? say[code as keyof Say] : undefined;
  return typeof fixed === 'string' ? fixed : say.invalid;
}

function limit(params: Params, key: string, known: (limit: number) => string, unknown: string): string {
  return params[key] === undefined ? unknown : known(numberIn(params, key));
}

/** Languages to choose from, each by its label and code. */
function languagesIn(params: Params, locale: Locale): string[] {
  const members = Array.isArray(params.members) ? params.members : [];
  return listIn(params, 'codes').map((code, index) => `${labelIn(members[index], locale) ?? code} (${code})`);
}

/** The label of a language as rules hand it over: `{ de, en }`. */
function labelIn(value: unknown, locale: Locale): string | undefined {
  if (typeof value === 'string') return value;
  const label = (value as Record<string, unknown> | null | undefined)?.[locale];
  return typeof label === 'string' ? label : undefined;
}
