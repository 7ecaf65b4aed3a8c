/** The search for somebody: who fits and why not, the next round, and asking by name. */
import { findCentre } from '../centre.ts';
import { type Interpreter, interpretersOf } from '../interpreter.ts';
import { readLanguages } from '../language.ts';
import { PoolError } from '../pool-error.ts';
import { keepRound, type NewRound, planRound } from '../round.ts';
import {
  type Candidate,
  type ExclusionCode,
  type Matches,
  matchPeople,
  type Person,
} from '../rules/matching.ts';
import { nextToAsk, planOffer } from '../rules/offer-plan.ts';
import { isRoundDue } from '../rules/transitions/asking.ts';
import type { Change } from '../rules/transitions/change.ts';
import { goesOnByItself } from '../rules/transitions/derived.ts';
import type { Situation } from '../rules/transitions/situation.ts';
import { decide } from '../rules/transitions.ts';
import { newId } from '../storage.ts';
import { activityOf } from './activity.ts';
import { type By, changeAssignment, situationOf } from './change.ts';
import { bookingsAround } from './occupation.ts';
import type { Assignment, Offer } from './shape.ts';

/** Filters that a coordinator passes over by asking somebody by name: limits are advice. */
const passedOverByName: readonly ExclusionCode[] = ['cap', 'withdrawn'];

/** Everybody of the centre: who fits, best first, with reasons, and for everyone else why not. */
export async function findMatches(
  assignment: Assignment,
  now: Date,
  ignored: readonly ExclusionCode[] = [],
): Promise<Matches> {
  const [centre, languages, people] = await Promise.all([
    findCentre(assignment.centre),
    readLanguages(),
    peopleOf(assignment, now),
  ]);
  return matchPeople(assignment, people, { centre, languages }, ignored);
}

/**
 * The next round, now: those who are next of all who fit are asked, one, a wave or all as the centre does it.
 * By itself a round asks nobody beside the one who is to be asked first, where the centre asks by hand.
 * @throws `no_candidates` when nobody is left; `held`, `wrong_status`
 */
export async function askNext(id: string, by: By): Promise<Assignment> {
  return asking(id, by, async (assignment) => {
    const isByItself = by.actor.role === 'system';
    if (isByItself && !isRoundDue(assignment, by.now)) return null;
    const situation = await situationOf(assignment.centre, by.actor, by.now);
    const matches = await findMatches(assignment, by.now);
    const first = await formerOne(assignment, by.now);
    if (first) return ask(assignment, [first], matches, situation);
    const chosen = chosenFor(assignment, matches, situation);
    if (chosen.length > 0) return ask(assignment, chosen, matches, situation);
    if (isByItself) return decide(assignment, 'exhaust', {}, situation);
    decide(assignment, 'ask', { offers: [] }, situation);
    throw new PoolError('no_candidates');
  });
}

/**
 * Asks these people by name; who has been asked already keeps the same offer.
 * @throws `not_eligible` with the reason when somebody does not fit; `not_found` when somebody is not of this centre
 */
export async function askByName(id: string, interpreters: string[], by: By): Promise<Assignment> {
  return asking(id, by, async (assignment) => {
    const situation = await situationOf(assignment.centre, by.actor, by.now);
    const fresh = [...new Set(interpreters)].filter((one) => !standingOffer(assignment, one));
    const matches = await findMatches(assignment, by.now, passedOverByName);
    const chosen = fresh.map((interpreter) => candidateNamed(interpreter, matches));
    return ask(assignment, chosen, matches, situation);
  });
}

/** The offer that stands between this assignment and this person: not one that was withdrawn, lost, or is for another time. */
export function standingOffer(
  assignment: Pick<Assignment, 'offers'>,
  interpreter: string,
): Offer | undefined {
  return assignment.offers.find(
    (offer) =>
      offer.interpreter === interpreter &&
      !offer.former &&
      offer.state !== 'withdrawn' &&
      offer.state !== 'lost',
  );
}

/** What may stand against whoever was booked for this very time before, without keeping them from being asked first. */
const passedOverForFormer: readonly ExclusionCode[] = [
  'not_available',
  'already_asked',
  'withdrawn',
  'cap',
  'too_far',
];

/** Whoever was booked before a cancellation was undone. */
async function formerOne({ askFirst, ...assignment }: Assignment, now: Date): Promise<Candidate | undefined> {
  if (!askFirst) return undefined;
  const { candidates } = await findMatches(assignment, now, passedOverForFormer);
  return candidates.find(({ interpreter }) => interpreter._id === askFirst);
}

/** Nobody but the former one is asked by itself where the centre asks by hand. */
function chosenFor(
  assignment: Assignment,
  { candidates }: Matches,
  { actor, centre }: Situation,
): Candidate[] {
  const { askFirst: _first, ...rest } = assignment;
  const needsHand = actor.role === 'system' && !goesOnByItself(rest, centre.rules);
  return needsHand ? [] : nextToAsk(candidates, centre.rules);
}

/** Decides a round, and notes it down before anybody is asked. */
async function ask(assignment: Assignment, chosen: Candidate[], matches: Matches, situation: Situation) {
  const offers = offersTo(chosen, assignment, situation);
  const change = decide(assignment, 'ask', { offers }, situation);
  if (!change) return null;
  const round = roundOf(assignment, offers, chosen, matches, situation);
  await planRound(round);
  return { change, round };
}

/** Runs a change that asks people; the round that was carried out is the one that stays noted. */
async function asking(
  id: string,
  by: By,
  decideRound: (assignment: Assignment) => Promise<Asking | Change | null>,
) {
  let carriedOut: NewRound | undefined;
  const after = await changeAssignment(
    id,
    async (assignment) => {
      const decided = await decideRound(assignment);
      carriedOut = decided && 'round' in decided ? decided.round : undefined;
      return decided && 'round' in decided ? decided.change : decided;
    },
    by,
  );
  if (carriedOut) await keepRound(carriedOut);
  return after;
}

type Asking = { change: Change; round: NewRound };

function roundOf(
  assignment: Assignment,
  offers: Offer[],
  chosen: Candidate[],
  { candidates, excluded }: Matches,
  { now, actor }: Situation,
): NewRound {
  const speakers = excluded.filter((one) => speaks(one, assignment));
  return {
    n: assignment.round + 1,
    assignment: assignment._id,
    at: now,
    by: actor.role === 'system' ? 'system' : 'coordinator',
    asked: chosen.map(({ score, reasons }, index) => {
      const { interpreter, account, id } = offers[index] as Offer;
      return { interpreter, account, offer: id, points: score, reasons: reasons.map(({ code }) => code) };
    }),
    excluded: speakers.map(({ interpreter, code }) => ({ interpreter: interpreter._id, code })),
    counts: {
      asked: chosen.length,
      waiting: candidates.length - chosen.length,
      excluded: speakers.length,
      rest: excluded.length - speakers.length,
    },
  };
}

/** Whoever was left out for another reason speaks the language; of those who are not active it has to be looked up. */
function speaks(
  { interpreter, code }: Matches['excluded'][number],
  { language, alsoLanguages }: Assignment,
): boolean {
  if (code !== 'not_active') return code !== 'language';
  const wanted = [language, ...alsoLanguages];
  return interpreter.languages.some(
    (one) => wanted.includes(one.language) || wanted.includes(one.variety ?? ''),
  );
}

function candidateNamed(interpreter: string, { candidates, excluded }: Matches): Candidate {
  const candidate = candidates.find((one) => one.interpreter._id === interpreter);
  if (candidate) return candidate;
  const why = excluded.find((one) => one.interpreter._id === interpreter);
  if (!why) throw new PoolError('not_found');
  throw new PoolError('not_eligible', { params: { interpreter, code: why.code, ...why.params } });
}

function offersTo(chosen: Candidate[], assignment: Assignment, { now, centre }: Situation): Offer[] {
  const { start, sequence } = assignment;
  const round = assignment.round + 1;
  return chosen.map(({ interpreter, kilometres, secondChoice }) =>
    planOffer(
      { interpreter: interpreter._id, account: interpreter.account, kilometres, secondChoice },
      { id: newId(), round, sequence, start },
      { now, quiet: centre.rules.quietHours, zone: centre.zone },
    ),
  );
}

async function peopleOf(assignment: Assignment, now: Date): Promise<Person[]> {
  const interpreters = await interpretersOf(assignment.centre);
  const ids = interpreters.map((one) => one._id);
  const [bookings, activity] = await Promise.all([
    bookingsAround(ids, assignment),
    activityOf(ids, assignment, now),
  ]);
  return interpreters.map((interpreter: Interpreter) => ({
    interpreter,
    bookings: bookings.filter((one) => one.booking?.interpreter === interpreter._id),
    ...activity(interpreter._id),
  }));
}
