/** Browser sessions: begun anew at every sign-in, kept in the database, ended at once. */
import { createHash } from 'node:crypto';
import MongoStore from 'connect-mongo';
import type { Request, RequestHandler, Response } from 'express';
import session from 'express-session';
import type { Account } from '../models/account.ts';
import { databaseClient, databaseName } from '../models/connection.ts';

const hour = 3_600_000;

declare module 'express-session' {
  interface SessionData {
    account: string;
    /** Milliseconds since 1970: then it is over, however busily it is used. */
    endsAt?: number;
  }
}

/** How long somebody stays signed in at most: staff for a working day, agencies and volunteers for a month. */
const staffHours = 10;
const otherHours = 30 * 24;

/** Cookie name; the prefix makes browsers insist on TLS and on this very host. */
export function cookieName(isSecure: boolean): string {
  return isSecure ? '__Host-sid' : 'sid';
}

/**
 * Sessions for an application whose pages are reached by TLS (`isSecure`) or, on this machine, without.
 * The store hides those whose time is over, and the database removes them (TTL index).
 */
export function sessions(keys: string[], isSecure: boolean): RequestHandler {
  return session({
    name: cookieName(isSecure),
    secret: keys,
    resave: false,
    saveUninitialized: false,
    cookie: { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure, maxAge: otherHours * hour },
    store: MongoStore.create({
      client: databaseClient(),
      dbName: databaseName(),
      collectionName: 'sessions',
      touchAfter: 60,
      transformId: (sid) => createHash('sha256').update(sid).digest('hex'),
    }),
  });
}

/** Begins a session under a new id, so that one planted before is worth nothing. */
export async function beginSession(request: Request, account: Account): Promise<void> {
  await destroy(request);
  request.sessionStore.generate(request);
  const isStaff = account.memberships.some(({ role }) => role !== 'contact' && role !== 'interpreter');
  const lifetime = (isStaff ? staffHours : otherHours) * hour;
  request.session.cookie.maxAge = lifetime;
  request.session.endsAt = Date.now() + lifetime;
  request.session.account = account._id;
  await new Promise<void>((resolve, reject) => {
    request.session.save((error) => (error ? reject(error) : resolve()));
  });
}

/**
 * Whose session this is. One that has lasted its time is nobody's and is thrown away: each use makes the store keep
 * it longer, so its own time (by this process's clock, as the cookie's) decides.
 */
export async function accountOfSession(request: Request): Promise<string | undefined> {
  const { account, endsAt = 0 } = request.session ?? {};
  if (account && Date.now() < endsAt) return account;
  if (account) await destroy(request);
  return undefined;
}

/** Ends the session here and in the browser. */
export async function endSession(request: Request, response: Response): Promise<void> {
  const isSecure = request.session?.cookie.secure === true;
  await destroy(request);
  response.clearCookie(cookieName(isSecure)).set('Clear-Site-Data', '"cookies", "storage"');
}

/** Nothing of the session is left, in the store or in the request. */
async function destroy({ session }: Request): Promise<void> {
  if (!session) return;
  await new Promise<void>((resolve, reject) => {
    session.destroy((error) => (error ? reject(error) : resolve()));
  });
}
