/** Mails: one description, written twice, as HTML and as text. */

import type { NoticeKind, PersonalNotice } from '../../models/notice.ts';
import { caseOf, cleaned } from './case.ts';
import type { Description } from './description.ts';
import type { Mail, MailFacts } from './facts.ts';
import { describeEmailChange } from './kinds/email-change.ts';
import { describeEvent, isAboutEvent } from './kinds/events.ts';
import { describeSignIn } from './kinds/sign-in.ts';
import { describeFor } from './kinds/table.ts';
import { describeWelcome } from './kinds/welcome.ts';
import { htmlPart } from './layout.tsx';
import { textPart } from './plain-text.ts';
import { subjectLine } from './subject.ts';

/** The mail for these facts, for every kind and role. The same facts give the same bytes. */
export function renderMail(given: MailFacts): Mail {
  const facts = cleaned(given);
  const { subject, description } = described(facts);
  return { subject, text: textPart(description, facts), html: htmlPart(description, facts, subject) };
}

/** Mails about a person and no appointment. */
const personal: Record<PersonalNotice, (facts: MailFacts) => Description> = {
  sign_in: describeSignIn,
  welcome: describeWelcome,
  email_change_new: describeEmailChange,
  email_change_old: describeEmailChange,
};

function isPersonal(kind: NoticeKind): kind is PersonalNotice {
  return kind in personal;
}

function described(facts: MailFacts): { subject: string; description: Description } {
  const { kind, role } = facts;
  if (isPersonal(kind)) {
    const description = personal[kind](facts);
    return { subject: description.subject, description };
  }
  if (isAboutEvent(kind)) return describeEvent(kind, facts);
  const one = caseOf(facts);
  const description = describeFor(kind, role)(one);
  return { subject: subjectLine(description.subject, one), description };
}
