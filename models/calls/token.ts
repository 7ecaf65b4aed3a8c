/** Tokens with which a program calls in somebody's name. The secret is shown once; only its SHA-256 is kept. */
import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { id, line, requestKey } from '../shape.ts';
import { defineModel, type Fields, found, required, schemaVersion, trusted } from '../storage.ts';
import { type Call, createOnce, requestPart } from './once.ts';

const token = z.strictObject({
  _id: id,
  schemaVersion: z.number().int(),
  account: id,
  /** What it is for, in its owner's words. */
  name: line(80),
  hash: z.string(),
  /** Whether it may only look. */
  readOnly: z.boolean(),
  createdAt: z.date(),
  expiresAt: z.date(),
  /** Noted at most once an hour. */
  usedAt: z.date().optional(),
  request: requestKey.optional(),
});
export type Token = z.infer<typeof token>;

/** How long a token is good, in days: as usual, and at most. */
export const usualDays = 365;
export const mostDays = 730;

const hour = 3_600_000;

const fields: Fields<Token> = {
  _id: required.string,
  schemaVersion: required.number,
  account: required.string,
  name: required.string,
  hash: required.string,
  readOnly: required.boolean,
  createdAt: required.date,
  expiresAt: required.date,
  usedAt: Date,
  request: requestPart,
};
const Tokens = defineModel<Token>('tokens', fields, [
  { key: { hash: 1 }, options: { name: 'token_hash', unique: true } },
  { key: { account: 1, createdAt: 1 }, options: { name: 'account_created' } },
]);

type NewToken = { account: string; name: string; days: number; readOnly: boolean };

/**
 * Makes a token. The secret has 256 random bits, so a plain hash keeps it (no salt, no stretching needed).
 * @returns the secret only to the call that has made it: the same call again gets the token without
 * @throws `key_reused`
 */
export async function createToken(
  { days, ...values }: NewToken,
  by: Call,
): Promise<{ token: Token; secret?: string }> {
  const secret = `dp_${randomBytes(32).toString('base64url')}`;
  const made = await createOnce(by, findMade, async (_id) =>
    (
      await Tokens.create({
        ...values,
        _id,
        schemaVersion,
        hash: hashOf(secret),
        createdAt: by.now,
        expiresAt: new Date(by.now.getTime() + days * 24 * hour),
        ...(by.request && { request: by.request }),
      })
    ).toObject<Token>(),
  );
  return made.hash === hashOf(secret) ? { token: made, secret } : { token: made };
}

/** The tokens of an account, oldest first; those whose time is over as well, until they are deleted. */
export async function tokensOf(account: string): Promise<Token[]> {
  return Tokens.find({ account }).sort({ createdAt: 1, _id: 1 }).lean<Token[]>();
}

/** Ends a token of this account. @throws `not_found` */
export async function deleteToken(account: string, token: string): Promise<void> {
  found(await Tokens.findOneAndDelete({ _id: token, account }).lean<Token>());
}

/** The token with this secret, if it is still good; its use is noted. Null for any other secret. */
export async function useToken(secret: string, now: Date): Promise<Token | null> {
  const token = await Tokens.findOne({
    hash: hashOf(secret),
    expiresAt: trusted({ $gt: now }),
  }).lean<Token>();
  const isNoted = token?.usedAt && now.getTime() - token.usedAt.getTime() < hour;
  if (token && !isNoted) await Tokens.updateOne({ _id: token._id }, { $set: { usedAt: now } });
  return token;
}

async function findMade(id: string) {
  const made = await Tokens.findOne({ _id: id }).lean<Token>();
  return made ? { made, done: { at: made.createdAt, request: made.request } } : undefined;
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
