/** Changes come from our own pages or from programs, never from another site that uses somebody's session. */
import type { RequestHandler } from 'express';
import { PoolError } from '../models/pool-error.ts';
import { callerOf } from './access.ts';
import type { Context } from './context.ts';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Whoever signs somebody in by stealth lets them write into an account that is not theirs (login CSRF). */
const signingIn = /^(\/api\/v1)?\/(login|session)(\/|$)/i;
const byToken = /^((\/api\/v1)?\/offers|\/requests|\/verify|\/email-change)\/[^/]+/i;

/**
 * Browsers say where a request comes from (`Sec-Fetch-Site`, older ones `Origin`); programs say neither and hold no
 * session by accident. Mailed links need no check: their token is the capability, and it opens no session.
 */
export function refuseCrossSite({ baseUrl }: Pick<Context, 'baseUrl'>): RequestHandler {
  const ours = new URL(baseUrl).origin;
  return (request, response, next) => {
    const caller = callerOf(response);
    const isAtRisk = (caller && !caller.token) || signingIn.test(request.path);
    if (safe.has(request.method) || !isAtRisk || byToken.test(request.path)) return next();
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
