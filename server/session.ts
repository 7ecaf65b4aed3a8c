/** Browser sessions: begun anew at every sign-in, kept in the database, ended at once. */
import { createHash } from 'node:crypto';
import MongoStore from 'connect-mongo';
import type { Request, RequestHandler, Response } from 'express';
import session from 'express-session';
import type { Account } from '../models/account.ts';
import { databaseClient, databaseName } from '../models/connection.ts';

const hour = 3_600_000;

/** How long somebody stays signed in: staff for a working day, agencies and volunteers for a month. */
const staffHours = 10;
const otherHours = 30 * 24;

/** Cookie name; the prefix makes browsers insist on TLS and on this very host. */
function cookieName(isSecure: boolean): string {
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
  await new Promise<void>((resolve, reject) => {
    request.session.regenerate((error) => (error ? reject(error) : resolve()));
  });
  const isStaff = account.memberships.some(({ role }) => role !== 'contact' && role !== 'interpreter');
  request.session.cookie.maxAge = (isStaff ? staffHours : otherHours) * hour;
  request.session.account = account._id;
  await new Promise<void>((resolve, reject) => {
    request.session.save((error) => (error ? reject(error) : resolve()));
  });
}

/** Ends the session here and in the browser. */
export async function endSession(request: Request, response: Response): Promise<void> {
  const isSecure = request.session.cookie.secure === true;
  await new Promise<void>((resolve, reject) => {
    request.session.destroy((error) => (error ? reject(error) : resolve()));
  });
  response.clearCookie(cookieName(isSecure)).set('Clear-Site-Data', '"cookies", "storage"');
}
