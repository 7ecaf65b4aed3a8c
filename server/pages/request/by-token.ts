/** A request reached by a contact's mailed link: the token is the capability for this one assignment, while they are a contact. */
import { type Account, contactsOf, findAccount } from '../../../models/account.ts';
import { act, findAssignment } from '../../../models/assignment/change.ts';
import type { Assignment } from '../../../models/assignment/shape.ts';
import { PoolError } from '../../../models/pool-error.ts';
import { idInToken } from '../../../models/secrets.ts';
import type { Context } from '../../context.ts';

/** An assignment with the person at the agency who holds a link to it. */
export type Requested = { assignment: Assignment; account: Account };

/**
 * The assignment that a contact's token names.
 * @throws `not_found` for anything that we have not signed, and for people who do not ask for this agency any more
 */
export async function requestByToken(
  token: string,
  { secrets }: Pick<Context, 'secrets'>,
): Promise<Requested> {
  const assignment = await assignmentIn(token);
  const contacts = await contactsOf(assignment.agency);
  const holder = contacts.find((account) => secrets.isSigned('agency', token, account));
  if (!holder) throw new PoolError('not_found');
  return { assignment, account: await findAccount(holder) };
}

/** The request whose address a token proves. @throws `not_found` for anything that we have not signed */
export async function unverifiedByToken(
  token: string,
  { secrets }: Pick<Context, 'secrets'>,
): Promise<Requested> {
  const assignment = await assignmentIn(token);
  const { contact } = assignment;
  if (!contact || !secrets.isSigned('verify', token, contact)) throw new PoolError('not_found');
  return { assignment, account: await findAccount(contact) };
}

/** Whoever opened the mail says that the request is theirs. Saying it twice is saying it once. */
export async function verifyByToken(
  token: string,
  { secrets, clock, wake }: Pick<Context, 'secrets' | 'clock' | 'wake'>,
): Promise<void> {
  const { assignment, account } = await unverifiedByToken(token, { secrets });
  if (assignment.status !== 'unverified') return;
  const actor = { role: 'link' as const, account: account._id };
  await act(assignment._id, 'verify', {}, { actor, now: clock() });
  wake();
}

async function assignmentIn(token: string): Promise<Assignment> {
  const id = idInToken(token);
  if (!id) throw new PoolError('not_found');
  return findAssignment(id);
}
