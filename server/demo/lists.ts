/**
 * The lists of Kreis Soest with their dates: occasions, fields of action, programmes, target groups, funding lines and
 * groups of agencies. Names and dates come from the founding texts and their sources; what is open has no end.
 */
import type { AgencyName } from './agencies/agency-rows.ts';
import type { Town } from './places/municipalities.ts';

/** First and last day, as calendar days; without a last one it goes on. */
type Dated = { from: string; to?: string };

/** Starts of periods that several rows share. */
const since2012 = { from: '2012-08-01' };
const since2015 = { from: '2015-08-01' };

/** Field of action of the Integrationskonzept; an old year keeps the names of its time. */
export const fieldsOfAction = [
  { name: 'Bildung und Ausbildung', from: '2013-01-01' },
  { name: 'Übergang Schule-Beruf', from: '2013-01-01' },
  { name: 'Frühe Bildung und Elternarbeit', from: '2013-01-01' },
  { name: 'Arbeit und Qualifizierung', from: '2013-01-01' },
  { name: 'Gesundheit und Soziales', from: '2018-01-01' },
  { name: 'Teilhabe und Begegnung', from: '2013-01-01' },
  { name: 'Interkulturelle Öffnung', from: '2013-01-01' },
  { name: 'Aufnahme von Geflüchteten', from: '2015-08-01', to: '2017-12-31' },
] as const satisfies readonly ({ name: string } & Dated)[];

type Field = (typeof fieldsOfAction)[number]['name'];
type Occasion = Dated & { name: string; field: Field; isAllowed: boolean; referTo?: string };

/** What the pool interprets at, and what it refers elsewhere. */
export const occasions = [
  { name: 'Elterngespräch', field: 'Bildung und Ausbildung', isAllowed: true, ...since2015 },
  { name: 'Elternsprechtag', field: 'Bildung und Ausbildung', isAllowed: true, ...since2015 },
  { name: 'Infoabend für Eltern', field: 'Frühe Bildung und Elternarbeit', isAllowed: true, ...since2015 },
  { name: 'Kita-Elterngespräch', field: 'Frühe Bildung und Elternarbeit', isAllowed: true, ...since2015 },
  { name: 'Elterngruppe', field: 'Frühe Bildung und Elternarbeit', isAllowed: true, ...since2015 },
  { name: 'Schulanmeldung', field: 'Bildung und Ausbildung', isAllowed: true, ...since2015 },
  { name: 'Schuleingangsuntersuchung', field: 'Gesundheit und Soziales', isAllowed: true, ...since2015 },
  { name: 'Informationsgespräch', field: 'Teilhabe und Begegnung', isAllowed: true, ...since2015 },
  { name: 'Beratungsgespräch', field: 'Gesundheit und Soziales', isAllowed: true, ...since2015 },
  { name: 'Anmeldung', field: 'Teilhabe und Begegnung', isAllowed: true, ...since2015 },
  { name: 'Kursanmeldung', field: 'Arbeit und Qualifizierung', isAllowed: true, from: '2017-05-01' },
  { name: 'Anerkennungsberatung', field: 'Arbeit und Qualifizierung', isAllowed: true, ...since2015 },
  { name: 'Übergang Schule-Beruf', field: 'Übergang Schule-Beruf', isAllowed: true, ...since2015 },
  { name: 'Ausbildung', field: 'Übergang Schule-Beruf', isAllowed: true, ...since2015 },
  {
    name: 'Erstaufnahme',
    field: 'Aufnahme von Geflüchteten',
    isAllowed: true,
    from: '2015-08-01',
    to: '2017-12-31',
  },
  {
    name: 'AOSF-Verfahren',
    field: 'Bildung und Ausbildung',
    isAllowed: false,
    ...since2015,
    referTo: 'Schulamt für den Kreis Soest',
  },
  {
    name: 'Arzt oder Krankenhaus',
    field: 'Gesundheit und Soziales',
    isAllowed: false,
    ...since2015,
    referTo: 'Gesundheitsamt',
  },
  {
    name: 'Gericht oder Polizei',
    field: 'Teilhabe und Begegnung',
    isAllowed: false,
    ...since2015,
    referTo: 'vereidigte Dolmetscher:innen',
  },
] as const satisfies readonly Occasion[];

export type OccasionName = (typeof occasions)[number]['name'];

/** Where a programme runs: everywhere, or from a day on in each of these municipalities. */
type Programme = Dated & {
  name: string;
  owner: string;
  field: Field;
  activeIn: 'everywhere' | readonly { town: Town; from: string; to?: string }[];
};

/** The programmes of the founding texts. Two have ended, one went from town to town. */
export const programmes = [
  {
    name: 'Griffbereit',
    owner: 'KI Kreis Soest',
    field: 'Frühe Bildung und Elternarbeit',
    ...since2012,
    activeIn: ['Soest', 'Lippstadt', 'Werl'].map((town) => ({ town: town as Town, from: '2014-08-01' })),
  },
  {
    name: 'Rucksack Kita',
    owner: 'KI Kreis Soest',
    field: 'Frühe Bildung und Elternarbeit',
    from: '2015-01-01',
    activeIn: 'everywhere',
  },
  {
    name: 'Rucksack Schule',
    owner: 'KI Kreis Soest',
    field: 'Bildung und Ausbildung',
    from: '2016-08-01',
    activeIn: 'everywhere',
  },
  {
    name: 'Interkulturelles Assessment Center',
    owner: 'KI Kreis Soest und Kreishandwerkerschaft Hellweg-Lippe',
    field: 'Übergang Schule-Beruf',
    ...since2015,
    activeIn: 'everywhere',
  },
  {
    name: 'KAoA',
    owner: 'Kommunale Koordinierungsstelle Kein Abschluss ohne Anschluss',
    field: 'Übergang Schule-Beruf',
    from: '2013-08-01',
    activeIn: 'everywhere',
  },
  {
    name: 'Schule ohne Rassismus – Schule mit Courage',
    owner: 'KI Kreis Soest',
    field: 'Interkulturelle Öffnung',
    from: '2014-01-01',
    activeIn: 'everywhere',
  },
  {
    name: 'Kommunales Integrationsmanagement',
    owner: 'Kreis Soest',
    field: 'Teilhabe und Begegnung',
    from: '2020-07-01',
    activeIn: 'everywhere',
  },
  {
    name: 'Kommunale Koordinierung von Bildungsangeboten für Neuzugewanderte',
    owner: 'Bundesministerium für Bildung und Forschung',
    field: 'Bildung und Ausbildung',
    from: '2017-05-01',
    to: '2020-12-31',
    activeIn: [
      { town: 'Soest', from: '2017-05-01' },
      { town: 'Lippstadt', from: '2017-09-01' },
      { town: 'Werl', from: '2018-02-01' },
    ],
  },
  {
    name: 'Gemeinsam klappt’s',
    owner: 'Bündnis Soest und Bad Sassendorf, Geschäftsführung KI Kreis Soest',
    field: 'Arbeit und Qualifizierung',
    from: '2019-03-26',
    to: '2022-12-31',
    activeIn: [
      { town: 'Soest', from: '2019-03-26' },
      { town: 'Bad Sassendorf', from: '2019-03-26' },
    ],
  },
] as const satisfies readonly Programme[];

export type ProgrammeName = (typeof programmes)[number]['name'];

/** Groups by age only: neither origin nor residence status is ever asked for. */
export const targetGroups = [
  { name: '0 bis 3 Jahre', fromAge: 0, toAge: 3, ...since2012 },
  { name: '3 bis 6 Jahre', fromAge: 3, toAge: 6, ...since2012 },
  { name: '6 bis 10 Jahre', fromAge: 6, toAge: 10, ...since2012 },
  { name: '10 bis 15 Jahre', fromAge: 10, toAge: 15, ...since2012 },
  { name: '15 bis 18 Jahre', fromAge: 15, toAge: 18, ...since2012 },
  { name: '18 bis 27 Jahre', fromAge: 18, toAge: 27, from: '2019-03-26' },
] as const satisfies readonly (Dated & { name: string; fromAge: number; toAge: number })[];

/** Who pays, and by which rule. Every booking has one; budgets are per year, in cents. */
export const fundingLines = [
  {
    name: 'Land: Laiensprachmittlung der KI',
    funder: 'Bezirksregierung Arnsberg, Dezernat 36',
    legalBasis: '§ 8 Absatz 1 TIntG; Richtlinie vom 10.03.2023',
    yearlyCents: 5_000_000,
    from: '2018-01-01',
  },
  {
    name: 'Kreis Soest: eigene Mittel',
    funder: 'Kreis Soest',
    legalBasis: 'Beschluss des Kreistags',
    yearlyCents: 800_000,
    ...since2015,
  },
  {
    name: 'Komm-An',
    funder: 'Ministerium für Kinder, Familie, Flüchtlinge und Integration',
    legalBasis: 'Programm KOMM-AN NRW',
    yearlyCents: 1_200_000,
    from: '2016-01-01',
    to: '2021-12-31',
  },
] as const satisfies readonly (Dated & {
  name: string;
  funder: string;
  legalBasis: string;
  yearlyCents: number;
})[];

/** Groups under which requests are counted together; members come and go. */
export const agencyGroups = [
  {
    name: 'Netzwerk Teilhabe und Integration',
    from: '2013-05-22',
    members: [
      { agency: 'Jugendamt Musterkreis', from: '2013-05-22' },
      { agency: 'Wohlfahrtsverband Musterhilfe', from: '2013-05-22' },
      { agency: 'Verein Erfundene Brücken', from: '2015-01-01' },
      { agency: 'Ratsfraktion Beispiel', from: '2014-06-01', to: '2020-10-31' },
      { agency: 'Kammer Erfundenes Handwerk', from: '2016-01-01' },
      { agency: 'Kita Musterplatz', from: '2017-08-01' },
    ],
  },
  {
    name: 'Bündnis Soest und Bad Sassendorf',
    from: '2019-03-26',
    to: '2022-12-31',
    members: [
      { agency: 'Berufskolleg Beispielberg', from: '2019-03-26', to: '2022-12-31' },
      { agency: 'Gesundheitsdienst Probekreis', from: '2019-03-26', to: '2022-12-31' },
      { agency: 'KAoA-Stelle Musterkreis', from: '2019-03-26', to: '2022-12-31' },
    ],
  },
] as const satisfies readonly (Dated & {
  name: string;
  members: readonly ({ agency: AgencyName } & Dated)[];
})[];

/** Whether a programme runs in a municipality on a calendar day. */
export function isProgrammeActive(name: ProgrammeName, town: Town, day: string): boolean {
  const programme = programmes.find((one) => one.name === name) as Programme;
  const runs = ({ from, to }: Dated) => from <= day && day <= (to ?? day);
  if (!runs(programme) || programme.activeIn === 'everywhere') return runs(programme);
  return programme.activeIn.some((one) => one.town === town && runs(one));
}
