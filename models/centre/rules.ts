/** What a centre decides for itself: how it asks, books, warns, gives up and reckons travel. */
import { z } from 'zod';
import { timeOfDay } from '../shape.ts';
import { type Fields, part, required } from '../storage.ts';

/** The federal states, by the two letters of ISO 3166-2:DE. */
const federalStates = [
  'BW',
  'BY',
  'BE',
  'BB',
  'HB',
  'HE',
  'HH',
  'MV',
  'NI',
  'NW',
  'RP',
  'SL',
  'SN',
  'ST',
  'SH',
  'TH',
] as const;

/** Bounds beyond which a number is a slip of the keys, which would stop a search or the sweeps of every centre. */
const mostWorkingDays = 30;
const mostHours = 30 * 24;
const minutesOfDay = 24 * 60;

/** What a centre decides for itself; every rule takes it as an argument. */
export const centreRules = z.strictObject({
  /** Whether a yes books at once, or a coordinator confirms it. */
  confirmation: z.enum(['coordinator', 'automatic']),
  /** Whom a round asks: the best of those who fit, the best few and after a pause the next, or all who fit. */
  offerMode: z.enum(['one_by_one', 'waves', 'all_at_once']),
  /** How many a wave asks, and after how many minutes of silence the next ones are asked as well. */
  waves: z
    .strictObject({
      size: z.number().int().min(1).max(50),
      pauseMinutes: z.number().int().min(1).max(minutesOfDay),
    })
    .optional(),
  /** Rounds go by themselves, go on after a coordinator has looked once, or each needs a hand. */
  rounds: z.enum(['automatic', 'after_look', 'by_hand']),
  /** Whether several may say yes and the coordinator chooses among them. */
  severalYeses: z.boolean(),
  /** Wall-clock times between which offers, reminders and digests wait; `from` after `to` spans midnight. */
  quietHours: z.strictObject({ from: timeOfDay, to: timeOfDay }).optional(),
  /** Who learns whose telephone number once a booking is firm. */
  contactPolicy: z.strictObject({ onsiteContact: z.boolean(), interpreterPhone: z.boolean() }),
  /** The least level, CEFR, at which somebody is asked. */
  minimumLevel: z.enum(['A1', 'A2', 'B1', 'B2', 'C1', 'C2']),
  /** Hours before the start: from then on a cancellation or a giving back is late. */
  lateHours: z.number().int().min(0).max(mostHours),
  /** Hours before the start at which an unconfirmed yes is brought to mind, and at which it books itself. */
  confirmWarningHours: z.number().int().min(0).max(mostHours),
  confirmAutomaticallyHours: z.number().int().min(0).max(mostHours).optional(),
  /** Working days before the start at which a search is given up; an urgent one, in hours. */
  giveUpWorkingDays: z.number().int().min(0).max(mostWorkingDays),
  giveUpUrgentHours: z.number().int().min(0).max(mostHours),
  /** Hours before the start at which coordinators and agency hear that nobody has been found yet. */
  openWarningHours: z.number().int().min(0).max(mostHours).optional(),
  /** Whose public holidays are no working days: a federal state's two letters (ISO 3166-2:DE). */
  federalState: z.enum(federalStates).optional(),
  /** Hours before the start at which interpreter and agency are reminded. */
  reminderHours: z.array(z.number().int().min(1).max(mostHours)).max(5),
  /** A move by at most so many minutes at the same place only informs. */
  smallMoveMinutes: z.number().int().min(0).max(minutesOfDay),
  /** How the slots of an event become blocks; absent: the defaults of `rules/event-blocks`. */
  eventBlocks: z
    .strictObject({
      breakMinutes: z.number().int().min(0).max(120),
      longestMinutes: z.number().int().min(30).max(720),
    })
    .optional(),
  /** Straight line × factor ÷ speed; a pair of postcodes may be set by hand, in minutes. */
  travel: z.strictObject({
    factor: z.number().positive().max(5),
    kilometresPerHour: z.number().min(5).max(200),
    leastMinutes: z.number().int().min(0).max(240),
    unknownMinutes: z.number().int().min(0).max(240),
    pairs: z
      .array(
        z.strictObject({
          between: z.tuple([z.string().max(10), z.string().max(10)]),
          minutes: z.number().int().min(0).max(minutesOfDay),
        }),
      )
      .max(2000),
  }),
});
export type CentreRules = z.infer<typeof centreRules>;

/** What a new centre starts with. */
export const defaultRules: CentreRules = {
  confirmation: 'coordinator',
  offerMode: 'one_by_one',
  waves: { size: 3, pauseMinutes: 60 },
  rounds: 'by_hand',
  severalYeses: false,
  contactPolicy: { onsiteContact: true, interpreterPhone: false },
  minimumLevel: 'B1',
  lateHours: 24,
  confirmWarningHours: 24,
  confirmAutomaticallyHours: 3,
  giveUpWorkingDays: 2,
  giveUpUrgentHours: 4,
  openWarningHours: 72,
  federalState: 'NW',
  reminderHours: [48, 3],
  smallMoveMinutes: 15,
  travel: { factor: 1.3, kilometresPerHour: 50, leastMinutes: 10, unknownMinutes: 30, pairs: [] },
};

/** How they lie in the database. */
export const ruleFields: Fields<CentreRules> = {
  confirmation: required.string,
  offerMode: required.string,
  waves: part<NonNullable<CentreRules['waves']>>({ size: required.number, pauseMinutes: required.number }),
  rounds: required.string,
  severalYeses: required.boolean,
  quietHours: part<NonNullable<CentreRules['quietHours']>>({ from: required.string, to: required.string }),
  contactPolicy: part<CentreRules['contactPolicy']>({
    onsiteContact: required.boolean,
    interpreterPhone: required.boolean,
  }),
  minimumLevel: required.string,
  lateHours: required.number,
  confirmWarningHours: required.number,
  confirmAutomaticallyHours: Number,
  giveUpWorkingDays: required.number,
  giveUpUrgentHours: required.number,
  openWarningHours: Number,
  federalState: String,
  reminderHours: [Number],
  smallMoveMinutes: required.number,
  eventBlocks: part<NonNullable<CentreRules['eventBlocks']>>({
    breakMinutes: required.number,
    longestMinutes: required.number,
  }),
  travel: part<CentreRules['travel']>({
    factor: required.number,
    kilometresPerHour: required.number,
    leastMinutes: required.number,
    unknownMinutes: required.number,
    pairs: [part<CentreRules['travel']['pairs'][number]>({ between: [String], minutes: required.number })],
  }),
};
