/** Colleagues of an agency: who asks for it, added and removed by its lead or the office. */
import { z } from 'zod';
import { join } from '../../../models/account/joining.ts';
import { addContact, removeContact } from '../../../models/agency/leaving.ts';
import { type Agency, findAgency } from '../../../models/agency.ts';
import { finishGoing } from '../../../models/assignment/contact.ts';
import { PoolError } from '../../../models/pool-error.ts';
import { id, line, locale } from '../../../models/shape.ts';
import { type Caller, coordinates, scopeOf } from '../../access.ts';
import { endpoint } from '../../endpoint.ts';

const contactView = z.object({ account: id, name: line(120), lead: z.boolean() }).meta({ id: 'Contact' });

/** The agency, for its leads and the coordinators of its centre. @throws `not_found`; `forbidden` for other contacts */
async function agencyFor(caller: Caller, agency: string): Promise<Agency> {
  const found = await findAgency(agency);
  const isLead = found.contacts.some(({ account, lead }) => lead && account === caller.account._id);
  if (isLead || coordinates(caller, [found.centre])) return found;
  const { agencies = [] } = scopeOf(caller);
  throw new PoolError(agencies.includes(agency) ? 'forbidden' : 'not_found');
}

export const contactEndpoints = [
  endpoint({
    method: 'post',
    path: '/agencies/{id}/contacts',
    summary:
      'Somebody else asks for the agency, too, or leads it from now on. An account with this address and name gets the role.',
    status: 201,
    params: z.strictObject({ id }),
    body: z.strictObject({
      name: line(120),
      email: z.email().max(254).optional(),
      sharesEmail: z.boolean().optional(),
      phone: line(40).optional(),
      locale: locale.default('de'),
      lead: z.boolean().default(false),
    }),
    reply: contactView,
    refuses: [403, 404, 409],
    handle: async ({ params, body: { lead, ...joining }, caller, now, context }) => {
      const { _id: agency, centre } = await agencyFor(caller, params.id);
      const account = await join(joining, async () => ({ role: 'contact', centre, agency }), {
        now,
        request: caller.request,
      });
      await addContact(agency, { account, lead });
      context.wake();
      const contact = (await findAgency(agency)).contacts.find((one) => one.account === account);
      return { body: { account, name: joining.name, lead: contact?.lead ?? lead } };
    },
  }),
  endpoint({
    method: 'delete',
    path: '/agencies/{id}/contacts/{account}',
    summary:
      'Somebody asks for the agency no more; another contact takes over what is open. Of its leads one stays.',
    status: 204,
    params: z.strictObject({ id, account: id }),
    refuses: [403, 404, 409],
    handle: async ({ params: { id: agency, account }, caller, now }) => {
      const { contacts, centre } = await agencyFor(caller, agency);
      const isThere = contacts.some((one) => one.account === account);
      const role = coordinates(caller, [centre]) ? ('coordinator' as const) : ('contact' as const);
      const going = { account, at: now, role, by: caller.account._id };
      if (isThere) await removeContact(agency, going);
      const given = await finishGoing(agency, going, now);
      if (!isThere && given === 0) throw new PoolError('not_found');
      return {};
    },
  }),
];
