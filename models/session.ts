/** Browser sessions, kept by connect-mongo; here only what outlives its time is removed. */
import mongoose from 'mongoose';

/** The collection that the session store uses. */
export const sessionCollection = 'sessions';

/** Removes sessions whose time is over. @returns how many */
export async function removeOldSessions(now: Date): Promise<number> {
  const result = await mongoose.connection
    .collection(sessionCollection)
    .deleteMany({ expires: { $lt: now } });
  return result.deletedCount;
}
