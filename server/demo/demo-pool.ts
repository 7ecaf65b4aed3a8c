/** The demo pool: an invented Kreis Soest that a newcomer can try out, with dates relative to today. Never in production. */
import { type Account, insertAccounts } from '../../models/account.ts';
import { type Agency, insertAgencies } from '../../models/agency.ts';
import { insertAssignments } from '../../models/assignment/request.ts';
import type { Assignment } from '../../models/assignment/shape.ts';
import { type Centre, insertCentre, listCentres } from '../../models/centre.ts';
import { skipNumbers } from '../../models/counter.ts';
import type { StoredEvent } from '../../models/event/shape.ts';
import { insertEvents } from '../../models/event/storage.ts';
import { initialLanguages } from '../../models/initial-data/languages.ts';
import { doOnce } from '../../models/installation/lease.ts';
import { isUnfinished, markFinished, markUnfinished } from '../../models/installation/unfinished.ts';
import { type Interpreter, insertInterpreters } from '../../models/interpreter.ts';
import { tableOf } from '../../models/language.ts';
import { insertMunicipalities, type Municipality } from '../../models/municipality.ts';
import { insertRegion, type Region } from '../../models/region.ts';
import { filledCollections, removeDocuments } from '../../models/storage.ts';
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
  events: StoredEvent[];
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
    pool: { centre: demoCentre, languages: tableOf(initialLanguages), interpreters, earlier: [] },
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

/** Name of the lease under which one process loads, and of the mark by which a load that was cut off is known. */
const demo = 'demo';

/** Loads that were begun by two at once, after one of them had stood still, end in each other's way; then anew. */
const attempts = 5;

/**
 * Stores the demo pool in a database without a centre; of several processes that start at once one does, and the
 * others wait. A load that was cut off is begun anew, and only its own documents are removed. A database that holds
 * anything of somebody else's is left as it is.
 * @returns the collections that hold something we have not put there; empty when the pool is there
 */
export async function loadDemoPool(now: Date): Promise<string[]> {
  let foreign: string[] = [];
  let attempt = 0;
  const isDone = async () => foreign.length > 0 || (await hasCentre());
  await doOnce(demo, isDone, async (isHeld) => {
    const isBegun = await isUnfinished(demo);
    foreign = isBegun ? [] : await filledCollections();
    if (foreign.length > 0) return;
    await markUnfinished(demo);
    const pool = buildDemoPool(now);
    if (isBegun && (await isHeld())) await remove(pool);
    try {
      await store(pool);
    } catch (error) {
      if ((error as { code?: unknown }).code !== 11000 || ++attempt === attempts) throw error;
    }
  });
  if (foreign.length === 0) await markFinished(demo);
  return foreign;
}

/** The centre is stored last: where one is, no load is under way or missing. */
async function hasCentre(): Promise<boolean> {
  return (await listCentres()).length > 0;
}

async function store(pool: DemoPool): Promise<void> {
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

/** Removes what a load has left: by id, and ids are always the same. Counters only rise and may stay. */
async function remove({ region, municipalities, accounts, agencies, ...rest }: DemoPool): Promise<void> {
  const { interpreters, events, assignments } = rest;
  const regions = [region];
  const stored = { municipalities, accounts, agencies, interpreters, events, assignments, regions };
  for (const [collection, documents] of Object.entries(stored)) {
    await removeDocuments(
      collection,
      documents.map(({ _id }) => _id),
    );
  }
}
