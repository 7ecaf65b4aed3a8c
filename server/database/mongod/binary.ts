/** The program: where a mongod is installed or was downloaded before, and downloading one when somebody asks for it. */
import { execFile } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { StartFailure } from '../../start-failure.ts';

const run = promisify(execFile);
/** In milliseconds: how long `mongod --version` may take. */
const PATIENCE = 10_000;

/**
 * The path of a mongod that runs here: `MONGOMS_SYSTEM_BINARY`, else one on PATH, else what mongodb-memory-server
 * downloaded at some other time. Nothing is downloaded here. One that does not run on this machine (a library is
 * missing, the processor is too old) counts as none, and `report` is told.
 * @throws Error when `MONGOMS_SYSTEM_BINARY` names no program, or one that does not run
 */
export async function findMongod(report: (line: string) => void = () => {}): Promise<string | undefined> {
  const named = process.env.MONGOMS_SYSTEM_BINARY;
  if (named) return assertRuns(named);
  const program = process.platform === 'win32' ? 'mongod.exe' : 'mongod';
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const installed = folders.map((folder) => join(folder, program)).filter(isProgram);
  for (const path of [...installed, await findDownloaded()]) {
    if (!path) continue;
    const flaw = await flawOf(path);
    if (!flaw) return path;
    report(`${path} is left out, for it does not run here: ${flaw}`);
  }
  return undefined;
}

/**
 * Downloads a mongod through mongodb-memory-server, unless it was downloaded before.
 * @param say is told where it goes before anything is fetched
 * @returns its path, where `findMongod` finds it from now on
 * @throws Error with what to do where there is no network, or no mongod for this system
 */
export async function downloadMongod(say: (line: string) => void): Promise<string> {
  const before = await findDownloaded();
  if (before) return before;
  process.env.MONGOMS_RUNTIME_DOWNLOAD = 'true'; // package.json forbids it for everybody else
  const { DryMongoBinary, MongoBinary } = await import('mongodb-memory-server');
  try {
    const wanted = await DryMongoBinary.generateOptions(DryMongoBinary.getEnsuredOptions());
    say(`MongoDB ${wanted.version} is fetched into ${wanted.downloadDir} …`);
    return await MongoBinary.getPath(wanted);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartFailure(
      `no mongod could be downloaded: ${reason}\nIt comes from fastdl.mongodb.org (another place: MONGOMS_DOWNLOAD_MIRROR). Without it: install MongoDB, or set MONGODB_URI, or do nothing, for npm start brings a database along.`,
      { cause: error },
    );
  }
}

/** The folder of a program, for people to read. */
export function folderOf(binary: string): string {
  return dirname(binary);
}

async function assertRuns(named: string): Promise<string> {
  if (!isProgram(named)) throw new StartFailure(`MONGOMS_SYSTEM_BINARY names no program: ${named}`);
  const flaw = await flawOf(named);
  if (flaw) throw new StartFailure(`MONGOMS_SYSTEM_BINARY: ${named} does not run here: ${flaw}`);
  return named;
}

/** Why a program does not run; asked for its version, which needs neither data nor a port. */
async function flawOf(path: string): Promise<string | undefined> {
  try {
    await run(path, ['--version'], { timeout: PATIENCE });
    return undefined;
  } catch (error) {
    const { stderr = '', message, signal } = error as { stderr?: string; message: string; signal?: string };
    return stderr.trim().split('\n')[0] || (signal ? `it ended with ${signal}` : message);
  }
}

async function findDownloaded(): Promise<string | undefined> {
  const { DryMongoBinary } = await import('mongodb-memory-server');
  try {
    return await DryMongoBinary.locateBinary(DryMongoBinary.getEnsuredOptions());
  } catch {
    return undefined; // there is no mongod for this system that could have been downloaded
  }
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
