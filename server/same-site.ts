/** Changes come from our own pages or from programs, never from another site that uses somebody's session. */
import type { RequestHandler } from 'express';
import { PoolError } from '../models/pool-error.ts';
import { callerOf } from './access.ts';
import type { Context } from './context.ts';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Browsers say where a request comes from (`Sec-Fetch-Site`, older ones `Origin`); programs say neither and hold no
 * session by accident. Links by token need no check: the token is the capability.
 */
export function refuseCrossSite({ baseUrl }: Pick<Context, 'baseUrl'>): RequestHandler {
  const ours = new URL(baseUrl).origin;
  return (request, response, next) => {
    const isAtRisk =
      !safe.has(request.method) && (callerOf(response) !== undefined || request.path.endsWith('/session'));
    if (!isAtRisk || isByToken(request.path)) return next();
    const site = request.headers['sec-fetch-site'];
    const { origin } = request.headers;
    const isOurs =
      site === undefined
        ? origin === undefined || origin === ours
        : site === 'same-origin' || site === 'none';
    if (!isOurs) throw new PoolError('cross_site');
    next();
  };
}

function isByToken(path: string): boolean {
  return /^(\/api\/v1)?\/offers\/[^/]+/.test(path);
}
