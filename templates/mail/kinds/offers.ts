/** Mails to people who are asked: the question itself, and what becomes of it. */

import { capitalised } from '../../words/text.ts';
import { type Case, missing } from '../case.ts';
import { blocks, button, type Description, note, paragraph } from '../description.ts';
import { factsBlock } from '../fact-rows.ts';

/** The Einsatzanfrage: can you? Its link shows a page with two buttons; nothing is answered by opening it. */
export function offer(one: Case): Description {
  const { facts, words, clock, day, start, assignment } = one;
  const { expiresAt, url } = facts.offer ?? missing(facts.kind, 'offer');
  const { isOfSeveralCentres, isReadOut, centre } = facts;
  const say = words.mails.offer;
  const until = clock.moment(expiresAt);
  const lead = isReadOut ? say.leadReadOut : say.lead(until);
  const { hearBy } = assignment;
  return {
    subject: say.subject,
    preheader: say.preheader(until),
    tone: 'info',
    state: say.state,
    heading: say.heading(day, start),
    blocks: blocks(
      isOfSeveralCentres && paragraph(say.askedBy(centre.name)),
      paragraph(isOfSeveralCentres ? capitalised(lead) : lead),
      button(say.button, url),
      !isReadOut && note(say.howItWorks),
      !isReadOut && note(say.repliesAreRead),
      factsBlock(one),
      note(hearBy ? say.noBookingYetUntil(clock.day(hearBy)) : say.noBookingYet),
      note(words.mails.frame.copyAddress(url)),
    ),
  };
}

/** The question is no longer asked. */
export function offerWithdrawn(one: Case): Description {
  return closed(one, 'offerWithdrawn', one.words.statuses.offers.withdrawn);
}

/** Somebody else was faster. */
export function taken(one: Case): Description {
  return closed(one, 'taken', one.words.statuses.offers.lost);
}

/** Somebody else was chosen. */
export function notChosen(one: Case): Description {
  return closed(one, 'notChosen', one.words.statuses.offers.lost);
}

/** A yes has arrived. It is not a booking, and says so. */
export function yesNoted(one: Case): Description {
  const { words, clock, assignment, facts, url } = one;
  const say = words.mails.yesNoted;
  const { hearBy } = assignment;
  return {
    subject: say.subject,
    preheader: say.preheader,
    tone: 'warning',
    state: words.statuses.volunteer.accepted,
    heading: say.heading,
    blocks: blocks(
      paragraph(say.lead),
      paragraph(hearBy ? say.notBooked(clock.day(hearBy)) : say.notBookedSoon),
      factsBlock(one, { withAgency: true }),
      button(say.button, url),
      paragraph(say.changedMind(facts.centre.phone)),
    ),
  };
}

/** A yes where several may say yes: the centre chooses. */
export function willingNoted(one: Case): Description {
  const { words, clock, assignment, facts, url } = one;
  const say = words.mails.willingNoted;
  const { hearBy } = assignment;
  return {
    subject: say.subject,
    preheader: say.preheader,
    tone: 'warning',
    state: hearBy ? words.statuses.offers.willingUntil(clock.day(hearBy)) : words.statuses.offers.willing,
    heading: say.heading,
    blocks: blocks(
      paragraph(say.lead),
      paragraph(hearBy ? say.decide(clock.day(hearBy)) : say.decideSoon),
      factsBlock(one),
      button(words.mails.yesNoted.button, url),
      paragraph(say.changedMind(facts.centre.phone)),
    ),
  };
}

/** Nothing is left to do for the person asked. */
function closed(one: Case, kind: 'offerWithdrawn' | 'taken' | 'notChosen', state: string): Description {
  const say = one.words.mails[kind];
  return {
    subject: say.subject,
    preheader: say.preheader,
    tone: 'neutral',
    state,
    heading: say.heading,
    blocks: [paragraph(say.lead), factsBlock(one), note(say.thanks)],
  };
}
