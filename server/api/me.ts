/** One's own account: who one is, and changing the address. */
import { z } from 'zod';
import { agreeToChange, findEmailChange, startEmailChange } from '../../models/account/email-change.ts';
import { type Account, findAccount, foldEmail, membership } from '../../models/account.ts';
import { PoolError } from '../../models/pool-error.ts';
import { id, line } from '../../models/shape.ts';
import { coordinates } from '../access.ts';
import { endpoint } from '../endpoint.ts';

export const me = z.object({
  id,
  name: line(120),
  email: z.email().nullable(),
  roles: z.array(membership),
});

/** An account as its owner sees it, with every role. */
export function describeMe({ _id, name, email, memberships }: Account): z.input<typeof me> {
  return { id: _id, name, email: email ?? null, roles: memberships };
}

export const meEndpoints = [
  endpoint({
    method: 'get',
    path: '/me',
    summary: 'Who is signed in, with all roles.',
    status: 200,
    reply: me,
    handle: ({ caller }) => ({ body: describeMe(caller.account) }),
  }),
  endpoint({
    method: 'post',
    path: '/me/email',
    summary: 'Ask for another address. It counts once it is confirmed from the old and from the new one.',
    status: 202,
    body: z.strictObject({ email: z.email().max(254) }),
    refuses: [429],
    handle: async ({ body, caller, now, context }) => {
      const { _id, email, memberships } = caller.account;
      const [first] = memberships;
      const isSame = email === undefined || foldEmail(body.email) === email;
      if (isSame) throw invalid('email_same', body.email);
      await startEmailChange({ _id, email, centre: first?.centre }, body.email, now);
      context.wake();
      return {};
    },
    again: () => ({}),
  }),
  endpoint({
    method: 'post',
    path: '/email-changes/{id}/confirm',
    summary: 'A coordinator confirms for the old address, which nobody reads any more, after a call.',
    status: 204,
    params: z.strictObject({ id }),
    body: z.strictObject({ note: line(200) }),
    refuses: [400, 404],
    handle: async ({ params, body, caller, now }) => {
      const change = await findEmailChange(params.id);
      const { memberships } = await findAccount(change.account);
      const isTheirs = coordinates(
        caller,
        memberships.map(({ centre }) => centre),
      );
      if (!isTheirs || change.account === caller.account._id) throw new PoolError('not_found');
      await agreeToChange(params.id, 'old', now, { by: caller.account._id, note: body.note });
      return {};
    },
    again: () => ({}),
  }),
];

function invalid(code: string, sent: string): PoolError {
  return new PoolError('invalid_input', { errors: [{ path: 'email', code, params: { sent } }] });
}
