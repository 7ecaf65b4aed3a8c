/** Ending: somebody leaves a centre, rests, or an agency asks no more. What lies ahead is listed first, then freed. */
import { z } from 'zod';
import { wakeAgency } from '../../../models/agency/leaving.ts';
import { type Agency, findAgency } from '../../../models/agency.ts';
import { deactivateAgency, type Ending, endMembership } from '../../../models/assignment/leaving.ts';
import type { Freeing } from '../../../models/interpreter/freeing.ts';
import { findInterpreter, type Interpreter, memberStatus } from '../../../models/interpreter.ts';
import { PoolError } from '../../../models/pool-error.ts';
import { id, line } from '../../../models/shape.ts';
import { type Caller, coordinates, scopeOf } from '../../access.ts';
import { endpoint } from '../../endpoint.ts';

const params = z.strictObject({ id });
const ending = z.strictObject({
  centre: id,
  reason: line(200).default('nicht mehr dabei'),
  confirm: z.boolean().default(false),
});
const ended = z.object({ id, centre: id, status: memberStatus });

/** Who ends it: the office of the centre, or the person where they may. @throws `not_found`; `forbidden` */
function enderOf(
  caller: Caller,
  person: Interpreter,
  centre: string,
  mayThemselves: boolean,
): Pick<Freeing, 'role' | 'account'> {
  const account = caller.account._id;
  const isMember = person.memberships.some((one) => one.centre === centre);
  if (isMember && coordinates(caller, [centre])) return { role: 'coordinator', account };
  if (!isMember || account !== person.account) throw new PoolError('not_found');
  if (!mayThemselves) throw new PoolError('forbidden');
  return { role: 'interpreter', account };
}

async function end(
  caller: Caller,
  interpreter: string,
  { centre, reason, confirm }: z.output<typeof ending>,
  status: Ending['status'],
  now: Date,
) {
  const person = await findInterpreter(interpreter);
  const freeing: Freeing = { at: now, reason, ...enderOf(caller, person, centre, status === 'left') };
  await endMembership(interpreter, { centre, status, freeing }, { isConfirmed: confirm, now });
  return { body: { id: interpreter, centre, status } };
}

/** What became of a call that ended a membership, for whoever may end it. */
async function presentStatus(
  caller: Caller,
  interpreter: string,
  { centre }: z.output<typeof ending>,
  mayThemselves: boolean,
) {
  const person = await findInterpreter(interpreter);
  enderOf(caller, person, centre, mayThemselves);
  const status = person.memberships.find((one) => one.centre === centre)?.status ?? 'left';
  return { body: { id: interpreter, centre, status } };
}

/** The agency, for coordinators of its centre. @throws `not_found`; `forbidden` for its own people */
async function agencyFor(caller: Caller, agency: string): Promise<Agency> {
  const found = await findAgency(agency);
  if (coordinates(caller, [found.centre])) return found;
  const { agencies = [] } = scopeOf(caller);
  throw new PoolError(agencies.includes(agency) ? 'forbidden' : 'not_found');
}

export const leavingEndpoints = [
  endpoint({
    method: 'post',
    path: '/interpreters/{id}/leave',
    summary: 'Leave one centre. Bookings ahead there are listed, and freed once that is confirmed.',
    status: 200,
    params,
    body: ending,
    reply: ended,
    refuses: [404, 409],
    handle: async ({ params: { id: interpreter }, body, caller, now, context }) => {
      const reply = await end(caller, interpreter, body, 'left', now);
      context.wake();
      return reply;
    },
    again: ({ params: { id: interpreter }, body, caller }) => presentStatus(caller, interpreter, body, true),
  }),
  endpoint({
    method: 'post',
    path: '/interpreters/{id}/deactivate',
    summary:
      'Let somebody rest in one centre. Bookings ahead there are listed, and freed once that is confirmed.',
    status: 200,
    params,
    body: ending,
    reply: ended,
    refuses: [403, 404, 409],
    handle: async ({ params: { id: interpreter }, body, caller, now, context }) => {
      const reply = await end(caller, interpreter, body, 'resting', now);
      context.wake();
      return reply;
    },
    again: ({ params: { id: interpreter }, body, caller }) => presentStatus(caller, interpreter, body, false),
  }),
  endpoint({
    method: 'post',
    path: '/agencies/{id}/deactivate',
    summary:
      'The agency asks no more. What it has asked for is listed, and cancelled once that is confirmed.',
    status: 204,
    params,
    body: ending.omit({ centre: true }),
    refuses: [403, 404, 409],
    handle: async ({ params: { id: agency }, body: { confirm, reason }, caller, now, context }) => {
      await agencyFor(caller, agency);
      const freeing: Freeing = { at: now, reason, role: 'coordinator', account: caller.account._id };
      await deactivateAgency(agency, freeing, { isConfirmed: confirm, now });
      context.wake();
      return {};
    },
    again: ({ params, caller }) => agencyFor(caller, params.id).then(() => ({})),
  }),
  endpoint({
    method: 'post',
    path: '/agencies/{id}/activate',
    summary: 'The agency asks again.',
    status: 204,
    params,
    body: z.strictObject({}),
    refuses: [403, 404],
    handle: async ({ params: { id: agency }, caller }) => {
      await agencyFor(caller, agency);
      await wakeAgency(agency);
      return {};
    },
    again: ({ params, caller }) => agencyFor(caller, params.id).then(() => ({})),
  }),
];
