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
]);
export type NoticeKind = z.infer<typeof noticeKind>;

/** What is said about an event as a whole. */
export type EventNoticeKind = Extract<NoticeKind, `event_${string}`>;

/** What is said about one assignment. */
export type AssignmentNoticeKind = Exclude<NoticeKind, 'sign_in' | EventNoticeKind>;
