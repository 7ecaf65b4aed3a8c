/** The events of the demo pool: what several assignments have in common. */
import type { Assignment } from '../../../models/assignment/shape.ts';
import type { StoredEvent } from '../../../models/event/shape.ts';
import { schemaVersion } from '../../../models/storage.ts';
import { centreId } from '../invented.ts';

/** An event is what its assignments have in common; here each of them is one conversation. */
export function eventsOf(assignments: Assignment[]): StoredEvent[] {
  const ids = new Set(assignments.flatMap(({ event }) => (event ? [event] : [])));
  return [...ids].map((id) =>
    eventFrom(
      id,
      assignments.filter(({ event }) => event === id),
    ),
  );
}

function eventFrom(_id: string, parts: Assignment[]): StoredEvent {
  const [first] = parts as [Assignment];
  const { agency, occasion, localDate, requestedBy, contact, mode, venue, createdAt } = first;
  const slots = parts.map((part, index) => ({
    number: index + 1,
    start: part.start,
    end: part.end,
    languages: [part.language],
  }));
  return {
    _id,
    schemaVersion,
    centre: centreId,
    agency,
    name: occasion,
    occasion,
    localDate,
    mode,
    ...(venue && { venue }),
    ...(contact && { contact }),
    role: 'contact',
    start: new Date(Math.min(...parts.map(({ start }) => start.getTime()))),
    end: new Date(Math.max(...parts.map(({ end }) => end.getTime()))),
    slots,
    blocks: parts.map(({ _id: assignment, language, start, end }, index) => ({
      assignment,
      language,
      track: 1,
      slots: [index + 1],
      start,
      end,
    })),
    cancellations: [],
    version: 1,
    finishedVersion: 1,
    outbox: [],
    createdBy: requestedBy,
    createdAt,
    updatedAt: createdAt,
  };
}
