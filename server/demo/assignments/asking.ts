/** Who is asked and booked in the demo pool: the pool's own rules find them, with what happened in it so far. */
import type { Assignment, Booking, Offer } from '../../../models/assignment/shape.ts';
import type { Interpreter } from '../../../models/interpreter.ts';
import { weekOf } from '../../../models/rules/local-time.ts';
import { type Candidate, matchPeople, type Person } from '../../../models/rules/matching.ts';
import { fitBetween, homeOf } from '../../../models/rules/occupied.ts';
import { planOffer } from '../../../models/rules/offer-plan.ts';
import { inventedId, zone } from '../invented.ts';
import type { Diary } from './diary.ts';
import type { Pool } from './pool.ts';

/** The offers that the next round makes. @throws Error when not enough people fit, for then the course is wrong */
export function nextOffers(assignment: Assignment, pool: Pool, now: Date, count = 1): Offer[] {
  const round = assignment.round + 1;
  const foreseen = assignment.offers.length === 0 ? (pool.foreseen ?? []) : [];
  const found = foreseen.length >= count ? foreseen : candidatesFor(assignment, pool, now, count);
  const candidates = found.slice(0, count);
  if (candidates.length < count) throw new Error(`nobody fits ${assignment.number} (${assignment.language})`);
  return candidates.map(({ interpreter, kilometres, secondChoice }) =>
    planOffer(
      { interpreter: interpreter._id, account: interpreter.account, kilometres, secondChoice },
      {
        id: inventedId('offer', `${assignment._id}:${round}:${interpreter._id}`),
        round,
        sequence: assignment.sequence,
        start: assignment.start,
      },
      { now, quiet: pool.centre.rules.quietHours, zone },
    ),
  );
}

/** The booking behind an offer, with the cells it occupies beside the person's others. */
export function bookingFor(
  assignment: Assignment,
  {
    interpreter,
    account,
    id,
    secondChoice,
  }: Pick<Offer, 'interpreter' | 'account' | 'secondChoice'> & { id?: string },
  pool: Pool,
  now: Date,
): Booking {
  const cells = cellsOf(assignment, interpreter, pool);
  if (!cells) throw new Error(`${assignment.number} does not fit between the bookings of ${interpreter}`);
  return {
    interpreter,
    account,
    ...(id && { offer: id }),
    at: now,
    cells,
    ...(secondChoice && { secondChoice }),
  };
}

/** The cells an appointment would occupy; undefined where it comes so close to another that this one had to make room. */
export function cellsOf(assignment: Assignment, interpreter: string, pool: Pool): number[] | undefined {
  const person = pool.interpreters.get(interpreter) as Interpreter;
  const others = pool.diary.bookingsOf(interpreter);
  const fit = fitBetween(assignment, homeOf(person), others, pool.centre.rules.travel);
  return 'cells' in fit && fit.trims.length === 0 ? fit.cells : undefined;
}

/** So many people are looked at together; those who have been asked least come first. */
const atOnce = 4;

/** Those who fit and need nobody to make room, best first: at least `count` of them, or all there are. */
export function candidatesFor(assignment: Assignment, pool: Pool, now: Date, count: number): Candidate[] {
  const speakers = speakersFor(assignment, pool)
    .map((interpreter) => ({ interpreter, load: pool.diary.offersTo(interpreter._id).length }))
    .sort((a, b) => a.load - b.load)
    .map(({ interpreter }) => interpreter);
  const found: Candidate[] = [];
  for (let next = 0; next < speakers.length && found.length < count; next += atOnce) {
    found.push(...whoFits(speakers.slice(next, next + atOnce), assignment, pool, now));
  }
  return found;
}

function whoFits(some: Interpreter[], assignment: Assignment, pool: Pool, now: Date): Candidate[] {
  const people = some
    .filter((interpreter) => hasTimeThatDay(interpreter, assignment))
    .map((interpreter) => personFor(onThatDay(interpreter, assignment), assignment, pool.diary, now));
  return matchPeople(assignment, people, pool).candidates.filter(
    ({ interpreter }) => cellsOf(assignment, interpreter._id, pool) !== undefined,
  );
}

/** No rhythm of the demo pool spans midnight, so only the windows of one weekday can matter: all others need not be worked out. */
function onThatDay(interpreter: Interpreter, { weekday }: Assignment): Interpreter {
  const { availability } = interpreter;
  if (!availability) return interpreter;
  const weekly = availability.weekly.filter((window) => window.weekday === weekday);
  return weekly.length > 0 ? { ...interpreter, availability: { ...availability, weekly } } : interpreter;
}

function hasTimeThatDay({ availability }: Interpreter, { weekday }: Assignment): boolean {
  const { weekly = [], exceptions = [] } = availability ?? {};
  const isOfAnyDay = weekly.length === 0 || exceptions.some(({ kind }) => kind === 'free');
  return isOfAnyDay || weekly.some((window) => window.weekday === weekday);
}

/** From today on Arabic speakers are asked for Arabic only, which is never needed in the morning. */
function speakersFor({ language, alsoLanguages, start }: Assignment, pool: Pool): Interpreter[] {
  const all = new Set([language, ...alsoLanguages].flatMap((code) => pool.speakers.get(code) ?? []));
  if (language === 'ar' || start < pool.now) return [...all];
  return [...all].filter(({ languages }) => languages.every((one) => one.language !== 'ar'));
}

function personFor(interpreter: Interpreter, assignment: Assignment, diary: Diary, now: Date): Person {
  const bookings = diary.bookingsOf(interpreter._id);
  const monthAgo = new Date(now.getTime() - 30 * 24 * 3_600_000);
  const week = weekOf(assignment.localDate).monday;
  return {
    interpreter,
    bookings,
    bookedThisWeek: bookings.filter(({ localDate }) => weekOf(localDate).monday === week).length,
    openOffers: 0,
    served: bookings.filter(({ end }) => end < now).length,
    asked: diary.offersTo(interpreter._id).filter(({ askedAt }) => askedAt >= monthAgo && askedAt <= now)
      .length,
  };
}
