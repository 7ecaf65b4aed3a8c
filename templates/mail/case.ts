/** What a mail's description works with: cleaned facts, the words, and the times already in words. */
import { oneLine } from '../one-line.ts';
import type { Words } from '../words/de.ts';
import { type Clock, clockOf } from '../words/time.ts';
import { words } from '../words/words.ts';
import type { AssignmentFacts, MailFacts } from './facts.ts';

/** One mail about an appointment, to be described. */
export type Case = {
  facts: MailFacts;
  assignment: AssignmentFacts;
  words: Words;
  clock: Clock;
  /** Donnerstag, 3. Dezember */
  day: string;
  /** 10:00–11:00 Uhr */
  range: string;
  /** 10:00 Uhr */
  start: string;
  /** The recipient's own page for this appointment, if there is one. */
  url: string | undefined;
  /** Whether an instant still lies ahead when the mail is written. */
  isAhead: (at: Date) => boolean;
};

/** Puts the times of cleaned facts into words. @throws when there is no appointment: a bug */
export function caseOf(facts: MailFacts): Case {
  const { locale, centre, at, kind, offer, role } = facts;
  const assignment = facts.assignment ?? missing(kind, 'assignment');
  const clock = clockOf(locale, centre.zone);
  const offerUrl = role === 'interpreter' ? offer?.url : undefined;
  return {
    facts,
    assignment,
    words: words(locale),
    clock,
    day: clock.day(assignment.start),
    range: clock.range(assignment.start, assignment.end),
    start: clock.time(assignment.start),
    url: assignment.url ?? offerUrl,
    isAhead: (instant) => at === undefined || instant > at,
  };
}

/** What must be there for a mail to make sense is not. */
export function missing(kind: string, what: string): never {
  throw new Error(`a mail of kind ${kind} needs ${what}`);
}

/** The same facts, every text on one line: nothing that a person typed can end a header or a line. */
export function cleaned<Value>(value: Value): Value {
  if (typeof value === 'string') return oneLine(value) as Value;
  if (Array.isArray(value)) return value.map(cleaned) as Value;
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, cleaned(one)])) as Value;
}
