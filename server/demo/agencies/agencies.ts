/** What the table of agencies becomes: institutions with an address, and the accounts of those who ask for them. */
import type { Account } from '../../../models/account.ts';
import type { Agency } from '../../../models/agency.ts';
import { addDays } from '../../../models/rules/local-time.ts';
import { schemaVersion } from '../../../models/storage.ts';
import { at } from '../calendar.ts';
import { centreId, inventedEmail, inventedId, inventedPhone } from '../invented.ts';
import { secondCentreId } from '../places/centres.ts';
import { municipalityOf } from '../places/municipalities.ts';
import { agencyRows } from './agency-rows.ts';

/** Addresses that the first screen names; everybody else's follows from their name. */
const knownEmails: Record<string, string> = { 'Kim Muster': 'kita@example.org' };

/** The one agency of the second centre. */
const neighbour = [
  'Beratungsstelle Musterbrücke',
  'advice_centre',
  'Schwerte',
  'Musterweg 6',
  ['Xenia Muster'],
  0,
] as const;

const rows = [...agencyRows, neighbour];
type Row = (typeof rows)[number];

/** The agencies as they stood when the pool was set up, those of Kreis Soest first, and the accounts of their contacts. */
export function buildAgencies(today: string): { agencies: Agency[]; accounts: Account[] } {
  const created = (index: number) => at(addDays(today, -1000 + 12 * index), '09:00');
  return {
    agencies: rows.map((row, index) => agencyOf(row, created(index))),
    accounts: rows.flatMap((row, index) =>
      row[4].map((name, rank) => contactOf(name, row, 150 + 4 * index + rank, created(index))),
    ),
  };
}

function centreOf(row: Row): string {
  return row === neighbour ? secondCentreId : centreId;
}

function agencyOf(row: Row, createdAt: Date): Agency {
  const [name, type, town, street, people] = row;
  const { _id: municipality, postcodes } = municipalityOf(town);
  return {
    _id: inventedId('agency', name),
    schemaVersion,
    centre: centreOf(row),
    name,
    type,
    municipality,
    address: { name, street, postcode: postcodes[0] as string, city: town },
    contacts: people.map((person, rank) => ({ account: inventedId('account', person), lead: rank === 0 })),
    createdAt,
  };
}

function contactOf(name: string, row: Row, extension: number, createdAt: Date): Account {
  return {
    _id: inventedId('account', name),
    schemaVersion,
    name,
    email: knownEmails[name] ?? inventedEmail(name),
    phone: inventedPhone(extension),
    locale: 'de',
    memberships: [{ role: 'contact', centre: centreOf(row), agency: inventedId('agency', row[0]) }],
    createdAt,
  };
}
