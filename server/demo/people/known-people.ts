/** Sixty-two invented interpreters as a table, each with something to tell. Their surnames say it: nobody here exists. */
import type { CentreMembership } from '../../../models/interpreter.ts';
import type { Locale } from '../../../models/shape.ts';
import type { AgencyName } from '../agencies/agency-rows.ts';
import type { Town } from '../places/municipalities.ts';
import type { Rhythm } from './rhythms.ts';

/** What is not as with most people. Days are counted from today, negative ones lie behind. */
export type Particulars = {
  /** Kilometres as the crow flies; without them any distance will do. */
  radius?: number;
  cap?: number;
  /** Languages followed without working in them, as in `sr well, mk some`. */
  understands?: string;
  /** What the centre found out, as in `ar A2`. */
  assessed?: string;
  excludes?: AgencyName;
  prefers?: AgencyName;
  status?: CentreMembership['status'];
  pausedUntil?: number;
  proofExpires?: number;
  away?: [first: number, last: number];
  free?: [first: number, last: number];
  /** Null for those who have none: they are called. */
  email?: string | null;
  locale?: Locale;
  isReachableByPhone?: boolean;
};

/** `speaks` is language, perhaps its variety, level and — unless on site and by telephone — modes. */
export type PersonRow = [
  name: string,
  gender: 'female' | 'male' | 'other',
  town: Town,
  speaks: string,
  rhythm: Rhythm | 'unknown',
  particulars?: Particulars,
];

/** Who stays free, so that a newcomer who signs in finds an empty calendar. */
export const sparedPerson = 'Samira Beispiel';

/**
 * Fourteen for Arabic who can come anywhere in the Kreis on every working morning, today and in a year:
 * no cap, no exclusion, no range away, and no demo appointment before the afternoon.
 */
const arabicMornings: PersonRow[] = [
  ['Amal Beispiel', 'female', 'Soest', 'ar/apc native, fr B2', 'daytime'],
  ['Hala Muster', 'female', 'Lippstadt', 'ar/acm native onsite+phone+video', 'school_hours'],
  ['Nour Probe', 'female', 'Werl', 'ar/apc native, en B2', 'daytime', { radius: 60 }],
  ['Rania Erfunden', 'female', 'Warstein', 'ar/arz native', 'long_days'],
  ['Layla Beispiel', 'female', 'Geseke', 'ar/ary native, fr C1', 'split_days', { prefers: 'Musterschule' }],
  ['Dunja Muster', 'female', 'Erwitte', 'ar/apc C2, kmr B2', 'mornings', { radius: 60 }],
  ['Maha Probe', 'female', 'Bad Sassendorf', 'ar/acm native onsite+phone+video', 'long_days'],
  ['Omar Beispiel', 'male', 'Soest', 'ar/apc native', 'long_days', { radius: 60 }],
  ['Karim Muster', 'male', 'Lippstadt', 'ar/ary native, fr B2', 'daytime'],
  ['Tarek Probe', 'male', 'Rüthen', 'ar/arz C1', 'school_hours', { prefers: 'Familienzentrum Erfundenheim' }],
  ['Bilal Erfunden', 'male', 'Ense', 'ar/apc native onsite+phone+video', 'daytime'],
  ['Yusuf Beispiel', 'male', 'Anröchte', 'ar/acm native', 'mornings', { understands: 'ckb some' }],
  ['Salim Muster', 'male', 'Welver', 'ar/aeb C1', 'split_days'],
  ['Ziad Probe', 'male', 'Lippetal', 'ar/apc B2', 'daytime', { radius: 60 }],
];

const otherArabicSpeakers: PersonRow[] = [
  [
    sparedPerson,
    'female',
    'Soest',
    'ar/apc C1, ckb native',
    'thursday_mornings',
    { email: 'sprachmittlung@example.org', isReachableByPhone: true },
  ],
  ['Faten Erfunden', 'female', 'Möhnesee', 'ar/apc B1', 'unknown', { assessed: 'ar A2', radius: 15 }],
  [
    'Hassan Beispiel',
    'male',
    'Wickede (Ruhr)',
    'ar/arz C1 phone',
    'afternoons',
    { status: 'paused', pausedUntil: 20 },
  ],
  ['Ibtisam Muster', 'female', 'Soest', 'ar/apc native', 'unknown', { status: 'applied' }],
];

const easternEurope: PersonRow[] = [
  ['Oksana Probe', 'female', 'Soest', 'uk native, ru C2', 'daytime', { prefers: 'Kita Musterplatz' }],
  ['Iryna Muster', 'female', 'Werl', 'uk native onsite+phone+video, ru native', 'school_hours', { cap: 3 }],
  ['Dmytro Beispiel', 'male', 'Lippstadt', 'uk native, en C1', 'unknown', { radius: 40 }],
  ['Halyna Erfunden', 'female', 'Warstein', 'uk native', 'unknown', { email: null, radius: 20 }],
  ['Swetlana Beispiel', 'female', 'Lippstadt', 'ru native', 'daytime'],
  [
    'Viktor Muster',
    'male',
    'Geseke',
    'ru native onsite+phone+video',
    'unknown',
    { understands: 'uk well', excludes: 'Jobcenter Beispielstadt' },
  ],
  ['Ioana Muster', 'female', 'Lippstadt', 'ro native', 'daytime'],
  ['Mihai Probe', 'male', 'Werl', 'ro native', 'unknown', { radius: 60 }],
  ['Elena Erfunden', 'female', 'Geseke', 'ro native, it C1', 'daytime', { away: [3, 12] }],
  ['Desislava Beispiel', 'female', 'Lippstadt', 'bg native', 'school_hours', { cap: 2, radius: 30 }],
  ['Asen Muster', 'male', 'Soest', 'bg native, rom/rmn native, tr C1', 'unknown'],
  ['Agnieszka Probe', 'female', 'Erwitte', 'pl native onsite+phone+video', 'daytime'],
  ['Marek Beispiel', 'male', 'Werl', 'pl native', 'start_of_week', { status: 'resting', radius: 25 }],
  ['Nino Beispiel', 'other', 'Lippstadt', 'ka native, ru C1', 'end_of_week', { radius: 35 }],
];

const balkansAndSouth: PersonRow[] = [
  ['Arta Muster', 'female', 'Soest', 'sq/aln native', 'daytime', { free: [12, 13] }],
  ['Besnik Erfunden', 'male', 'Lippstadt', 'sq native', 'afternoons', { proofExpires: -20 }],
  [
    'Jasmina Beispiel',
    'female',
    'Anröchte',
    'bs native onsite+phone+video',
    'daytime',
    { understands: 'hr well, sr well' },
  ],
  ['Dragan Probe', 'male', 'Werl', 'sr native', 'unknown', { status: 'paused', pausedUntil: -9 }],
  ['Eleni Beispiel', 'female', 'Soest', 'el native', 'end_of_week'],
  ['Lucia Erfunden', 'female', 'Lippstadt', 'es native, pt C1', 'daytime'],
];

const turkishAndKurdish: PersonRow[] = [
  ['Ayse Muster', 'female', 'Soest', 'tr native', 'daytime'],
  ['Mehmet Probe', 'male', 'Werl', 'tr native, kmr C1', 'daytime', { email: null, away: [20, 34] }],
  ['Kemal Erfunden', 'male', 'Lippstadt', 'tr native', 'start_of_week', { status: 'paused' }],
  ['Rojda Probe', 'female', 'Lippstadt', 'kmr native, tr C1', 'daytime'],
  ['Azad Muster', 'male', 'Soest', 'kmr native', 'unknown', { understands: 'ckb some', proofExpires: 30 }],
  ['Berivan Beispiel', 'female', 'Werl', 'kmr native', 'unknown', { understands: 'zza some', radius: 50 }],
  ['Hewa Erfunden', 'male', 'Lippstadt', 'ckb native', 'end_of_week', { radius: 40 }],
  ['Sirwan Probe', 'male', 'Soest', 'ckb native, pes B2', 'unknown', { understands: 'kmr some' }],
];

const iranAndAfghanistan: PersonRow[] = [
  ['Shirin Beispiel', 'female', 'Soest', 'pes native onsite+phone+video, prs C1', 'daytime'],
  [
    'Yama Beispiel',
    'male',
    'Lippstadt',
    'prs native, ps C1',
    'unknown',
    { excludes: 'Jugendamt Musterkreis' },
  ],
  ['Reza Muster', 'male', 'Erwitte', 'pes native', 'unknown', { status: 'left' }],
  ['Zahra Probe', 'female', 'Werl', 'prs native', 'end_of_week', { cap: 1, radius: 25 }],
  ['Farid Erfunden', 'male', 'Warstein', 'ps native, prs C2, ur B2', 'unknown'],
  [
    'Parisa Muster',
    'female',
    'Lippstadt',
    'pes native onsite+phone+video',
    'daytime',
    { understands: 'prs well', prefers: 'Beratungsstelle Musterrat' },
  ],
];

const africaAndAsia: PersonRow[] = [
  ['Selam Erfunden', 'female', 'Soest', 'ti native, am C1', 'daytime'],
  ['Yonas Probe', 'male', 'Lippstadt', 'ti native', 'unknown', { locale: 'en' }],
  ['Hawa Muster', 'female', 'Werl', 'so native phone', 'unknown'],
  ['Grace Muster', 'female', 'Lippstadt', 'en native', 'start_of_week', { locale: 'en' }],
  ['Amadou Probe', 'male', 'Soest', 'fr native', 'unknown', { locale: 'en', radius: 30 }],
  ['Linh Probe', 'female', 'Soest', 'vi native', 'daytime'],
  ['Mei Muster', 'female', 'Lippstadt', 'zh/cmn native', 'afternoons', { radius: 20 }],
  ['Kavitha Erfunden', 'female', 'Werl', 'ta native', 'unknown'],
];

/** Who also coordinates, and who also belongs to the pool of the neighbouring Kreis. */
export const volunteerWhoCoordinates = 'Meryem Beispiel';
export const volunteerInTwoCentres = 'Danylo Muster';

const withTwoHats: PersonRow[] = [
  [
    volunteerWhoCoordinates,
    'female',
    'Soest',
    'tr native, az C1',
    'end_of_week',
    { email: 'beides@example.org', cap: 2 },
  ],
  [
    volunteerInTwoCentres,
    'male',
    'Werl',
    'uk native, ru C2, cs B2',
    'long_days',
    { email: 'zwei.kreise@example.org', cap: 4, radius: 45 },
  ],
];

/** All sixty-two. */
export const knownPeople: PersonRow[] = [
  ...arabicMornings,
  ...otherArabicSpeakers,
  ...easternEurope,
  ...balkansAndSouth,
  ...turkishAndKurdish,
  ...iranAndAfghanistan,
  ...africaAndAsia,
  ...withTwoHats,
];
