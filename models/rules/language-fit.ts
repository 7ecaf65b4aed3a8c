/** How well somebody's languages answer what is asked for. Related languages never stand in for each other by themselves. */
import type { Assignment } from '../assignment/shape.ts';
import type { CentreRules } from '../centre/rules.ts';
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
  /** In which of the languages and by which of the modes asked for. */
  language: string;
  mode: Mode;
};

/** Why somebody's languages do not do. */
export type LanguageMiss = { code: 'language' | 'level' | 'mode'; params: Record<string, unknown> };

/**
 * The best of somebody's languages for what is asked: the language itself, one of its varieties, or — lower — one that
 * the person has said to understand well. A second choice of the agency, language or mode, counts when the first does not fit.
 */
export function fitLanguage(
  asked: Pick<Assignment, 'language' | 'alsoLanguages' | 'mode' | 'alsoModes'>,
  interpreter: Pick<Interpreter, 'languages' | 'alsoUnderstands'>,
  membership: Pick<CentreMembership, 'assessedLevels'>,
  { languages, minimumLevel }: { languages: Languages; minimumLevel: CentreRules['minimumLevel'] },
): LanguageFit | LanguageMiss {
  const modes = [asked.mode, ...asked.alsoModes];
  let miss: LanguageMiss | undefined;
  for (const language of [asked.language, ...asked.alsoLanguages]) {
    for (const { code, level, modes: offered } of waysToHelp(language, interpreter, membership, languages)) {
      const mode = modes.find((one) => offered.includes(one));
      const isLowLevel = level !== undefined && !isEnough(level, minimumLevel);
      if (mode && !isLowLevel) return { code, points: points[code], language, mode };
      miss ??= isLowLevel
        ? { code: 'level', params: { language, level, minimumLevel } }
        : { code: 'mode', params: { modes } };
    }
  }
  return miss ?? { code: 'language', params: { language: asked.language } };
}

type WayToHelp = { code: LanguageReason; level?: Level; modes: Mode[] };

/** How somebody could help in a language, best first. */
function waysToHelp(
  language: string,
  interpreter: Pick<Interpreter, 'languages' | 'alsoUnderstands'>,
  membership: Pick<CentreMembership, 'assessedLevels'>,
  languages: Languages,
): WayToHelp[] {
  const spoken = interpreter.languages.flatMap((one): WayToHelp[] => {
    const code = reasonOf(language, one, languages);
    return code ? [{ code, level: levelOf(one, membership), modes: one.modes }] : [];
  });
  const isUnderstood = interpreter.alsoUnderstands.some(
    (one) => one.language === language && one.strength === 'well',
  );
  const understood: WayToHelp[] = isUnderstood
    ? [{ code: 'also_understands', modes: modesOf(interpreter) }]
    : [];
  return [...spoken.sort((a, b) => points[b.code] - points[a.code]), ...understood];
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
