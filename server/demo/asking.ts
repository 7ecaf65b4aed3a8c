/** Who is asked and booked in the demo pool: the pool's own rules find them, with what happened in it so far. */
import { DateTime } from 'luxon';
import { type Assignment, type Booking, type Offer, occupying } from '../../models/assignment/shape.ts';
import type { Interpreter } from '../../models/interpreter.ts';
import {
  type Candidate,
  type MatchingSituation,
  matchPeople,
  type Person,
} from '../../models/rules/matching.ts';
import { fitBetween, homeOf } from '../../models/rules/occupied.ts';
import { nextToAsk, planOffer } from '../../models/rules/offer-plan.ts';
import { inventedId, zone } from './invented.ts';
import { sparedPerson } from './people.ts';

/** What the search may know: who there is, and the assignments told before this one. */
export type Pool = MatchingSituation & { interpreters: Interpreter[]; earlier: Assignment[] };

/** The offer that the next round makes. @throws Error when nobody fits, for then the table of requests is wrong */
export function nextOffer(assignment: Assignment, pool: Pool, now: Date): Offer {
  const round = assignment.round + 1;
  const { interpreter, kilometres } = nextCandidate(assignment, pool, now);
  return planOffer(
    { interpreter: interpreter._id, account: interpreter.account, kilometres },
    {
      id: inventedId('offer', `${assignment._id}:${round}`),
      round,
      sequence: assignment.sequence,
      start: assignment.start,
    },
    { now, quiet: pool.centre.rules.quietHours, zone },
  );
}

/** The booking behind an offer, with the cells it occupies beside the person's others. */
export function bookingFor(
  assignment: Assignment,
  { interpreter, account, id }: Pick<Offer, 'interpreter' | 'account' | 'id'>,
  pool: Pool,
  now: Date,
): Booking {
  const cells = cellsOf(assignment, interpreter, pool);
  if (!cells) throw new Error(`${assignment.number} does not fit between the bookings of ${interpreter}`);
  return { interpreter, account, offer: id, at: now, cells };
}

/** The cells an appointment would occupy; undefined where it comes so close to another that this one had to make room. */
export function cellsOf(assignment: Assignment, interpreter: string, pool: Pool): number[] | undefined {
  const person = pool.interpreters.find(({ _id }) => _id === interpreter) as Interpreter;
  const others = bookingsOf(interpreter, pool.earlier);
  const fit = fitBetween(assignment, homeOf(person), others, pool.centre.rules.travel);
  return 'cells' in fit && fit.trims.length === 0 ? fit.cells : undefined;
}

function nextCandidate(assignment: Assignment, pool: Pool, now: Date): Candidate {
  const people = pool.interpreters
    .filter((interpreter) => mayBeAsked(interpreter, assignment))
    .map((interpreter) => personFor(interpreter, assignment, pool.earlier, now));
  const roomy = matchPeople(assignment, people, pool).candidates.filter(
    ({ interpreter }) => cellsOf(assignment, interpreter._id, pool) !== undefined,
  );
  const [chosen] = nextToAsk(roomy, pool.centre.rules);
  if (!chosen) throw new Error(`nobody fits ${assignment.number} (${assignment.language})`);
  return chosen;
}

/** One calendar stays empty, and Arabic speakers are asked for Arabic only, which is never needed in the morning ahead. */
function mayBeAsked({ _id, languages }: Interpreter, { language }: Assignment): boolean {
  if (_id === inventedId('interpreter', sparedPerson)) return false;
  return language === 'ar' || languages.every((one) => one.language !== 'ar');
}

function personFor(
  interpreter: Interpreter,
  assignment: Assignment,
  earlier: Assignment[],
  now: Date,
): Person {
  const bookings = bookingsOf(interpreter._id, earlier);
  const offers = earlier
    .flatMap((one) => one.offers)
    .filter((offer) => offer.interpreter === interpreter._id);
  const monthAgo = new Date(now.getTime() - 30 * 24 * 3_600_000);
  return {
    interpreter,
    bookings,
    bookedThisWeek: bookings.filter((booked) => isSameWeek(booked, assignment)).length,
    openOffers: 0,
    served: bookings.filter(({ end }) => end < now).length,
    asked: offers.filter(({ askedAt }) => askedAt >= monthAgo).length,
  };
}

function bookingsOf(interpreter: string, assignments: Assignment[]): Assignment[] {
  return assignments.filter(
    ({ status, booking }) => occupying.includes(status) && booking?.interpreter === interpreter,
  );
}

function isSameWeek(a: Assignment, b: Assignment): boolean {
  return DateTime.fromJSDate(a.start, { zone: 'utc' }).hasSame(
    DateTime.fromJSDate(b.start, { zone: 'utc' }),
    'week',
  );
}
