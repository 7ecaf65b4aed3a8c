/** In which language, and how: the agency's first wish, or the second choice that somebody was asked for. */
import type { Assignment, SecondChoice } from '../assignment/shape.ts';

type Wishes = Pick<Assignment, 'language' | 'mode'>;

/** What an offer asks for, or a booking is for; without either, what the agency wishes first. */
export function agreed(
  { language, mode }: Wishes,
  part: { secondChoice?: SecondChoice | undefined } | undefined,
): Wishes {
  return { language: part?.secondChoice?.language ?? language, mode: part?.secondChoice?.mode ?? mode };
}

/** The part of a language and mode that is not the agency's first wish; undefined when all of it is. */
export function secondChoiceOf(first: Wishes, { language, mode }: Wishes): SecondChoice | undefined {
  const isFirst = language === first.language && mode === first.mode;
  if (isFirst) return undefined;
  return { ...(language !== first.language && { language }), ...(mode !== first.mode && { mode }) };
}
