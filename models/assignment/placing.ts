/** Bookings that a coordinator makes by telephone: a yes that nobody was asked for by mail, another person, an assignment agreed before. */
import { findInterpreter } from '../interpreter.ts';
import { PoolError } from '../pool-error.ts';
import type { ExclusionCode } from '../rules/matching.ts';
import { planOffer } from '../rules/offer-plan.ts';
import type { Situation } from '../rules/transitions/situation.ts';
import { decide } from '../rules/transitions.ts';
import { newId } from '../storage.ts';
import { type By, changeAssignment, situationOf } from './change.ts';
import { makeRoom } from './occupation.ts';
import { findMatches, standingOffer } from './search.ts';
import type { Assignment, Booking, Offer } from './shape.ts';

/** Who comes, what was said, and — only against a conflict — why the person is booked all the same. */
export type Placing = { interpreter: string; note: string; override?: string | undefined };

/** What a yes on the telephone outweighs. Whoever does not speak the language, or is not active, needs a reason (`override`), as a conflict does. */
const advice: readonly ExclusionCode[] = [
  'gender',
  'not_available',
  'booked',
  'excluded_pair',
  'already_asked',
  'withdrawn',
  'declined',
  'cap',
  'too_far',
  'proof_expired',
];

/**
 * Somebody has said yes to a coordinator. The yes stands as if it had been given by mail.
 * @throws `not_found` for somebody who is not of this centre; `not_eligible` (language, not active) and `already_booked`
 *   unless overridden; `already_taken`
 */
export async function assignByHand(id: string, placing: Placing, by: By): Promise<Assignment> {
  return changeAssignment(
    id,
    async (current) => {
      const situation = await situationOf(current.centre, by.actor, by.now);
      const { offer, isNew } = await offerFor(current, placing, situation);
      const asked = isNew ? { asked: offer } : {};
      const yes = (booking: Booking) =>
        decide(current, 'accept', { offer: offer.id, booking, note: saidBy(placing), ...asked }, situation);
      if (!yes(bookingOf(offer, by.now))) return null;
      return yes(await claimed(current, bookingOf(offer, by.now), placing));
    },
    by,
  );
}

/**
 * Another person takes over from the one who is booked.
 * @throws `not_found` for somebody who is not of this centre; `already_booked` unless overridden; `wrong_status`
 */
export async function replaceBooked(id: string, placing: Placing, by: By): Promise<Assignment> {
  return changeAssignment(
    id,
    async (current) => {
      const situation = await situationOf(current.centre, by.actor, by.now);
      const { offer, isNew } = await offerFor(current, placing, situation);
      const asked = isNew ? { asked: offer } : {};
      const taking = (booking: Booking) =>
        decide(current, 'replace', { booking, note: saidBy(placing), ...asked }, situation);
      if (!taking(bookingOf(offer, by.now))) return null;
      return taking(await claimed(current, bookingOf(offer, by.now), placing));
    },
    by,
  );
}

/** The booking of somebody of this centre, for an assignment that is entered as agreed. @throws as `assignByHand` */
export async function agreedBooking(
  assignment: Assignment,
  placing: Placing,
  situation: Situation,
): Promise<{ booking: Booking; offer: Offer }> {
  const { offer } = await offerFor(assignment, placing, situation);
  const accepted: Offer = { ...offer, state: 'accepted', answeredAt: situation.now };
  return { booking: await claimed(assignment, bookingOf(offer, situation.now), placing), offer: accepted };
}

/** The offer that the yes belongs to: one that stands, or a new one. */
async function offerFor(
  assignment: Assignment,
  { interpreter, override }: Placing,
  situation: Situation,
): Promise<{ offer: Offer; isNew: boolean }> {
  const { now, centre } = situation;
  const person = await findInterpreter(interpreter);
  const membership = person.memberships.find((one) => one.centre === assignment.centre);
  if (!membership || membership.status === 'left') throw new PoolError('not_found');
  const standing = standingOffer(assignment, interpreter);
  if (standing && standing.state !== 'declined') return { offer: standing, isNew: false };
  const { candidates, excluded } = await findMatches(assignment, now, advice);
  const against = excluded.find((one) => one.interpreter._id === interpreter);
  if (against && !override)
    throw new PoolError('not_eligible', { params: { interpreter, code: against.code, ...against.params } });
  const match = candidates.find((one) => one.interpreter._id === interpreter);
  const { start, sequence, round } = assignment;
  const offer = planOffer(
    {
      interpreter,
      account: person.account,
      kilometres: match?.kilometres,
      secondChoice: match?.secondChoice,
    },
    { id: newId(), round, sequence, start },
    { now, quiet: undefined, zone: centre.zone },
  );
  return { offer, isNew: true };
}

/** What the history keeps: what was said, and why against a conflict. */
export function saidBy({ note, override }: Pick<Placing, 'note' | 'override'>): string {
  return override ? `${note} (${override})` : note;
}

function bookingOf({ interpreter, account, id, secondChoice }: Offer, at: Date): Booking {
  return { interpreter, account, offer: id, at, ...(secondChoice && { secondChoice }) };
}

/** The booking with the interpreter's time; against a conflict without it, when a reason is given. */
async function claimed(assignment: Assignment, booking: Booking, { override }: Placing): Promise<Booking> {
  try {
    return { ...booking, cells: await makeRoom({ ...assignment, booking }, booking.interpreter) };
  } catch (error) {
    if (override && error instanceof PoolError && error.code === 'already_booked')
      return { ...booking, override };
    throw error;
  }
}

/** A booking that was made against a conflict gets the interpreter's time, if the conflict has ended. */
export async function claimTime(id: string, by: By): Promise<Assignment> {
  return changeAssignment(
    id,
    async (current) => {
      const { booking } = current;
      if (!booking?.override || booking.cells) return null;
      const situation = await situationOf(current.centre, by.actor, by.now);
      const { cells } = await claimed(current, booking, { ...booking, note: '' });
      return cells ? decide(current, 'claim_time', { cells }, situation) : null;
    },
    by,
  );
}
