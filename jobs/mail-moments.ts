/** What caused a mail, and until when its reader answers or hears from us. */
import type { Assignment } from '../models/assignment/shape.ts';
import type { Centre } from '../models/centre.ts';
import type { Message } from '../models/message.ts';
import { agencyHearsBy, volunteerHearsBy } from '../models/rules/own-page/hear-by.ts';
import type { AssignmentFacts } from '../templates/mail/facts.ts';

/** The change as the history tells it, whether a booking was firm before it, and the times that follow. */
export function momentFacts(
  message: Pick<Message, 'role' | 'kind' | 'version'>,
  assignment: Assignment,
  { centre, now }: { centre: Centre; now: Date },
): Pick<AssignmentFacts, 'cause' | 'isHeld' | 'wasFirm' | 'answerBy' | 'hearBy'> {
  const cause = causeOf(assignment, message.version);
  const hearBy = hearByOf(message, assignment, { centre, now });
  return {
    ...decisionFacts(assignment, message.version, centre),
    ...(assignment.status === 'requested' && assignment.hold && { isHeld: true }),
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
function causeOf({ history }: Assignment, version: number): AssignmentFacts['cause'] {
  const entry = history.find((one) => one.version === version);
  if (!entry) return undefined;
  const { action, reason = '' } = entry;
  const [start, end] = reason.split('/').map((at) => new Date(at));
  return {
    action,
    ...(action === 'move' && start && end && { before: { start, end }, parts: ['time'] }),
    ...(action === 'change' && { parts: reason.split(',') }),
  };
}

/** Until when a yes is decided: a move needs its answer, any other yes books itself at the latest then. */
function decisionFacts({ keepBy, start, history }: Assignment, version: number, { rules }: Centre) {
  const itself = rules.confirmAutomaticallyHours;
  const decided = itself === undefined ? undefined : new Date(start.getTime() - itself * 3_600_000);
  const answerBy = keepBy ?? decided;
  const from = history.find((entry) => entry.version === version)?.from;
  return {
    wasFirm: from === 'confirmed' || from === 'moved',
    ...(answerBy && { answerBy }),
  };
}
