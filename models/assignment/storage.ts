/** How assignments are stored, and the indexes that make the database the judge. */
import { venuePart } from '../agency.ts';
import { requestPart } from '../calls/once.ts';
import { outboxIndex, outboxPart } from '../outbox.ts';
import type { Position } from '../shape.ts';
import { defineModel, type Fields, type Index, part, required } from '../storage.ts';
import type { Assignment, Booking, HistoryEntry, Offer, Period, SecondChoice, Timesheet } from './shape.ts';

/** Name of the index that refuses to have one interpreter at two places, whatever the code does. */
export const noDoubleBooking = 'no_double_booking';

/** Name of the index that refuses to give a number twice in one centre. */
export const uniqueNumber = 'number_in_centre';

const period = part<Period>({ start: required.date, end: required.date });

const secondChoice = part<SecondChoice>({ language: String, mode: String });

const offer = part<Offer>({
  id: required.string,
  interpreter: required.string,
  account: required.string,
  round: required.number,
  state: required.string,
  askedAt: required.date,
  sendAt: required.date,
  expiresAt: required.date,
  answeredAt: Date,
  reason: String,
  sequence: required.number,
  kilometres: Number,
  secondChoice,
  former: Boolean,
});

/** An empty array of cells would be a key of its own and collide: there are cells, or there is no array. */
const booking = part<Booking>({
  interpreter: required.string,
  account: required.string,
  offer: String,
  at: required.date,
  cells: { type: [Number], default: undefined },
  override: String,
  secondChoice,
});

const historyEntry = part<HistoryEntry>({
  at: required.date,
  action: required.string,
  role: required.string,
  account: String,
  from: required.string,
  to: required.string,
  reason: String,
  version: required.number,
  request: requestPart,
});

const timesheet = part<Timesheet>({
  start: required.date,
  end: required.date,
  travelMinutes: required.number,
  outcome: required.string,
  recordedAt: required.date,
  countersignedAt: Date,
});

const fields: Fields<Assignment> = {
  _id: required.string,
  schemaVersion: required.number,
  number: required.string,
  centre: required.string,
  agency: required.string,
  event: String,
  requestedBy: required.string,
  contact: String,
  status: required.string,
  hold: part<NonNullable<Assignment['hold']>>({ code: required.string, answerBy: required.date }),
  version: required.number,
  sequence: required.number,
  language: required.string,
  alsoLanguages: [String],
  mode: required.string,
  alsoModes: [String],
  start: required.date,
  end: required.date,
  localDate: required.string,
  weekday: required.number,
  partOfDay: required.string,
  alternatives: [period],
  venue: venuePart,
  position: part<Position>({ lat: required.number, lon: required.number }),
  occasion: required.string,
  programmes: [String],
  targetGroup: String,
  genderWish: required.string,
  persons: Number,
  reference: String,
  notes: String,
  onsiteContact: part<NonNullable<Assignment['onsiteContact']>>({
    name: required.string,
    phone: required.string,
  }),
  urgent: part<NonNullable<Assignment['urgent']>>({ reason: required.string }),
  offers: [offer],
  round: required.number,
  nextRoundAt: Date,
  dueAt: Date,
  giveUpAt: Date,
  warnAt: Date,
  chooseBy: Date,
  exhausted: Boolean,
  askFirst: String,
  booking,
  firmAt: Date,
  warnedAt: Date,
  movedFrom: String,
  keepBy: Date,
  cancellation: part<NonNullable<Assignment['cancellation']>>({
    at: required.date,
    role: required.string,
    reason: required.string,
    late: required.boolean,
  }),
  unfilled: part<NonNullable<Assignment['unfilled']>>({ at: required.date, reason: required.string }),
  rejection: part<NonNullable<Assignment['rejection']>>({ at: required.date, code: required.string }),
  didItTakePlace: Boolean,
  timesheet,
  settlement: part<NonNullable<Assignment['settlement']>>({
    list: required.string,
    cents: required.number,
    at: required.date,
  }),
  history: [historyEntry],
  outbox: [outboxPart],
  createdAt: required.date,
  updatedAt: required.date,
};

const indexes: Index[] = [
  {
    key: { 'booking.interpreter': 1, 'booking.cells': 1 },
    options: {
      name: noDoubleBooking,
      unique: true,
      partialFilterExpression: { 'booking.cells': { $gte: 0 } },
    },
  },
  { key: { centre: 1, number: 1 }, options: { name: uniqueNumber, unique: true } },
  { key: { centre: 1, start: 1, _id: 1 }, options: { name: 'centre_start' } },
  { key: { agency: 1, start: 1, _id: 1 }, options: { name: 'agency_start' } },
  { key: { centre: 1, updatedAt: 1 }, options: { name: 'centre_updated' } },
  { key: { agency: 1, updatedAt: 1 }, options: { name: 'agency_updated' } },
  { key: { 'booking.interpreter': 1, start: 1 }, options: { name: 'booked_start' } },
  { key: { 'offers.interpreter': 1, start: 1 }, options: { name: 'asked_start' } },
  { key: { event: 1 }, options: { name: 'event', sparse: true } },
  { key: { 'offers.id': 1 }, options: { name: 'offer' } },
  { key: { 'history.request.key': 1 }, options: { name: 'request_key', sparse: true } },
  { key: { status: 1, start: 1 }, options: { name: 'status_start' } },
  { key: { status: 1, end: 1 }, options: { name: 'status_end' } },
  { key: { nextRoundAt: 1 }, options: { name: 'next_round', sparse: true } },
  { key: { dueAt: 1 }, options: { name: 'due', sparse: true } },
  { key: { 'booking.override': 1 }, options: { name: 'override', sparse: true } },
  outboxIndex,
];

/** For the files of this folder only; elsewhere assignments are read and changed through functions. */
export const Assignments = defineModel<Assignment>('assignments', fields, indexes);
