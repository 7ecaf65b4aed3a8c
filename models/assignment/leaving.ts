/** What lies ahead of somebody who leaves, or of an agency that asks no more, is freed through the rules, one by one. */
import { endInterpreter } from '../account/roles.ts';
import { agencyIsFree, endAgency } from '../agency/leaving.ts';
import type { Agency } from '../agency.ts';
import type { Freeing } from '../interpreter/freeing.ts';
import {
  type CentreMembership,
  changeInterpreter,
  findInterpreter,
  type Interpreter,
} from '../interpreter.ts';
import { PoolError } from '../pool-error.ts';
import type { Actor } from '../rules/transitions/situation.ts';
import { decide } from '../rules/transitions.ts';
import { trusted } from '../storage.ts';
import { changeAssignment, situationOf } from './change.ts';
import type { Assignment, Status } from './shape.ts';
import { Assignments } from './storage.ts';

const booked: Status[] = ['accepted', 'confirmed', 'moved'];
const open: Status[] = ['unverified', 'requested', ...booked];

/** A yes that was on its way when somebody left may still arrive: the mark stays a while after all is free. */
const grace = 60_000;

/** What somebody is booked for in a centre from now on. */
async function bookingsAhead(interpreter: string, centre: string, now: Date): Promise<Assignment[]> {
  return Assignments.find({
    'booking.interpreter': interpreter,
    start: trusted({ $gt: now }),
    centre,
    status: trusted({ $in: booked }),
  })
    .sort({ start: 1 })
    .lean<Assignment[]>();
}

/** What an agency has asked for from now on. */
async function requestsAhead(agency: string, now: Date): Promise<Assignment[]> {
  return Assignments.find({ agency, start: trusted({ $gt: now }), status: trusted({ $in: open }) })
    .sort({ start: 1 })
    .lean<Assignment[]>();
}

/** How somebody ends, in one centre: for good, or until the office wakes the membership again. */
export type Ending = { centre: string; status: 'left' | 'resting'; freeing: Freeing };

/**
 * Ends a membership, then frees what lies ahead in that centre; other centres are untouched.
 * The status is set first, so nobody asks or books any more while the rest is freed.
 * @throws `bookings_ahead` with what would be freed, unless that is confirmed; `not_found` for somebody of another centre
 */
export async function endMembership(
  interpreter: string,
  { centre, status, freeing }: Ending,
  { isConfirmed, now }: { isConfirmed: boolean; now: Date },
): Promise<Interpreter> {
  if (!isConfirmed) refuseWhen(await bookingsAhead(interpreter, centre, now));
  const ended = await changeInterpreter(interpreter, undefined, ({ memberships }) => {
    if (!memberships.some((one) => one.centre === centre)) throw new PoolError('not_found');
    return {
      memberships: memberships.map((one) =>
        one.centre === centre && one.status !== 'left' ? { ...one, status, freeing } : one,
      ),
    };
  });
  await freeMembership(interpreter, { centre, freeing }, now);
  return ended;
}

/** Ends an agency, then cancels what it has asked for. @throws `bookings_ahead` unless that is confirmed */
export async function deactivateAgency(
  agency: string,
  freeing: Freeing,
  { isConfirmed, now }: { isConfirmed: boolean; now: Date },
): Promise<void> {
  if (!isConfirmed) refuseWhen(await requestsAhead(agency, now));
  await endAgency(agency, freeing);
  await cancelRequests(agency, freeing, now);
}

function refuseWhen(ahead: Assignment[]): void {
  if (ahead.length === 0) return;
  const assignments = ahead.map(({ _id, number, status, start, end }) => ({
    id: _id,
    number,
    status,
    start,
    end,
  }));
  throw new PoolError('bookings_ahead', { params: { assignments } });
}

/** Frees every booking ahead in this centre, then ends the role of whoever has left; a booking that somebody else has changed meanwhile is left to them. */
async function freeMembership(
  interpreter: string,
  { centre, freeing }: { centre: string; freeing: Freeing },
  now: Date,
): Promise<void> {
  const { role, account, reason } = freeing;
  const actor: Actor = { role, account, ...(role === 'interpreter' && { interpreter }) };
  const action = role === 'interpreter' ? 'give_back' : 'release';
  for (const { _id } of await bookingsAhead(interpreter, centre, now)) {
    await changeAssignment(
      _id,
      async (current) => {
        const isTheirs = current.booking?.interpreter === interpreter && booked.includes(current.status);
        return isTheirs
          ? decide(current, action, { reason }, await situationOf(current.centre, actor, now))
          : null;
      },
      { actor, now },
    );
  }
  await endQuestions(interpreter, centre, actor, now);
  await endRole(interpreter, centre);
}

/** Whoever has left, and has not come back meanwhile, is no interpreter of the centre any more when they sign in. */
async function endRole(interpreter: string, centre: string): Promise<void> {
  const { account, memberships } = await findInterpreter(interpreter);
  const hasLeft = memberships.some((one) => one.centre === centre && one.status === 'left');
  if (hasLeft) await endInterpreter(account, centre);
}

/** Questions that are still open are not asked any more: the office takes them back, the person says no. */
async function endQuestions(interpreter: string, centre: string, actor: Actor, now: Date): Promise<void> {
  const isOpen = { $elemMatch: { interpreter, state: { $in: ['pending', 'willing'] } } };
  const asking = await Assignments.find(
    { centre, status: 'requested', start: trusted({ $gt: now }), offers: trusted(isOpen) },
    { _id: 1 },
  ).lean<{ _id: string }[]>();
  for (const { _id } of asking) {
    await changeAssignment(
      _id,
      async (current) => {
        const situation = await situationOf(current.centre, actor, now);
        if (actor.role === 'coordinator')
          return decide(current, 'withdraw', { interpreters: [interpreter] }, situation);
        const offer = current.offers.find(
          (one) => one.interpreter === interpreter && (one.state === 'pending' || one.state === 'willing'),
        );
        return offer ? decide(current, 'decline', { offer: offer.id }, situation) : null;
      },
      { actor, now },
    );
  }
}

async function cancelRequests(agency: string, { account, reason }: Freeing, now: Date): Promise<void> {
  const actor: Actor = { role: 'coordinator', account };
  for (const { _id } of await requestsAhead(agency, now)) {
    await changeAssignment(
      _id,
      async (current) =>
        open.includes(current.status)
          ? decide(current, 'cancel', { reason }, await situationOf(current.centre, actor, now))
          : null,
      { actor, now },
    );
  }
}

/** Finishes what a crash has left of somebody's leaving; the mark goes when a while has passed and nothing is left. */
export async function finishLeaving({ _id, memberships }: Interpreter, now: Date): Promise<void> {
  const leaving = memberships.filter(isLeaving);
  for (const membership of leaving) await freeMembership(_id, membership, now);
  const isOver = ({ freeing }: CentreMembership) =>
    freeing !== undefined && freeing.at.getTime() + grace <= now.getTime();
  if (!leaving.some(isOver)) return;
  await changeInterpreter(_id, undefined, (present) => ({
    memberships: present.memberships.map((one) => (isOver(one) ? withoutMark(one) : one)),
  }));
}

/** The same for an agency. */
export async function finishAgency(agency: Agency & { freeing: Freeing }, now: Date): Promise<void> {
  await cancelRequests(agency._id, agency.freeing, now);
  if (agency.freeing.at.getTime() + grace <= now.getTime()) await agencyIsFree(agency);
}

function isLeaving(membership: CentreMembership): membership is CentreMembership & { freeing: Freeing } {
  return membership.freeing !== undefined;
}

function withoutMark({ freeing: _freeing, ...membership }: CentreMembership): CentreMembership {
  return membership;
}
