/** The two invented people who run the demo centre. */
import type { Account } from '../../models/account.ts';
import { addDays } from '../../models/rules/local-time.ts';
import type { Role } from '../../models/shape.ts';
import { schemaVersion } from '../../models/storage.ts';
import { at } from './calendar.ts';
import { centreId, inventedId, inventedPhone } from './invented.ts';

/** Who coordinates, and who pays the allowances. */
export function buildStaff(today: string): { coordinator: Account; clerk: Account } {
  const createdAt = at(addDays(today, -800), '09:00');
  return {
    coordinator: accountOf('Mara Beispiel', 'koordination@example.org', 'coordinator', 101, createdAt),
    clerk: accountOf('Jonas Probe', 'abrechnung@example.org', 'clerk', 102, createdAt),
  };
}

function accountOf(name: string, email: string, role: Role, extension: number, createdAt: Date): Account {
  return {
    _id: inventedId('account', name),
    schemaVersion,
    name,
    email,
    phone: inventedPhone(extension),
    locale: 'de',
    memberships: [{ role, centre: centreId }],
    createdAt,
  };
}
