/** Sign-ins: a mailed link and a six-digit code, good for ten minutes, once, with five tries. Neither is stored. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { accountsByEmail, foldEmail } from './account.ts';
import { type OutboxEntry, outboxEntry } from './assignment/shape.ts';
import { dropFromOutbox, outboxIndex, outboxPart, withSomethingToSay } from './outbox.ts';
import { PoolError } from './pool-error.ts';
import { id } from './shape.ts';
import { defineModel, type Fields, newId, required, trusted } from './storage.ts';

const signIn = z.strictObject({
  _id: id,
  /** Whose it is; for an address nobody has, a stand-in that leads nowhere. */
  account: id,
  createdAt: z.date(),
  expiresAt: z.date(),
  tries: z.number().int(),
  usedAt: z.date().optional(),
  outbox: z.array(outboxEntry),
});
export type SignIn = z.infer<typeof signIn>;

/** How long a link and its code are good, and how often a code may be tried. */
export const signInMinutes = 10;
const codeTries = 5;

/** At most so many sign-ins an hour are begun for one account, each with its mail; more are silently left out. */
const mostPerHour = 30;

const fields: Fields<SignIn> = {
  _id: required.string,
  account: required.string,
  createdAt: required.date,
  expiresAt: required.date,
  tries: required.number,
  usedAt: Date,
  outbox: [outboxPart],
};
const SignIns = defineModel<SignIn>('sign_ins', fields, [
  { key: { account: 1, createdAt: -1 }, options: { name: 'account' } },
  { key: { expiresAt: 1 }, options: { name: 'expires' } },
  outboxIndex,
]);

/**
 * Prepares a sign-in for everybody behind this address: each gets a mail with a link and a code of their own.
 * An address that nobody has costs the same work, so that the time of the answer does not tell (ASVS 6.3.8).
 */
export async function startSignIn(email: string, now: Date): Promise<void> {
  const known = await accountsByEmail(email);
  if (known.length > 0) await Promise.all(known.map(({ _id }) => prepareSignIn(_id, true, now)));
  else await prepareSignIn(nobodyAt(email), false, now);
}

/** A stand-in that leads nowhere. */
function nobodyAt(email: string): string {
  return `nobody:${createHash('sha256').update(foldEmail(email)).digest('hex').slice(0, 32)}`;
}

/** The mail leaves because of the same write. Does nothing when too many have been asked for. */
async function prepareSignIn(account: string, isKnown: boolean, now: Date): Promise<void> {
  const hourAgo = new Date(now.getTime() - 3_600_000);
  const recent = await SignIns.countDocuments({ account, createdAt: trusted({ $gte: hourAgo }) });
  if (recent >= mostPerHour) return;
  const _id = newId();
  const expiresAt = new Date(now.getTime() + signInMinutes * 60_000);
  const entry: OutboxEntry = {
    id: `sign_in:${_id}:1:system:${account}`,
    kind: 'sign_in',
    role: 'system',
    account,
    version: 1,
    sequence: 0,
    notAfter: expiresAt,
  };
  await SignIns.create({ _id, account, createdAt: now, expiresAt, tries: 0, outbox: isKnown ? [entry] : [] });
}

/** Uses up the sign-in that a link names. @throws `link_invalid` when it is unknown, expired or used */
export async function useLink(id: string, now: Date): Promise<string> {
  return (await use({ _id: id }, now)) ?? refuse('link_invalid');
}

/** Whether the sign-in that a link names can still be used; looking changes nothing. */
export async function isLinkUsable(id: string, now: Date): Promise<boolean> {
  return (await SignIns.exists({ _id: id, ...usable(now) })) !== null;
}

/**
 * Uses up the newest sign-in of whoever behind an address this is the code of. Every call costs one of the five tries of each.
 * @param matches tells whether the code is the one of this sign-in; codes are derived, never stored
 * @throws `code_wrong` for a wrong, expired, used or unknown one alike
 */
export async function useCode(email: string, matches: (id: string) => boolean, now: Date): Promise<string> {
  const known = await accountsByEmail(email);
  const accounts = known.length > 0 ? known.map(({ _id }) => _id) : ['nobody'];
  const tried = await Promise.all(accounts.map((account) => tryNewest(account, now)));
  const meant = tried.find((one) => one && matches(one._id));
  if (!meant) return refuse('code_wrong');
  return (await use({ _id: meant._id }, now)) ?? refuse('code_wrong');
}

async function tryNewest(account: string, now: Date): Promise<SignIn | null> {
  return SignIns.findOneAndUpdate(
    { account, ...usable(now), tries: trusted({ $lt: codeTries }) },
    { $inc: { tries: 1 } },
    { sort: { createdAt: -1, _id: -1 } },
  ).lean<SignIn>();
}

/** What sign-ins still have to say, for `post`. */
export const signInOutbox = {
  waiting: (limit: number) => withSomethingToSay(SignIns, limit),
  drop: (signIn: string, entry: string) => dropFromOutbox(SignIns, signIn, entry),
};

/** Removes sign-ins that ended more than a day ago. @returns how many */
export async function removeOldSignIns(now: Date): Promise<number> {
  const dayAgo = new Date(now.getTime() - 24 * 3_600_000);
  return (await SignIns.deleteMany({ expiresAt: trusted({ $lt: dayAgo }) })).deletedCount;
}

function usable(now: Date) {
  return { expiresAt: trusted({ $gt: now }), usedAt: trusted({ $exists: false }) };
}

/** Marks it used in one update: of two who hold the same link, one gets in. */
async function use(which: { _id: string }, now: Date): Promise<string | undefined> {
  const used = await SignIns.findOneAndUpdate(
    { ...which, ...usable(now) },
    { $set: { usedAt: now } },
  ).lean<SignIn>();
  return used?.account;
}

function refuse(code: 'link_invalid' | 'code_wrong'): never {
  throw new PoolError(code);
}
