/** A volunteer joins a centre: as somebody new, or as somebody who serves another one already. */
import { type Joining, join } from '../account/joining.ts';
import { giveRole } from '../account/roles.ts';
import type { Call } from '../calls/once.ts';
import {
  type CentreMembership,
  changeInterpreter,
  type Interpreter,
  insertInterpreters,
  interpreterOf,
} from '../interpreter.ts';
import { found, isDuplicateOf, isRepeated } from '../storage.ts';

/** What is the person's own, as a centre enters it. */
export type OwnPart = Omit<
  Interpreter,
  '_id' | 'schemaVersion' | 'version' | 'account' | 'memberships' | 'calendarVersion' | 'createdAt'
>;

/**
 * Takes somebody in. Whoever is an interpreter already keeps what is theirs and gets a membership; whoever has left
 * comes back. The account comes first, so that a call that was cut off is finished by its repetition.
 * @returns whether somebody came who had not been there before this call
 */
export async function takeIn(
  joining: Joining,
  own: OwnPart,
  membership: CentreMembership,
  call: Call,
): Promise<{ interpreter: Interpreter; isNew: boolean }> {
  const { centre } = membership;
  const idOf = async (account: string) => (await interpreterOf(account))?._id ?? account;
  const roleOf = async (one: string) => ({
    role: 'interpreter' as const,
    centre,
    interpreter: await idOf(one),
  });
  const account = await join(joining, roleOf, call);
  const created = (await interpreterOf(account))
    ? undefined
    : await inserted(account, own, membership, call.now);
  if (created) return { interpreter: created, isNew: true };
  const { interpreter, isNew } = await joined(found(await interpreterOf(account)), membership);
  return { interpreter, isNew: isNew || account === call.request?.key };
}

/** @returns undefined when somebody else was faster: an account is one interpreter */
async function inserted(
  account: string,
  own: OwnPart,
  membership: CentreMembership,
  now: Date,
): Promise<Interpreter | undefined> {
  const person = {
    ...own,
    _id: account,
    account,
    memberships: [membership],
    calendarVersion: 1,
    createdAt: now,
  };
  try {
    await insertInterpreters([person]);
    return (await interpreterOf(account)) ?? undefined;
  } catch (error) {
    if (isRepeated(error) || isDuplicateOf(error, 'account')) return undefined;
    throw error;
  }
}

async function joined(
  known: Interpreter,
  membership: CentreMembership,
): Promise<{ interpreter: Interpreter; isNew: boolean }> {
  const { centre } = membership;
  const present = known.memberships.find((one) => one.centre === centre);
  if (present && present.status !== 'left') return { interpreter: known, isNew: false };
  const interpreter = await changeInterpreter(known._id, undefined, ({ memberships }) => ({
    memberships: [...memberships.filter((one) => one.centre !== centre), membership],
  }));
  await giveRole(known.account, { role: 'interpreter', centre, interpreter: known._id });
  return { interpreter, isNew: true };
}
