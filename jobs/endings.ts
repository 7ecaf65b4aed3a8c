/** Endings: what was firm is over when its time is over; what began without being firm is unfilled. */
import { act } from '../models/assignment/change.ts';
import { due } from '../models/assignment/list.ts';
import { tolerant } from './offer-rounds.ts';

/** @returns how many assignments ended */
export async function endings(now: Date): Promise<number> {
  const over = await due.endings(now);
  for (const id of over) await tolerant(() => act(id, 'end', {}, { actor: { role: 'system' }, now }));
  return over.length;
}
