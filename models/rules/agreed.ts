/** In which language, how and where: the agency's first wish, or the second choice that somebody was asked for. */
import type { Assignment, SecondChoice } from '../assignment/shape.ts';

type Wishes = Pick<Assignment, 'language' | 'mode'>;

/** What an offer asks for, or a booking is for; without either, what the agency wishes first. A place only when people meet. */
export function agreed(
  { language, mode: firstMode, venue }: Wishes & Partial<Pick<Assignment, 'venue'>>,
  part: { secondChoice?: SecondChoice | undefined } | undefined,
): Wishes & { venue: Assignment['venue'] } {
  const mode = part?.secondChoice?.mode ?? firstMode;
  return {
    language: part?.secondChoice?.language ?? language,
    mode,
    venue: mode === 'onsite' ? venue : undefined,
  };
}

/** The part of a language and mode that is not the agency's first wish; undefined when all of it is. */
export function secondChoiceOf(first: Wishes, { language, mode }: Wishes): SecondChoice | undefined {
  const isFirst = language === first.language && mode === first.mode;
  if (isFirst) return undefined;
  return { ...(language !== first.language && { language }), ...(mode !== first.mode && { mode }) };
}
