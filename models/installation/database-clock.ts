/** The database's clock: several processes on several machines need one time for what they share. */
import mongoose from 'mongoose';

/** How many milliseconds the database's clock is ahead of ours. */
export async function databaseClockOffset(): Promise<number> {
  const before = Date.now();
  const reply = await mongoose.connection.db?.admin().command({ hello: 1 });
  const middle = (before + Date.now()) / 2;
  return reply?.localTime instanceof Date ? reply.localTime.getTime() - middle : 0;
}

/** What time it is for the database, asked for now. */
export async function databaseTime(): Promise<Date> {
  const offset = await databaseClockOffset();
  return new Date(Date.now() + offset);
}
