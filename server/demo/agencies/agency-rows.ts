/** Forty invented agencies of every type as a table, and who asks for them. */
import type { AgencyType } from '../../../models/agency.ts';
import type { Town } from '../places/municipalities.ts';

type Row = [
  name: string,
  type: AgencyType,
  town: Town,
  street: string,
  people: [string, ...string[]],
  /** How much of the year's requests come from here. */
  share: number,
];

/** Who asks: the first one leads. The Kita comes first: a newcomer signs in for it. */
export const agencyRows = [
  ['Kita Musterplatz', 'kita', 'Soest', 'Musterplatz 1', ['Kim Muster', 'Petra Probe'], 28],
  ['Kita Beispielwiese', 'kita', 'Lippstadt', 'Beispielweg 4', ['Anke Beispiel'], 20],
  ['Familienzentrum Erfundenheim', 'kita', 'Rüthen', 'Erfundene Gasse 9', ['Birgit Erfunden'], 10],
  ['Musterschule', 'school', 'Lippstadt', 'Beispielweg 3', ['Carsten Muster', 'Doris Beispiel'], 40],
  ['Grundschule Probedorf', 'school', 'Werl', 'Probestraße 12', ['Egon Probe'], 28],
  ['Berufskolleg Beispielberg', 'school', 'Soest', 'Beispielberg 20', ['Frauke Beispiel'], 18],
  ['Gesamtschule Mustertal', 'school', 'Warstein', 'Mustertal 7', ['Gerd Muster'], 22],
  ['Jugendamt Musterkreis', 'municipality', 'Soest', 'Musterplatz 8', ['Heike Muster', 'Ingo Probe'], 40],
  ['Bürgerbüro Beispielstadt', 'municipality', 'Geseke', 'Beispielmarkt 2', ['Jutta Beispiel'], 10],
  ['Wohlfahrtsverband Musterhilfe', 'welfare_association', 'Lippstadt', 'Musterweg 15', ['Kai Muster'], 30],
  ['Verein Erfundene Brücken', 'migrant_organisation', 'Soest', 'Erfundene Allee 3', ['Lale Erfunden'], 10],
  ['Ratsfraktion Beispiel', 'council_group', 'Werl', 'Beispielmarkt 1', ['Manfred Beispiel'], 2],
  ['Bildungswerk Probekurs', 'education_provider', 'Lippstadt', 'Probestraße 5', ['Nele Probe'], 16],
  ['Jugendzentrum Probebühne', 'leisure_provider', 'Möhnesee', 'Probestraße 30', ['Ole Probe'], 6],
  ['Beratungsstelle Musterrat', 'advice_centre', 'Soest', 'Musterweg 22', ['Pia Muster'], 34],
  ['Frauenberatung Beispielhaus', 'advice_centre', 'Erwitte', 'Beispielweg 11', ['Ruth Beispiel'], 16],
  ['KAoA-Stelle Musterkreis', 'kaoa_office', 'Soest', 'Musterplatz 9', ['Sven Muster'], 12],
  ['Kammer Erfundenes Handwerk', 'chamber', 'Soest', 'Erfundene Allee 40', ['Tanja Erfunden'], 6],
  ['Gesundheitsdienst Probekreis', 'health_service', 'Bad Sassendorf', 'Probestraße 2', ['Uwe Probe'], 26],
  [
    'Jobcenter Beispielstadt',
    'jobcentre',
    'Lippstadt',
    'Beispielplatz 6',
    ['Vera Beispiel', 'Wim Muster'],
    44,
  ],
  ['Kita Probegarten', 'kita', 'Werl', 'Probegarten 3', ['Astrid Probe'], 14],
  ['Kita Erfundene Insel', 'kita', 'Warstein', 'Erfundene Insel 1', ['Bernd Erfunden'], 10],
  ['Kita Musterbach', 'kita', 'Geseke', 'Musterbach 12', ['Claudia Muster', 'Dirk Beispiel'], 12],
  ['Kita Beispielhügel', 'kita', 'Ense', 'Beispielhügel 5', ['Elke Beispiel'], 6],
  ['Grundschule Beispielbach', 'school', 'Soest', 'Beispielbach 14', ['Frank Beispiel', 'Gisela Probe'], 26],
  ['Grundschule Musterfeld', 'school', 'Geseke', 'Musterfeld 2', ['Holger Muster'], 14],
  ['Realschule Probeberg', 'school', 'Erwitte', 'Probeberg 8', ['Iris Probe'], 12],
  ['Hauptschule Erfundenau', 'school', 'Werl', 'Erfundene Aue 6', ['Jens Erfunden'], 12],
  ['Gymnasium Musterblick', 'school', 'Lippstadt', 'Musterblick 1', ['Karin Muster'], 8],
  ['Förderzentrum Beispielpark', 'school', 'Anröchte', 'Beispielpark 4', ['Lars Beispiel'], 6],
  ['Schulamt Musterkreis', 'municipality', 'Soest', 'Musterplatz 8', ['Maren Muster', 'Norbert Probe'], 20],
  ['Sozialamt Beispielstadt', 'municipality', 'Lippstadt', 'Beispielplatz 1', ['Olga Beispiel'], 18],
  ['Gemeinde Probetal', 'municipality', 'Welver', 'Probetal 10', ['Peter Probe'], 4],
  ['Hilfswerk Erfundene Hand', 'welfare_association', 'Soest', 'Erfundene Allee 17', ['Quirin Erfunden'], 16],
  ['Frauenhilfe Beispieltal', 'welfare_association', 'Soest', 'Beispieltal 32', ['Regina Beispiel'], 8],
  ['Elternnetz Musterkulturen', 'migrant_organisation', 'Lippstadt', 'Musterweg 31', ['Serap Muster'], 8],
  ['Kreistagsfraktion Probe', 'council_group', 'Soest', 'Musterplatz 8', ['Theo Probe'], 2],
  ['Volkshochschule Musterkurs', 'education_provider', 'Soest', 'Musterkurs 7', ['Ulla Muster'], 14],
  ['Sportverein Beispielbolzer', 'leisure_provider', 'Lippetal', 'Beispielrasen 9', ['Volker Beispiel'], 4],
  ['Anerkennungsberatung Probenetz', 'advice_centre', 'Lippstadt', 'Probenetz 2', ['Wiebke Probe'], 16],
] as const satisfies Row[];

export type AgencyName = (typeof agencyRows)[number][0];
