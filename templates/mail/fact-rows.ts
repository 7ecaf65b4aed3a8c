/** The facts of an appointment as a mail lists them: when, where, in which language, its number. */
import type { Text } from '../words/text.ts';
import type { Case } from './case.ts';
import type { Block, FactRow } from './description.ts';

/** The facts as the recipient may see them. `withAgency` names who asked; `isMoved` says that the time is new. */
export function factsBlock(one: Case, { withAgency = false, isMoved = false } = {}): Block {
  const { assignment, words, clock } = one;
  const { labels } = words.mails.frame;
  const { agency, interpreter, onsiteContact, language, number } = assignment;
  const alternatives = (assignment.alternatives ?? []).map(
    ({ start, end }) => `${clock.day(start)}, ${clock.range(start, end)}`,
  );
  const secondChoices = [
    ...(assignment.alsoLanguages ?? []),
    ...(assignment.alsoModes ?? []).map((mode) => words.labels.modes[mode]),
  ];
  const rows: (FactRow | false | undefined)[] = [
    { label: isMoved ? labels.newTime : labels.when, lines: whenLines(one) },
    isMoved && isAnotherTime(one) && { label: labels.oldTime, lines: beforeLines(one) },
    !assignment.isPlaceUnsure && { label: labels.where, lines: whereLines(one) },
    withAgency && { label: labels.agency, lines: [agency] },
    onsiteContact && { label: labels.onsiteContact, lines: [person(onsiteContact)] },
    interpreter && { label: labels.interpreter, lines: [person(interpreter)] },
    language !== undefined && { label: labels.language, lines: [language] },
    alternatives.length > 0 && { label: labels.alternatives, lines: alternatives },
    secondChoices.length > 0 && { label: labels.secondChoices, lines: [secondChoices.join(', ')] },
    { label: labels.number, lines: [number] },
  ];
  return { kind: 'facts', rows: rows.filter((row) => row !== undefined && row !== false) };
}

function whenLines({ assignment, clock, range, words, facts }: Case): Text[] {
  const { start, end, venue } = assignment;
  const isFirm = facts.kind === 'booked' || facts.kind === 'reminder';
  return [
    clock.date(start),
    `${range} (${clock.zone})`,
    words.time.lasts(clock.duration(start, end)),
    ...(venue && isFirm && facts.role === 'interpreter' ? [words.place.beEarly] : []),
  ];
}

/** The move has changed the place, and not the time. */
export function isOnlyPlace(one: Case): boolean {
  return one.assignment.cause?.before !== undefined && !isAnotherTime(one);
}

/** The move has changed the time, and not only the place. */
function isAnotherTime({ assignment: { cause, start, end } }: Case): boolean {
  const before = cause?.before;
  if (!before) return false;
  return before.start.getTime() !== start.getTime() || before.end.getTime() !== end.getTime();
}

function beforeLines({ assignment: { cause }, clock }: Case): Text[] {
  const before = cause?.before;
  return before ? [`${clock.day(before.start)}, ${clock.range(before.start, before.end)}`] : [];
}

function whereLines({ assignment, words, facts }: Case): Text[] {
  const { mode, venue, town } = assignment;
  const { place, labels } = words;
  if (mode !== 'onsite') return [labels.modes[mode]];
  if (venue) {
    const address = `${venue.name}, ${venue.street}, ${venue.postcode} ${venue.city}`;
    return [address, ...(venue.meetingPoint ? [place.meetingPoint(venue.meetingPoint)] : [])];
  }
  const roughly = town ? place.onsiteIn(`${town.postcode} ${town.city}`) : labels.modes.onsite;
  const kilometres = facts.offer?.kilometres;
  const distance = kilometres === undefined ? '' : `, ${place.kilometres(kilometres)}`;
  return [`${roughly}${distance}`, ...(facts.kind === 'offer' ? [place.addressAfterYes] : [])];
}

function person({ name, phone }: { name: string; phone?: string }): Text {
  return phone ? [`${name}, `, { phone }] : name;
}
