/** The demo pool: an invented Kreis Soest that a newcomer can try out, with dates relative to today. Never in production. */
import { type Account, insertAccounts } from '../../models/account.ts';
import { type Agency, insertAgencies } from '../../models/agency.ts';
import { insertAssignments } from '../../models/assignment/request.ts';
import type { Assignment } from '../../models/assignment/shape.ts';
import { type Centre, insertCentre } from '../../models/centre.ts';
import { skipNumbers } from '../../models/counter.ts';
import { type Event, insertEvents } from '../../models/event.ts';
import { initialLanguages } from '../../models/initial-data/languages.ts';
import { type Interpreter, insertInterpreters } from '../../models/interpreter.ts';
import type { Languages } from '../../models/language.ts';
import { insertMunicipalities, type Municipality } from '../../models/municipality.ts';
import { insertRegion, type Region } from '../../models/region.ts';
import { clearPool, schemaVersion } from '../../models/storage.ts';
import { buildAgencies } from './agencies.ts';
import { buildAssignments, type Series } from './assignments.ts';
import { dayOf } from './calendar.ts';
import { buildInterpreters } from './interpreters.ts';
import { demoCentre, demoMunicipalities, demoRegion } from './places.ts';
import { buildStaff } from './staff.ts';

/** Everything that the demo pool stores. */
export type DemoPool = {
  region: Region;
  centre: Centre;
  municipalities: Municipality[];
  accounts: Account[];
  agencies: Agency[];
  interpreters: Interpreter[];
  events: Event[];
  assignments: Assignment[];
  /** Series of numbers that go on behind those of the assignments. */
  series: Series[];
};

/** The accounts a newcomer can sign in with, and what each is for (shown at the start). */
export const demoAccounts: readonly { email: string; what: string }[] = [
  { email: 'koordination@example.org', what: 'coordinates the pool: who fits, asking, booking' },
  { email: 'kita@example.org', what: 'asks for interpreters for Kita Musterplatz' },
  { email: 'sprachmittlung@example.org', what: 'interprets Arabic and Sorani, free on Thursdays 8 to 13' },
];

/**
 * Builds the whole pool in memory: the same people, appointments, numbers and statuses for the same day.
 * Only what happened in the last hours follows the time of day. Pure.
 */
export function buildDemoPool(now: Date): DemoPool {
  const today = dayOf(now);
  const { coordinator, clerk } = buildStaff(today);
  const { interpreters, accounts: volunteers } = buildInterpreters(today);
  const { agencies, accounts: contacts } = buildAgencies(today);
  const accounts = [coordinator, clerk, ...contacts, ...volunteers];
  const stage = {
    pool: { centre: demoCentre, languages: knownLanguages(), interpreters, earlier: [] },
    now,
    coordinator: coordinator._id,
    clerk: clerk._id,
  };
  return {
    region: demoRegion,
    centre: demoCentre,
    municipalities: demoMunicipalities,
    accounts,
    agencies,
    interpreters,
    ...buildAssignments({ agencies, accounts }, stage),
  };
}

/**
 * Stores the demo pool in a database without a centre. Region and centre come last,
 * so that a load cut off half-way counts as empty and is begun anew: what it left is removed first.
 */
export async function loadDemoPool(now: Date): Promise<void> {
  const pool = buildDemoPool(now);
  await clearPool();
  await insertMunicipalities(pool.municipalities);
  await insertAccounts(pool.accounts);
  await insertAgencies(pool.agencies);
  await insertInterpreters(pool.interpreters);
  await insertEvents(pool.events);
  await insertAssignments(pool.assignments);
  for (const { name, value } of pool.series) await skipNumbers(name, value);
  await insertRegion(pool.region);
  await insertCentre(pool.centre);
}

function knownLanguages(): Languages {
  return new Map(initialLanguages.map((language) => [language._id, { ...language, schemaVersion }]));
}
