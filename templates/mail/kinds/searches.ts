/** Mails to an agency about how its request goes on: refused, still searching, open again. */
import type { RefusalCode } from '../../words/de/mails/refusals.ts';
import type { Case } from '../case.ts';
import { blocks, button, type Description, note, paragraph } from '../description.ts';
import { factsBlock } from '../fact-rows.ts';

/** To the agency: not for this occasion, and who to ask instead. */
export function rejected(one: Case): Description {
  const { words, facts, url } = one;
  const { rejected: say, refusals, receipt: receiptWords } = words.mails;
  const known = isRefusal(facts.reason, refusals) ? refusals[facts.reason] : undefined;
  return {
    subject: say.subject,
    preheader: say.preheader,
    tone: 'danger',
    state: words.statuses.agency.rejected,
    heading: say.heading,
    blocks: blocks(
      paragraph(known?.why ?? say.lead),
      known && paragraph(say.instead(known.instead)),
      paragraph(known ? say.question(facts.centre.phone) : say.help(facts.centre.phone)),
      factsBlock(one),
      button(receiptWords.button, url),
    ),
  };
}

/** To the agency: nobody yet, and what could help. */
export function stillSearching(one: Case): Description {
  const { words, facts, assignment, clock, day, start, url } = one;
  const { stillSearching: say, receipt: receiptWords, frame } = words.mails;
  const { hearBy } = assignment;
  return {
    subject: say.subject,
    preheader: say.preheader,
    tone: 'info',
    state: say.subject,
    heading: say.heading(day, start),
    blocks: blocks(
      paragraph(say.lead),
      paragraph(hearBy ? frame.hearBy(clock.day(hearBy)) : frame.hearSoon),
      factsBlock(one),
      button(receiptWords.button, url),
      paragraph(say.otherWay(facts.centre.phone)),
      note(receiptWords.notYet),
    ),
  };
}

function isRefusal(code: string | undefined, known: Record<RefusalCode, unknown>): code is RefusalCode {
  return code !== undefined && Object.hasOwn(known, code);
}

/** To the agency: the search goes on after all. */
export function restored(one: Case): Description {
  const { words, facts, assignment, clock, day, start, url } = one;
  const { restored: say, receipt: receiptWords, frame } = words.mails;
  const { hearBy } = assignment;
  return {
    subject: say.subject,
    preheader: say.preheader,
    tone: 'info',
    state: say.subject,
    heading: say.heading(day, start),
    blocks: blocks(
      paragraph(assignment.cause?.action === 'restore' ? say.leadUndone : say.lead),
      paragraph(hearBy ? frame.hearBy(clock.day(hearBy)) : frame.hearSoon),
      factsBlock(one),
      button(receiptWords.button, url),
      paragraph(receiptWords.mistake(facts.centre.phone)),
    ),
  };
}
