/** The mail with a link and a code to sign in. */
import { words } from '../../words/words.ts';
import { missing } from '../case.ts';
import { blocks, button, type Description, note, paragraph } from '../description.ts';
import type { MailFacts } from '../facts.ts';

/** The link opens a page with a button; the code does the same on another device. */
export function describeSignIn(facts: MailFacts): Description {
  const say = words(facts.locale).mails;
  const { url, code, minutes, isShared } = facts.signIn ?? missing(facts.kind, 'signIn');
  const { labels, copyAddress } = say.frame;
  return {
    subject: say.signIn.subject(facts.centre.poolName),
    preheader: say.signIn.preheader(minutes),
    tone: 'info',
    state: say.signIn.state,
    heading: say.signIn.heading,
    blocks: blocks(
      isShared && paragraph(say.signIn.forOneOfSeveral(facts.name)),
      paragraph(say.signIn.lead),
      button(say.signIn.button, url),
      {
        kind: 'facts',
        rows: [
          { label: labels.code, lines: [[{ strong: code }]] },
          { label: labels.validFor, lines: [say.signIn.validFor(minutes)] },
        ],
      },
      note(say.signIn.keepSecret),
      note(say.signIn.notYou),
      note(copyAddress(url)),
    ),
  };
}
