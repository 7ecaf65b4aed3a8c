/** The codes in which a client names a language: those that every installation starts with. */
import type { z } from 'zod';
import { initialLanguages } from '../../models/initial-data/languages.ts';
import { languageLabel, tableOf } from '../../models/language.ts';
import type { Locale } from '../../models/shape.ts';

/** What can be asked for; a group is only the name that several share. */
const known = initialLanguages.filter(({ kind }) => kind !== 'group');

/** Codes and labels for the sentence about a language that nobody knows. */
export const languageOptions = {
  codes: known.map(({ _id }) => _id),
  members: known.map(({ label }) => label),
};

/** A field that names a language, with every code in its description. */
export function describesLanguage<Shape extends z.ZodType>(shape: Shape): Shape {
  const codes = known.map(({ _id, label }) => `\`${_id}\` ${label.en} (${label.de})`);
  return shape.meta({ description: `A language code: ${codes.join(', ')}.` });
}

const initial = tableOf(initialLanguages);

/** The label of a language that every installation knows; of any other its code. */
export function labelOfLanguage(code: string, locale: Locale): string {
  return languageLabel(initial, code, locale);
}
