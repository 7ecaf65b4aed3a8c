/** Who is calling, and whose object it is. Which role may do what to an assignment stands in models/rules/transitions. */
import type { Request, RequestHandler, Response } from 'express';
import { type Account, findAccounts } from '../models/account.ts';
import type { Scope } from '../models/assignment/list.ts';
import type { Assignment } from '../models/assignment/shape.ts';
import { type Token, useToken } from '../models/calls/token.ts';
import { PoolError } from '../models/pool-error.ts';
import type { Actor } from '../models/rules/transitions/situation.ts';
import { type Action, transitions } from '../models/rules/transitions.ts';
import type { RequestKey, Role } from '../models/shape.ts';
import type { Context } from './context.ts';
import { accountOfSession } from './session.ts';

/**
 * Somebody who has signed in, with all their roles; nobody has to switch to be allowed what one of them allows.
 * `token` is the API token by which a program calls, `request` the key of this call (`Idempotency-Key`), if there is one.
 */
export type Caller = { account: Account; token?: string; request?: RequestKey };

/**
 * Finds out who calls; sessions that are over and those of accounts that are gone are nobody's. A program that brings a
 * token calls by that alone, whatever cookie comes along.
 */
export function identify({ clock }: Pick<Context, 'clock'>): RequestHandler {
  return async (request, response, next) => {
    const secret = secretOf(request);
    const token = secret === undefined ? undefined : await usableToken(secret, request, clock());
    const id = token ? token.account : await accountOfSession(request);
    const account = id ? (await findAccounts([id])).get(id) : undefined;
    if (token && !account) throw new PoolError('token_invalid');
    if (account) {
      response.locals.caller = { account, ...(token && { token: token._id }) } satisfies Caller;
      response.locals.locale = account.locale;
    }
    next();
  };
}

/** The secret that a call to the API brings along (RFC 6750 §2.1); another kind of authorization is not meant for us. */
function secretOf(request: Request): string | undefined {
  if (!/^\/api\//i.test(request.path)) return undefined;
  return /^Bearer(?: +(.*))?$/i
    .exec(request.headers.authorization ?? '')
    ?.slice(1)
    .join('');
}

/** @throws `token_invalid`; `token_read_only` when it may look and something is to be changed */
async function usableToken(secret: string, { method }: Request, now: Date): Promise<Token> {
  const token = await useToken(secret, now);
  if (!token) throw new PoolError('token_invalid');
  if (token.readOnly && method !== 'GET' && method !== 'HEAD') throw new PoolError('token_read_only');
  return token;
}

/** Who calls, if anybody has signed in. */
export function callerOf(response: Response): Caller | undefined {
  return response.locals.caller as Caller | undefined;
}

/** Who calls. @throws `unauthenticated` */
export function signedIn(response: Response): Caller {
  const caller = callerOf(response);
  if (!caller) throw new PoolError('unauthenticated');
  return caller;
}

/** Roles that look after a centre's assignments. */
const staff: Role[] = ['coordinator', 'lead'];

/** What a caller may see: everything of their centres, their agencies' own, and what they are booked for. */
export function scopeOf({ account }: Caller): Scope {
  const { memberships } = account;
  return {
    centres: memberships.filter(({ role }) => staff.includes(role)).map(({ centre }) => centre),
    agencies: memberships.flatMap(({ role, agency }) => (role === 'contact' && agency ? [agency] : [])),
    interpreters: memberships.flatMap(({ role, interpreter }) =>
      role === 'interpreter' && interpreter ? [interpreter] : [],
    ),
  };
}

/** The role in which a caller stands to an assignment; the strongest one when there are several. */
export type Standing = 'coordinator' | 'contact' | 'interpreter';

/** What says whose something is: an assignment, or an event. */
type Owned = Pick<Assignment, 'centre' | 'agency'> & Partial<Pick<Assignment, 'booking' | 'history'>>;

/** How a caller stands to this assignment or event, the strongest role first: what one of them allows is allowed. None once they have given back. */
export function standingsTo(caller: Caller, { centre, agency, booking }: Owned): Standing[] {
  const { centres = [], agencies = [], interpreters = [] } = scopeOf(caller);
  return [
    ...(centres.includes(centre) ? (['coordinator'] as const) : []),
    ...(agencies.includes(agency) ? (['contact'] as const) : []),
    ...(booking && interpreters.includes(booking.interpreter) ? (['interpreter'] as const) : []),
  ];
}

/** The strongest of them. @throws `not_found`: what belongs to others does not exist for the caller */
export function standingTo(caller: Caller, object: Owned): Standing {
  const [strongest] = standingsTo(caller, object);
  if (!strongest) throw new PoolError('not_found');
  return strongest;
}

/** The caller in this role; the key of the call comes along, so that the same call again is known. */
export function actingAs<Acting extends Actor['role']>({ account, request }: Caller, role: Acting) {
  return { role, account: account._id, ...(request && { request }) };
}

/**
 * The caller as the one who changes this assignment or event, in the first of their roles that may do so.
 * @param action what they are about to do; without one the strongest role counts
 * @throws `not_found`
 */
export function actorFor(
  caller: Caller,
  object: Owned,
  action?: Action,
): Actor & { role: Standing; account: string } {
  if (hasActedBefore(caller, object)) return actingAs(caller, 'interpreter');
  const strongest = standingTo(caller, object);
  const may: readonly string[] = action ? transitions[action].by : [];
  const role = standingsTo(caller, object).find((one) => may.includes(one)) ?? strongest;
  const interpreter = role === 'interpreter' ? object.booking?.interpreter : undefined;
  return { ...actingAs(caller, role), ...(interpreter && { interpreter }) };
}

/** Whoever has given back sees the assignment no more; only this very call again is answered as it was. */
function hasActedBefore({ request }: Caller, { history = [] }: Owned): boolean {
  return history.some(
    ({ role, request: done }) => role === 'interpreter' && request?.key === done?.key && done,
  );
}

/** The caller as coordinator of the centre of this assignment or event. @throws `not_found`; `forbidden` for others who may see it */
export function coordinatorFor(caller: Caller, object: Owned): Actor {
  const actor = actorFor(caller, object);
  if (actor.role !== 'coordinator') throw new PoolError('forbidden');
  return actor;
}

/** Whether the caller coordinates one of these centres. */
export function coordinates({ account }: Caller, centres: string[]): boolean {
  return account.memberships.some(({ role, centre }) => staff.includes(role) && centres.includes(centre));
}
