/** What a planted fault is. */

export type Fault = {
  /** What is broken, in words. */
  fault: string;
  /** The file in which it is planted, from the root of the project. */
  file: string;
  /** The exact source text, which must stand there once, and what takes its place. */
  replace: readonly [string, string];
  /** The test that must turn red; with several titles, each of them must. */
  test: { file: string; title: string | readonly string[] };
};

/** The titles of the tests that must see a fault. */
export function titlesOf({ test }: Fault): readonly string[] {
  return typeof test.title === 'string' ? [test.title] : test.title;
}
