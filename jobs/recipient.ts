/** Who gets a mail and where: usually the person at their address; a change of address speaks to both. */

import { findEmailChange, isUnderWay } from '../models/account/email-change.ts';
import { type Account, findAccounts } from '../models/account.ts';
import type { Message } from '../models/message.ts';

/** The person with the address that this message goes to, if they have one; undefined when they are gone. */
export async function recipientOf({
  account,
  kind,
  emailChange,
}: Message): Promise<(Account & { email?: string | undefined }) | undefined> {
  const person = (await findAccounts([account])).get(account);
  if (!person || !emailChange) return person;
  const { from, to } = await findEmailChange(emailChange);
  return { ...person, email: kind === 'email_change_new' ? to : from };
}

/** Whether a mail about a change of address has nothing to ask any more. */
export async function isChangeOver({ emailChange }: Message, now: Date): Promise<boolean> {
  return emailChange !== undefined && !isUnderWay(await findEmailChange(emailChange), now);
}
