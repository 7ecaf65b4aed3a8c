/** Who at an agency is written to, when somebody there asks no more. */
import { endContact } from '../account/roles.ts';
import { contactIsGone } from '../agency/leaving.ts';
import { type Agency, findAgency, type GoingContact } from '../agency.ts';
import type { Actor } from '../rules/transitions/situation.ts';
import { trusted } from '../storage.ts';
import { act } from './change.ts';
import type { Status } from './shape.ts';
import { Assignments } from './storage.ts';

/** What is over for everybody needs nobody to be written to. */
const over: Status[] = ['settled'];

/** Takes the role of somebody who goes away, then gives what is open to a colleague; may run again after a crash. @returns how many were given */
export async function finishGoing(agency: string, going: GoingContact, now: Date): Promise<number> {
  const { account, role, by } = going;
  await endContact(account, agency);
  const given = await handOverContact(agency, account, { actor: { role, account: by }, now });
  await contactIsGone(agency, going);
  return given;
}

/** Finishes what a process has left of the going of an agency’s people. */
export async function finishGoings({ _id, going = [] }: Agency, now: Date): Promise<void> {
  for (const one of going) await finishGoing(_id, one, now);
}

/** Gives what somebody is written to about to a colleague, a lead first; may run again. @returns how many were given */
async function handOverContact(
  agency: string,
  account: string,
  by: { actor: Actor; now: Date },
): Promise<number> {
  const { contacts } = await findAgency(agency);
  const others = contacts.filter((one) => one.account !== account);
  const to = (others.find(({ lead }) => lead) ?? others[0])?.account;
  const theirs = await Assignments.find(
    { agency, contact: account, status: trusted({ $nin: over }) },
    { _id: 1 },
  ).lean<{ _id: string }[]>();
  for (const { _id } of theirs) await act(_id, 'hand_over', { from: account, to }, by);
  return theirs.length;
}
