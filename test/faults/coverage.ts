/** Which tests of the database suite no planted fault turns red, and which entries name a test that is not there. */
import { differences } from '../database/differences.ts';
import { type Fault, titlesOf } from './fault.ts';
import type { Outcome } from './run-jest.ts';

/** Tests of libraries on the engine and of the processes around it, not of its rules: one fault for each file will do. */
const AROUND = ['agenda', 'mongoose', 'mongoose-writes', 'sessions', 'mongod-child', 'lost-command'].map(
  (name) => `test/database/${name}.test.ts`,
);

/** What is missing, one line each; none when every test has its fault. */
export function gaps(faults: Fault[], tests: Outcome[]): string[] {
  const seen = new Set(
    faults.flatMap((fault) => titlesOf(fault).map((title) => groupOf({ file: fault.test.file, title }))),
  );
  const groups = new Set(tests.filter(({ file }) => /^test\/database\/[^/]+$/.test(file)).map(groupOf));
  const titles = new Set(tests.map(({ title }) => title));
  const named = differences.flatMap((difference) => Object.keys(difference.tests));
  return [
    ...[...groups].filter((group) => !seen.has(group)).map((group) => `no fault is planted for: ${group}`),
    ...named
      .filter((title) => !titles.has(title))
      .map((title) => `a known difference names no test: ${title}`),
  ];
}

/** Rows of a table share the words before the colon, and one fault; so do the tests of a library's file. */
function groupOf({ file, title }: { file: string; title: string }): string {
  return AROUND.includes(file) ? file : `${file} – ${title.split(': ', 1)[0]}`;
}
