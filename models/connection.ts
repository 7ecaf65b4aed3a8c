/**
 * The one connection to the database: opened, prepared (indexes, migrations), asked whether it answers, closed.
 * It knows every collection by name, so that none is ever prepared without its indexes.
 */
import { setTimeout as pause } from 'node:timers/promises';
import mongoose, { type ConnectOptions } from 'mongoose';
import './account.ts';
import './account/email-change.ts';
import './agency.ts';
import './assignment/storage.ts';
import './calls/token.ts';
import './centre.ts';
import './counter.ts';
import './event/storage.ts';
import './interpreter.ts';
import './language.ts';
import './lists/storage.ts';
import './mailbox.ts';
import './message.ts';
import './municipality.ts';
import './region.ts';
import './sign-in.ts';
import './installation/unfinished.ts';
import { migrate, refuseNewerDatabase } from './migrations.ts';
import { createIndexes, missingUniqueIndexes } from './storage.ts';

/** Connects. @throws the driver's error when nothing answers in the time that `options` give */
export async function connectDatabase(uri: string, options: ConnectOptions): Promise<void> {
  await mongoose.connect(uri, options);
}

/**
 * Creates what is missing, migrates, and makes sure that the database will refuse what it has to refuse.
 * @throws when it is newer than this program, which leaves it as it is then, or cannot be the judge it has to be
 */
export async function prepareDatabase(): Promise<void> {
  await refuseNewerDatabase();
  await createIndexes();
  const missing = await missingUniqueIndexes();
  if (missing.length > 0) throw new Error(`the database lacks unique indexes: ${missing.join(', ')}`);
  await migrate();
}

/** The driver's client, for libraries that bring a store of their own (sessions, Agenda). */
export function databaseClient() {
  return mongoose.connection.getClient();
}

/** The name of the database in use. */
export function databaseName(): string {
  return mongoose.connection.name;
}

/** Whether the database answers right now: within two seconds, for who asks wants to know before giving up himself. */
export async function isDatabaseUp(): Promise<boolean> {
  const answers = mongoose.connection.db
    ?.admin()
    .ping()
    .then(
      () => true,
      () => false,
    );
  const patience = new AbortController();
  const late = pause(2000, false, { ref: false, signal: patience.signal }).catch(() => false);
  const isUp = await Promise.race([answers ?? false, late]);
  patience.abort();
  return isUp;
}

/** Closes the connection. */
export async function disconnectDatabase(): Promise<void> {
  await mongoose.disconnect();
}
