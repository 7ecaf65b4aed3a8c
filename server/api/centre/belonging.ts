/** To which centres somebody belongs, and what they may look after there. */

import { PoolError } from '../../../models/pool-error.ts';
import type { Role } from '../../../models/shape.ts';
import type { Caller } from '../../access.ts';

/** Who keeps a centre's lists, agencies and municipalities: those who work with them every day, and those who lead. */
const keepers: readonly Role[] = ['coordinator', 'lead'];

/** Who reads what is no business of agencies and volunteers. */
export const staff: readonly Role[] = ['coordinator', 'lead', 'clerk', 'reader'];

/** The centres in which the caller has one of these roles; without any named, those to which they belong at all. */
export function centresOf({ account }: Caller, roles?: readonly Role[]): string[] {
  const own = account.memberships.filter(({ role }) => !roles || roles.includes(role));
  return [...new Set(own.map(({ centre }) => centre))];
}

/** Makes sure that what belongs to a centre is the caller's to see. @throws `not_found` */
export function mustSee(caller: Caller, centre: string, roles?: readonly Role[]): void {
  if (!centresOf(caller, roles).includes(centre)) throw new PoolError('not_found');
}

/** Makes sure that the caller has one of these roles in the centre. @throws `not_found`; `forbidden` for others who belong to it */
export function mustKeep(caller: Caller, centre: string, roles: readonly Role[] = keepers): void {
  mustSee(caller, centre);
  if (!centresOf(caller, roles).includes(centre)) throw new PoolError('forbidden');
}

/**
 * The centre that is meant, where something is added or listed: the one named, or the only one that the caller looks after.
 * @throws `forbidden` for who looks after none; `invalid_input` when it has to be named, or is none of theirs
 */
export function centreMeant(caller: Caller, named: string | undefined): string {
  const own = centresOf(caller, keepers);
  if (own.length === 0) throw new PoolError('forbidden');
  const [only, ...others] = own;
  if (named === undefined && only && others.length === 0) return only;
  if (named !== undefined && own.includes(named)) return named;
  const code = named === undefined ? 'centre_missing' : 'not_in_list';
  throw new PoolError('invalid_input', {
    errors: [{ path: 'centre', code, params: { options: own, ...(named && { sent: named }) } }],
  });
}
