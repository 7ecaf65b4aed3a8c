/** What a mailed link or code says about who is signing in; the API and the pages ask here alike. */
import { PoolError } from '../models/pool-error.ts';
import { idInToken } from '../models/secrets.ts';
import { isLinkUsable, useCode, useLink } from '../models/sign-in.ts';
import type { Context } from './context.ts';

type Tools = Pick<Context, 'secrets' | 'clock'>;

/** Whose sign-in a mailed token is; uses it up. @throws `link_invalid` */
export async function accountByLink(token: string, tools: Tools): Promise<string> {
  const signIn = signInOf(token, tools);
  if (!signIn) throw new PoolError('link_invalid');
  return useLink(signIn, tools.clock());
}

/** Whose sign-in a code is; uses it up. @throws `code_wrong` */
export async function accountByCode(
  { email, code }: { email: string; code: string },
  { secrets, clock }: Tools,
): Promise<string> {
  return useCode(email, (signIn) => secrets.isCode(signIn, code), clock());
}

/** Whether a mailed token can still be used; looking changes nothing. */
export async function isTokenUsable(token: string, tools: Tools): Promise<boolean> {
  const signIn = signInOf(token, tools);
  return signIn !== undefined && (await isLinkUsable(signIn, tools.clock()));
}

function signInOf(token: string, { secrets }: Tools): string | undefined {
  return secrets.isSigned('sign_in', token, 1) ? idInToken(token) : undefined;
}
