/**
 * The one connection to the database: opened, prepared (indexes, migrations), asked for its clock, closed.
 * It knows every collection by name, so that none is ever prepared without its indexes.
 */
import mongoose, { type ConnectOptions } from 'mongoose';
import './account.ts';
import './agency.ts';
import './assignment/storage.ts';
import './centre.ts';
import './counter.ts';
import './event.ts';
import './interpreter.ts';
import './language.ts';
import './mailbox.ts';
import './message.ts';
import './municipality.ts';
import './region.ts';
import './sign-in.ts';
import { migrate } from './migrations.ts';
import { createIndexes, missingUniqueIndexes } from './storage.ts';

/** Connects. @throws the driver's error when nothing answers in the time that `options` give */
export async function connectDatabase(uri: string, options: ConnectOptions): Promise<void> {
  await mongoose.connect(uri, options);
}

/** Creates what is missing, migrates, and makes sure that the database will refuse what it has to refuse. */
export async function prepareDatabase(): Promise<void> {
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

/** Whether the database answers right now. */
export async function isDatabaseUp(): Promise<boolean> {
  const admin = mongoose.connection.db?.admin();
  return admin
    ? admin.ping().then(
        () => true,
        () => false,
      )
    : false;
}

/** How many milliseconds the database's clock is ahead of ours; leases of several processes go by its time. */
export async function databaseClockOffset(): Promise<number> {
  const before = Date.now();
  const reply = await mongoose.connection.db?.admin().command({ hello: 1 });
  const middle = (before + Date.now()) / 2;
  return reply?.localTime instanceof Date ? reply.localTime.getTime() - middle : 0;
}

/** Closes the connection. */
export async function disconnectDatabase(): Promise<void> {
  await mongoose.disconnect();
}
