/** The server as a process of its own, as `npm start` runs it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../server/main.ts', import.meta.url));

export type ServerProcess = {
  url: string;
  /** Everything it has printed. */
  printed: () => string;
  child: ChildProcess;
  /** Asks it to end (SIGTERM) and resolves with its exit code. */
  end: () => Promise<number | null>;
};

export type LaunchedServer = {
  child: ChildProcess;
  /** Everything it has printed. */
  printed: () => string;
  /** Its exit code, once it has ended. */
  ended: Promise<number | null>;
};

/** Starts it without waiting for anything. */
export function launchServer(env: Record<string, string>): LaunchedServer {
  const child = spawn(process.execPath, ['--import', 'tsx', main], {
    env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  const read = (chunk: Buffer) => {
    printed += chunk.toString();
  };
  child.stdout?.on('data', read);
  child.stderr?.on('data', read);
  const ended = once(child, 'close').then(([code]) => code as number | null);
  return { child, printed: () => printed, ended };
}

/** Starts it and waits until it says where it is. @throws with what it printed when it ends instead */
export async function startServerProcess(env: Record<string, string>): Promise<ServerProcess> {
  const { child, printed, ended } = launchServer(env);
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', () => {
      const ready = /is ready: (\S+)/.exec(printed())?.[1];
      if (ready) resolve(ready);
    });
    ended.then((code) => reject(new Error(`the server ended with ${code}: ${printed()}`)), reject);
  });
  return {
    url,
    printed,
    child,
    end: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
      child.kill('SIGTERM');
      return ended;
    },
  };
}
