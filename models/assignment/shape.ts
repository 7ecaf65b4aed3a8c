/** The shape of an assignment, the one thing everything turns on: one interpreter for one continuous block of time. */
import { z } from 'zod';
import { noticeKind } from '../notice.ts';
import { id, line, mode, position, requestKey, role, text, venue } from '../shape.ts';

/** What everyone must know; who answered what stands in the offers. */
export const status = z.enum([
  'draft',
  'unverified',
  'requested',
  'accepted',
  'confirmed',
  'moved',
  'completed',
  'settled',
  'unfilled',
  'rejected',
  'cancelled',
]);
export type Status = z.infer<typeof status>;

/** Statuses in which a booking takes up the interpreter's time. */
export const occupying: Status[] = ['accepted', 'confirmed', 'moved', 'completed', 'settled'];

export const offerState = z.enum([
  'pending',
  'accepted',
  'willing',
  'declined',
  'lapsed',
  'withdrawn',
  'lost',
]);
export type OfferState = z.infer<typeof offerState>;

/** What somebody is asked for, or has agreed to, where it is a second choice of the agency; what is absent is the first. */
const secondChoice = z.strictObject({ language: id.optional(), mode: mode.optional() });
export type SecondChoice = z.infer<typeof secondChoice>;

/** An interpreter is asked. The answer's reason is a code and always voluntary. */
const offer = z.strictObject({
  id,
  interpreter: id,
  account: id,
  round: z.number().int(),
  state: offerState,
  askedAt: z.date(),
  /** When the mail may leave; the deadline counts from here. */
  sendAt: z.date(),
  expiresAt: z.date(),
  answeredAt: z.date().optional(),
  reason: line(200).optional(),
  /** Part of what the mailed link signs: an older link says so instead of answering for a new time. */
  sequence: z.number().int(),
  kilometres: z.number().optional(),
  secondChoice: secondChoice.optional(),
  /** Asked for another time, or before the search opened again: it does not keep the person from being asked anew. */
  former: z.boolean().optional(),
});
export type Offer = z.infer<typeof offer>;

/** Who is booked. `cells` are the five-minute cells (epoch / 300 s) occupied, travel included; absent when nobody is held. */
const booking = z.strictObject({
  interpreter: id,
  account: id,
  offer: id.optional(),
  at: z.date(),
  cells: z.array(z.number().int()).optional(),
  /** Why a coordinator booked against a conflict; such a booking has no cells until the conflict ends. */
  override: line(200).optional(),
  secondChoice: secondChoice.optional(),
});
export type Booking = z.infer<typeof booking>;

export const hold = z.strictObject({
  code: z.enum(['new_agency', 'eligibility', 'duplicate', 'closure', 'budget']),
  answerBy: z.date(),
});

export const period = z.strictObject({ start: z.date(), end: z.date() });
export type Period = z.infer<typeof period>;

export const onsiteContact = z.strictObject({ name: line(120), phone: line(40) });
export const urgent = z.strictObject({ reason: line(200) });
export const genderWish = z.enum(['none', 'female', 'male']);

export const unfilledReason = z.enum([
  'no_speaker',
  'nobody_free',
  'no_answer',
  'too_late',
  'not_confirmed',
  'placed_elsewhere',
]);
export type UnfilledReason = z.infer<typeof unfilledReason>;

/** Why a request is not the pool's; `words` say where to go instead. */
export const refusalCode = z.enum([
  'court',
  'police',
  'medical',
  'legal',
  'asylum',
  'special_needs',
  'finance',
  'translation',
  'lessons',
  'accompaniment',
  'private',
  'sign_language',
  'other',
]);

/** Who changes an assignment: a role in the centre, the holder of a mailed link, or the rules themselves. */
export const actingRole = z.enum([...role.options, 'link', 'system']);
export type ActingRole = z.infer<typeof actingRole>;

/** One line of the history: who, when, what, why. Nothing is ever taken out of it. */
const historyEntry = z.strictObject({
  at: z.date(),
  action: z.string(),
  role: actingRole,
  account: id.optional(),
  from: status,
  to: status,
  reason: line(200).optional(),
  version: z.number().int(),
  /** The key of the call that caused it, so that the same call again is known. */
  request: requestKey.optional(),
});
export type HistoryEntry = z.infer<typeof historyEntry>;

/** What must now be said, and to whom; `post` makes a message of it. The id says kind, subject, occurrence, role and account. */
export const outboxEntry = z.strictObject({
  id: z.string(),
  kind: noticeKind,
  role: actingRole,
  account: id,
  version: z.number().int(),
  sequence: z.number().int(),
  offer: id.optional(),
  /** The centre that speaks, where no assignment says it. */
  centre: id.optional(),
  notBefore: z.date().optional(),
  notAfter: z.date().optional(),
  reason: z.string().optional(),
});
export type OutboxEntry = z.infer<typeof outboxEntry>;

const timesheet = z.strictObject({
  start: z.date(),
  end: z.date(),
  travelMinutes: z.number().int().min(0),
  outcome: z.enum(['done', 'client_absent', 'interpreter_absent', 'professional_absent', 'cancelled_late']),
  recordedAt: z.date(),
  countersignedAt: z.date().optional(),
});
export type Timesheet = z.infer<typeof timesheet>;

export const settlement = z.strictObject({ list: line(40), cents: z.number().int(), at: z.date() });

/** What an agency asks for, as it is stored. Times are UTC; `local…` say the same on the clock of the place. */
export const request = z.strictObject({
  language: id,
  alsoLanguages: z.array(id),
  mode,
  alsoModes: z.array(mode),
  start: z.date(),
  end: z.date(),
  alternatives: z.array(period),
  venue: venue.optional(),
  position: position.optional(),
  occasion: line(120),
  programmes: z.array(line(80)),
  targetGroup: line(80).optional(),
  genderWish,
  persons: z.number().int().min(1).max(500).optional(),
  reference: line(20).optional(),
  notes: text(1000).optional(),
  onsiteContact: onsiteContact.optional(),
  urgent: urgent.optional(),
});
export type Request = z.infer<typeof request>;

export const assignment = request.extend({
  _id: id,
  schemaVersion: z.number().int(),
  number: z.string().regex(/^\d{4}-\d{4,}$/),
  centre: id,
  agency: id,
  /** Several assignments for one occasion share an event. */
  event: id.optional(),
  /** Who asked, and who at the agency is written to. */
  requestedBy: id,
  contact: id.optional(),
  status,
  hold: hold.optional(),
  version: z.number().int(),
  /** Rises with every change that a calendar must follow (RFC 5545 §3.8.7.4). */
  sequence: z.number().int(),
  localDate: z.string(),
  weekday: z.number().int().min(1).max(7),
  partOfDay: z.enum(['morning', 'afternoon', 'evening']),
  offers: z.array(offer),
  round: z.number().int(),
  /** When the next round is due by itself; absent when it waits for answers or for a hand. */
  nextRoundAt: z.date().optional(),
  /** When a sweep must look at it next, because a time to answer, to decide or to search ends then. */
  dueAt: z.date().optional(),
  /** Until when somebody is sought; then the search is given up. */
  giveUpAt: z.date().optional(),
  /** When coordinators and agency hear that nobody has been found yet; absent once they have. */
  warnAt: z.date().optional(),
  /** Until when the coordinators choose among those who are willing. */
  chooseBy: z.date().optional(),
  /** Everybody who fits has been asked; said once, until something changes. */
  exhausted: z.boolean().optional(),
  /** Who is asked first and alone, after a cancellation was undone. */
  askFirst: id.optional(),
  booking: booking.optional(),
  /** Since when the booking has been firm as it is now; reminders whose time had passed by then are not sent. */
  firmAt: z.date().optional(),
  warnedAt: z.date().optional(),
  movedFrom: z.enum(['accepted', 'confirmed']).optional(),
  keepBy: z.date().optional(),
  cancellation: z
    .strictObject({ at: z.date(), role: actingRole, reason: line(200), late: z.boolean() })
    .optional(),
  unfilled: z.strictObject({ at: z.date(), reason: unfilledReason }).optional(),
  rejection: z.strictObject({ at: z.date(), code: line(80) }).optional(),
  /** Whether somebody still has to find out if the appointment took place. */
  didItTakePlace: z.boolean().optional(),
  timesheet: timesheet.optional(),
  settlement: settlement.optional(),
  history: z.array(historyEntry),
  outbox: z.array(outboxEntry),
  createdAt: z.date(),
  updatedAt: z.date(),
});
export type Assignment = z.infer<typeof assignment>;
