/** What the year looks like: which months and weekdays are full, who asks for what and when. */
import type { AgencyType } from '../../../../models/agency.ts';
import type { OccasionName, ProgrammeName, targetGroups } from '../../lists.ts';

/** Things with the weight by which chance takes them. */
export type Weighted<One> = readonly (readonly [One, weight: number])[];

/** January to December: little in the school holidays, much before reports and in November. */
export const monthWeights = [9, 11, 11, 8, 11, 11, 5, 7, 12, 9, 13, 7];

/** Monday to Friday. */
export const weekdayWeights = [10, 12, 11, 12, 7];

/** Minutes; a little more than an hour on average. */
export const lengths: Weighted<number> = [
  [30, 8],
  [45, 18],
  [60, 42],
  [75, 6],
  [90, 18],
  [120, 7],
  [180, 1],
];

const officeHours: Weighted<string> = [
  ['08:30', 8],
  ['09:00', 16],
  ['09:30', 8],
  ['10:00', 18],
  ['10:30', 8],
  ['11:00', 12],
  ['13:00', 8],
  ['14:00', 12],
  ['14:30', 6],
  ['15:00', 8],
  ['15:30', 4],
];
const familyHours: Weighted<string> = [
  ['08:00', 8],
  ['08:15', 4],
  ['09:00', 10],
  ['10:00', 8],
  ['12:00', 6],
  ['13:15', 8],
  ['14:00', 14],
  ['14:30', 10],
  ['15:00', 14],
  ['15:45', 6],
  ['16:00', 10],
  ['16:30', 4],
];

/** What an agency of a type usually asks for. */
export type Habits = {
  occasions: Weighted<OccasionName>;
  times: Weighted<string>;
  programmes: Weighted<ProgrammeName>;
  targetGroups: readonly (typeof targetGroups)[number]['name'][];
};

const office = {
  times: officeHours,
  programmes: [['Kommunales Integrationsmanagement', 1]],
  targetGroups: [],
} as const;
const family = { times: familyHours, targetGroups: ['6 bis 10 Jahre', '10 bis 15 Jahre'] } as const;

const habits: Record<string, Habits> = {
  kita: {
    ...family,
    occasions: [
      ['Kita-Elterngespräch', 60],
      ['Elterngespräch', 25],
      ['Infoabend für Eltern', 7],
      ['Elterngruppe', 8],
    ],
    programmes: [
      ['Rucksack Kita', 3],
      ['Griffbereit', 1],
    ],
    targetGroups: ['3 bis 6 Jahre', '0 bis 3 Jahre'],
  },
  school: {
    ...family,
    occasions: [
      ['Elterngespräch', 62],
      ['Elternsprechtag', 14],
      ['Schulanmeldung', 14],
      ['Infoabend für Eltern', 8],
      ['Übergang Schule-Beruf', 2],
    ],
    programmes: [
      ['Rucksack Schule', 5],
      ['Schule ohne Rassismus – Schule mit Courage', 1],
    ],
  },
  municipality: {
    ...office,
    occasions: [
      ['Informationsgespräch', 50],
      ['Beratungsgespräch', 26],
      ['Schulanmeldung', 14],
      ['Anmeldung', 10],
    ],
  },
  education_provider: {
    ...office,
    occasions: [
      ['Kursanmeldung', 70],
      ['Beratungsgespräch', 30],
    ],
    programmes: [],
  },
  advice_centre: {
    ...office,
    occasions: [
      ['Beratungsgespräch', 75],
      ['Anerkennungsberatung', 25],
    ],
  },
  migrant_organisation: {
    ...office,
    occasions: [
      ['Informationsgespräch', 60],
      ['Infoabend für Eltern', 40],
    ],
  },
  health_service: {
    ...family,
    occasions: [['Schuleingangsuntersuchung', 1]],
    times: officeHours,
    programmes: [],
  },
  kaoa_office: {
    ...office,
    occasions: [['Übergang Schule-Beruf', 1]],
    programmes: [
      ['KAoA', 4],
      ['Interkulturelles Assessment Center', 1],
    ],
    targetGroups: ['15 bis 18 Jahre'],
  },
  chamber: {
    ...office,
    occasions: [
      ['Anerkennungsberatung', 50],
      ['Ausbildung', 50],
    ],
    programmes: [['Interkulturelles Assessment Center', 1]],
    targetGroups: ['15 bis 18 Jahre', '18 bis 27 Jahre'],
  },
  jobcentre: { ...office, occasions: [['Beratungsgespräch', 1]], targetGroups: ['18 bis 27 Jahre'] },
};

const usual: Habits = {
  ...office,
  occasions: [
    ['Informationsgespräch', 60],
    ['Beratungsgespräch', 40],
  ],
};

/** What an agency of this type usually asks for; those that ask rarely do as all do. */
export function habitsOf(type: AgencyType): Habits {
  return habits[type] ?? usual;
}
