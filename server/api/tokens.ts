/** API tokens: whoever has signed in lets a program call in their name, sees which ones may, and ends them. */
import { z } from 'zod';
import {
  createToken,
  deleteToken,
  mostDays,
  type Token,
  tokensOf,
  usualDays,
} from '../../models/calls/token.ts';
import { PoolError } from '../../models/pool-error.ts';
import { id, line } from '../../models/shape.ts';
import { endpoint } from '../endpoint.ts';
import { writtenInstant } from './instants.ts';

const newToken = z.strictObject({
  name: line(80),
  days: z.int().min(1).max(mostDays).default(usualDays),
  readOnly: z.boolean().default(false),
});

const tokenView = z
  .object({
    id,
    name: z.string(),
    readOnly: z.boolean(),
    createdAt: writtenInstant,
    expiresAt: writtenInstant,
    usedAt: writtenInstant.optional(),
  })
  .meta({ id: 'Token' });

function viewOf({ _id, name, readOnly, createdAt, expiresAt, usedAt }: Token): z.input<typeof tokenView> {
  return {
    id: _id,
    name,
    readOnly,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    ...(usedAt && { usedAt: usedAt.toISOString() }),
  };
}

export const tokenEndpoints = [
  endpoint({
    method: 'post',
    path: '/tokens',
    summary: `A token for a program of one's own, good for ${usualDays} days unless said otherwise. \`secret\` is shown this once.`,
    status: 201,
    body: newToken,
    reply: tokenView.extend({ secret: z.string().optional() }),
    refuses: [403],
    handle: async ({ body, caller: { account, token: calledBy, request }, now }) => {
      if (calledBy) throw new PoolError('token_by_token');
      const { token, secret } = await createToken({ account: account._id, ...body }, { request, now });
      return { body: { ...viewOf(token), ...(secret && { secret }) } };
    },
  }),
  endpoint({
    method: 'get',
    path: '/tokens',
    summary: "One's own tokens, oldest first, without their secrets.",
    status: 200,
    reply: z.object({ items: z.array(tokenView) }),
    handle: async ({ caller }) => ({ body: { items: (await tokensOf(caller.account._id)).map(viewOf) } }),
  }),
  endpoint({
    method: 'delete',
    path: '/tokens/{id}',
    summary: "Ends one of one's own tokens at once.",
    status: 204,
    params: z.strictObject({ id }),
    refuses: [404],
    handle: async ({ params, caller }) => {
      await deleteToken(caller.account._id, params.id);
      return {};
    },
  }),
];
