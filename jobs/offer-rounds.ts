/** Offer rounds: whose time to answer has passed is not waited for any more, and the next is asked where that goes by itself. */
import { act } from '../models/assignment/change.ts';
import { due } from '../models/assignment/list.ts';
import { askNext } from '../models/assignment/search.ts';
import { unsentOffers } from '../models/message.ts';
import type { Actor } from '../models/rules/transitions/situation.ts';
import { each, type OnError } from './each.ts';

const actor: Actor = { role: 'system' };

/** @returns how many searches changed */
export async function offerRounds(now: Date, onError: OnError): Promise<number> {
  const overdue = await due.answers(now);
  await each(overdue, ({ _id }) => lapse(_id, now), onError);
  const waiting = await due.rounds(now);
  await each(waiting, ({ _id }) => askNext(_id, { actor, now }), onError);
  return overdue.length + waiting.length;
}

/** Whoever has not got the question yet, because no mail leaves at the moment, is not blamed for silence. */
async function lapse(id: string, now: Date): Promise<void> {
  await act(id, 'lapse', { unsent: await unsentOffers(id) }, { actor, now });
}
