/** The kinds of things the pool says; every kind has a mail in `templates/mail`. */
import { z } from 'zod';

export const noticeKind = z.enum([
  'sign_in',
  'receipt',
  'check_address',
  'new_request',
  'offer',
  'offer_withdrawn',
  'taken',
  'yes_noted',
  'willing_noted',
  'not_chosen',
  'please_confirm',
  'booked',
  'reminder',
  'cancelled',
  'released',
  'given_back',
  'replaced',
  'moved',
  'changed',
  'check_booking',
  'rejected',
  'unfilled',
  'still_open',
  'still_searching',
  'running_late',
  'nobody_here',
  'restored',
  'event_receipt',
  'event_request',
  'event_cancelled',
  'welcome',
  'email_change_new',
  'email_change_old',
]);
export type NoticeKind = z.infer<typeof noticeKind>;

/** What is said about an event as a whole. */
export type EventNoticeKind = Extract<NoticeKind, `event_${string}`>;

/** Those that are about a person and no appointment; nothing overtakes them but time. */
const personalNotice = noticeKind.extract(['sign_in', 'welcome', 'email_change_new', 'email_change_old']);
export type PersonalNotice = z.infer<typeof personalNotice>;

/** What is said about one assignment. */
export type AssignmentNoticeKind = Exclude<NoticeKind, PersonalNotice | EventNoticeKind>;

/** Whether a notice is about a person and no appointment. */
export function isPersonal(kind: NoticeKind): kind is PersonalNotice {
  return personalNotice.safeParse(kind).success;
}
