/** The subject line: the state first, then when, then the number; language and town only as far as there is room. */
import { nbsp } from '../words/text.ts';
import type { Case } from './case.ts';

/** Mailboxes show about this much; what matters must stand within it (RFC 5322 §2.1.1 recommends the same). */
const room = 78;

/** The whole subject of a mail about an appointment, without any line break. */
export function subjectLine(state: string, { assignment, clock }: Case): string {
  const { start, number, language, town } = assignment;
  const when = `${clock.shortDate(start)}, ${clock.time(start)}`;
  const needed = `${state}${/[?.!]$/.test(state) ? '' : ':'} ${when} (${number})`;
  return [language, town?.city].reduce<string>(appendIfRoom, needed).replaceAll(nbsp, ' ');
}

function appendIfRoom(line: string, part: string | undefined): string {
  return part && line.length + part.length + 2 <= room ? `${line}, ${part}` : line;
}
