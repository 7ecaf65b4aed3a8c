/** The catalogue of a language: every word the product says, by theme. German is the source, the others have its shape. */
import type { Locale } from '../../models/shape.ts';
import { de, type Words } from './de.ts';
import { en } from './en.ts';

const catalogues: Record<Locale, Words> = { de, en };

/** All words in this language. */
export function words(locale: Locale): Words {
  return catalogues[locale];
}
