/** What a mail may say about the person it goes to: their way in, their address, for whom they ask. */

import { changeDays, findEmailChange } from '../models/account/email-change.ts';
import { type Account, accountsByEmail } from '../models/account.ts';
import { findAgencies } from '../models/agency.ts';
import type { Centre } from '../models/centre.ts';
import type { Message } from '../models/message.ts';
import { signInMinutes } from '../models/sign-in.ts';
import type { EmailChangeFacts, MailFacts } from '../templates/mail/facts.ts';
import type { MailSettings } from './mail-links.ts';

/** What mails say that are about the person and no appointment. */
export async function personalFacts(
  { kind, signIn, emailChange }: Message,
  account: Account,
  centre: Centre,
  settings: MailSettings,
): Promise<Pick<MailFacts, 'signIn' | 'emailChange' | 'agency'>> {
  if (signIn) return { signIn: await signInFacts(signIn, account, settings) };
  if (emailChange) return { emailChange: await emailChangeFacts(emailChange, kind, settings) };
  return kind === 'welcome' ? await agencyFacts(account, centre) : {};
}

async function signInFacts(id: string, { email }: Account, { baseUrl, secrets }: MailSettings) {
  const others = email ? await accountsByEmail(email) : [];
  return {
    url: `${baseUrl}/login/${secrets.sign('sign_in', id, 1)}`,
    code: secrets.code(id),
    minutes: signInMinutes,
    isShared: others.length > 1,
  };
}

async function emailChangeFacts(
  id: string,
  kind: Message['kind'],
  { baseUrl, secrets }: MailSettings,
): Promise<EmailChangeFacts> {
  const { to } = await findEmailChange(id);
  const urlFor = (purpose: 'email_new' | 'email_old' | 'email_stop') =>
    `${baseUrl}/email-change/${secrets.sign(purpose, id, 1)}`;
  return kind === 'email_change_new'
    ? { to, days: changeDays, confirmUrl: urlFor('email_new') }
    : { to, days: changeDays, confirmUrl: urlFor('email_old'), stopUrl: urlFor('email_stop') };
}

async function agencyFacts({ memberships }: Account, { _id }: Centre): Promise<{ agency?: string }> {
  const ids = memberships.flatMap(({ centre, agency }) => (centre === _id && agency ? [agency] : []));
  const known = await findAgencies(ids);
  const name = ids.flatMap((one) => known.get(one)?.name ?? []).at(-1);
  return name ? { agency: name } : {};
}

/** Whether somebody interprets for more than one centre. */
export function isOfSeveralCentres({ memberships }: Account): boolean {
  const centres = memberships.flatMap(({ role, centre }) => (role === 'interpreter' ? [centre] : []));
  return new Set(centres).size > 1;
}
