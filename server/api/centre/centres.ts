/** Centres: read by everybody who belongs to one; its lead changes texts and rules; the operator, who adds new ones, may as well. */
import { z } from 'zod';
import { centreRules } from '../../../models/centre/rules.ts';
import {
  type Centre,
  changeCentre,
  createCentre,
  findCentre,
  pageOfCentres,
  writtenCentre,
} from '../../../models/centre.ts';
import { PoolError } from '../../../models/pool-error.ts';
import { isRegion } from '../../../models/region.ts';
import { id, phone, zone } from '../../../models/shape.ts';
import type { Caller } from '../../access.ts';
import { endpoint } from '../../endpoint.ts';
import { centresOf, mustKeep } from './belonging.ts';
import { answerOne, answerPage, byId, changesOf, pageQuery, wantedPage } from './documents.ts';

const view = writtenCentre
  .extend({ id, region: id, zone, rules: centreRules })
  .strip()
  .meta({ id: 'Centre' });
const rules = changesOf(centreRules).optional();

function viewOf(one: Centre): z.input<typeof view> {
  const { _id, region, name, poolName, unit, address, phone, email } = one;
  return { id: _id, region, name, poolName, unit, address, phone, email, zone: one.zone, rules: one.rules };
}

function replyWith(one: Centre, location?: string) {
  return answerOne(viewOf(one), one, location);
}

function isOperator(caller: Caller): boolean {
  return centresOf(caller, ['operator']).length > 0;
}

/** The operator looks after the installation, so after every centre. */
function maySee(caller: Caller, centre: string): boolean {
  return isOperator(caller) || centresOf(caller).includes(centre);
}

export const centreEndpoints = [
  endpoint({
    method: 'get',
    path: '/centres',
    summary: 'The centres one belongs to, by name.',
    status: 200,
    query: z.strictObject(pageQuery),
    reply: z.object({ items: z.array(view), next: z.string().optional() }),
    heads: ['Link'],
    handle: async ({ query, caller, request, context }) => {
      const centres = isOperator(caller) ? undefined : centresOf(caller);
      return answerPage(await pageOfCentres(centres, wantedPage(query)), viewOf, request, context);
    },
  }),
  endpoint({
    method: 'post',
    path: '/centres',
    summary: 'Add a centre to a region (operator). Rules that are not given are the usual ones.',
    status: 201,
    body: writtenCentre.extend({ phone, region: id, zone: zone.default('Europe/Berlin'), rules }),
    reply: view,
    heads: ['ETag', 'Location'],
    refuses: [403],
    handle: async ({ body, caller, now }) => {
      if (!isOperator(caller)) throw new PoolError('forbidden');
      if (!(await isRegion(body.region))) {
        const params = { sent: body.region };
        throw new PoolError('invalid_input', {
          errors: [{ path: 'region', code: 'unknown_reference', params }],
        });
      }
      const made = await createCentre(body, { request: caller.request, now });
      return replyWith(made, `/api/v1/centres/${made._id}`);
    },
  }),
  endpoint({
    method: 'get',
    path: '/centres/{id}',
    summary: 'One centre with its rules. The ETag is its version.',
    status: 200,
    params: byId,
    reply: view,
    heads: ['ETag'],
    refuses: [404],
    handle: async ({ params, caller }) => {
      const found = await findCentre(params.id);
      if (!maySee(caller, found._id)) throw new PoolError('not_found');
      return replyWith(found);
    },
  }),
  endpoint({
    method: 'patch',
    path: '/centres/{id}',
    summary:
      'Change texts and rules of a centre (its lead, or the operator). Of the rules, those that are sent.',
    status: 200,
    params: byId,
    body: changesOf(writtenCentre.extend({ phone })).extend({ rules }),
    reply: view,
    heads: ['ETag'],
    refuses: [403, 404, 412],
    handle: async ({ params, body, caller, versions }) => {
      const { _id } = await findCentre(params.id);
      if (!isOperator(caller)) mustKeep(caller, _id, ['lead']);
      return replyWith(await changeCentre(_id, body, versions));
    },
  }),
];
