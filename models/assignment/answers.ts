/** What people answer who were asked: yes, no, and until when a yes still counts. */

import { findInterpreter, serves } from '../interpreter.ts';
import { PoolError } from '../pool-error.ts';
import type { Actor } from '../rules/transitions/situation.ts';
import { decide } from '../rules/transitions.ts';
import { found } from '../storage.ts';
import { type By, changeAssignment, situationOf } from './change.ts';
import { makeRoom } from './occupation.ts';
import type { Assignment, Booking, Offer } from './shape.ts';
import { Assignments } from './storage.ts';

/** An offer with the assignment it belongs to. */
export type Asked = { assignment: Assignment; offer: Offer };

/** The offer with this id and its assignment. @throws `not_found` */
export async function findOffer(offer: string): Promise<Asked> {
  return askedIn(found(await Assignments.findOne({ 'offers.id': offer }).lean<Assignment>()), offer);
}

/**
 * Somebody says yes. The first yes wins, and the database refuses an interpreter who is elsewhere at that time.
 * The same yes again is the same answer.
 * @throws `already_taken` · `already_booked` · `offer_withdrawn` · `too_late` · `not_found`
 */
export async function acceptOffer(
  offer: string,
  { actor, now, note }: { actor: Actor; now: Date; note?: string | undefined },
): Promise<Asked> {
  const { assignment } = await findOffer(offer);
  const after = await changeAssignment(
    assignment._id,
    async (current) => {
      const { interpreter } = askedIn(current, offer).offer;
      if (!(await isStillWithUs(interpreter, current.centre))) throw new PoolError('offer_withdrawn');
      const situation = await situationOf(current.centre, actor, now);
      if (situation.centre.rules.severalYeses) return decide(current, 'be_willing', { offer }, situation);
      const booking = bookingFor(askedIn(current, offer).offer, now);
      const said = note ? { note } : {};
      if (!decide(current, 'accept', { offer, booking, ...said }, situation)) return null;
      const cells = await makeRoom({ ...current, booking }, booking.interpreter);
      return decide(current, 'accept', { offer, booking: { ...booking, cells }, ...said }, situation);
    },
    { actor, now },
  );
  return askedIn(after, offer);
}

/** Somebody says no, with or without a reason. A first answer stays. @throws `not_found` */
export async function declineOffer(
  offer: string,
  reason: string | undefined,
  { actor, now }: { actor: Actor; now: Date },
): Promise<Asked> {
  const { assignment } = await findOffer(offer);
  const after = await changeAssignment(
    assignment._id,
    async (current) =>
      decide(
        current,
        'decline',
        { offer, ...(reason && { reason }) },
        await situationOf(current.centre, actor, now),
      ),
    { actor, now },
  );
  return askedIn(after, offer);
}

/**
 * A coordinator books firmly: the one who said yes, or whom they choose among several.
 * @throws `already_taken` when somebody else holds it; `not_eligible` when the one chosen has not said yes
 */
export async function confirmBooking(
  id: string,
  interpreter: string | undefined,
  by: By,
): Promise<Assignment> {
  const { actor, now } = by;
  return changeAssignment(
    id,
    async (current) => {
      const situation = await situationOf(current.centre, actor, now);
      const named = interpreter ? { interpreter } : {};
      const chosen =
        current.booking || !interpreter ? undefined : await chosenAmongWilling(current, interpreter, now);
      return decide(current, 'confirm', { ...named, ...(chosen && { booking: chosen }) }, situation);
    },
    by,
  );
}

async function chosenAmongWilling(assignment: Assignment, interpreter: string, now: Date): Promise<Booking> {
  const offer = assignment.offers.find((one) => one.interpreter === interpreter && one.state === 'willing');
  if (!offer) throw new PoolError('not_eligible', { params: { interpreter, code: 'not_willing' } });
  if (!(await isStillWithUs(interpreter, assignment.centre))) {
    throw new PoolError('not_eligible', { params: { interpreter, code: 'not_active', status: 'left' } });
  }
  const booking = bookingFor(offer, now);
  return { ...booking, cells: await makeRoom({ ...assignment, booking }, interpreter) };
}

/** Whoever has left since they were asked is not booked any more. */
async function isStillWithUs(interpreter: string, centre: string): Promise<boolean> {
  return serves(await findInterpreter(interpreter), centre);
}

function bookingFor(offer: Offer, now: Date): Booking {
  const { interpreter, account, id, secondChoice } = offer;
  return { interpreter, account, offer: id, at: now, ...(secondChoice && { secondChoice }) };
}

/** The offer with this id within its assignment. @throws `not_found` */
export function askedIn(assignment: Assignment, id: string): Asked {
  return { assignment, offer: found(assignment.offers.find((one) => one.id === id)) };
}
