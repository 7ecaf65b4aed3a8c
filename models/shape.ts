/** The small shapes that many documents share: ids, instants, local times, places. */
import { DateTime, IANAZone } from 'luxon';
import { z } from 'zod';

/** Minutes of the grid on which every appointment starts and ends; the cells of a booking are this wide. */
export const gridMinutes = 5;

/** An id as the API and the database know it. */
export const id = z.string().min(1).max(80);

/** A line that a person typed: trimmed, without control characters, never empty. */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^[^\p{Cc}]*$/u, { error: 'control_characters' });

/** A telephone number that somebody can dial: at least five digits, with what people write between them. */
export const phone = line(40).regex(/^(?:[\s+/()-]*\d){5}[\d\s+/()-]*$/, { error: 'phone' });

/** A longer text that a person typed; line breaks are allowed. */
export const text = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^[^\p{Cc}]*(?:[\n\r\t][^\p{Cc}]*)*$/u, { error: 'control_characters' });

/** A call that may come twice: whose key it is (`key`) and what was asked for (`fingerprint`), both hashed. */
export const requestKey = z.strictObject({ key: z.string(), fingerprint: z.string() });
export type RequestKey = z.infer<typeof requestKey>;

/** An instant as RFC 3339 with offset; a time without one could be meant in two zones and is refused. */
export const instant = z.iso
  .datetime({ offset: true, error: 'instant', abort: true })
  .transform((value) => DateTime.fromISO(value, { zone: 'utc' }).toJSDate());

/** An instant on the five-minute grid, as every start and end of an appointment. */
export const gridInstant = z.iso
  .datetime({ offset: true, error: 'instant', abort: true })
  .refine((value) => Date.parse(value) % (gridMinutes * 60_000) === 0, { error: 'off_grid' })
  .transform((value) => DateTime.fromISO(value, { zone: 'utc' }).toJSDate());

/** A time of day on the wall clock, `00:00` to `24:00`. */
export const timeOfDay = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/, { error: 'time_of_day' });

/** A calendar day, `2026-11-26`. */
export const localDate = z.iso.date({ error: 'local_date' });

/** Degrees of latitude and longitude. */
export const position = z.strictObject({
  lat: z.number().min(-90).max(90),
  lon: z.number().min(-180).max(180),
});
export type Position = z.infer<typeof position>;

/** On site, by telephone or by video. */
export const mode = z.enum(['onsite', 'phone', 'video']);
export type Mode = z.infer<typeof mode>;

/** A German postcode. */
export const postcode = z.string().regex(/^\d{5}$/, { error: 'postcode' });

/** Where people meet. `position` comes from the municipality table, never from a map service. */
export const venue = z.strictObject({
  name: line(120),
  street: line(120),
  postcode,
  city: line(80),
  meetingPoint: line(200).optional(),
});
export type Venue = z.infer<typeof venue>;

/** A zone of the IANA database, such as Europe/Berlin. */
export const zone = z.string().refine((name) => IANAZone.isValidZone(name), { error: 'zone' });

/** What somebody is in a centre; the switch between several is the account's. */
export const role = z.enum(['contact', 'interpreter', 'coordinator', 'lead', 'clerk', 'reader', 'operator']);
export type Role = z.infer<typeof role>;

/** Languages in which we write; volunteers' further languages come with their catalogues. */
export const locale = z.enum(['de', 'en']);
export type Locale = z.infer<typeof locale>;
