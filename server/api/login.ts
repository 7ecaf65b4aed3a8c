/** Signing in and out: a mail with link and code, and a session for either. */
import { z } from 'zod';
import { findAccount } from '../../models/account.ts';
import { line } from '../../models/shape.ts';
import { startSignIn } from '../../models/sign-in.ts';
import { endpoint, openEndpoint } from '../endpoint.ts';
import { beginSession, endSession } from '../session.ts';
import { accountByCode, accountByLink } from '../sign-in.ts';
import { describeMe, me } from './me.ts';

const byLink = z.strictObject({ token: line(80) });
const byCode = z.strictObject({
  email: z.email(),
  code: z.string().regex(/^\d{6}$/, { error: 'six_digits' }),
});

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
      return { body: describeMe(account) };
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
];
