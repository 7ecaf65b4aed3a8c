/** Offer rounds: the next are asked where that goes by itself. */
import { due } from '../models/assignment/list.ts';
import { askNext } from '../models/assignment/search.ts';
import type { Actor } from '../models/rules/transitions/situation.ts';
import { each, type OnError } from './each.ts';

const actor: Actor = { role: 'system' };

/** @returns how many searches changed */
export async function offerRounds(now: Date, onError: OnError): Promise<number> {
  const waiting = await due.rounds(now);
  await each(waiting, ({ _id }) => askNext(_id, { actor, now }), onError);
  return waiting.length;
}
