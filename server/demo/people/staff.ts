/** The invented people who run the demo centres. */
import type { Account, Membership } from '../../../models/account.ts';
import { addDays } from '../../../models/rules/local-time.ts';
import type { Role } from '../../../models/shape.ts';
import { schemaVersion } from '../../../models/storage.ts';
import { at } from '../calendar.ts';
import { centreId, inventedId, inventedPhone } from '../invented.ts';
import { demoCentres, secondCentreId } from '../places/centres.ts';

export type Staff = { coordinator: Account; secondCoordinator: Account; clerk: Account; others: Account[] };

/** Who coordinates in Kreis Soest, who pays, who leads, who reads the figures of all, who coordinates in Kreis Unna, who looks after the installation. */
export function buildStaff(today: string): Staff {
  const createdAt = at(addDays(today, -1600), '09:00');
  const person = (name: string, email: string, extension: number, memberships: Membership[]): Account => ({
    _id: inventedId('account', name),
    schemaVersion,
    name,
    email,
    phone: inventedPhone(extension),
    locale: 'de',
    memberships,
    createdAt,
  });
  return {
    coordinator: person('Mara Beispiel', 'koordination@example.org', 121, inCentres('coordinator')),
    clerk: person('Jonas Probe', 'abrechnung@example.org', 122, inCentres('clerk')),
    secondCoordinator: person('Nils Muster', 'koordination.zwei@example.org', 123, inCentres('coordinator')),
    others: [
      person('Hanne Erfunden', 'leitung@example.org', 124, inCentres('lead')),
      person('Levke Probe', 'auswertung@example.org', 125, inCentres('reader', ...allCentres)),
      person('Undine Muster', 'koordination.unna@example.org', 126, inCentres('coordinator', secondCentreId)),
      person('Okka Beispiel', 'betrieb@example.org', 127, inCentres('operator')),
    ],
  };
}

const allCentres = demoCentres.map(({ _id }) => _id);

function inCentres(role: Role, ...centres: string[]): Membership[] {
  return (centres.length > 0 ? centres : [centreId]).map((centre) => ({ role, centre }));
}
