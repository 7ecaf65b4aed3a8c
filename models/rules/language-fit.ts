/** How well somebody's languages answer what is asked for. Related languages never stand in for each other by themselves. */
import type { CentreRules } from '../centre.ts';
import type { CentreMembership, Interpreter, Level, SpokenLanguage } from '../interpreter.ts';
import type { Languages } from '../language.ts';
import type { Mode } from '../shape.ts';

/** How a language fits, best first, with the points it earns. */
const points = { exact_variety: 30, same_language: 20, other_variety: 10, also_understands: 5 } as const;
export type LanguageReason = keyof typeof points;

const levels: Level[] = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'native'];

export type LanguageFit = {
  code: LanguageReason;
  points: number;
  language: string;
  isSecondChoice: boolean;
  modes: Mode[];
};

/** Why somebody's languages do not do. */
export type LanguageMiss = { code: 'language' | 'level'; params: Record<string, unknown> };

/**
 * The best of somebody's languages for what is asked: the language itself, one of its varieties, or — lower — one that
 * the person has said to understand well. A second choice of the agency counts when the first does not fit.
 */
export function fitLanguage(
  asked: { language: string; alsoLanguages: string[] },
  interpreter: Pick<Interpreter, 'languages' | 'alsoUnderstands'>,
  membership: Pick<CentreMembership, 'assessedLevels'>,
  { languages, minimumLevel }: { languages: Languages; minimumLevel: CentreRules['minimumLevel'] },
): LanguageFit | LanguageMiss {
  const wanted = [asked.language, ...asked.alsoLanguages];
  let tooLow: LanguageMiss | undefined;
  for (const [rank, language] of wanted.entries()) {
    const spoken = interpreter.languages
      .map((one) => ({ one, reason: reasonOf(language, one, languages) }))
      .filter((found) => found.reason !== undefined)
      .sort((a, b) => points[b.reason as LanguageReason] - points[a.reason as LanguageReason])[0];
    if (spoken?.reason) {
      const level = levelOf(spoken.one, membership);
      if (isEnough(level, minimumLevel)) return fitting(spoken.reason, language, rank, spoken.one.modes);
      tooLow ??= { code: 'level', params: { language, level, minimumLevel } };
    }
    const understood = interpreter.alsoUnderstands.find((one) => one.language === language);
    if (understood?.strength === 'well')
      return fitting('also_understands', language, rank, modesOf(interpreter));
  }
  return tooLow ?? { code: 'language', params: { language: asked.language } };
}

function fitting(code: LanguageReason, language: string, rank: number, modes: Mode[]): LanguageFit {
  return { code, points: points[code], language, isSecondChoice: rank > 0, modes };
}

function reasonOf(wanted: string, spoken: SpokenLanguage, languages: Languages): LanguageReason | undefined {
  const of = languages.get(wanted)?.of;
  if (spoken.variety === wanted || (spoken.language === wanted && of)) return 'exact_variety';
  if (spoken.language === wanted) return 'same_language';
  const isOfWanted = languages.get(spoken.language)?.of === wanted;
  if (isOfWanted) return 'same_language';
  return of !== undefined && spoken.language === of ? 'other_variety' : undefined;
}

/** What the centre found out counts more than what the person said. */
function levelOf(spoken: SpokenLanguage, membership: Pick<CentreMembership, 'assessedLevels'>): Level {
  return membership.assessedLevels.find((one) => one.language === spoken.language)?.level ?? spoken.level;
}

function isEnough(level: Level, minimum: CentreRules['minimumLevel']): boolean {
  return levels.indexOf(level) >= levels.indexOf(minimum);
}

/** Somebody who helps out in a language does so by every mode they work in. */
function modesOf(interpreter: Pick<Interpreter, 'languages'>): Mode[] {
  return [...new Set(interpreter.languages.flatMap((one) => one.modes))];
}
