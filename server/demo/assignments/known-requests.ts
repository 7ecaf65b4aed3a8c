/** Forty-two invented requests as a table: who asks for what, when, and how far it has come. */
import type { Assignment } from '../../../models/assignment/shape.ts';
import type { AgencyName } from '../agencies/agency-rows.ts';
import type { Course } from './courses.ts';

/** What goes into the request as it stands here. */
export type Wishes = Partial<
  Pick<
    Assignment,
    | 'mode'
    | 'alsoModes'
    | 'alsoLanguages'
    | 'genderWish'
    | 'persons'
    | 'programmes'
    | 'targetGroup'
    | 'reference'
    | 'notes'
    | 'urgent'
  >
>;

/** What else is not as with most requests. */
type Particulars = {
  meetingPoint?: string;
  /** A second time that would do as well: the same hour, so many working days later. */
  alternativeAfter?: number;
  /** The name of an event for which the agency needs several interpreters. */
  event?: string;
  isEnteredByCoordinator?: boolean;
  isNeverOnThursday?: boolean;
};

/** `day` and `created` are working days from today; what came in `today` did so in the last hours. */
type Row = [
  agency: AgencyName,
  language: string,
  day: number,
  time: string,
  minutes: number,
  occasion: string,
  course: Course,
  created: number | 'today',
  wishes?: Wishes,
  particulars?: Particulars,
];

/** Weeks ago up to the day before yesterday. */
const past: Row[] = [
  ['Kita Musterplatz', 'ar', -34, '09:00', 60, 'Elterngespräch', 'settled', -43, { persons: 3 }],
  ['Jobcenter Beispielstadt', 'uk', -30, '10:00', 90, 'Beratungsgespräch', 'settled', -39],
  ['Grundschule Probedorf', 'ro', -27, '13:30', 45, 'Elterngespräch', 'settled', -35],
  [
    'Jugendamt Musterkreis',
    'tr',
    -25,
    '11:00',
    60,
    'Informationsgespräch',
    'settled',
    -34,
    { mode: 'phone' },
  ],
  ['Beratungsstelle Musterrat', 'pes', -18, '14:00', 60, 'Beratungsgespräch', 'countersigned', -27],
  ['Bürgerbüro Beispielstadt', 'sq', -14, '09:30', 30, 'Anmeldung', 'countersigned', -22, { mode: 'phone' }],
  [
    'Kita Musterplatz',
    'ckb',
    -12,
    '14:30',
    60,
    'Elterngespräch',
    'by_telephone',
    -20,
    {},
    { isNeverOnThursday: true, isEnteredByCoordinator: true },
  ],
  [
    'KAoA-Stelle Musterkreis',
    'ti',
    -9,
    '10:30',
    60,
    'Übergang Schule-Beruf',
    'recorded',
    -17,
    { programmes: ['KAoA'], targetGroup: '15 bis 18 Jahre' },
  ],
  [
    'Beratungsstelle Musterrat',
    'so',
    -7,
    '11:00',
    30,
    'Beratungsgespräch',
    'too_late',
    -13,
    { mode: 'phone', urgent: { reason: 'Frist der Einrichtung läuft ab' } },
  ],
  [
    'Frauenberatung Beispielhaus',
    'kmr',
    -6,
    '10:00',
    60,
    'Beratungsgespräch',
    'called_off_late',
    -15,
    { genderWish: 'female' },
  ],
  ['Musterschule', 'uk', -3, '13:00', 60, 'Schulanmeldung', 'over', -12, { reference: 'MS-17' }],
  ['Kita Beispielwiese', 'ar', -2, '10:00', 60, 'Kita-Elterngespräch', 'over', -11],
];

/** Searches, most of them waiting for an answer or a hand. */
const open: Row[] = [
  ['Kita Musterplatz', 'ar', 15, '15:00', 45, 'Elterngespräch', 'draft', -2],
  ['Berufskolleg Beispielberg', 'fr', 18, '09:00', 60, 'Schulanmeldung', 'held_closed', -1],
  ['Ratsfraktion Beispiel', 'so', 12, '10:00', 60, 'Informationsgespräch', 'unchecked', 'today'],
  ['Kammer Erfundenes Handwerk', 'sr', 10, '11:00', 60, 'Anerkennungsberatung', 'held_new', -2],
  ['Förderzentrum Beispielpark', 'sq', 12, '09:00', 90, 'Beratungsgespräch', 'held_rule', -1],
  ['Jobcenter Beispielstadt', 'uk', 9, '11:00', 60, 'Beratungsgespräch', 'held_budget', -1],
  ['Kita Musterplatz', 'ar', 9, '15:30', 60, 'Elterngespräch', 'held_double', -1],
  [
    'Gesamtschule Mustertal',
    'tr',
    11,
    '14:00',
    60,
    'Elterngespräch',
    'fresh',
    'today',
    { persons: 4 },
    { alternativeAfter: 2 },
  ],
  [
    'Bildungswerk Probekurs',
    'ar',
    13,
    '15:00',
    60,
    'Kursanmeldung',
    'fresh',
    -3,
    { genderWish: 'female', notes: 'Bitte den Seiteneingang nehmen.' },
  ],
  [
    'Kita Musterplatz',
    'ar',
    9,
    '15:30',
    60,
    'Elterngespräch',
    'first_question',
    -2,
    { persons: 3, programmes: ['Rucksack Kita'] },
    { meetingPoint: 'Eingang am Hof' },
  ],
  [
    'Jobcenter Beispielstadt',
    'pl',
    8,
    '09:30',
    60,
    'Beratungsgespräch',
    'first_question',
    -3,
    { mode: 'phone', alsoModes: ['video'], reference: 'JB-204' },
  ],
  [
    'Familienzentrum Erfundenheim',
    'prs',
    10,
    '10:00',
    60,
    'Kita-Elterngespräch',
    'second_question',
    -4,
    { alsoLanguages: ['pes'] },
  ],
  ['Jugendamt Musterkreis', 'ro', 9, '11:30', 60, 'Informationsgespräch', 'second_question', -2],
  ['Grundschule Probedorf', 'ta', 8, '12:00', 45, 'Elterngespräch', 'nobody_left', -5],
  ['Gesundheitsdienst Probekreis', 'ti', 7, '09:00', 45, 'Schuleingangsuntersuchung', 'given_back', -5],
];

/** What stands, or waits for the last word. */
const agreed: Row[] = [
  [
    'Kita Musterplatz',
    'uk',
    7,
    '14:00',
    60,
    'Elterngespräch',
    'yes',
    -2,
    {},
    { meetingPoint: 'Büro der Leitung' },
  ],
  ['Wohlfahrtsverband Musterhilfe', 'kmr', 8, '15:00', 60, 'Beratungsgespräch', 'yes', -3],
  ['Jobcenter Beispielstadt', 'ru', 4, '10:00', 60, 'Beratungsgespräch', 'booked', -5],
  ['Kita Beispielwiese', 'ar', 5, '15:00', 60, 'Kita-Elterngespräch', 'booked', -4],
  [
    'Beratungsstelle Musterrat',
    'pes',
    6,
    '09:00',
    60,
    'Beratungsgespräch',
    'booked',
    -6,
    { mode: 'video', alsoModes: ['phone'] },
  ],
  [
    'Verein Erfundene Brücken',
    'bs',
    5,
    '16:00',
    90,
    'Infoabend für Eltern',
    'booked',
    -7,
    { persons: 20 },
    { isEnteredByCoordinator: true },
  ],
  ['Kita Musterplatz', 'tr', 6, '08:30', 45, 'Elterngespräch', 'booked', -8],
  ['Jugendzentrum Probebühne', 'es', 9, '13:00', 60, 'Informationsgespräch', 'moved', -3],
  ['Musterschule', 'ar', 11, '16:00', 120, 'Elternsprechtag', 'booked', -6, {}, { event: 'Elternsprechtag' }],
  ['Musterschule', 'tr', 11, '16:00', 120, 'Elternsprechtag', 'booked', -6, {}, { event: 'Elternsprechtag' }],
  ['Musterschule', 'uk', 11, '16:00', 120, 'Elternsprechtag', 'yes', -6, {}, { event: 'Elternsprechtag' }],
];

/** What will not take place. */
const ended: Row[] = [
  ['Kita Musterplatz', 'ru', 8, '10:30', 60, 'Elterngespräch', 'called_off', -4],
  ['Bildungswerk Probekurs', 'bg', 10, '09:00', 60, 'Kursanmeldung', 'not_needed', -3],
  ['Gesamtschule Mustertal', 'vi', 7, '13:30', 60, 'Elterngespräch', 'no_answer', -7],
  ['Berufskolleg Beispielberg', 'ar', 10, '15:30', 60, 'AOSF-Verfahren', 'not_ours', -3],
];

/** All of them: twelve that are over, thirty that lie ahead. */
export const knownRequests = [...past, ...open, ...agreed, ...ended].map(
  ([agency, language, day, time, minutes, occasion, course, created, wishes = {}, particulars = {}]) => {
    return { agency, language, day, time, minutes, occasion, course, created, wishes, ...particulars };
  },
);
export type KnownRequest = (typeof knownRequests)[number];
