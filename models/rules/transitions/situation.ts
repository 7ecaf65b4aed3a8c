/** What every rule of a transition may ask about. */
import type { ActingRole } from '../../assignment/shape.ts';
import type { Centre } from '../../centre.ts';

/** Who changes an assignment. An interpreter acts for the person they are; the rules themselves act as `system`. */
export type Actor = { role: ActingRole; account?: string; interpreter?: string };

/** The time, who acts, the centre and who coordinates there. */
export type Situation = { now: Date; actor: Actor; centre: Centre; coordinators: string[] };
