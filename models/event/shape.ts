/** The shape of an event: one occasion, such as a parents' evening, for which several assignments are needed. */
import { z } from 'zod';
import { actingRole, onsiteContact, outboxEntry } from '../assignment/shape.ts';
import { gridInstant, id, line, mode, requestKey, text, venue } from '../shape.ts';

const slot = z.strictObject({
  /** Counts from 1 in the order of time. */
  number: z.number().int(),
  start: z.date(),
  end: z.date(),
  languages: z.array(id),
  label: line(80).optional(),
});
export type PlannedSlot = z.infer<typeof slot>;

/** A block and the id that its assignment has, or will have: it is given before the assignment is there. */
const block = z.strictObject({
  assignment: id,
  language: id,
  track: z.number().int(),
  slots: z.array(z.number().int()),
  start: z.date(),
  end: z.date(),
});
export type PlannedBlock = z.infer<typeof block>;

/** Conversations of one assignment that do not take place. */
const cancelledPart = z.strictObject({ assignment: id, slots: z.array(z.number().int()) });
export type CancelledPart = z.infer<typeof cancelledPart>;

const cancellation = z.strictObject({
  /** The version of the event that it made. */
  version: z.number().int(),
  at: z.date(),
  role: actingRole,
  account: id,
  reason: line(200),
  parts: z.array(cancelledPart),
  request: requestKey.optional(),
});
export type EventCancellation = z.infer<typeof cancellation>;

/** What every assignment of the event takes over. */
const shared = {
  mode,
  venue: venue.optional(),
  occasion: line(120),
  onsiteContact: onsiteContact.optional(),
  notes: text(1000).optional(),
};

/** What all events have, also those that older programs stored. */
const known = {
  _id: id,
  schemaVersion: z.number().int(),
  centre: id,
  agency: id,
  name: line(120),
  localDate: z.string(),
  createdBy: id,
  createdAt: z.date(),
  request: requestKey.optional(),
};

/** What an event has that was entered as slots × languages. */
const planned = {
  ...shared,
  contact: id.optional(),
  /** In which role whoever entered it did so. */
  role: actingRole,
  start: z.date(),
  end: z.date(),
  slots: z.array(slot),
  blocks: z.array(block),
  cancellations: z.array(cancellation),
  version: z.number().int(),
  /** The version up to which everything has been done and said. */
  finishedVersion: z.number().int(),
  /** Something of it is still to be done: assignments to be made or cancelled, mails to be said. Absent when all is done. */
  unfinished: z.boolean().optional(),
  outbox: z.array(outboxEntry),
  updatedAt: z.date(),
};

export const storedEvent = z.strictObject({ ...known, ...z.strictObject(planned).partial().shape });
export type StoredEvent = z.infer<typeof storedEvent>;

const event = z.strictObject({ ...known, ...planned });
export type Event = z.infer<typeof event>;

/** Most blocks of one event; beyond that it is several events. */
export const mostBlocks = 100;

/** What a client sends to enter an event. */
export const newEvent = z.strictObject({
  name: known.name,
  ...shared,
  slots: z
    .array(
      z.strictObject({
        start: gridInstant,
        end: gridInstant,
        languages: z.array(id).min(1).max(20),
        label: slot.shape.label,
      }),
    )
    .min(1)
    .max(100),
});
export type NewEvent = z.output<typeof newEvent>;
