/** Mails about an event as a whole, one instead of one for each of its assignments. Its name and occasion are in none of them. */
import type { ActingRole } from '../../../models/assignment/shape.ts';
import type { EventNoticeKind, NoticeKind } from '../../../models/notice.ts';
import type { Words } from '../../words/de.ts';
import { nbsp, type Text } from '../../words/text.ts';
import { type Clock, clockOf } from '../../words/time.ts';
import { words } from '../../words/words.ts';
import { missing } from '../case.ts';
import { type Block, blocks, type Description, type FactRow, note, paragraph } from '../description.ts';
import type { EventFacts, MailFacts } from '../facts.ts';

type EventCase = { facts: MailFacts; event: EventFacts; words: Words; clock: Clock; day: string };

const kinds: Record<EventNoticeKind, (one: EventCase, role: ActingRole) => Description> = {
  event_receipt: receipt,
  event_request: request,
  event_cancelled: cancelled,
};

/** Whether this is said about an event as a whole. */
export function isAboutEvent(kind: NoticeKind): kind is EventNoticeKind {
  return Object.hasOwn(kinds, kind);
}

/** The mail of an event, with its subject line. @throws when there is no event: a bug */
export function describeEvent(
  kind: EventNoticeKind,
  facts: MailFacts,
): { subject: string; description: Description } {
  const { locale, centre, role } = facts;
  const event = facts.event ?? missing(kind, 'event');
  const clock = clockOf(locale, centre.zone);
  const one = { facts, event, words: words(locale), clock, day: clock.day(event.start) };
  const description = kinds[kind](one, role);
  return { subject: subjectLine(description.subject, one), description };
}

/** The state first, then when, then how many conversations it is about. */
function subjectLine(state: string, { event, clock, words }: EventCase): string {
  const when = `${clock.shortDate(event.start)}, ${clock.time(event.start)}`;
  return `${state}: ${when} (${words.mails.event.conversations(event.slots)})`.replaceAll(nbsp, ' ');
}

function receipt(one: EventCase): Description {
  const { words, facts } = one;
  const { eventReceipt: say, receipt: frame } = words.mails;
  return {
    subject: say.subject,
    preheader: say.preheader,
    tone: 'info',
    state: say.subject,
    heading: say.heading,
    blocks: [
      paragraph(say.lead),
      paragraph(words.mails.frame.hearSoon),
      factsBlock(one, words.mails.event.labels.needed),
      note(say.blocks),
      paragraph(frame.mistakeByReply(facts.centre.phone)),
      note(frame.notYet),
    ],
  };
}

function request(one: EventCase): Description {
  const { words, event, day } = one;
  const { eventRequest: say, event: frame } = words.mails;
  return {
    subject: say.subject,
    preheader: say.preheader,
    tone: 'info',
    state: say.state,
    heading: say.heading(day, frame.conversations(event.slots)),
    blocks: [paragraph(say.lead(event.agency)), factsBlock(one, frame.labels.needed, { withAgency: true })],
  };
}

function cancelled(one: EventCase, role: ActingRole): Description {
  return role === 'contact' ? cancelledAgency(one) : cancelledCoordinator(one);
}

function cancelledAgency(one: EventCase): Description {
  const { words, event, facts, day } = one;
  const { eventCancelled: say, cancelledAgency: frame, event: about } = words.mails;
  const left = event.left ?? 0;
  const subject = left > 0 ? say.subjectSome : say.subject;
  return {
    subject,
    preheader: say.preheader,
    tone: 'neutral',
    state: subject,
    heading: left > 0 ? say.headingSome(day, about.conversations(event.slots)) : say.heading(day),
    blocks: blocks(
      paragraph(left > 0 ? say.leadSome(about.conversations(left)) : say.lead),
      factsBlock(one, about.labels.calledOff),
      left > 0 && note(say.keepsTime),
      paragraph(frame.mistake(facts.centre.phone)),
    ),
  };
}

function cancelledCoordinator(one: EventCase): Description {
  const { words, event, day } = one;
  const { eventCancelled: say, event: about } = words.mails;
  const left = event.left ?? 0;
  const subject = left > 0 ? say.subjectSome : say.subject;
  return {
    subject,
    preheader: say.preheader,
    tone: 'neutral',
    state: subject,
    heading: say.headingByAgency(day, about.conversations(event.slots)),
    blocks: blocks(
      paragraph(left > 0 ? say.leadSomeByAgency(about.conversations(left)) : say.leadByAgency),
      factsBlock(one, about.labels.calledOff, { withAgency: true }),
      left > 0 && note(say.keepsTime),
    ),
  };
}

/** When, where, how much (`label` says what of it: needed, or called off), and a line for each block. */
function factsBlock(one: EventCase, label: string, { withAgency = false } = {}): Block {
  const { event, words, clock } = one;
  const { frame, event: say } = words.mails;
  const { onsiteContact } = event;
  const rows: (FactRow | false | undefined)[] = [
    {
      label: frame.labels.when,
      lines: [clock.date(event.start), `${clock.range(event.start, event.end)} (${clock.zone})`],
    },
    { label: frame.labels.where, lines: whereLines(one) },
    withAgency && { label: frame.labels.agency, lines: [event.agency] },
    onsiteContact && {
      label: frame.labels.onsiteContact,
      lines: [[`${onsiteContact.name}, `, { phone: onsiteContact.phone }]],
    },
    { label, lines: [say.inLanguages(event.slots, event.languages)] },
    { label: say.labels.languages, lines: event.blocks.map((block) => blockLine(block, one)) },
  ];
  return { kind: 'facts', rows: rows.filter((row) => row !== undefined && row !== false) };
}

function blockLine({ language, start, end, number }: EventFacts['blocks'][number], one: EventCase): Text {
  const { clock, day, words } = one;
  const range = clock.range(start, end);
  const when = clock.day(start) === day ? range : `${clock.day(start)}, ${range}`;
  return words.mails.event.block(language, when, number);
}

function whereLines({ event: { mode, venue }, words }: EventCase): Text[] {
  if (mode !== 'onsite' || !venue) return [words.labels.modes[mode]];
  const address = `${venue.name}, ${venue.street}, ${venue.postcode} ${venue.city}`;
  return [address, ...(venue.meetingPoint ? [words.place.meetingPoint(venue.meetingPoint)] : [])];
}
