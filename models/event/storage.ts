/** How events are stored. */
import { venuePart } from '../agency.ts';
import type { Assignment } from '../assignment/shape.ts';
import { requestPart } from '../calls/once.ts';
import { outboxIndex, outboxPart } from '../outbox.ts';
import { defineModel, type Fields, part, required, schemaVersion } from '../storage.ts';
import type { CancelledPart, EventCancellation, PlannedBlock, PlannedSlot, StoredEvent } from './shape.ts';

const fields: Fields<StoredEvent> = {
  _id: required.string,
  schemaVersion: required.number,
  centre: required.string,
  agency: required.string,
  name: required.string,
  localDate: required.string,
  createdBy: required.string,
  createdAt: required.date,
  request: requestPart,
  mode: String,
  venue: venuePart,
  occasion: String,
  onsiteContact: part<NonNullable<Assignment['onsiteContact']>>({
    name: required.string,
    phone: required.string,
  }),
  notes: String,
  contact: String,
  role: String,
  start: Date,
  end: Date,
  slots: listOf(
    part<PlannedSlot>({
      number: required.number,
      start: required.date,
      end: required.date,
      languages: [String],
      label: String,
    }),
  ),
  blocks: listOf(
    part<PlannedBlock>({
      assignment: required.string,
      language: required.string,
      track: required.number,
      slots: [Number],
      start: required.date,
      end: required.date,
    }),
  ),
  cancellations: listOf(
    part<EventCancellation>({
      version: required.number,
      at: required.date,
      role: required.string,
      account: required.string,
      reason: required.string,
      parts: [part<CancelledPart>({ assignment: required.string, slots: [Number] })],
      request: requestPart,
    }),
  ),
  version: Number,
  finishedVersion: Number,
  unfinished: Boolean,
  outbox: listOf(outboxPart),
  updatedAt: Date,
};

/** For the files of this folder only. */
export const Events = defineModel<StoredEvent>('events', fields, [
  { key: { centre: 1, localDate: 1 }, options: { name: 'centre_date' } },
  { key: { centre: 1, start: 1, _id: 1 }, options: { name: 'centre_start' } },
  { key: { agency: 1, start: 1, _id: 1 }, options: { name: 'agency_start' } },
  { key: { unfinished: 1 }, options: { name: 'unfinished', sparse: true } },
  outboxIndex,
]);

/** Stores events as they are: the demo pool, and later an import. */
export async function insertEvents(values: Omit<StoredEvent, 'schemaVersion'>[]): Promise<void> {
  await Events.insertMany(values.map((value) => ({ ...value, schemaVersion })));
}

/** A list that is absent where nothing was planned, rather than empty. */
function listOf(shape: ReturnType<typeof part>) {
  return { type: [shape], default: undefined };
}
