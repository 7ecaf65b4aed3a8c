/** What becomes due by itself, and when: times to answer, to decide and to search. Rounds and endings have sweeps of their own. */
import type { Assignment } from '../assignment/shape.ts';
import type { CentreRules } from '../centre/rules.ts';

const hour = 3_600_000;

/** Hours after which somebody who has not opened the link to check their address is reminded of it. */
const verifyReminderHours = 4;

/** What a sweep does when a time has come. */
export type DueAction = 'lapse' | 'warn' | 'confirm' | 'not_keep' | 'give_up';

type Due = { action: DueAction; at: Date };

/** Everything that becomes due by itself if nothing else happens, earliest first. */
export function dueActions(assignment: Assignment, rules: CentreRules): Due[] {
  return all(assignment, rules).sort((a, b) => a.at.getTime() - b.at.getTime());
}

function all(assignment: Assignment, rules: CentreRules): Due[] {
  const { status, start, keepBy, createdAt } = assignment;
  switch (status) {
    case 'unverified':
      return warning(assignment, new Date(createdAt.getTime() + verifyReminderHours * hour));
    case 'requested':
      return whileSearching(assignment);
    case 'accepted':
      return [
        ...warning(assignment, beforeStart(start, rules.confirmWarningHours)),
        ...due('confirm', beforeStart(start, rules.confirmAutomaticallyHours)),
      ];
    case 'moved':
      return due('not_keep', keepBy);
    default:
      return [];
  }
}

function whileSearching(assignment: Assignment): Due[] {
  const { offers, hold, giveUpAt, warnAt, chooseBy } = assignment;
  const answers = offers
    .filter(({ state }) => state === 'pending')
    .map(({ expiresAt }) => expiresAt.getTime());
  return [
    ...(answers.length > 0 && !hold ? due('lapse', new Date(Math.min(...answers))) : []),
    ...warning(assignment, hold?.answerBy),
    ...warning(assignment, hold ? undefined : chooseBy),
    ...due('warn', warnAt),
    ...due('give_up', giveUpAt),
  ];
}

/** Each time that somebody must be warned of counts once. */
function warning({ warnedAt }: Assignment, at: Date | undefined): Due[] {
  return at && !(warnedAt && warnedAt >= at) ? due('warn', at) : [];
}

function due(action: DueAction, at: Date | undefined): Due[] {
  return at ? [{ action, at }] : [];
}

function beforeStart(start: Date, hours: number): Date;
function beforeStart(start: Date, hours: number | undefined): Date | undefined;
function beforeStart(start: Date, hours: number | undefined): Date | undefined {
  return hours === undefined ? undefined : new Date(start.getTime() - hours * hour);
}
