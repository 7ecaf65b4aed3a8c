/** Mails about how an appointment ends before it has taken place: cancelled, or nobody found. */
import type { UnfilledReason } from '../../../models/assignment/shape.ts';
import { labelOf } from '../../words/params.ts';
import type { Case } from '../case.ts';
import { blocks, button, type Description, note, type Optional, paragraph } from '../description.ts';
import { factsBlock } from '../fact-rows.ts';
import { inPool } from './requests.ts';

/** To the person who was to come: do not go. */
export function cancelledVolunteer(one: Case): Description {
  const { words, facts, assignment, day, start } = one;
  const { cancelledVolunteer: say } = words.mails;
  const isOnsite = assignment.mode === 'onsite';
  return {
    subject: say.subject,
    preheader: say.preheader,
    tone: 'danger',
    state: isOnsite ? words.statuses.volunteer.cancelled : say.stateElsewhere,
    heading: say.heading(day, start),
    blocks: blocks(
      paragraph(isOnsite ? say.lead : say.leadElsewhere),
      factsBlock(one, { withAgency: true }),
      paragraph(words.mails.frame.questions(facts.centre.phone)),
      calendarNote(one),
      note(say.thanks),
    ),
  };
}

/** To the agency: noted, nobody comes; or, when the centre itself had to cancel (`by_centre`), whom to call. */
export function cancelledAgency(one: Case): Description {
  const { words, facts, day, start, url } = one;
  const { cancelledAgency: say } = words.mails;
  const isByCentre = facts.reason === 'by_centre';
  return {
    subject: say.subject,
    preheader: say.preheader,
    tone: 'neutral',
    state: words.statuses.agency.cancelled,
    heading: say.heading(day, start),
    blocks: blocks(
      paragraph(isByCentre ? say.leadByCentre : say.lead),
      factsBlock(one),
      button(words.mails.receipt.button, url),
      paragraph((isByCentre ? say.talk : say.mistake)(facts.centre.phone)),
      calendarNote(one),
    ),
  };
}

/** To the coordinators: the agency itself has cancelled. */
export function cancelledCoordinator(one: Case): Description {
  const { words, day, start } = one;
  const { cancelledCoordinator: say } = words.mails;
  return {
    subject: words.statuses.coordinator.cancelled,
    preheader: say.preheader,
    tone: 'neutral',
    state: words.statuses.coordinator.cancelled,
    heading: say.heading(day, start),
    blocks: blocks(paragraph(say.lead), factsBlock(one, { withAgency: true }), ...inPool(one)),
  };
}

/** To the agency: why nobody was found, and how it can go on. */
export function unfilledAgency(one: Case): Description {
  const { words, facts, assignment, day, start, url } = one;
  const { unfilledAgency: say } = words.mails;
  const { choices = [] } = assignment;
  const isElsewhere = facts.reason === 'placed_elsewhere';
  return {
    subject: isElsewhere ? say.subjectElsewhere : say.subject,
    preheader: isElsewhere ? say.preheaderElsewhere : say.preheader,
    tone: isElsewhere ? 'neutral' : 'danger',
    state: isElsewhere ? say.subjectElsewhere : words.statuses.agency.unfilled,
    heading: isElsewhere ? say.headingElsewhere(day, start) : say.heading(day, start),
    blocks: blocks(
      paragraph(isReason(facts.reason, say.reasons) ? say.reasons[facts.reason] : say.unknown),
      paragraph(
        isElsewhere ? words.mails.frame.questions(facts.centre.phone) : say.options(facts.centre.phone),
      ),
      ...choices.flatMap((choice) =>
        isChoice(choice.action, say.choices) ? [button(say.choices[choice.action], choice.url)] : [],
      ),
      factsBlock(one),
      choices.length === 0 && button(words.mails.receipt.button, url),
      calendarNote(one),
    ),
  };
}

/** To the coordinators: nobody was found, or the time has come and nobody was booked. */
export function unfilledCoordinator(one: Case): Description {
  const { words, facts, assignment, day, start, isAhead } = one;
  const { unfilledCoordinator: say } = words.mails;
  const reason = labelOf(words.labels.unfilledReasons, facts.reason ?? '');
  const isEarly = facts.at !== undefined && isAhead(assignment.start);
  return {
    subject: words.statuses.coordinator.unfilled,
    preheader: isEarly ? say.preheaderAhead : say.preheader,
    tone: 'danger',
    state: reason ? words.statuses.coordinator.unfilledFor(reason) : words.statuses.coordinator.unfilled,
    heading: say.heading(day, start),
    blocks: blocks(
      reason !== '' && paragraph(say.lead(reason)),
      paragraph(isEarly ? say.next : say.ask),
      factsBlock(one, { withAgency: true }),
      ...inPool(one),
    ),
  };
}

/** What the calendar part of this mail does, where there is one. */
export function calendarNote({ words, facts }: Case): Optional {
  return facts.hasCalendar && note(words.mails.frame.calendarRemoves);
}

function isChoice<Known extends object>(action: string, known: Known): action is keyof Known & string {
  return Object.hasOwn(known, action);
}

function isReason(
  reason: string | undefined,
  known: Record<UnfilledReason, string>,
): reason is UnfilledReason {
  return reason !== undefined && Object.hasOwn(known, reason);
}
