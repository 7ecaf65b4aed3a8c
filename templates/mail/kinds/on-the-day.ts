/** Mails on the day itself: somebody comes later, or nobody is there. */
import type { Case } from '../case.ts';
import { blocks, button, type Description, paragraph } from '../description.ts';
import { factsBlock } from '../fact-rows.ts';
import { inPool } from './requests.ts';

/** To the agency: please wait. */
export function runningLateAgency(one: Case): Description {
  const { words, facts, url } = one;
  const { runningLate: say } = words.mails;
  const minutes = facts.reason ?? '';
  return {
    subject: say.subject(minutes),
    preheader: say.preheader,
    tone: 'warning',
    state: say.state(minutes),
    heading: say.heading(minutes),
    blocks: blocks(
      paragraph(say.leadAgency(minutes)),
      paragraph(say.tooLate(facts.centre.phone)),
      factsBlock(one),
      button(words.mails.receipt.button, url),
    ),
  };
}

/** To the coordinators: who, and by how much. */
export function runningLateCoordinator(one: Case): Description {
  const { words, facts, assignment } = one;
  const { runningLate: say } = words.mails;
  const minutes = facts.reason ?? '';
  const { interpreter } = assignment;
  return {
    subject: say.subject(minutes),
    preheader: say.preheader,
    tone: 'warning',
    state: say.state(minutes),
    heading: say.heading(minutes),
    blocks: blocks(
      paragraph(interpreter ? say.leadCoordinator(interpreter.name, minutes) : say.leadUnnamed(minutes)),
      factsBlock(one, { withAgency: true }),
      ...inPool(one),
    ),
  };
}

/** To the person booked: somebody is waiting. */
export function nobodyHereVolunteer(one: Case): Description {
  const { words, facts, start, url } = one;
  const { nobodyHere: say, bookedVolunteer } = words.mails;
  return {
    subject: say.subjectVolunteer,
    preheader: say.preheaderVolunteer,
    tone: 'danger',
    state: say.stateVolunteer,
    heading: say.headingVolunteer(start),
    blocks: blocks(
      paragraph(url ? say.leadVolunteer : say.leadVolunteerByPhone),
      button(bookedVolunteer.button, url),
      paragraph(say.callNow(facts.centre.phone)),
      factsBlock(one, { withAgency: true }),
    ),
  };
}

/** To the agency: the person booked stands there alone. */
export function nobodyHereAgency(one: Case): Description {
  const { words, facts, url } = one;
  const { nobodyHere: say } = words.mails;
  return {
    subject: say.subjectAgency,
    preheader: say.preheaderAgency,
    tone: 'danger',
    state: say.stateAgency,
    heading: say.headingAgency,
    blocks: blocks(
      paragraph(say.leadAgency),
      paragraph(say.callNow(facts.centre.phone)),
      factsBlock(one),
      button(words.mails.receipt.button, url),
    ),
  };
}

/** To the coordinators: who stands there alone. */
export function nobodyHereCoordinator(one: Case): Description {
  const { words, facts, assignment, day, start } = one;
  const { nobodyHere: say } = words.mails;
  return {
    subject: say.subjectCoordinator,
    preheader: say.preheaderCoordinator,
    tone: 'danger',
    state: say.subjectCoordinator,
    heading: say.headingCoordinator(day, start),
    blocks: blocks(
      paragraph(
        facts.reason === 'interpreter' ? say.byVolunteer(assignment.agency) : say.byAgency(assignment.agency),
      ),
      factsBlock(one, { withAgency: true }),
      ...inPool(one),
    ),
  };
}
