/** The mark of somebody, or an agency, that has ended its part while bookings lie ahead: what a crash leaves, a sweep finishes. */
import { z } from 'zod';
import { id, line } from '../shape.ts';
import { part, required } from '../storage.ts';

/** Somebody or an agency has ended their part, and what lies ahead has yet to be freed; gone once that is done. */
export const freeing = z.strictObject({
  at: z.date(),
  reason: line(200),
  role: z.enum(['interpreter', 'coordinator']),
  account: id,
});
export type Freeing = z.infer<typeof freeing>;

/** How it lies inside a person's membership or an agency. */
export const freeingPart = part<Freeing>({
  at: required.date,
  reason: required.string,
  role: required.string,
  account: required.string,
});
