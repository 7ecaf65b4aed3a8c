/** Agencies: kept by the coordination of their centre; who asks for one sees it, and its lead keeps name and address right. */
import { z } from 'zod';
import { findAccounts } from '../../../models/account.ts';
import {
  type Agency,
  agency,
  changeAgency,
  createAgency,
  findAgency,
  listAgencies,
  writtenAgency,
} from '../../../models/agency.ts';
import { PoolError } from '../../../models/pool-error.ts';
import { id } from '../../../models/shape.ts';
import { type Caller, coordinates, scopeOf } from '../../access.ts';
import { endpoint } from '../../endpoint.ts';
import { writtenInstant } from '../instants.ts';
import { centreMeant } from './belonging.ts';
import { answerOne, answerPage, byId, changesOf, pageQuery, wantedPage } from './documents.ts';

const agencyView = writtenAgency
  .extend({
    id,
    centre: id,
    contacts: z.array(z.object({ account: id, name: z.string(), lead: z.boolean() })),
    /** Since when it asks no more; for those who coordinate its centre. */
    inactiveSince: writtenInstant.optional(),
  })
  .strip()
  .meta({ id: 'Agency' });

/** What the lead of an agency may change; the rest decides figures and belongs to the centre. */
const byItsLead = new Set(['name', 'address']);

async function viewsOf(agencies: Agency[], caller: Caller): Promise<Map<Agency, z.input<typeof agencyView>>> {
  const accounts = agencies.flatMap(({ contacts }) => contacts.map(({ account }) => account));
  const people = await findAccounts([...new Set(accounts)]);
  return new Map(
    agencies.map((one) => [
      one,
      {
        id: one._id,
        centre: one.centre,
        name: one.name,
        type: one.type,
        ...(one.municipality && { municipality: one.municipality }),
        address: one.address,
        contacts: one.contacts.map((contact) => ({
          ...contact,
          name: people.get(contact.account)?.name ?? '–',
        })),
        ...(one.inactiveSince &&
          coordinates(caller, [one.centre]) && { inactiveSince: one.inactiveSince.toISOString() }),
      },
    ]),
  );
}

async function replyWith(one: Agency, caller: Caller, location?: string) {
  const views = await viewsOf([one], caller);
  return answerOne(views.get(one) as z.input<typeof agencyView>, one, location);
}

/** An agency that is the caller's to see. @throws `not_found` */
async function agencyFor(caller: Caller, id: string): Promise<Agency> {
  const found = await findAgency(id);
  const isOwn = scopeOf(caller).agencies?.includes(id);
  if (!isOwn && !coordinates(caller, [found.centre])) throw new PoolError('not_found');
  return found;
}

/** @throws `forbidden` */
function mustChange(caller: Caller, { centre, contacts }: Agency, keys: string[]): void {
  if (coordinates(caller, [centre])) return;
  const leads = contacts.some(({ account, lead }) => lead && account === caller.account._id);
  if (!leads || !keys.every((key) => byItsLead.has(key))) throw new PoolError('forbidden');
}

export const agencyEndpoints = [
  endpoint({
    method: 'get',
    path: '/agencies',
    summary:
      'The agencies one may see, by name: those of the centres one coordinates, and those one asks for.',
    status: 200,
    query: z.strictObject({
      centre: id.optional(),
      type: agency.shape.type.optional(),
      municipality: id.optional(),
      active: z.stringbool({ truthy: ['true'], falsy: ['false'], error: 'true_or_false' }).optional(),
      ...pageQuery,
    }),
    reply: z.object({ items: z.array(agencyView), next: z.string().optional() }),
    heads: ['Link'],
    handle: async ({ query: { centre, type, municipality, active, ...page }, caller, request, context }) => {
      const { centres = [], agencies = [] } = scopeOf(caller);
      const found = await listAgencies(
        { centres, agencies, centre, type, municipality, active },
        wantedPage(page),
      );
      const views = await viewsOf(found.items, caller);
      return answerPage(found, (one) => views.get(one) as z.input<typeof agencyView>, request, context);
    },
  }),
  endpoint({
    method: 'post',
    path: '/agencies',
    summary: 'Add an agency to a centre one coordinates.',
    status: 201,
    body: writtenAgency.extend({ centre: id.optional() }),
    reply: agencyView,
    heads: ['ETag', 'Location'],
    refuses: [403],
    handle: async ({ body: { centre, ...values }, caller, now }) => {
      const call = { request: caller.request, now };
      const made = await createAgency(centreMeant(caller, centre), values, call);
      return replyWith(made, caller, `/api/v1/agencies/${made._id}`);
    },
  }),
  endpoint({
    method: 'get',
    path: '/agencies/{id}',
    summary: 'One agency. The ETag is its version.',
    status: 200,
    params: byId,
    reply: agencyView,
    heads: ['ETag'],
    refuses: [404],
    handle: async ({ params, caller }) => replyWith(await agencyFor(caller, params.id), caller),
  }),
  endpoint({
    method: 'patch',
    path: '/agencies/{id}',
    summary: 'Change an agency: its coordination all of it, the lead among its contacts name and address.',
    status: 200,
    params: byId,
    body: changesOf(writtenAgency),
    reply: agencyView,
    heads: ['ETag'],
    refuses: [403, 404, 412],
    handle: async ({ params, body, caller, versions }) => {
      mustChange(caller, await agencyFor(caller, params.id), Object.keys(body));
      return replyWith(await changeAgency(params.id, body, versions), caller);
    },
  }),
];
