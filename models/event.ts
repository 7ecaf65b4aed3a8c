/** Events: one occasion, such as a parents' evening, for which several assignments are needed. */
import { z } from 'zod';
import { id, line } from './shape.ts';
import { defineModel, type Fields, required, schemaVersion } from './storage.ts';

export const event = z.strictObject({
  _id: id,
  schemaVersion: z.number().int(),
  centre: id,
  agency: id,
  name: line(120),
  localDate: z.string(),
  createdBy: id,
  createdAt: z.date(),
});
export type Event = z.infer<typeof event>;

const fields: Fields<Event> = {
  _id: required.string,
  schemaVersion: required.number,
  centre: required.string,
  agency: required.string,
  name: required.string,
  localDate: required.string,
  createdBy: required.string,
  createdAt: required.date,
};
const Events = defineModel<Event>('events', fields, [
  { key: { centre: 1, localDate: 1 }, options: { name: 'centre_date' } },
]);

/** Stores events. */
export async function insertEvents(values: Omit<Event, 'schemaVersion'>[]): Promise<void> {
  await Events.insertMany(values.map((value) => ({ ...value, schemaVersion })));
}
