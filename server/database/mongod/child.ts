/** One run of mongod as a child of this process, by mongodb-memory-server, which also ends it when this process dies. */
import { StartFailure } from '../../start-failure.ts';

/** The set has one member: a lone mongod would refuse retryable writes. */
export const REPLICA_SET = 'dolmetscherpool';
/** In milliseconds: after a power cut the journal is read first. */
const PATIENCE = 60_000;
const KEPT_LINES = 20;

export type Child = {
  /** Shuts it down; everything is in its files then. */
  stop(): Promise<void>;
};

/**
 * Starts mongod in a folder, with WiredTiger and its journal (MongoDB has no other way since 6.1), for this machine
 * only, and waits until it listens. It is in no replica set yet when the folder is new.
 * @returns undefined when another mongod works in the folder, or somebody listens on the port
 * @throws {StartFailure} with what mongod said last when it cannot start
 */
export async function startChild(binary: string, dbPath: string, port: number): Promise<Child | undefined> {
  process.env.MONGOMS_SYSTEM_BINARY_VERSION_CHECK ??= 'false'; // any version will do
  const { MongoInstance } = await import('mongodb-memory-server');
  const { PATH, HOME, TMPDIR, LD_LIBRARY_PATH } = process.env;
  const instance = new MongoInstance({
    instance: {
      port,
      dbPath,
      ip: '127.0.0.1',
      replSet: REPLICA_SET,
      storageEngine: 'wiredTiger',
      launchTimeout: PATIENCE,
    },
    binary: { systemBinary: binary },
    // Ctrl+C in a terminal reaches the whole group: ours stops it when the work is done. Of our secrets it needs none.
    spawn: { detached: true, env: { PATH, HOME, TMPDIR, LD_LIBRARY_PATH } },
  });
  // One that fails has nobody who could be asked politely to shut down: a signal does as well, and at once.
  instance.prependListener('instanceError', () => {
    instance.isReplSet = false;
  });
  const lines: string[] = [];
  const handle = instance.stdoutHandler.bind(instance);
  instance.stdoutHandler = byLine((line) => {
    lines.push(line);
    if (lines.length > KEPT_LINES) lines.shift();
    handle(line);
  });
  try {
    await instance.start();
  } catch (error) {
    await instance.stop();
    const said = [...lines, String(error)];
    if (said.some((line) => /DBPathInUse|address already in use/i.test(line))) return undefined;
    throw new StartFailure(
      `DATA_DIR: ${binary} does not start in ${dbPath}: ${lastError(said)}\nRepair it, or set MONGODB_URI; nothing else is taken instead.`,
    );
  }
  return { stop: async () => void (await instance.stop()) };
}

/** The library takes each piece that arrives for one line, and a piece may hold many, or half of one. */
function byLine(handle: (line: string) => void): (piece: string | Buffer) => void {
  let rest = '';
  return (piece) => {
    const lines = `${rest}${piece}`.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) handle(line);
  };
}

/** In mongod's own words: the last thing it said that was an error. */
function lastError(lines: string[]): string {
  const spoken = lines.flatMap((line) => {
    try {
      const { s, msg, attr } = JSON.parse(line);
      return s === 'E' || s === 'F' ? [`${msg} ${attr?.error ?? ''}`.trim()] : [];
    } catch {
      return [];
    }
  });
  return spoken.at(-1) ?? lines.at(-1) ?? 'it gave no reason';
}
