/** What follows from every change by itself: when the next round may start, until when is searched, when a sweep must look again. */
import type { Assignment } from '../../assignment/shape.ts';
import type { CentreRules } from '../../centre/rules.ts';
import type { Centre } from '../../centre.ts';
import { dueActions } from '../due.ts';
import { waveOf } from '../offer-plan.ts';
import { openWarningAt, searchEnd } from '../search-end.ts';

/** Fields that no rule writes itself: they are worked out anew with every change. */
export const derivedFields = ['giveUpAt', 'warnAt', 'chooseBy', 'nextRoundAt', 'dueAt'] as const;
type Derived = Partial<Pick<Assignment, (typeof derivedFields)[number]>>;

/** The derived fields of an assignment after a change; those that are missing are to be taken away. */
export function derive(
  before: Assignment,
  after: Assignment,
  { centre, now }: { centre: Centre; now: Date },
): Derived {
  const derived: Derived = { ...searchTimes(before, after, centre, now), ...choiceTime(after) };
  const nextRoundAt = nextRound(after, centre.rules, now);
  if (nextRoundAt) derived.nextRoundAt = nextRoundAt;
  const [next] = dueActions({ ...without(after), ...derived }, centre.rules);
  return next ? { ...derived, dueAt: next.at } : derived;
}

/** Whether the next round starts without a hand in this centre, or because somebody is to be asked first. */
export function goesOnByItself(
  { round, askFirst }: Pick<Assignment, 'round' | 'askFirst'>,
  { rounds }: Pick<CentreRules, 'rounds'>,
): boolean {
  return askFirst !== undefined || rounds === 'automatic' || (rounds === 'after_look' && round > 0);
}

function without(after: Assignment): Assignment {
  const gone: readonly string[] = derivedFields;
  return Object.fromEntries(Object.entries(after).filter(([key]) => !gone.includes(key))) as Assignment;
}

/** A search that goes on keeps its end; one that begins, or is for another time, gets a new one. */
function searchTimes(before: Assignment, after: Assignment, centre: Centre, now: Date): Derived {
  if (after.status !== 'requested') return {};
  const isSame =
    before.status === 'requested' &&
    before.start.getTime() === after.start.getTime() &&
    (before.urgent === undefined) === (after.urgent === undefined);
  if (isSame && before.giveUpAt) {
    const isWarned = after.warnedAt !== before.warnedAt && before.warnAt && before.warnAt <= now;
    return { giveUpAt: before.giveUpAt, ...(before.warnAt && !isWarned && { warnAt: before.warnAt }) };
  }
  const giveUpAt = searchEnd(after, centre, now);
  const warnAt = openWarningAt({ start: after.start, giveUpAt }, centre.rules, now);
  return { giveUpAt, ...(warnAt && { warnAt }) };
}

/** There is something to choose only while somebody is willing. */
function choiceTime({ status, offers, chooseBy }: Assignment): Derived {
  const isOpen = status === 'requested' && offers.some(({ state }) => state === 'willing');
  return isOpen && chooseBy ? { chooseBy } : {};
}

/**
 * Rounds follow each other by themselves only while the search is open and the centre wants it: one by one when nobody still
 * has to answer; a wave also after its pause, when nobody has said yes. Whoever is willing waits for a choice first,
 * and whoever is asked first is asked alone.
 */
function nextRound(after: Assignment, rules: CentreRules, now: Date): Date | undefined {
  if (after.status !== 'requested' || after.hold || after.exhausted) return undefined;
  if (!goesOnByItself(after, rules)) return undefined;
  const open = after.offers.filter(({ state }) => state === 'pending' || state === 'willing');
  if (open.length === 0) return after.nextRoundAt && after.nextRoundAt < now ? after.nextRoundAt : now;
  const isWave = rules.offerMode === 'waves' && after.askFirst === undefined;
  if (!isWave || open.some(({ state }) => state === 'willing')) return undefined;
  const asked = Math.max(...open.map(({ sendAt }) => sendAt.getTime()));
  return new Date(asked + waveOf(rules).pauseMinutes * 60_000);
}
