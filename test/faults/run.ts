/**
 * Plants each fault in a copy of the project and expects its tests to turn red:
 * `node --import tsx test/faults/run.ts [part of a fault, file or title] [--after-suite]`.
 * After the suite has just run, only the database's own tests are looked at again before anything is planted.
 */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { gaps } from './coverage.ts';
import { database } from './database.ts';
import { type Fault, titlesOf } from './fault.ts';
import { guards } from './guards.ts';
import { type Outcome, runJest } from './run-jest.ts';
import { copyTree, removeTree, withFault } from './tree.ts';

const ROOT = join(import.meta.dirname, '../..');
const SUITE = 'test/database';
const AT_ONCE = 3;

/** Why a fault was not seen; nothing when it was. */
async function plant(tree: string, fault: Fault): Promise<string | undefined> {
  const titles = titlesOf(fault);
  try {
    const ran = await withFault(tree, fault, () => runJest(tree, [fault.test.file], titles));
    return titles.map((title) => whyUnseen(title, ran)).find((reason) => reason !== undefined);
  } catch (error) {
    return String(error).split('\n', 1)[0];
  }
}

function whyUnseen(title: string, ran: Outcome[]): string | undefined {
  const [outcome, ...others] = ran.filter((test) => test.title === title);
  if (!outcome) return `there is no test "${title}"`;
  if (others.length > 0) return `there are ${others.length + 1} tests "${title}"`;
  if (outcome.status !== 'failed') return `"${title}" ${outcome.status}`;
  return outcome.isAsserted ? undefined : `"${title}" crashed: ${outcome.message}`;
}

/** Plants the faults one after the other in each tree, and tells how many were seen. */
async function plantAll(trees: string[], faults: Fault[]): Promise<number> {
  const waiting = [...faults];
  let seen = 0;
  const work = async (tree: string) => {
    for (let fault = waiting.shift(); fault; fault = waiting.shift()) {
      const started = Date.now();
      const reason = await plant(tree, fault);
      const took = `${((Date.now() - started) / 1000).toFixed(1)} s`;
      if (reason === undefined) seen += 1;
      console.log(
        reason ? `UNSEEN  ${fault.fault} (${fault.file}): ${reason}` : `seen    ${fault.fault} (${took})`,
      );
    }
  };
  await Promise.all(trees.map(work));
  return seen;
}

/** What is wrong without any fault: tests that are red already, so that their red proves nothing, and gaps. */
async function complaints(tree: string, faults: Fault[], { isWhole, isSuiteGreen }: Mode): Promise<string[]> {
  const suite = isWhole ? (await readdir(join(tree, SUITE))).filter((name) => name.endsWith('.test.ts')) : [];
  const guarded = isSuiteGreen ? [] : faults.map(({ test }) => test.file);
  const files = [...suite.map((name) => `${SUITE}/${name}`), ...guarded];
  if (files.length === 0) return ['no fault is meant'];
  const tests = await runJest(tree, [...new Set(files)]);
  const red = tests.filter(({ status }) => status === 'failed');
  return [
    ...red.map(({ file, title, message }) => `red without a fault: ${file} – ${title}: ${message}`),
    ...(isWhole ? gaps(faults, tests) : []),
  ];
}

/** Whether all faults are meant, and whether the whole suite has just run and been looked at by itself. */
type Mode = { isWhole: boolean; isSuiteGreen: boolean };

async function main(filter: string | undefined, isSuiteGreen: boolean): Promise<boolean> {
  const isMeant = ({ fault, file, test }: Fault) =>
    [fault, file, test.file, ...[test.title].flat()].some((text) => text.includes(filter ?? ''));
  const faults = [...database, ...guards].filter(isMeant);
  const trees = await Promise.all(Array.from({ length: AT_ONCE }, () => copyTree(ROOT)));
  try {
    const wrong = await complaints(trees[0] ?? ROOT, faults, {
      isWhole: filter === undefined,
      isSuiteGreen,
    });
    for (const line of wrong) console.log(line);
    const seen = await plantAll(trees, faults);
    console.log(`${faults.length} faults planted, ${seen} seen`);
    return seen === faults.length && wrong.length === 0;
  } finally {
    await Promise.all(trees.map(removeTree));
  }
}

function readArguments(given: string[]): [string | undefined, boolean] {
  return [given.find((one) => !one.startsWith('--')), given.includes('--after-suite')];
}

const [filter, isSuiteGreen] = readArguments(process.argv.slice(2));
const isFine = await main(filter, isSuiteGreen).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  return false;
});
process.exitCode = isFine ? 0 : 1;
