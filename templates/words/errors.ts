/** What a refusal says in the reader's language: codes come from `models/pool-error`, sentences from the catalogues. */
import type { ErrorCode } from '../../models/pool-error.ts';
import type { Locale } from '../../models/shape.ts';
import type { Words } from './de.ts';
import { fieldRule } from './field-errors.ts';
import { exclusionText } from './matching.ts';
import { labelOf, listIn, numberIn, type Params, textIn } from './params.ts';
import { clockOf } from './time.ts';
import { words } from './words.ts';

/** Refusals, a bug (`internal`), and a database that is away (`unavailable`). */
type Code = ErrorCode | 'internal' | 'unavailable';

type Detail = (
  say: Words['errorDetails'],
  params: Params,
  known: { locale: Locale; labels: Words['labels']; languageLabel: (code: string) => string },
) => string | undefined;

/** What the general sentence cannot say; undefined when the parameters for it are missing. */
const details: Partial<Record<Code, Detail>> = {
  held: (say, params, { labels }) => {
    const code = textIn(params, 'code');
    return code && say.held(labelOf(labels.holds, code));
  },
  not_eligible: (say, params, { locale, languageLabel }) => {
    const code = textIn(params, 'code');
    return code && say.not_eligible(exclusionText(code, params, locale, languageLabel));
  },
  rate_limited: (say, params) => {
    const minutes = numberIn(params, 'minutes');
    return minutes > 0 ? say.rate_limited(minutes) : undefined;
  },
  stale_version: (say, params) => {
    const [seen, now] = [textIn(params, 'seen'), textIn(params, 'now')];
    return seen && now && Number(seen) >= 0 ? say.stale_version(seen, now) : undefined;
  },
  time_ambiguous: (say, params, { locale }) => atNight(say.time_ambiguous, params, locale),
  time_skipped: (say, params, { locale }) => atNight(say.time_skipped, params, locale),
  unsupported_media_type: (say, params) => {
    const sent = textIn(params, 'sent');
    return sent && say.unsupported_media_type(sent);
  },
  wrong_status: (say, params, { locale }) => {
    const code = textIn(params, 'status');
    if (!code) return undefined;
    const states = words(locale).statuses.coordinator;
    const labels = Object.fromEntries(
      Object.entries(states).filter(([, value]) => typeof value === 'string'),
    );
    const label = (one: string) => labelOf(labels as Record<string, string>, one);
    const allowed = listIn(params, 'allowed').map((one) => `${label(one)} (${one})`);
    return allowed.length > 0
      ? say.wrong_status_allowed(label(code), code, allowed.join(', '))
      : say.wrong_status(label(code), code);
  },
};

/**
 * Heading and sentence for a refusal. Plain text without mark-up; an unknown code reads like a fault of ours.
 * @param languageLabel names a language in sentences about people; without it the code stands there
 */
export function errorText(
  code: string,
  params: Params,
  locale: Locale,
  languageLabel: (code: string) => string = (language) => language,
): { title: string; detail: string } {
  const { errors, errorDetails, labels } = words(locale);
  const known = (Object.hasOwn(errors, code) ? code : 'internal') as Code;
  const exact = details[known]?.(errorDetails, params, { locale, labels, languageLabel });
  return { title: errors[known].title, detail: exact || errors[known].detail };
}

/** The sentence for one wrong field: what is allowed, and what was sent where that is known. An unknown code has one, too. */
export function fieldErrorText(code: string, params: Params, locale: Locale): string {
  const rule = fieldRule(code, params, locale);
  const sent = textIn(params, 'sent');
  return sent === undefined ? rule : `${rule} ${words(locale).fieldErrors.sent(sent)}`;
}

function atNight(
  say: (time: string, date: string) => string,
  params: Params,
  locale: Locale,
): string | undefined {
  const [time, date] = [textIn(params, 'time'), textIn(params, 'date')];
  if (!time || !date || Number.isNaN(Date.parse(date))) return undefined;
  return say(time, clockOf(locale, 'UTC').date(new Date(date)).replaceAll('\u00a0', ' '));
}
