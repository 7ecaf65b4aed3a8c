/** What a mail about an event may say: when, where, which blocks; neither its name, nor its occasion, nor notes. */
import type { Account } from '../models/account.ts';
import { findAgency } from '../models/agency.ts';
import { assignmentsOfEvents } from '../models/assignment/list.ts';
import { findEvent } from '../models/event/list.ts';
import type { Event, PlannedBlock } from '../models/event/shape.ts';
import { languageLabel, readLanguages } from '../models/language.ts';
import type { Message } from '../models/message.ts';
import { PoolError } from '../models/pool-error.ts';
import { isEventNewsTrue, statusOf } from '../models/rules/event-status.ts';
import type { EventFacts } from '../templates/mail/facts.ts';

/** The event that a message is about, if it is about one and that is still there. */
export async function eventOf({ event }: Message): Promise<Event | undefined> {
  if (!event) return undefined;
  try {
    return await findEvent(event);
  } catch (error) {
    if (error instanceof PoolError) return undefined;
    throw error;
  }
}

/** Why a message about an event must not leave any more; undefined when it may, or is about something else. */
export async function obstacleOfEvent(message: Message): Promise<'suppressed' | 'superseded' | undefined> {
  if (!message.event) return undefined;
  const event = await eventOf(message);
  if (!event) return 'suppressed';
  const assignments = await assignmentsOfEvents([event._id]);
  return isEventNewsTrue(message.kind, event, assignments) ? undefined : 'superseded';
}

/** The facts of an event; those of a cancellation speak of what it called off. */
export async function eventFacts(
  { kind, version }: Message,
  event: Event,
  { locale }: Account,
): Promise<EventFacts> {
  const [languages, agency, assignments] = await Promise.all([
    readLanguages(),
    findAgency(event.agency),
    assignmentsOfEvents([event._id]),
  ]);
  const isCancellation = kind === 'event_cancelled';
  const blocks = isCancellation ? calledOff(event, version) : event.blocks;
  const { start, end, mode, venue, onsiteContact } = event;
  return {
    start,
    end,
    mode,
    agency: agency.name,
    slots: blocks.reduce((sum, { slots }) => sum + slots.length, 0),
    languages: new Set(blocks.map(({ language }) => language)).size,
    blocks: blocks.map((block) => ({
      language: languageLabel(languages, block.language, locale),
      start: block.start,
      end: block.end,
      number: assignments.find(({ _id }) => _id === block.assignment)?.number,
    })),
    ...(venue && { venue }),
    ...(onsiteContact && { onsiteContact }),
    ...(isCancellation && { left: statusOf(event, assignments).slots }),
  };
}

/** Of each block the conversations that this cancellation took away. */
function calledOff({ blocks, slots, cancellations }: Event, version: number): PlannedBlock[] {
  const parts = cancellations.find((one) => one.version === version)?.parts ?? [];
  return blocks.flatMap((block) => {
    const gone = parts.find(({ assignment }) => assignment === block.assignment)?.slots ?? [];
    const there = slots.filter(({ number }) => gone.includes(number));
    const [first, last] = [there[0], there.at(-1)];
    return first && last ? [{ ...block, slots: gone, start: first.start, end: last.end }] : [];
  });
}
