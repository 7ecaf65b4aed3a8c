/** The search for somebody: who fits and why not, the next round, and asking by name. */
import { findCentre } from '../centre.ts';
import { type Interpreter, interpretersOf } from '../interpreter.ts';
import { readLanguages } from '../language.ts';
import { PoolError } from '../pool-error.ts';
import {
  type Candidate,
  type ExclusionCode,
  type Matches,
  matchPeople,
  type Person,
} from '../rules/matching.ts';
import { nextToAsk, planOffer } from '../rules/offer-plan.ts';
import { isRoundDue } from '../rules/transitions/asking.ts';
import type { Actor, Situation } from '../rules/transitions/situation.ts';
import { decide } from '../rules/transitions.ts';
import { newId } from '../storage.ts';
import { activityOf } from './activity.ts';
import { changeAssignment, type Expected, situationOf } from './change.ts';
import { bookingsAround } from './occupation.ts';
import type { Assignment, Offer } from './shape.ts';

/** Filters that a coordinator passes over by asking somebody by name: limits are advice. */
const passedOverByName: readonly ExclusionCode[] = ['cap'];

type By = { actor: Actor; now: Date } & Expected;

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
 * The next round, now: the best of those who fit is asked.
 * @throws `no_candidates` when nobody is left; `held`, `wrong_status`
 */
export async function askNext(id: string, by: By): Promise<Assignment> {
  return changeAssignment(
    id,
    async (assignment) => {
      const isByItself = by.actor.role === 'system';
      if (isByItself && !isRoundDue(assignment, by.now)) return null;
      const situation = await situationOf(assignment.centre, by.actor, by.now);
      const { candidates } = await findMatches(assignment, by.now);
      const chosen = nextToAsk(candidates, ({ interpreter }) => interpreter._id === assignment.askFirst);
      const change = decide(
        assignment,
        'ask',
        { offers: offersTo(chosen, assignment, situation) },
        situation,
      );
      if (change) return change;
      if (isByItself) return decide(assignment, 'exhaust', {}, situation);
      throw new PoolError('no_candidates');
    },
    by,
  );
}

/**
 * Asks these people by name; who has been asked already keeps the same offer.
 * @throws `not_eligible` with the reason when somebody does not fit; `not_found` when somebody is not of this centre
 */
export async function askByName(id: string, interpreters: string[], by: By): Promise<Assignment> {
  return changeAssignment(
    id,
    async (assignment) => {
      const situation = await situationOf(assignment.centre, by.actor, by.now);
      const fresh = [...new Set(interpreters)].filter((one) => !standingOffer(assignment, one));
      const matches = await findMatches(assignment, by.now, passedOverByName);
      const chosen = fresh.map((interpreter) => candidateNamed(interpreter, matches));
      return decide(assignment, 'ask', { offers: offersTo(chosen, assignment, situation) }, situation);
    },
    by,
  );
}

/** The offer that stands between this assignment and this person: not one that was withdrawn or lost. */
export function standingOffer(
  assignment: Pick<Assignment, 'offers'>,
  interpreter: string,
): Offer | undefined {
  return assignment.offers.find(
    (offer) => offer.interpreter === interpreter && offer.state !== 'withdrawn' && offer.state !== 'lost',
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
