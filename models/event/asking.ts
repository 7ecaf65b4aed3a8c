/** Asking for a whole event: the next round of every block that is open and waits for nobody. */
import { assignmentsOfEvents } from '../assignment/list.ts';
import { askNext } from '../assignment/search.ts';
import type { Assignment } from '../assignment/shape.ts';
import { type ErrorCode, PoolError } from '../pool-error.ts';
import { entryOf } from '../rules/repeated.ts';
import type { Actor } from '../rules/transitions/situation.ts';

/** What came of it for one block: who has been asked now, or why nobody could be. */
export type AskedBlock = { assignment: Assignment; refusal?: ErrorCode };

/** One block after the other, so that each sees whom the former has asked. A block for which nobody is left does not stop the rest. */
export async function askForEvent(event: string, by: { actor: Actor; now: Date }): Promise<AskedBlock[]> {
  const asked: AskedBlock[] = [];
  for (const assignment of await assignmentsOfEvents([event])) {
    if (isAskedBy(assignment, by)) asked.push({ assignment });
    else if (waitsForNobody(assignment)) asked.push(await askFor(assignment, by));
  }
  return asked;
}

/** The blocks that this very call has asked for, and those for which nobody is asked, as they are now. */
export async function askedForEvent(event: string, by: { actor: Actor; now: Date }): Promise<AskedBlock[]> {
  const all = await assignmentsOfEvents([event]);
  const shown = all.filter((assignment) => isAskedBy(assignment, by) || waitsForNobody(assignment));
  return shown.map((assignment) => ({ assignment }));
}

function isAskedBy({ history }: Assignment, { actor, now }: { actor: Actor; now: Date }): boolean {
  return entryOf(history, actor.request, now) !== undefined;
}

function waitsForNobody({ status, offers }: Assignment): boolean {
  return status === 'requested' && !offers.some(({ state }) => state === 'pending' || state === 'willing');
}

async function askFor(assignment: Assignment, by: { actor: Actor; now: Date }): Promise<AskedBlock> {
  try {
    return { assignment: await askNext(assignment._id, by) };
  } catch (error) {
    if (error instanceof PoolError) return { assignment, refusal: error.code };
    throw error;
  }
}
