/** Somebody joins: a new account, or the one they have already, gets the role. Safe to repeat after a crash. */
import {
  type Account,
  accountsByEmail,
  findAccounts,
  foldEmail,
  freePlace,
  insertAccount,
  type Membership,
} from '../account.ts';
import { type Call, createOnce } from '../calls/once.ts';
import { PoolError } from '../pool-error.ts';
import type { Locale } from '../shape.ts';
import { giveRole, welcomeTo } from './roles.ts';

/** What is known of somebody who joins. */
export type Joining = {
  name: string;
  email?: string | undefined;
  phone?: string | undefined;
  locale: Locale;
  /** That this is one more person behind an address that others use. */
  sharesEmail?: boolean | undefined;
};

/**
 * The account in which this person gets the role: the one that has the address and this name. Nobody else behind the
 * address gets it, and nothing of them is told.
 * @param roleOf the role, for an account of this id
 * The same call again is answered with the same account, so that somebody without an address does not become two.
 * @throws `invalid_input` when others use the address and none has this name; `email_full`; `key_reused`
 */
export async function join(
  joining: Joining,
  roleOf: (account: string) => Promise<Membership>,
  call: Call,
): Promise<string> {
  return createOnce(call, findJoined, async (id) => {
    for (;;) {
      const behind = joining.email ? await accountsByEmail(joining.email) : [];
      const known = knownAmong(behind, joining);
      if (known) {
        await giveRole(known._id, await roleOf(known._id));
        return known._id;
      }
      const person = newAccount(id, joining, await roleOf(id), call);
      if (await insertAccount(person, freePlace(behind))) return id;
    }
  });
}

/** Who has joined by the call with this id. */
async function findJoined(id: string) {
  const account = (await findAccounts([id])).get(id);
  return account && { made: id, done: { at: account.createdAt, request: account.request } };
}

function newAccount(_id: string, joining: Joining, membership: Membership, { now, request }: Call) {
  const { name, email, phone, locale } = joining;
  return {
    _id,
    name,
    locale,
    memberships: [membership],
    outbox: [welcomeTo(_id, membership)],
    createdAt: now,
    ...(email && { email: foldEmail(email) }),
    ...(phone && { phone }),
    ...(request && { request }),
  };
}

function knownAmong(behind: Account[], { name, email, sharesEmail }: Joining): Account | undefined {
  const namesake = behind.find((one) => fold(one.name) === fold(name));
  if (namesake || sharesEmail || behind.length === 0) return namesake;
  const code = behind.length > 1 ? 'email_ambiguous' : 'email_of_another';
  throw new PoolError('invalid_input', { errors: [{ path: 'email', code, params: { sent: email } }] });
}

/** A name without what people write now so, now so: capitals, accents, the order of the words, spaces and marks. */
function fold(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss');
  const words = plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word);
  return words.sort().join(' ');
}
