/** Mails about a change: another time, other details, and whether the person still fits. */
import type { Case } from '../case.ts';
import { blocks, button, type Description, paragraph } from '../description.ts';
import { factsBlock, isOnlyPlace } from '../fact-rows.ts';
import { inPool } from './requests.ts';

/** To the person who said yes to the old time: can you still? */
export function movedVolunteer(one: Case): Description {
  const { words, facts, assignment, clock, day, range, url } = one;
  const { movedVolunteer: say } = words.mails;
  const { answerBy } = assignment;
  const isPlace = isOnlyPlace(one);
  const { moved, movedPlace } = words.statuses.volunteer;
  return {
    subject: isPlace ? say.subjectPlace : say.subject,
    preheader: isPlace ? say.preheaderPlace : say.preheader,
    tone: 'warning',
    state: isPlace ? movedPlace : moved,
    heading: isPlace ? say.headingPlace(day, range) : say.heading(day, range),
    blocks: blocks(
      paragraph(movedLead(one)),
      answerBy && paragraph(say.until(clock.moment(answerBy))),
      factsBlock(one, { withAgency: true, isMoved: true }),
      button(isPlace ? say.buttonPlace : say.button, url),
      paragraph(say.either(facts.centre.phone)),
      paragraph(say.silence),
    ),
  };
}

/** What is different now, as far as it is known. */
function movedLead(one: Case): string {
  const { movedVolunteer: say } = one.words.mails;
  if (!one.assignment.cause?.before) return say.lead;
  return isOnlyPlace(one) ? say.leadPlace : say.leadTime;
}

/** To the agency: noted; whoever was to come is asked again, or the search goes on. */
export function movedAgency(one: Case): Description {
  const { words, facts, assignment, clock, day, range, url } = one;
  const { movedAgency: all, frame } = words.mails;
  const isPlace = isOnlyPlace(one);
  const say = isPlace ? { ...all, ...all.place } : all;
  const { moved, movedPlace } = words.statuses.agency;
  const { interpreter, hearBy } = assignment;
  return {
    subject: say.subject,
    preheader: say.preheader,
    tone: 'warning',
    state: interpreter ? (isPlace ? movedPlace : moved) : say.searching,
    heading: say.heading(day, range),
    blocks: blocks(
      paragraph(interpreter ? say.lead : say.leadSearching),
      paragraph(hearBy ? frame.hearBy(clock.day(hearBy)) : frame.hearSoon),
      factsBlock(one, { isMoved: true }),
      button(words.mails.receipt.button, url),
      paragraph(say.mistake(facts.centre.phone)),
    ),
  };
}

/** To the coordinators: an answer is missing. */
export function movedCoordinator(one: Case): Description {
  const { words, assignment, clock, day, range } = one;
  const { movedCoordinator: all } = words.mails;
  const { interpreter, answerBy } = assignment;
  const isPlace = isOnlyPlace(one);
  const say = isPlace ? { ...all, ...all.place } : all;
  const { moved, movedPlace } = words.statuses.coordinator;
  const state = isPlace ? movedPlace : moved;
  return {
    subject: state,
    preheader: say.preheader,
    tone: 'warning',
    state,
    heading: say.heading(day, range),
    blocks: blocks(
      paragraph(interpreter ? say.lead(interpreter.name) : say.leadUnnamed),
      answerBy && paragraph(say.until(clock.moment(answerBy))),
      factsBlock(one, { withAgency: true, isMoved: true }),
      ...inPool(one),
    ),
  };
}

/** To the person booked or noted: other details, nothing to answer. */
export function changed(one: Case): Description {
  const { words, facts, assignment, url } = one;
  const { changed: all } = words.mails;
  const say = assignment.isNoted ? { ...all, ...all.noted } : all;
  const parts = (assignment.cause?.parts ?? []).flatMap((part) =>
    Object.hasOwn(say.parts, part) ? [say.parts[part as keyof typeof say.parts]] : [],
  );
  return {
    subject: say.subject,
    preheader: say.preheader,
    tone: 'info',
    state: assignment.isNoted ? words.statuses.volunteer.accepted : say.subject,
    heading: say.heading,
    blocks: blocks(
      paragraph(say.lead),
      parts.length > 0 && paragraph(say.what(parts.join(', '))),
      factsBlock(one, { withAgency: true, isMoved: assignment.cause?.before !== undefined }),
      button(say.button, url),
      paragraph(say.notPossible(facts.centre.phone)),
    ),
  };
}

/** To the coordinators: language, mode or wish are others now. */
export function checkBooking(one: Case): Description {
  const { words, assignment } = one;
  const say = words.mails.checkBooking;
  const { interpreter } = assignment;
  return {
    subject: say.subject,
    preheader: say.preheader,
    tone: 'warning',
    state: say.state,
    heading: say.heading,
    blocks: blocks(
      paragraph(interpreter ? say.lead(interpreter.name) : say.leadUnnamed),
      factsBlock(one, { withAgency: true }),
      ...inPool(one),
    ),
  };
}
