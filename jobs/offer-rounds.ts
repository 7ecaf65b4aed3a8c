/** Offer rounds: whose time to answer has passed is not waited for any more, and the next is asked where that goes by itself. */
import { act } from '../models/assignment/change.ts';
import { due } from '../models/assignment/list.ts';
import { askNext } from '../models/assignment/search.ts';
import { PoolError } from '../models/pool-error.ts';
import type { Actor } from '../models/rules/transitions/situation.ts';

const actor: Actor = { role: 'system' };

/** @returns how many searches changed */
export async function offerRounds(now: Date): Promise<number> {
  const overdue = await due.answers(now);
  for (const id of overdue) await tolerant(() => act(id, 'lapse', {}, { actor, now }));
  const waiting = await due.rounds(now);
  for (const id of waiting) await tolerant(() => askNext(id, { actor, now }));
  return overdue.length + waiting.length;
}

/** Between looking and acting somebody else may have been faster: then there is nothing to do here any more. */
export async function tolerant(change: () => Promise<unknown>): Promise<void> {
  try {
    await change();
  } catch (error) {
    if (!(error instanceof PoolError)) throw error;
  }
}
