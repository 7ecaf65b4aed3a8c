/** Lets go of the engine that the global setup opened and removes its folder. */
import { rm } from 'node:fs/promises';

/** Closes the engine; an embedded server ends by itself a moment after that. */
export default async function globalTeardown(): Promise<void> {
  const { closeTestDatabase } = globalThis as { closeTestDatabase?: () => Promise<void> };
  await closeTestDatabase?.();
  const folder = process.env.TEST_DATABASE_FOLDER;
  if (folder) await rm(folder, { recursive: true, force: true });
}
