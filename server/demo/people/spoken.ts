/** How the table of people says which languages somebody speaks and follows. */
import {
  level,
  type SpokenLanguage,
  type UnderstoodLanguage,
  understoodLanguage,
} from '../../../models/interpreter.ts';
import { mode } from '../../../models/shape.ts';

/** `ar/apc native onsite+phone` */
export function spokenOf(text: string): SpokenLanguage {
  const [code = '', spokenLevel, modes = 'onsite+phone'] = text.split(' ');
  const [language = '', variety] = code.split('/');
  return {
    language,
    ...(variety && { variety }),
    level: level.parse(spokenLevel),
    modes: modes.split('+').map((one) => mode.parse(one)),
  };
}

/** A pair of language and strength. */
export function understoodOf([language, strength]: [string, string]): UnderstoodLanguage {
  return understoodLanguage.parse({ language, strength });
}

/** `sr well, mk some` as pairs. */
export function pairsOf(text: string): [string, string][] {
  const parts = text === '' ? [] : text.split(', ');
  return parts.map((part) => part.split(' ') as [string, string]);
}
