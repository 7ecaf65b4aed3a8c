/** READ FIRST. What happens without a caller: name, how often, function. Agenda ticks; what is due follows from the documents. */
import { setTimeout as pause } from 'node:timers/promises';
import { MongoBackend } from '@agendajs/mongo-backend';
import { Agenda, type Job } from 'agenda';
import type { mongo } from 'mongoose';
import { isDuplicateOf } from '../models/storage.ts';
import { cleanUp } from './clean-up.ts';
import { claimTimes, deadlines } from './deadlines.ts';
import type { OnError } from './each.ts';
import { emailChanges } from './email-changes.ts';
import { endings } from './endings.ts';
import { events } from './events.ts';
import { endingAgencies, goingContacts, leaving } from './leaving.ts';
import { offerRounds } from './offer-rounds.ts';
import { type PostOffice, post } from './post.ts';
import { reminders } from './reminders.ts';

const second = 1000;
const minute = 60 * second;

/** Each sweep is a plain function of the time: it may run twice, late, or in several processes at once. */
const timetable = [
  { name: 'deadlines', every: 4 * second, run: at(deadlines) },
  { name: 'offer rounds', every: 4 * second, run: at(offerRounds) },
  { name: 'events', every: 15 * second, run: at(events) },
  { name: 'endings', every: 4 * second, run: at(endings) },
  { name: 'reminders', every: minute, run: at(reminders) },
  { name: 'overrides', every: minute, run: at(claimTimes) },
  { name: 'leaving', every: minute, run: at(leaving) },
  { name: 'ending agencies', every: minute, run: at(endingAgencies) },
  { name: 'going contacts', every: minute, run: at(goingContacts) },
  { name: 'changes of e-mail', every: minute, run: at(emailChanges) },
  { name: 'post', every: 2 * second, run: post },
  { name: 'clean up', every: 60 * minute, run: at(cleanUp) },
];

/** The sweep at the database's time. */
function at(sweep: (now: Date, onError: OnError) => Promise<number>) {
  return ({ clock, onError }: PostOffice) => sweep(clock(), onError);
}

/** What may follow at once from a change: the next round, and in any case the mails. */
async function followUp(office: PostOffice): Promise<void> {
  await offerRounds(office.clock(), office.onError).catch((error: unknown) =>
    office.onError(error, 'offer rounds after a change'),
  );
  await post(office);
}

export type Jobs = {
  /** Something has changed: look at once in this process. Many calls make one more run. */
  wake: () => void;
  /** Runs the whole timetable once, in order; for tests and commands, which bring their own time. */
  tick: () => Promise<void>;
  /** Resolves when nothing that was woken is running any more. */
  settled: () => Promise<void>;
  /** Lets running sweeps end, for a while at most, and starts no more; what they leave is taken up by the next process. */
  stop: () => Promise<void>;
};

const lockLifetime = 20 * second;
const touchEvery = 5 * second;
const drainTimeout = 20 * second;
const jobsCollection = 'agendaJobs';

/**
 * Starts the sweeps.
 * @param database where Agenda keeps its rows; without one nothing ticks, and only `wake` and `tick` run sweeps
 */
export async function startJobs(given: PostOffice, database?: mongo.Db): Promise<Jobs> {
  const ending = new AbortController();
  const office = { ...given, ending: ending.signal };
  const waking = coalesced(() => followUp(office), office.onError);
  const agenda = database && (await startTicking(office, database, waking.start));
  return {
    wake: waking.start,
    settled: waking.settled,
    tick: async () => {
      for (const { run } of timetable) await run(office);
    },
    stop: async () => {
      ending.abort();
      await Promise.race([waking.stop(), pause(drainTimeout, undefined, { ref: false })]);
      await agenda?.drain({ timeout: drainTimeout, closeConnection: false });
      office.mailer.close();
    },
  };
}

async function startTicking(office: PostOffice, database: mongo.Db, wake: () => void): Promise<Agenda> {
  const agenda = new Agenda({
    backend: new MongoBackend({ mongo: database, collection: jobsCollection }),
    processEvery: second,
    defaultConcurrency: 1,
    defaultLockLimit: 1,
    defaultLockLifetime: lockLifetime,
  });
  agenda.on('error', (error) => office.onError(error, 'agenda'));
  agenda.on('fail', (error, job) => office.onError(error, `job ${job.attrs.name}`));
  await makeRowsUnique(database);
  for (const { name, run } of timetable) {
    agenda.define(name, (job) =>
      touching(job, async () => {
        const found = await run(office);
        if (found > 0 && run !== post) wake();
      }),
    );
  }
  await agenda.start();
  for (const { name, every } of timetable) await scheduleOnce(agenda, name, every);
  return agenda;
}

/** Agenda itself has no index behind `unique`: two processes that start at once could make two rows. */
async function makeRowsUnique(database: mongo.Db): Promise<void> {
  const rows = database.collection(jobsCollection);
  await rows.deleteMany({ name: { $nin: timetable.map(({ name }) => name) } });
  for (const { name, every } of timetable) await rows.deleteMany({ name, repeatInterval: { $ne: every } });
  await rows.createIndex({ name: 1 }, { unique: true, name: 'one_row_a_sweep' });
}

/** Inserted if absent, never overwritten: Agenda's `every` would free the lock of a running job. */
async function scheduleOnce(agenda: Agenda, name: string, every: number): Promise<void> {
  try {
    await agenda.create(name).repeatEvery(every).unique({ name }, { insertOnly: true }).save();
  } catch (error) {
    if (!isDuplicateOf(error, 'one_row_a_sweep')) throw error;
  }
}

/** A sweep that takes longer than its lock keeps it by touching. */
async function touching(job: Job, run: () => Promise<unknown>): Promise<void> {
  const timer = setInterval(() => {
    job.touch().catch(() => undefined);
  }, touchEvery);
  try {
    await run();
  } finally {
    clearInterval(timer);
  }
}

/** Runs a task when poked; pokes during a run make exactly one more run behind it. */
function coalesced(task: () => Promise<void>, onError: PostOffice['onError']) {
  let running: Promise<void> | undefined;
  let again = false;
  let stopped = false;
  const loop = async () => {
    do {
      again = false;
      await task().catch((error: unknown) => onError(error, 'sweep after a change'));
    } while (again && !stopped);
    running = undefined;
  };
  const settled = async () => {
    while (running) await running;
  };
  return {
    start: () => {
      if (stopped) return;
      if (running) again = true;
      else running = loop();
    },
    settled,
    stop: async () => {
      stopped = true;
      await settled();
    },
  };
}
