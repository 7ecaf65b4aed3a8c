/** The recipient's own links: each opens one thing for one person, and nothing else. */
import type { Assignment, Offer } from '../models/assignment/shape.ts';
import type { Languages } from '../models/language.ts';
import type { Message } from '../models/message.ts';
import { agencyActions } from '../models/rules/own-page/agency-actions.ts';
import type { Secrets } from '../models/secrets.ts';
import type { AssignmentFacts } from '../templates/mail/facts.ts';

export type MailSettings = { baseUrl: string; secrets: Secrets };

/** The page of one offer, which becomes the page of the assignment once it is booked. */
export function offerUrl(offer: Offer, { baseUrl, secrets }: MailSettings): string {
  return `${baseUrl}/offers/${secrets.sign('offer', offer.id, offer.sequence)}`;
}

/** Where whoever is written to finds this assignment: a volunteer by their offer, a contact by a link of their own. */
export function ownUrl(
  { kind, role, account }: Pick<Message, 'kind' | 'role' | 'account'>,
  { _id }: Assignment,
  offer: Offer | undefined,
  settings: MailSettings,
): string | undefined {
  const { baseUrl, secrets } = settings;
  if (role === 'interpreter') return offer && offerUrl(offer, settings);
  if (role !== 'contact') return undefined;
  return kind === 'check_address'
    ? `${baseUrl}/verify/${secrets.sign('verify', _id, account)}`
    : `${baseUrl}/requests/${secrets.sign('agency', _id, account)}`;
}

/** What an agency can choose when nobody was found, each with the page on which it does so. */
export function choiceUrls(
  assignment: Assignment,
  url: string,
  { languages, now }: { languages: Languages; now: Date },
): NonNullable<AssignmentFacts['choices']> {
  return agencyActions(assignment, languages, now).map((action) => ({
    action,
    url: `${url}/${action.replaceAll('_', '-')}`,
  }));
}
