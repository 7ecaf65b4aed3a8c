/** Numbered steps that bring an existing database to the shapes of this version; each runs once, one process at a time. */
import { setTimeout as pause } from 'node:timers/promises';
import { initialLanguages } from './initial-data/languages.ts';
import { addLanguages } from './language.ts';
import { defineModel, type Fields, isRepeated, required, trusted } from './storage.ts';

/** A step must be safe to run again: it may have been cut off in the middle. */
type Migration = { version: number; name: string; run: () => Promise<void> };

/** In order; never changed once released, only added to. */
const migrations: Migration[] = [
  { version: 1, name: 'initial languages', run: () => addLanguages(initialLanguages) },
];

/** The version of the shapes that this code writes and reads. */
export const currentVersion = migrations.at(-1)?.version ?? 0;

type Applied = { _id: string; version: number; lockedUntil?: Date };
const fields: Fields<Applied> = { _id: required.string, version: required.number, lockedUntil: Date };
const State = defineModel<Applied>('migrations', fields);

const lockMilliseconds = 60_000;

/**
 * Runs what is missing. Of several processes that start at once, one migrates and the others wait for it.
 * @throws when the database is newer than this code, which must not touch it then
 */
export async function migrate(): Promise<void> {
  await insertState();
  for (;;) {
    const { version } = await readState();
    if (version > currentVersion) {
      throw new Error(
        `the database is at version ${version}, this program knows only ${currentVersion}: use a newer program`,
      );
    }
    if (version === currentVersion) return;
    if (await lock()) await runNext();
    else await pause(200);
  }
}

async function runNext(): Promise<void> {
  const { version } = await readState();
  const next = migrations.find((one) => one.version === version + 1);
  if (next) await next.run();
  await State.updateOne(
    { _id: 'schema', version },
    { ...(next && { $set: { version: next.version } }), $unset: { lockedUntil: 1 } },
  );
}

async function insertState(): Promise<void> {
  try {
    await State.create({ _id: 'schema', version: 0 });
  } catch (error) {
    if (!isRepeated(error)) throw error;
  }
}

async function readState(): Promise<Applied> {
  return (await State.findOne({ _id: 'schema' }).lean<Applied>()) ?? { _id: 'schema', version: 0 };
}

async function lock(): Promise<boolean> {
  const now = new Date();
  const { matchedCount } = await State.updateOne(
    {
      _id: 'schema',
      $or: [{ lockedUntil: trusted({ $exists: false }) }, { lockedUntil: trusted({ $lt: now }) }],
    },
    { $set: { lockedUntil: new Date(now.getTime() + lockMilliseconds) } },
  );
  return matchedCount === 1;
}
