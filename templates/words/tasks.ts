/** Why a mail has become a task of the office, in a sentence. */
import type { Locale } from '../../models/shape.ts';
import { words } from './words.ts';

/** The sentence for what the mail server said last, or for what kept the mail from being written. */
export function failureText(code: string | undefined, locale: Locale): string {
  const { failures } = words(locale).tasks;
  if (code === 'not_written' || code === 'not_queued') return failures.not_written;
  return /^5/.test(code ?? '') ? failures.refused : failures.not_taken;
}
