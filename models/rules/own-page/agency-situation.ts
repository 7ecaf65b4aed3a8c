/** What an assignment means to the agency right now: the one word behind the state it reads. */
import type { Assignment } from '../../assignment/shape.ts';

/**
 * The status, and what must be told apart within it:
 * - `held`: somebody has to look first · `given_back`: somebody had been booked and cannot come
 * - `elsewhere`: not looked for any more, solved in another way
 */
export type AgencySituation = Assignment['status'] | 'held' | 'given_back' | 'elsewhere';

/** Derived, never stored. */
export function agencySituation({ status, hold, history, unfilled }: Assignment): AgencySituation {
  if (status === 'unfilled' && unfilled?.reason === 'placed_elsewhere') return 'elsewhere';
  if (status !== 'requested') return status;
  if (hold) return 'held';
  const last = history.findLast(({ action }) => turns.includes(action));
  const isLost = last !== undefined && losses.includes(last.action) && last.from !== 'accepted';
  return isLost ? 'given_back' : 'requested';
}

/** What sets a search going, and which of it means that somebody who was booked cannot come. */
const losses = ['give_back', 'not_keep', 'release'];
const turns = [...losses, 'submit', 'verify', 'move', 'restore', 'reopen'];
