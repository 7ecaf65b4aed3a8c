/** Mails about a request: received, to be checked, new, refused, open again, still open. */
import type { Case } from '../case.ts';
import { blocks, button, type Description, note, type Optional, paragraph } from '../description.ts';
import { factsBlock } from '../fact-rows.ts';

/** To the agency: it has arrived, and when we write again. */
export function receipt(one: Case): Description {
  const { words, facts, assignment, clock, url } = one;
  const { receipt: say, frame } = words.mails;
  const { hearBy } = assignment;
  return {
    subject: say.subject,
    preheader: say.preheader,
    tone: 'info',
    state: assignment.isHeld ? words.statuses.agency.held : say.subject,
    heading: say.heading,
    blocks: blocks(
      paragraph(assignment.isHeld ? say.leadHeld : say.lead),
      paragraph(hearBy ? frame.hearBy(clock.day(hearBy)) : frame.hearSoon),
      factsBlock(one),
      button(say.button, url),
      paragraph(say.mistake(facts.centre.phone)),
      note(say.notYet),
    ),
  };
}

/** To whoever wrote an address into the open form. */
export function checkAddress(one: Case): Description {
  const { words, url } = one;
  const { checkAddress: say, frame } = words.mails;
  return {
    subject: say.subject,
    preheader: say.preheader,
    tone: 'warning',
    state: say.state,
    heading: say.heading,
    blocks: blocks(
      paragraph(url ? say.lead : say.leadWithoutPage),
      button(say.button, url),
      factsBlock(one),
      note(say.notYou),
      url !== undefined && note(frame.copyAddress(url)),
    ),
  };
}

/** To the coordinators: somebody has to look; first (no reason), by now (`overdue`), because the search goes on (`reopened`), or to ask anew (`ask_anew`). */
export function newRequest(one: Case): Description {
  const { words, facts, assignment, day, range } = one;
  const say = words.mails.newRequest;
  const isOverdue = facts.reason === 'overdue';
  const { subject, state, preheader, lead } = lookWords(facts.reason, say);
  return {
    subject,
    preheader,
    tone: isOverdue ? 'warning' : 'info',
    state,
    heading: say.heading(day, range),
    blocks: blocks(paragraph(lead(assignment.agency)), factsBlock(one, { withAgency: true }), ...inPool(one)),
  };
}

function lookWords(reason: string | undefined, say: Case['words']['mails']['newRequest']) {
  const { preheader } = say;
  switch (reason) {
    case 'overdue':
      return {
        subject: say.stateOverdue,
        state: say.stateOverdue,
        preheader: say.preheaderOverdue,
        lead: () => say.leadOverdue,
      };
    case 'reopened':
      return { subject: say.stateReopened, state: say.stateReopened, preheader, lead: say.leadReopened };
    case 'ask_anew':
      return {
        subject: say.stateAskAnew,
        state: say.stateAskAnew,
        preheader: say.preheaderAskAnew,
        lead: say.leadAskAnew,
      };
    default:
      return say;
  }
}

/** To the coordinators: everybody who fits has been asked, the appointment is near (`soon`), or the next round needs a hand (`your_turn`). */
export function stillOpen(one: Case): Description {
  const { words, facts, day, start } = one;
  const say = words.mails.stillOpen;
  const { subject, preheader, lead } = openWords(facts.reason, say);
  return {
    subject,
    preheader,
    tone: 'warning',
    state: subject,
    heading: say.heading(day, start),
    blocks: blocks(
      paragraph(lead),
      paragraph(say.next),
      factsBlock(one, { withAgency: true }),
      ...inPool(one),
    ),
  };
}

function openWords(reason: string | undefined, say: Case['words']['mails']['stillOpen']) {
  if (reason === 'soon')
    return { subject: say.subjectSoon, preheader: say.preheaderSoon, lead: say.leadSoon };
  if (reason === 'your_turn')
    return { subject: say.subjectYourTurn, preheader: say.preheaderYourTurn, lead: say.leadYourTurn };
  return say;
}

/** To a reader for whom this kind has no words of its own: that there is news, and the facts as they are now. */
export function news(one: Case): Description {
  const { words, facts } = one;
  const say = words.mails.news;
  return {
    subject: say.subject,
    preheader: say.preheader,
    tone: 'info',
    state: say.subject,
    heading: say.heading,
    blocks: [
      paragraph(say.lead),
      factsBlock(one),
      paragraph(words.mails.frame.questions(facts.centre.phone)),
    ],
  };
}

/** Where coordinators find it: by a button, or by its number. */
export function inPool({ words, assignment, url }: Case): Optional[] {
  const { frame, bookedVolunteer } = words.mails;
  return url ? [button(bookedVolunteer.button, url)] : [paragraph(frame.findByNumber(assignment.number))];
}
