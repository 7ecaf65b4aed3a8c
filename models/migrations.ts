/** Numbered steps that bring an existing database to the shapes of this version; each runs once, one process at a time. */
import { allowSharedAddresses } from './account.ts';
import { armAll } from './assignment/change.ts';
import { initialLanguages } from './initial-data/languages.ts';
import { doOnce } from './installation/lease.ts';
import { addLanguages } from './language.ts';
import { markNamedRounds } from './round.ts';
import { defineModel, type Fields, isRepeated, required } from './storage.ts';

/** A step must be safe to run again: it may have been cut off in the middle, or overlap with one that took over. */
type Migration = { version: number; name: string; run: () => Promise<void> };

/** In order; never changed once released, only added to. */
const migrations: Migration[] = [
  { version: 1, name: 'initial languages', run: () => addLanguages(initialLanguages) },
  { version: 2, name: 'times at which the sweeps look', run: armAll },
  { version: 3, name: 'several people behind one address', run: allowSharedAddresses },
  { version: 4, name: 'rounds that still name people', run: markNamedRounds },
];

/** The version of the shapes that this code writes and reads. */
export const currentVersion = migrations.at(-1)?.version ?? 0;

type Applied = { _id: string; version: number };
const fields: Fields<Applied> = { _id: required.string, version: required.number };
const State = defineModel<Applied>('migrations', fields);

/**
 * Makes sure that this program may touch the database at all.
 * @throws when the database is newer than this code
 */
export async function refuseNewerDatabase(): Promise<void> {
  const version = await readVersion();
  if (version > currentVersion) {
    throw new Error(
      `the database is at version ${version}, this program knows only ${currentVersion}: use a newer program`,
    );
  }
}

/** Runs what is missing. Of several processes that start at once, one migrates and the others wait for it. */
export async function migrate(): Promise<void> {
  await insertState();
  await doOnce('migrations', async () => (await readVersion()) >= currentVersion, runMissing);
}

async function runMissing(): Promise<void> {
  const reached = await readVersion();
  for (const { version, run } of migrations.filter((one) => one.version > reached)) {
    await run();
    await State.updateOne({ _id: 'schema', version: version - 1 }, { $set: { version } });
  }
}

async function insertState(): Promise<void> {
  try {
    await State.create({ _id: 'schema', version: 0 });
  } catch (error) {
    if (!isRepeated(error)) throw error;
  }
}

async function readVersion(): Promise<number> {
  return (await State.findOne({ _id: 'schema' }).lean<Applied>())?.version ?? 0;
}
