/** Signing in and out: a mail with link and code, a session for either, and who one is. */
import { z } from 'zod';
import { type Account, findAccount, membership } from '../../models/account.ts';
import { id, line } from '../../models/shape.ts';
import { startSignIn } from '../../models/sign-in.ts';
import { endpoint, openEndpoint } from '../endpoint.ts';
import { beginSession, endSession } from '../session.ts';
import { accountByCode, accountByLink } from '../sign-in.ts';

const me = z.object({
  id,
  name: line(120),
  email: z.email().nullable(),
  roles: z.array(membership),
});

const byLink = z.strictObject({ token: line(80) });
const byCode = z.strictObject({
  email: z.email(),
  code: z.string().regex(/^\d{6}$/, { error: 'six_digits' }),
});

function describe({ _id, name, email, memberships }: Account): z.input<typeof me> {
  return { id: _id, name, email: email ?? null, roles: memberships };
}

export const loginEndpoints = [
  openEndpoint({
    method: 'post',
    path: '/login',
    summary:
      'Ask for a mail with a sign-in link and a code. Answers alike whether or not the address is known.',
    status: 202,
    body: z.strictObject({ email: z.email().max(254) }),
    handle: async ({ body, now, context }) => {
      await startSignIn(body.email, now);
      context.wake();
      return {};
    },
  }),
  openEndpoint({
    method: 'post',
    path: '/session',
    summary: 'Begin a session with the token of the mailed link, or with address and code.',
    status: 201,
    body: z.union([byLink, byCode]),
    reply: me,
    refuses: [400, 429],
    handle: async ({ body, context, request }) => {
      const account = await findAccount(
        'token' in body ? await accountByLink(body.token, context) : await accountByCode(body, context),
      );
      await beginSession(request, account);
      return { body: describe(account) };
    },
  }),
  endpoint({
    method: 'delete',
    path: '/session',
    summary: 'End the session.',
    status: 204,
    handle: async ({ request, response }) => {
      await endSession(request, response);
      return {};
    },
  }),
  endpoint({
    method: 'get',
    path: '/me',
    summary: 'Who is signed in, with all roles.',
    status: 200,
    reply: me,
    handle: ({ caller }) => ({ body: describe(caller.account) }),
  }),
];
