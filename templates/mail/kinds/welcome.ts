/** The first mail to somebody new: who we are, how to sign in, what happens next. It holds nothing that expires. */
import { words } from '../../words/words.ts';
import { blocks, button, type Description, note, paragraph } from '../description.ts';
import type { MailFacts } from '../facts.ts';

/** What interpreters read and what those who ask for an agency read. */
export function describeWelcome({
  locale,
  role,
  centre,
  baseUrl,
  agency,
  isReadOut,
}: MailFacts): Description {
  const { welcome: say, frame } = words(locale).mails;
  const isVolunteer = role === 'interpreter';
  const url = `${baseUrl}/login`;
  return {
    subject: say.subject(centre.poolName),
    preheader: say.preheader,
    tone: 'info',
    state: say.state,
    heading: say.heading(centre.poolName),
    blocks: blocks(
      paragraph(isVolunteer ? say.volunteer(centre.name) : say.contact(centre.name, agency)),
      paragraph(isVolunteer ? say.volunteerNext : say.contactNext),
      {
        kind: 'facts',
        rows: [
          { label: say.labels.signIn, lines: [isReadOut ? say.byPhone : say.signIn] },
          { label: say.labels.office, lines: [centre.name, [{ phone: centre.phone }]] },
        ],
      },
      button(say.button, url),
      note(say.noPassword),
      note(frame.copyAddress(url)),
    ),
  };
}
