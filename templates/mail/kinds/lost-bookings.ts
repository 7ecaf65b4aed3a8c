/** Mails about a booking that ends while the appointment stays: given back, released, taken over. */
import type { Case } from '../case.ts';
import { blocks, button, type Description, note, paragraph } from '../description.ts';
import { factsBlock } from '../fact-rows.ts';
import { calendarNote } from './endings.ts';
import { inPool } from './requests.ts';

/** To the person who cannot come after all, or not at the new time. */
export function givenBackVolunteer(one: Case): Description {
  const { words, facts, assignment } = one;
  const { givenBackVolunteer: say, released: letGo } = words.mails;
  const isMoved = facts.reason === 'moved';
  const stateMoved = assignment.mode === 'onsite' ? letGo.state : letGo.stateElsewhere;
  return {
    subject: isMoved ? say.subjectMoved : say.subject,
    preheader: say.preheader,
    tone: 'neutral',
    state: isMoved ? stateMoved : words.statuses.volunteer.givenBack,
    heading: isMoved ? say.headingMoved : say.heading,
    blocks: blocks(
      paragraph(assignment.isSilent ? say.leadSilent : leadFor(facts.reason, say)),
      factsBlock(one, { isMoved }),
      !isMoved && paragraph(say.mistake(facts.centre.phone)),
      calendarNote(one),
    ),
  };
}

/** To the agency: we are looking for somebody else. */
export function givenBackAgency(one: Case): Description {
  const { words, facts, day, start, assignment, clock, url } = one;
  const { givenBackAgency: say, frame } = words.mails;
  const { hearBy, wasFirm } = assignment;
  const isMoved = facts.reason === 'moved';
  const isReleased = facts.reason === 'released';
  const stateBefore = wasFirm === false ? say.stateNotFirm : say.state;
  const stateReleased = wasFirm === false ? say.stateReleasedNotFirm : say.stateReleased;
  return {
    subject: say.subject,
    preheader: say.preheader,
    tone: 'danger',
    state: isMoved ? say.stateMoved : isReleased ? stateReleased : stateBefore,
    heading: say.heading(day, start),
    blocks: blocks(
      paragraph(isReleased ? say.leadReleased : leadFor(facts.reason, say)),
      paragraph(hearBy ? frame.hearBy(clock.day(hearBy)) : frame.hearSoon),
      factsBlock(one, { isMoved }),
      button(words.mails.receipt.button, url),
      paragraph(say.otherWay(facts.centre.phone)),
      note(say.untilThen),
    ),
  };
}

/** To the coordinators: the search is open again. */
export function givenBackCoordinator(one: Case): Description {
  const { words, facts, assignment, day, start } = one;
  const { givenBackCoordinator: say } = words.mails;
  const { former, isSilent } = assignment;
  const { coordinator } = words.statuses;
  const state =
    facts.reason === 'moved'
      ? say.stateMoved
      : facts.reason === 'late'
        ? coordinator.givenBackLate
        : coordinator.givenBack;
  return {
    subject: state,
    preheader: say.preheader,
    tone: 'danger',
    state,
    heading: say.heading(day, start),
    blocks: blocks(
      paragraph((isSilent ? say.leadSilent : leadFor(facts.reason, say))(former)),
      factsBlock(one, { withAgency: true }),
      ...inPool(one),
    ),
  };
}

/** To the person whom the centre has let go. The reason a coordinator wrote down is not repeated here. */
export function released(one: Case): Description {
  const { words, facts, assignment } = one;
  const say = words.mails.released;
  const isMoved = facts.reason === 'moved';
  return {
    subject: say.subject,
    preheader: say.preheader,
    tone: 'danger',
    state: assignment.mode === 'onsite' ? say.state : say.stateElsewhere,
    heading: say.heading,
    blocks: blocks(
      paragraph(releasedLead(facts.reason, say)),
      factsBlock(one, { isMoved }),
      paragraph(words.mails.frame.questions(facts.centre.phone)),
      calendarNote(one),
      note(say.thanks),
    ),
  };
}

/** To the agency: another person comes, everything else stays. */
export function replaced(one: Case): Description {
  const { words, day, start, facts, url } = one;
  const say = words.mails.replaced;
  return {
    subject: say.subject,
    preheader: say.preheader,
    tone: 'info',
    state: say.subject,
    heading: say.heading(day, start),
    blocks: blocks(
      paragraph(say.lead),
      factsBlock(one),
      button(words.mails.receipt.button, url),
      paragraph(words.mails.bookedAgency.changedMind(facts.centre.phone)),
    ),
  };
}

function leadFor<Lead>(
  reason: string | undefined,
  say: { lead: Lead; leadLate: Lead; leadMoved: Lead },
): Lead {
  if (reason === 'moved') return say.leadMoved;
  return reason === 'late' ? say.leadLate : say.lead;
}

function releasedLead(reason: string | undefined, say: Case['words']['mails']['released']): string {
  switch (reason) {
    case 'moved':
      return say.leadMoved;
    case 'replaced':
      return say.leadReplaced;
    case 'not_confirmed':
      return say.leadNotConfirmed;
    default:
      return say.lead;
  }
}
