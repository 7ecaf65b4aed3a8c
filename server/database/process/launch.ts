/** Finding the embedded server of a data folder, or starting one that outlives the process that starts it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { StartFailure } from '../../start-failure.ts';
import { socketAddress } from './address.ts';
import { isListening } from './lock.ts';

/** What a test may set when it starts the embedded server; absent ones are as in earnest. */
export type ServerOptions = {
  /** In milliseconds: how long the server stays after its last client has left; 3000. */
  linger?: number;
  /** In bytes: how long the log grows before it is compacted. */
  compactAt?: number;
};

/** In milliseconds: a large log takes a while to be read. */
const PATIENCE = 60_000;
const LONGEST_LOG_FILE = 1024 * 1024;

/**
 * Makes sure that a server answers and gives its address. Several processes may do this at once: one server stays.
 * @throws Error with what the server said last when it cannot start
 */
export async function ensureServer(folder: string, options: ServerOptions = {}): Promise<string> {
  const address = socketAddress(folder);
  const deadline = Date.now() + PATIENCE;
  let child: ChildProcess | undefined;
  while (!(await isListening({ path: address }))) {
    if (child?.exitCode || child?.signalCode || Date.now() > deadline)
      throw new StartFailure(
        `DATA_DIR: the embedded database in ${folder} does not start: ${lastWords(folder)}`,
      );
    if (!child || child.exitCode === 0) child = startServer(folder, options);
    await wait(10);
  }
  return address;
}

function startServer(folder: string, options: ServerOptions): ChildProcess {
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  const main = fileURLToPath(new URL('../embedded/main.ts', import.meta.url));
  const output = openOutput(folder);
  const { PATH, HOME, TMPDIR } = process.env;
  const child = spawn(process.execPath, ['--import', tsx, main, folder, JSON.stringify(options)], {
    detached: true,
    stdio: ['ignore', output, output],
    env: { PATH, HOME, TMPDIR }, // it needs none of the secrets that its starter may hold
  });
  closeSync(output);
  child.unref();
  return child;
}

function outputFile(folder: string): string {
  return join(folder, 'server.log');
}

function openOutput(folder: string): number {
  const file = outputFile(folder);
  const isLong = (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LONGEST_LOG_FILE;
  return openSync(file, isLong ? 'w' : 'a', 0o600);
}

function lastWords(folder: string): string {
  const errors = [...readFileSync(outputFile(folder), 'utf8').matchAll(/^.*Error: (.*)$/gm)];
  return `${errors.at(-1)?.[1] ?? 'it gave no reason'}\nMore stands in ${outputFile(folder)}.`;
}
