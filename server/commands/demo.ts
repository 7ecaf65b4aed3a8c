/** `npm run demo`: plays the story in the terminal on a throw-away pool, and leaves nothing behind. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { databaseFolder, socketAddress } from '../database/process/address.ts';
import { isListening } from '../database/process/lock.ts';
import { createPrinter } from '../demo/story/printer.ts';
import { beginning, playStory } from '../demo/story/story.ts';
import { openTheatre } from '../demo/story/theatre.ts';
import { readSettings } from '../settings.ts';
import { type Pool, start } from '../start.ts';

const dataDir = await mkdtemp(path.join(tmpdir(), 'dolmetscherpool-demo-'));
let now = beginning;
let running: Promise<Pool> | undefined;
let isEnding = false;

/** Lets go of everything, in whatever moment it is asked for. */
async function end(code: number): Promise<void> {
  if (isEnding) return;
  isEnding = true;
  const pool = await running?.catch(() => undefined);
  await pool?.stop();
  await databaseIsGone();
  await rm(dataDir, { recursive: true, force: true, maxRetries: 50, retryDelay: 100 });
  process.exit(code);
}

/** The embedded database is a process of its own, which stays for a moment after its last client. */
async function databaseIsGone(): Promise<void> {
  const address = { path: socketAddress(databaseFolder(dataDir)) };
  for (let tries = 0; tries < 100 && (await isListening(address)); tries++) await pause(50);
}

async function play(): Promise<void> {
  const printer = createPrinter(
    (line) => process.stdout.write(`${line}\n`),
    process.stdout.isTTY && process.stdout.hasColors(),
  );
  printer.scene(
    'auf einer Datenbank zum Wegwerfen; alle Menschen sind erfunden',
    'Ein Einsatz im Dolmetscherpool Kreis Soest',
  );
  printer.say('Der Pool wird gefüllt: 200 Dolmetscher:innen, 40 Einrichtungen, ein Jahr Einsätze …');
  const settings = readSettings({ DATA_DIR: dataDir, PORT: '0', DEMO: 'true', LOG_LEVEL: 'silent' });
  running = start(settings, { clock: () => now, isTicking: false });
  const clock = {
    now: () => now,
    set: (at: Date) => {
      now = at;
    },
  };
  await playStory(openTheatre(await running, clock), printer);
}

/** Whoever ends it while the pool is being filled would otherwise wait without a word. */
function endOnSignal(code: number): void {
  if (!isEnding) console.log('\nWird beendet …');
  void end(code);
}

process.on('SIGINT', () => endOnSignal(130));
process.on('SIGTERM', () => endOnSignal(143));
process.stdout.on('error', () => end(0));

play().then(
  () => end(0),
  (error: unknown) => {
    if (isEnding) return undefined;
    console.error(error);
    return end(1);
  },
);
