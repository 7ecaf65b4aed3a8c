/** Leases: of several processes one does what only one may do; when it dies, another takes over a moment later. */
import { setTimeout as pause } from 'node:timers/promises';
import { defineModel, type Fields, isRepeated, newId, required, trusted } from '../storage.ts';
import { databaseTime } from './database-clock.ts';

type Lease = { _id: string; holder: string; until: Date };
const fields: Fields<Lease> = { _id: required.string, holder: required.string, until: required.date };
const Leases = defineModel<Lease>('leases', fields);

/** How long a lease lasts without being renewed, and how often that is done, in milliseconds. */
const lifetime = 4000;
const renewEvery = 1000;

/** @param isHeld tells whether it is still ours: a process that was stopped for a while may have lost it */
type Work = (isHeld: () => Promise<boolean>) => Promise<void>;

/**
 * Does the work as the only one in the whole installation, or waits while another does it. A process that was stopped
 * and goes on later may still overlap with its successor, so the work itself must bear that.
 * @param isDone is asked before each attempt; once it holds, nothing is left to do
 */
export async function doOnce(name: string, isDone: () => Promise<boolean>, work: Work): Promise<void> {
  const holder = newId();
  while (!(await isDone())) {
    if (await take(name, holder)) await whileHeld(name, holder, isDone, work);
    else await pause(100);
  }
}

/** Between the last look and the lease another may have finished, so it is looked again. */
async function whileHeld(
  name: string,
  holder: string,
  isDone: () => Promise<boolean>,
  work: Work,
): Promise<void> {
  const renewing = setInterval(() => {
    renew(name, holder).catch(() => undefined);
  }, renewEvery);
  try {
    if (!(await isDone())) await work(() => renew(name, holder));
  } finally {
    clearInterval(renewing);
    await Leases.deleteOne({ _id: name, holder });
  }
}

/** Takes it when it is free or has run out; one update or the insert decides, by the database's time. */
async function take(name: string, holder: string): Promise<boolean> {
  const now = await databaseTime();
  const until = new Date(now.getTime() + lifetime);
  const { matchedCount } = await Leases.updateOne(
    { _id: name, until: trusted({ $lt: now }) },
    { $set: { holder, until } },
  );
  return matchedCount === 1 || insert({ _id: name, holder, until });
}

async function renew(name: string, holder: string): Promise<boolean> {
  const until = new Date((await databaseTime()).getTime() + lifetime);
  return (await Leases.updateOne({ _id: name, holder }, { $set: { until } })).matchedCount === 1;
}

async function insert(lease: Lease): Promise<boolean> {
  try {
    await Leases.create(lease);
    return true;
  } catch (error) {
    if (isRepeated(error)) return false;
    throw error;
  }
}
