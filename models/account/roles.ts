/** Who becomes what: an account is given a role and welcomed in the same write, or gives one up. */
import { Accounts, type Membership } from '../account.ts';
import type { OutboxEntry } from '../assignment/shape.ts';
import { trusted } from '../storage.ts';

/** The outbox entry of a first mail: once for each role, however often the role is given. */
export function welcomeTo(account: string, { role, centre, agency, interpreter }: Membership): OutboxEntry {
  const occurrence = `${centre}:${agency ?? interpreter ?? ''}`;
  return {
    id: ['welcome', account, occurrence, role, account].join(':'),
    kind: 'welcome',
    role,
    account,
    centre,
    version: 1,
    sequence: 0,
  };
}

/** Gives a role; whoever has it already keeps it and is not welcomed twice. @returns whether it was new */
export async function giveRole(account: string, membership: Membership): Promise<boolean> {
  const { role, centre, agency, interpreter } = membership;
  const isSame = { role, centre, ...(agency && { agency }), ...(interpreter && { interpreter }) };
  const { matchedCount } = await Accounts.updateOne(
    { _id: account, memberships: trusted({ $not: { $elemMatch: isSame } }) },
    { $push: { memberships: membership, outbox: welcomeTo(account, membership) } } as never,
  );
  return matchedCount === 1;
}

/** Takes the role of a contact of this agency away. */
export async function endContact(account: string, agency: string): Promise<void> {
  await Accounts.updateOne({ _id: account }, {
    $pull: { memberships: { role: 'contact', agency } },
  } as never);
}

/** Takes the role of an interpreter of this centre away. */
export async function endInterpreter(account: string, centre: string): Promise<void> {
  await Accounts.updateOne({ _id: account }, {
    $pull: { memberships: { role: 'interpreter', centre } },
  } as never);
}
