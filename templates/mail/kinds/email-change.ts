/** Mails about a change of address: to the new one, and to the old one, which may also say no. */
import { words } from '../../words/words.ts';
import { missing } from '../case.ts';
import { blocks, button, type Description, note, paragraph } from '../description.ts';
import type { MailFacts } from '../facts.ts';

/** The new address is asked whether it is right, the old one whether the person wants it. */
export function describeEmailChange(facts: MailFacts): Description {
  const { emailChange: say, frame } = words(facts.locale).mails;
  const { to, confirmUrl, stopUrl, days } = facts.emailChange ?? missing(facts.kind, 'emailChange');
  return {
    subject: say.subject(facts.centre.poolName),
    preheader: say.preheader,
    tone: 'info',
    state: say.state,
    heading: stopUrl ? say.headingOld : say.headingNew,
    blocks: blocks(
      paragraph(stopUrl ? say.leadOld : say.leadNew),
      button(stopUrl ? say.buttonOld : say.buttonNew, confirmUrl),
      {
        kind: 'facts',
        rows: [
          { label: say.labels.to, lines: [[{ strong: to }]] },
          { label: say.labels.validFor, lines: [say.validFor(days)] },
        ],
      },
      note(say.bothNeeded),
      stopUrl !== undefined && note(say.notYouOld(stopUrl)),
      stopUrl === undefined && note(say.notYouNew),
      note(frame.copyAddress(confirmUrl)),
    ),
  };
}
