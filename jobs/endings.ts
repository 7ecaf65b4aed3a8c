/** Endings: what was firm is over when its time is over; what began without being firm is unfilled. */
import { act } from '../models/assignment/change.ts';
import { due } from '../models/assignment/list.ts';
import { each, type OnError } from './each.ts';

/** @returns how many assignments ended */
export async function endings(now: Date, onError: OnError): Promise<number> {
  const over = await due.endings(now);
  await each(over, ({ _id }) => act(_id, 'end', {}, { actor: { role: 'system' }, now }), onError);
  return over.length;
}
