/** Mails: one description, written twice, as HTML and as text. */
import { caseOf, cleaned } from './case.ts';
import type { Description } from './description.ts';
import type { Mail, MailFacts } from './facts.ts';
import { describeEvent, isAboutEvent } from './kinds/events.ts';
import { describeSignIn } from './kinds/sign-in.ts';
import { describeFor } from './kinds/table.ts';
import { htmlPart } from './layout.tsx';
import { textPart } from './plain-text.ts';
import { subjectLine } from './subject.ts';

/** The mail for these facts, for every kind and role. The same facts give the same bytes. */
export function renderMail(given: MailFacts): Mail {
  const facts = cleaned(given);
  const { subject, description } = described(facts);
  return { subject, text: textPart(description, facts), html: htmlPart(description, facts, subject) };
}

function described(facts: MailFacts): { subject: string; description: Description } {
  if (facts.kind === 'sign_in') {
    const description = describeSignIn(facts);
    return { subject: description.subject, description };
  }
  const { kind } = facts;
  if (isAboutEvent(kind)) return describeEvent(kind, facts);
  const one = caseOf(facts);
  const description = describeFor(kind, facts.role)(one);
  return { subject: subjectLine(description.subject, one), description };
}
