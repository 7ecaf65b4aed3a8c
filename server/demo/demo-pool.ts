/** The demo pool: an invented Kreis Soest among its neighbours that a newcomer can try out, with dates relative to today. Never in production. */
import { type Account, findAccounts } from '../../models/account.ts';
import type { Agency } from '../../models/agency.ts';
import type { Assignment } from '../../models/assignment/shape.ts';
import { type Centre, listCentres } from '../../models/centre.ts';
import type { StoredEvent } from '../../models/event/shape.ts';
import { initialLanguages } from '../../models/initial-data/languages.ts';
import { doOnce } from '../../models/installation/lease.ts';
import { isUnfinished, markFinished, markUnfinished } from '../../models/installation/unfinished.ts';
import type { Interpreter } from '../../models/interpreter.ts';
import { tableOf } from '../../models/language.ts';
import type { AnyEntry } from '../../models/lists/entry.ts';
import type { Municipality } from '../../models/municipality.ts';
import type { Region } from '../../models/region.ts';
import { filledCollections } from '../../models/storage.ts';
import { buildAgencies } from './agencies/agencies.ts';
import { buildAssignments, type Series } from './assignments/assignments.ts';
import { poolOf } from './assignments/pool.ts';
import { dayOf } from './calendar.ts';
import { centreId } from './invented.ts';
import { buildListEntries } from './list-entries.ts';
import { buildInterpreters } from './people/interpreters.ts';
import { buildStaff } from './people/staff.ts';
import { demoCentre, demoCentres, demoRegions } from './places/centres.ts';
import { demoMunicipalities } from './places/municipalities.ts';
import { remove, store } from './storing.ts';

/** Everything that the demo pool stores. */
export type DemoPool = {
  regions: Region[];
  /** Those without people in them; `centre` is the one that is filled. */
  neighbours: Centre[];
  centre: Centre;
  municipalities: Municipality[];
  accounts: Account[];
  agencies: Agency[];
  interpreters: Interpreter[];
  listEntries: AnyEntry[];
  events: StoredEvent[];
  assignments: Assignment[];
  /** Series of numbers that go on behind those of the assignments. */
  series: Series[];
};

/**
 * Builds the whole pool in memory: the same people, appointments, numbers and statuses for the same day.
 * Only what happened in the last hours follows the time of day. Pure.
 */
export function buildDemoPool(now: Date): DemoPool {
  const today = dayOf(now);
  const { coordinator, secondCoordinator, clerk, others } = buildStaff(today);
  const { interpreters, accounts: volunteers } = buildInterpreters(today);
  const { agencies, accounts: contacts } = buildAgencies(today);
  const accounts = [coordinator, secondCoordinator, clerk, ...others, ...contacts, ...volunteers];
  const languages = tableOf(initialLanguages);
  return {
    regions: demoRegions,
    neighbours: demoCentres.filter((one) => one !== demoCentre),
    centre: demoCentre,
    municipalities: demoMunicipalities,
    accounts,
    agencies,
    interpreters,
    listEntries: buildListEntries(),
    ...buildAssignments(
      { agencies, accounts },
      {
        pool: poolOf(interpreters, { centre: demoCentre, languages }, now),
        now,
        coordinators: coordinatorsAmong(accounts, coordinator),
        clerk: clerk._id,
      },
    ),
  };
}

/** Who is told what concerns all of them; the first one acts. */
function coordinatorsAmong(accounts: Account[], first: Account): [string, ...string[]] {
  const all = accounts.filter(({ memberships }) =>
    memberships.some(({ centre, role }) => centre === centreId && role === 'coordinator'),
  );
  return [first._id, ...all.filter((one) => one !== first).map(({ _id }) => _id)];
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
export async function loadDemoPool(now: Date, build = buildDemoPool): Promise<string[]> {
  let foreign: string[] = [];
  let attempt = 0;
  // Building takes a second or more, in which a slow machine may lose the lease; then the next attempt has it at hand.
  let pool: DemoPool | undefined;
  const isDone = async () => foreign.length > 0 || (await isThere());
  await doOnce(demo, isDone, async (isHeld) => {
    const isBegun = await isUnfinished(demo);
    foreign = isBegun ? [] : await filledCollections();
    if (foreign.length > 0) return;
    pool ??= build(now);
    if (!(await isHeld())) return;
    await markUnfinished(demo);
    if (isBegun) await remove(pool);
    try {
      await store(pool);
    } catch (error) {
      if ((error as { code?: unknown }).code !== 11000 || ++attempt === attempts) throw error;
    }
  });
  if (foreign.length === 0) await markFinished(demo);
  return foreign;
}

/** Whether the invented people live here, or have begun to move in: known by the accounts that only the demo makes. */
export async function holdsDemoPool(): Promise<boolean> {
  const { coordinator, secondCoordinator, clerk } = buildStaff(dayOf(new Date(0)));
  const invented = await findAccounts([coordinator, secondCoordinator, clerk].map(({ _id }) => _id));
  return invented.size > 0 || (await isUnfinished(demo));
}

/** The filled centre is stored last: where it is, or any that is not of a load cut off, nothing is missing. */
async function isThere(): Promise<boolean> {
  const centres = await listCentres();
  return centres.some(({ _id }) => _id === centreId) || (centres.length > 0 && !(await isUnfinished(demo)));
}
