/** The shape of when a person is free: a weekly rhythm on the wall clock, and ranges that take away or add. */
import { z } from 'zod';
import { localDate, timeOfDay } from './shape.ts';
import { part, required } from './storage.ts';

/** A window of every week; a `to` at or before `from` lies on the next day. */
export const weeklyWindow = z.strictObject({
  weekday: z.number().int().min(1).max(7),
  from: timeOfDay,
  to: timeOfDay,
  validFrom: localDate.optional(),
  validTo: localDate.optional(),
});
export type WeeklyWindow = z.infer<typeof weeklyWindow>;

/** A range that takes away (`away`) or adds (`free`); `wholeDays` ones were given as dates, `to` included. */
const availabilityException = z.strictObject({
  from: z.date(),
  to: z.date(),
  wholeDays: z.boolean(),
  kind: z.enum(['away', 'free']),
});
export type AvailabilityException = z.infer<typeof availabilityException>;

export const availability = z.strictObject({
  weekly: z.array(weeklyWindow),
  exceptions: z.array(availabilityException),
});
export type Availability = z.infer<typeof availability>;

/** How availability lies inside a person or a membership. */
export const availabilityPart = part<Availability>({
  weekly: [
    part<WeeklyWindow>({
      weekday: required.number,
      from: required.string,
      to: required.string,
      validFrom: String,
      validTo: String,
    }),
  ],
  exceptions: [
    part<AvailabilityException>({
      from: required.date,
      to: required.date,
      wholeDays: required.boolean,
      kind: required.string,
    }),
  ],
});
