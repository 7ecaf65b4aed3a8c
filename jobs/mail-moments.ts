/** What caused a mail, and until when its reader answers or hears from us. */
import { findAccount } from '../models/account.ts';
import type { Assignment, Offer } from '../models/assignment/shape.ts';
import type { Centre } from '../models/centre.ts';
import type { Message } from '../models/message.ts';
import {
  type AsAsked,
  asAsked,
  beforeOpenMoves,
  intervalOf,
  lostBy,
} from '../models/rules/own-page/as-asked.ts';
import { agencyHearsBy, volunteerHearsBy } from '../models/rules/own-page/hear-by.ts';
import type { AssignmentFacts } from '../templates/mail/facts.ts';

/** The change as the history tells it, whether a booking was firm before it, and the times that follow. */
export function momentFacts(
  message: Pick<Message, 'role' | 'kind' | 'version'>,
  assignment: Assignment,
  { centre, now }: { centre: Centre; now: Date },
): Pick<AssignmentFacts, 'cause' | 'isHeld' | 'isNoted' | 'isSilent' | 'wasFirm' | 'answerBy' | 'hearBy'> {
  const cause = causeOf(assignment, message);
  const hearBy = hearByOf(message, assignment, { centre, now });
  return {
    ...decisionFacts(assignment, message.version, centre),
    ...(assignment.status === 'requested' && assignment.hold && { isHeld: true }),
    ...(message.role === 'interpreter' && assignment.status === 'accepted' && { isNoted: true }),
    ...(isSilent(assignment, message.version) && { isSilent: true }),
    ...(cause && { cause }),
    ...(hearBy && { hearBy }),
  };
}

function hearByOf(
  { role, kind }: Pick<Message, 'role' | 'kind'>,
  assignment: Assignment,
  { centre, now }: { centre: Centre; now: Date },
): Date | undefined {
  if (role === 'contact') return agencyHearsBy(assignment, now);
  const hasSaidYes = role === 'interpreter' && kind !== 'offer';
  return hasSaidYes ? volunteerHearsBy(assignment, centre.rules, now) : undefined;
}

/** The change that caused a mail, as the history tells it; a reminder has none of its own. */
function causeOf(
  { history }: Assignment,
  { version, role }: Pick<Message, 'version' | 'role'>,
): AssignmentFacts['cause'] {
  const index = history.findIndex((one) => one.version === version);
  const entry = history[index];
  if (!entry) return undefined;
  const { action, reason = '' } = entry;
  const isUnanswered = role === 'interpreter' && entry.from === 'moved' && entry.to === 'moved';
  const known = isUnanswered ? beforeOpenMoves({ history: history.slice(0, index) }) : undefined;
  const before = known ?? intervalOf(entry);
  return {
    action,
    ...(action === 'move' && before && { before, parts: ['time'] }),
    ...(action === 'change' && { parts: reason.split(',') }),
  };
}

/** A move was not answered in time; the rules have let the person go, who did not say no. */
function isSilent({ history }: Assignment, version: number): boolean {
  return history.some((one) => one.version === version && one.action === 'not_keep' && one.role === 'system');
}

/** Until when a yes is decided: a move needs its answer, a choice has its day, any other yes books itself at the latest then. */
function decisionFacts(
  { status, chooseBy, keepBy, start, history }: Assignment,
  version: number,
  { rules }: Centre,
) {
  const itself = rules.confirmAutomaticallyHours;
  const decided = itself === undefined ? undefined : new Date(start.getTime() - itself * 3_600_000);
  const answerBy = keepBy ?? (status === 'requested' ? chooseBy : decided);
  const from = history.find((entry) => entry.version === version)?.from;
  return {
    wasFirm: from === 'confirmed' || from === 'moved',
    ...(answerBy && { answerBy }),
  };
}

/** When a firm booking is still to be recalled. */
export function remindersAhead(assignment: Assignment | null, centre: Centre): Date[] {
  const { start, firmAt } = assignment ?? {};
  if (!start || !firmAt) return [];
  return [...centre.rules.reminderHours]
    .sort((a, b) => b - a)
    .map((hours) => new Date(start.getTime() - hours * 3_600_000))
    .filter((at) => at >= firmAt);
}

const closing: Message['kind'][] = ['offer_withdrawn', 'taken', 'not_chosen'];

/** The time as it was asked for, and what had better be left out; nothing for any other mail. */
export function askedFacts(
  { kind }: Pick<Message, 'kind'>,
  assignment: Assignment,
  offer: Offer | undefined,
): Partial<Pick<AssignmentFacts, 'start' | 'end' | 'isPlaceUnsure'>> & Pick<AsAsked, 'unsure'> {
  if (!offer || !closing.includes(kind)) return { unsure: [] };
  const { unsure, ...period } = asAsked(assignment, offer);
  return { ...period, unsure, ...(unsure.includes('place') && { isPlaceUnsure: true }) };
}

/** Who was to come until this change: for coordinators, who know them. */
export async function formerFacts(
  { version }: Message,
  assignment: Assignment,
): Promise<{ former?: string }> {
  const lost = lostBy(assignment, version);
  return lost ? { former: (await findAccount(lost.account)).name } : {};
}
