/** What a mail says of the appointment to somebody who is not asked any more: what they were asked, not what came later. */
import type { Assignment, Offer } from '../models/assignment/shape.ts';
import type { Message } from '../models/message.ts';
import { type AsAsked, asAsked } from '../models/rules/own-page/as-asked.ts';
import type { AssignmentFacts } from '../templates/mail/facts.ts';

const closing: Message['kind'][] = ['offer_withdrawn', 'taken', 'not_chosen'];

/** The time as it was asked for, and what had better be left out; nothing for any other mail. */
export function askedFacts(
  { kind }: Pick<Message, 'kind'>,
  assignment: Assignment,
  offer: Offer | undefined,
): Partial<Pick<AssignmentFacts, 'start' | 'end' | 'isPlaceUnsure'>> & Pick<AsAsked, 'unsure'> {
  if (!offer || !closing.includes(kind)) return { unsure: [] };
  const { unsure, ...period } = asAsked(assignment, offer);
  return { ...period, unsure, ...(unsure.includes('place') && { isPlaceUnsure: true }) };
}
