/** A pool of a handful of invented people in Soest, stored through the models: enough for a story, quick to set up. */
import { insertAccounts, type Membership } from '../../models/account.ts';
import { insertAgencies } from '../../models/agency.ts';
import type { CentreRules } from '../../models/centre/rules.ts';
import { insertCentre } from '../../models/centre.ts';
import { type Interpreter, insertInterpreters } from '../../models/interpreter.ts';
import { insertMunicipalities } from '../../models/municipality.ts';
import { insertRegion } from '../../models/region.ts';
import type { Locale } from '../../models/shape.ts';
import { aCentre, anInterpreter, kita, lippstadt, school, soest } from './factories.ts';

export const people = {
  mara: 'mara@example.org',
  kim: 'kim@example.org',
  alex: 'alex@example.org',
} as const;

/** Ids that tests speak of. */
export const kitaId = id('kita');
export const schoolId = id('schule');

/** A readable id of 24 hex digits. */
export function id(name: string): string {
  return Buffer.from(name).toString('hex').slice(0, 24).padStart(24, '0');
}

export type SmallPool = {
  rules?: Partial<CentreRules>;
  /** First names of people for Arabic; each lives in Soest and is free on Thursdays. */
  interpreters?: string[];
  /** What is different about some of them. */
  variations?: Record<
    string,
    Partial<Interpreter> & { locale?: Locale; email?: string | undefined; phone?: string }
  >;
  created?: Date;
};

/** Stores the pool: one centre with one coordinator, two agencies with one contact each, and these interpreters. */
export async function storeSmallPool({
  rules = {},
  interpreters = ['amal', 'noor'],
  variations = {},
  created = new Date(),
}: SmallPool = {}): Promise<void> {
  await insertRegion({ _id: 'westfalen', name: 'Westfalen' });
  await insertCentre(aCentre(rules));
  await insertMunicipalities([
    { _id: 'soest-soest', centre: 'soest', name: 'Soest', postcodes: ['59494'], position: soest },
    { _id: 'soest-lippstadt', centre: 'soest', name: 'Lippstadt', postcodes: ['59555'], position: lippstadt },
  ]);
  await insertAccounts([
    account('mara', 'Mara Beispiel', { role: 'coordinator', centre: 'soest' }),
    account('kim', 'Kim Muster', { role: 'contact', centre: 'soest', agency: kitaId }),
    account('alex', 'Alex Probe', { role: 'contact', centre: 'soest', agency: schoolId }),
    ...interpreters.map((name) => ({
      ...account(name, `${capital(name)} Beispiel`, {
        role: 'interpreter',
        centre: 'soest',
        interpreter: id(name),
      }),
      ...('email' in (variations[name] ?? {}) && { email: variations[name]?.email as never }),
      ...(variations[name]?.phone && { phone: variations[name].phone }),
      locale: variations[name]?.locale ?? ('de' as Locale),
    })),
  ]);
  await insertAgencies([
    {
      _id: kitaId,
      centre: 'soest',
      name: 'Kita Musterplatz',
      type: 'kita',
      address: kita,
      contacts: [{ account: id('kim'), lead: true }],
      createdAt: created,
    },
    {
      _id: schoolId,
      centre: 'soest',
      name: 'Musterschule',
      type: 'school',
      address: school,
      contacts: [{ account: id('alex'), lead: true }],
      createdAt: created,
    },
  ]);
  await insertInterpreters(
    interpreters.map((name) => {
      const { locale: _locale, email: _email, phone: _phone, ...different } = variations[name] ?? {};
      return { ...anInterpreter({ _id: id(name), account: id(name) }), ...different };
    }),
  );

  function account(name: string, fullName: string, membership: Membership) {
    return {
      _id: id(name),
      name: fullName,
      email: `${name}@example.org`,
      locale: 'de' as Locale,
      memberships: [membership],
      createdAt: created,
    };
  }
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
