/** How often one address may try: generous for people, tight for guessing. Kept in this process only. */
import type { RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import { PoolError } from '../models/pool-error.ts';

const minute = 60_000;

/** Addresses below which one signs in, and those of mailed links. */
export const signInPaths = ['/api/v1/login', '/api/v1/session', '/login'];
export const answerPaths = [
  '/api/v1/offers/:token',
  '/offers/:token',
  '/requests/:token',
  '/verify/:token',
  '/email-change/:token',
];

/** Asking for sign-in mails and trying codes. */
export function limitSignIns(): RequestHandler {
  return limit(15 * minute, 300);
}

/** Opening mailed links, and what their pages do. */
export function limitAnswers(): RequestHandler {
  return limit(minute, 1200);
}

function limit(windowMs: number, most: number): RequestHandler {
  return rateLimit({
    windowMs,
    limit: most,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: () => {
      throw new PoolError('rate_limited', { params: { minutes: windowMs / minute } });
    },
  });
}
