/** Twenty invented agencies of every type, and the people who ask for them. */
import type { Account } from '../../models/account.ts';
import type { Agency, AgencyType } from '../../models/agency.ts';
import { addDays } from '../../models/rules/local-time.ts';
import { schemaVersion } from '../../models/storage.ts';
import { at } from './calendar.ts';
import { centreId, inventedEmail, inventedId, inventedPhone } from './invented.ts';
import { municipalityOf, type Town } from './places.ts';

/** Name, type, town, street, who asks (the first one leads). The Kita comes first: a newcomer signs in for it. */
const rows = [
  ['Kita Musterplatz', 'kita', 'Soest', 'Musterplatz 1', ['Kim Muster', 'Petra Probe']],
  ['Kita Beispielwiese', 'kita', 'Lippstadt', 'Beispielweg 4', ['Anke Beispiel']],
  ['Familienzentrum Erfundenheim', 'kita', 'Rüthen', 'Erfundene Gasse 9', ['Birgit Erfunden']],
  ['Musterschule', 'school', 'Lippstadt', 'Beispielweg 3', ['Carsten Muster', 'Doris Beispiel']],
  ['Grundschule Probedorf', 'school', 'Werl', 'Probestraße 12', ['Egon Probe']],
  ['Berufskolleg Beispielberg', 'school', 'Soest', 'Beispielberg 20', ['Frauke Beispiel']],
  ['Gesamtschule Mustertal', 'school', 'Warstein', 'Mustertal 7', ['Gerd Muster']],
  ['Jugendamt Musterkreis', 'municipality', 'Soest', 'Musterplatz 8', ['Heike Muster', 'Ingo Probe']],
  ['Bürgerbüro Beispielstadt', 'municipality', 'Geseke', 'Beispielmarkt 2', ['Jutta Beispiel']],
  ['Wohlfahrtsverband Musterhilfe', 'welfare_association', 'Lippstadt', 'Musterweg 15', ['Kai Muster']],
  ['Verein Erfundene Brücken', 'migrant_organisation', 'Soest', 'Erfundene Allee 3', ['Lale Erfunden']],
  ['Ratsfraktion Beispiel', 'council_group', 'Werl', 'Beispielmarkt 1', ['Manfred Beispiel']],
  ['Bildungswerk Probekurs', 'education_provider', 'Lippstadt', 'Probestraße 5', ['Nele Probe']],
  ['Jugendzentrum Probebühne', 'leisure_provider', 'Möhnesee', 'Probestraße 30', ['Ole Probe']],
  ['Beratungsstelle Musterrat', 'advice_centre', 'Soest', 'Musterweg 22', ['Pia Muster']],
  ['Frauenberatung Beispielhaus', 'advice_centre', 'Erwitte', 'Beispielweg 11', ['Ruth Beispiel']],
  ['KAoA-Stelle Musterkreis', 'kaoa_office', 'Soest', 'Musterplatz 9', ['Sven Muster']],
  ['Kammer Erfundenes Handwerk', 'chamber', 'Soest', 'Erfundene Allee 40', ['Tanja Erfunden']],
  ['Gesundheitsdienst Probekreis', 'health_service', 'Bad Sassendorf', 'Probestraße 2', ['Uwe Probe']],
  ['Jobcenter Beispielstadt', 'jobcentre', 'Lippstadt', 'Beispielplatz 6', ['Vera Beispiel', 'Wim Muster']],
] as const satisfies [string, AgencyType, Town, string, [string, ...string[]]][];

export type AgencyName = (typeof rows)[number][0];

/** Addresses that the first screen names; everybody else's follows from their name. */
const knownEmails: Record<string, string> = { 'Kim Muster': 'kita@example.org' };

/** The agencies as they stood when the pool was set up, and the accounts of their contacts. */
export function buildAgencies(today: string): { agencies: Agency[]; accounts: Account[] } {
  const created = (index: number) => at(addDays(today, -700 + 20 * index), '09:00');
  return {
    agencies: rows.map((row, index) => agencyOf(row, created(index))),
    accounts: rows.flatMap(([agency, , , , people], index) =>
      people.map((name, rank) => contactOf(name, agency, 300 + 5 * index + rank, created(index))),
    ),
  };
}

function agencyOf([name, type, town, street, people]: (typeof rows)[number], createdAt: Date): Agency {
  const { _id: municipality, postcodes } = municipalityOf(town);
  return {
    _id: inventedId('agency', name),
    schemaVersion,
    centre: centreId,
    name,
    type,
    municipality,
    address: { name, street, postcode: postcodes[0] as string, city: town },
    contacts: people.map((person, rank) => ({ account: inventedId('account', person), lead: rank === 0 })),
    createdAt,
  };
}

function contactOf(name: string, agency: string, extension: number, createdAt: Date): Account {
  return {
    _id: inventedId('account', name),
    schemaVersion,
    name,
    email: knownEmails[name] ?? inventedEmail(name),
    phone: inventedPhone(extension),
    locale: 'de',
    memberships: [{ role: 'contact', centre: centreId, agency: inventedId('agency', agency) }],
    createdAt,
  };
}
