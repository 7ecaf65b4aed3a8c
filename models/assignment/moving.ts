/** Another time or place for an appointment, and other details. */
import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';
import { findAgency } from '../agency.ts';
import { readLanguages } from '../language.ts';
import { namedByLists } from '../lists/named.ts';
import { positionOfPostcode } from '../municipality.ts';
import { type FieldError, PoolError } from '../pool-error.ts';
import { answerBy } from '../rules/offer-plan.ts';
import { checkRequest } from '../rules/request-check.ts';
import type { Details } from '../rules/transitions/moving.ts';
import { decide } from '../rules/transitions.ts';
import { gridInstant, venue } from '../shape.ts';
import { type By, changeAssignment, findAssignment, situationOf } from './change.ts';
import { makeRoom } from './occupation.ts';
import { type Assignment, request } from './shape.ts';

/** The new time, and the new place if there is one. */
export const newTime = request
  .pick({ venue: true })
  .extend({ start: gridInstant, end: gridInstant, venue: venue.optional() });
export type NewTime = z.output<typeof newTime>;

/**
 * Moves an appointment. The person booked holds the new time until they have answered, if they can be there at all;
 * otherwise they are let go at once and the search opens again.
 * @throws `invalid_input` naming `start`, `end`; `wrong_status`, `forbidden`
 */
export async function moveAssignment(id: string, to: NewTime, by: By): Promise<Assignment> {
  await refuseInactive(id);
  return changeAssignment(
    id,
    async (current) => {
      await refuseBadFields({ ...current, ...to }, by.now);
      const situation = await situationOf(current.centre, by.actor, by.now);
      const position = to.venue && (await positionOfPostcode(to.venue.postcode, current.centre));
      const { position: before, ...kept } = current;
      const place = to.venue ? position && { position } : before && { position: before };
      const moved: Assignment = { ...kept, ...to, ...place };
      const input = { ...to, ...place, keepBy: answerBy(by.now, to.start) };
      if (!decide(current, 'move', input, situation)) return null;
      const cells = await roomFor(moved);
      return decide(current, 'move', { ...input, ...(cells && { cells }) }, situation);
    },
    by,
  );
}

/**
 * Changes details. By another mode the person booked must still be able to come and go in time.
 * @throws `invalid_input`; `already_booked` when the way there is not possible; `wrong_status`, `forbidden`
 */
export async function changeDetails(id: string, sent: Details, by: By): Promise<Assignment> {
  return changeAssignment(
    id,
    async (current) => {
      const { named: details, errors } = await namedByLists(sent, current.centre, current.localDate);
      refuse(errors);
      const after = { ...current, ...details } as Assignment;
      if (details.language || details.alsoLanguages || details.mode) await refuseBadDetails(after, by.now);
      const situation = await situationOf(current.centre, by.actor, by.now);
      const isSame = Object.entries(details).every(([key, value]) =>
        isDeepStrictEqual(value ?? undefined, current[key as keyof Assignment]),
      );
      if (isSame) return null;
      const change = decide(current, 'change', details, situation);
      const { booking } = current;
      if (!change || !booking?.cells || !details.mode || details.mode === current.mode) return change;
      const cells = await makeRoom(after, booking.interpreter);
      return decide(current, 'change', { ...details, cells }, situation);
    },
    by,
  );
}

/** An agency that asks no more has nobody sought for it, by whatever way it comes. @throws `agency_inactive` */
export async function refuseInactive(id: string): Promise<void> {
  const { agency } = await findAssignment(id);
  if ((await findAgency(agency)).inactiveSince) throw new PoolError('agency_inactive');
}

/** The cells for the person booked at the new time; undefined when they are somewhere else then, or nobody is booked. */
async function roomFor(moved: Assignment): Promise<number[] | undefined> {
  const { booking } = moved;
  if (!booking) return undefined;
  try {
    return await makeRoom(moved, booking.interpreter);
  } catch (error) {
    if (error instanceof PoolError && error.code === 'already_booked') return undefined;
    throw error;
  }
}

/** @throws `invalid_input` naming every field that cannot be as it would be then */
export async function refuseBadFields(after: Assignment, now: Date): Promise<void> {
  refuse(checkRequest({ ...after, alternatives: [] }, { languages: await readLanguages(), now }));
}

/** The time of an appointment that has passed is no mistake of whoever changes something else. */
async function refuseBadDetails(after: Assignment, now: Date): Promise<void> {
  const errors = checkRequest({ ...after, alternatives: [] }, { languages: await readLanguages(), now });
  refuse(errors.filter(({ path }) => path !== 'start' && path !== 'end'));
}

function refuse(errors: FieldError[]): void {
  if (errors.length > 0) throw new PoolError('invalid_input', { errors });
}
