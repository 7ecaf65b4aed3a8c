/** What every rule of a transition may ask about. */
import type { ActingRole } from '../../assignment/shape.ts';
import type { Centre } from '../../centre.ts';
import type { RequestKey } from '../../shape.ts';

/**
 * Who changes an assignment. An interpreter acts for the person they are; the rules themselves act as `system`.
 * `request` is the key of a call that may come twice; what it has done is not done again.
 */
export type Actor = { role: ActingRole; account?: string; interpreter?: string; request?: RequestKey };

/** The time, who acts, the centre and who coordinates there. */
export type Situation = { now: Date; actor: Actor; centre: Centre; coordinators: string[] };
