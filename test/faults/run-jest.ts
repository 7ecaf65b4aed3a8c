/** Running Jest in a tree, and reading from its report what became of each test. */
import { spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

export type Outcome = {
  file: string;
  title: string;
  status: 'passed' | 'failed' | 'pending';
  /** The first line of the message with which it failed. */
  message: string;
  /** True when it failed by an assertion or a refusal, not by a crash, a lost server or a timeout. */
  isAsserted: boolean;
};

type Report = { testResults: { name: string; message: string; assertionResults: Assertion[] }[] };
type Assertion = { title: string; status: Outcome['status']; failureMessages: string[] };

/** Words of a failure that is no assertion: code that cannot run, in the test or in the engine, or no answer at all. */
const CRASHES = [
  /^(\w+: )?(TypeError|ReferenceError|SyntaxError|RangeError|Mongo(Network|ServerSelection|Topology)\w*)/,
  /Exceeded timeout|waited \d+ ms in vain/,
  /is not a function|is not defined|is not iterable|Cannot read properties|Cannot set properties/,
  /^\s*\+\s+"code": 1,$/m,
];

/**
 * Runs some test files on the embedded engine, all their tests or those with a title from a list.
 * @throws Error with Jest's own words when it reports nothing, for example because something cannot be imported
 */
export async function runJest(
  tree: string,
  files: string[],
  titles: readonly string[] = [],
): Promise<Outcome[]> {
  const report = join(tree, 'report.json');
  await rm(report, { force: true });
  const said = await jest(tree, minutesFor(files), [
    '--json',
    `--outputFile=${report}`,
    ...(titles.length > 0
      ? ['--runInBand', '--forceExit', '--testTimeout=20000', `--testNamePattern=${exactly(titles)}`]
      : []),
    '--runTestsByPath',
    ...files,
  ]);
  const text = await readFile(report, 'utf8').catch(() => {
    throw new Error(`Jest reported nothing: ${said.slice(-2000)}`);
  });
  return outcomes(JSON.parse(text) as Report, tree);
}

function exactly(titles: readonly string[]): string {
  return `(^|\\s)(${titles.map((title) => title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})$`;
}

/** One file has two minutes; the many that are looked at before any fault is planted have as long as the suite takes. */
function minutesFor(files: string[]): number {
  return files.length === 1 ? 2 : 10;
}

/** What Jest printed; a run without end is killed. */
function jest(tree: string, minutes: number, options: string[]): Promise<string> {
  const { MONGODB_URI: _uri, ...environment } = process.env;
  const child = spawn(
    process.execPath,
    [
      '--experimental-vm-modules',
      '--disable-warning=ExperimentalWarning',
      'node_modules/jest/bin/jest.js',
      ...options,
    ],
    {
      cwd: tree,
      env: { ...environment, TEST_DATABASE: 'embedded' },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: minutes * 60_000,
      killSignal: 'SIGKILL',
    },
  );
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
  return new Promise((resolve, reject) => child.on('error', reject).on('close', () => resolve(said)));
}

function outcomes({ testResults }: Report, tree: string): Outcome[] {
  return testResults.flatMap(({ name, message, assertionResults }) => {
    if (assertionResults.length === 0) throw new Error(`no test ran in ${name}: ${message.slice(0, 2000)}`);
    return assertionResults.map(({ title, status, failureMessages }) => {
      const failure = stripVTControlCharacters(failureMessages.join('\n'));
      return {
        file: name.slice(tree.length + 1),
        title,
        status,
        message: failure.split('\n', 1)[0] ?? '',
        isAsserted: !CRASHES.some((words) => words.test(failure)),
      };
    });
  });
}
