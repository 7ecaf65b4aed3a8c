/** What a step of a demo story is: a change that the rules of the pool decide, at a time of its own. */
import type { ActingRole, Assignment, Offer } from '../../../models/assignment/shape.ts';
import { applyChange } from '../../../models/rules/transitions/change.ts';
import type { Actor } from '../../../models/rules/transitions/situation.ts';
import { type Action, decide, type Input } from '../../../models/rules/transitions.ts';
import type { When } from './moments.ts';
import type { Pool } from './pool.ts';

/** Around a story: the pool, the present, and the accounts of those who run the centre. */
export type Stage = { pool: Pool; now: Date; coordinators: [string, ...string[]]; clerk: string };

/** One step further. What had to be said before has been said: only the newest change leaves something in the outbox. */
export type Step = (story: Assignment, stage: Stage) => Assignment;

/** One action of the pool, by somebody in this role. @throws Error when it would change nothing: then the course is wrong */
export function does<Name extends Action>(
  action: Name,
  role: ActingRole,
  when: When,
  inputOf: (story: Assignment, stage: Stage, now: Date) => Input<Name>,
): Step {
  return (story, stage) => {
    const now = when(story, stage.now);
    const { centre } = stage.pool;
    const situation = { now, actor: actorOf(role, story, stage), centre, coordinators: stage.coordinators };
    const change = decide(story, action, inputOf(story, stage, now), situation);
    if (!change) throw new Error(`${action} changes nothing in ${story.number}`);
    return applyChange({ ...story, outbox: [] }, change);
  };
}

/** The offer that is answered next. @throws Error when nobody has to answer */
export function openOffer({ offers, number }: Assignment): Offer {
  const open = offers.find(({ state }) => state === 'pending');
  if (!open) throw new Error(`nobody has to answer in ${number}`);
  return open;
}

function actorOf(role: ActingRole, story: Assignment, { coordinators, clerk }: Stage): Actor {
  switch (role) {
    case 'contact':
      return { role, account: story.contact ?? story.requestedBy };
    case 'coordinator':
      return { role, account: coordinators[0] };
    case 'clerk':
      return { role, account: clerk };
    case 'interpreter': {
      const { interpreter, account } = story.booking ?? openOffer(story);
      return { role, account, interpreter };
    }
    default:
      return { role };
  }
}
