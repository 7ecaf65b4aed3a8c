/** How the demo pool is stored, and removed again when a load was cut off. */
import { insertAccounts } from '../../models/account.ts';
import { insertAgencies } from '../../models/agency.ts';
import { insertAssignments } from '../../models/assignment/request.ts';
import { insertCentre } from '../../models/centre.ts';
import { skipNumbers } from '../../models/counter.ts';
import { insertEvents } from '../../models/event/storage.ts';
import { insertInterpreters } from '../../models/interpreter.ts';
import { insertEntries } from '../../models/lists/lists.ts';
import { insertMunicipalities } from '../../models/municipality.ts';
import { insertRegion } from '../../models/region.ts';
import { removeDocuments } from '../../models/storage.ts';
import type { DemoPool } from './demo-pool.ts';

/** Stores everything; the filled centre comes last. */
export async function store(pool: DemoPool): Promise<void> {
  await insertMunicipalities(pool.municipalities);
  await insertAccounts(pool.accounts);
  await insertAgencies(pool.agencies);
  await insertInterpreters(pool.interpreters);
  await insertEntries(pool.listEntries);
  await insertEvents(pool.events);
  await insertAssignments(pool.assignments);
  for (const { name, value } of pool.series) await skipNumbers(name, value);
  for (const region of pool.regions) await insertRegion(region);
  for (const neighbour of pool.neighbours) await insertCentre(neighbour);
  await insertCentre(pool.centre);
}

/** Removes what a load has left: by id, and ids are always the same. Counters only rise and may stay. */
export async function remove(pool: DemoPool): Promise<void> {
  const { regions, neighbours: centres, municipalities, accounts, agencies } = pool;
  const { interpreters, events, assignments, listEntries: list_entries } = pool;
  const stored = {
    municipalities,
    accounts,
    agencies,
    interpreters,
    events,
    assignments,
    regions,
    centres,
    list_entries,
  };
  for (const [collection, documents] of Object.entries(stored)) {
    await removeDocuments(
      collection,
      documents.map(({ _id }) => _id),
    );
  }
}
