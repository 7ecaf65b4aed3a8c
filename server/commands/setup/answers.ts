/** What `npm run setup` has to know: from flags, or asked for one by one where somebody sits in front of it. */
import { parseArgs } from 'node:util';
import type { z } from 'zod';
import { type Foundation, foundation } from '../../../models/installation/foundation.ts';
import { PoolError } from '../../../models/pool-error.ts';
import type { Locale } from '../../../models/shape.ts';
import { fieldErrorText } from '../../../templates/words/errors.ts';
import { parseInput } from '../../input.ts';
import { StartFailure } from '../../start-failure.ts';

const { region, centre, coordinator } = foundation.shape;

/** Answers so far, by flag. */
type Given = Record<string, string | undefined>;
/** `usual` is taken where nothing is said; without it an answer is needed. */
type Question = { text: string; shape: z.ZodType<string>; usual?: (given: Given) => string };

/** In the order in which they are asked. */
const questions: Record<string, Question> = {
  region: { text: 'Region of centres that work together (for example Westfalen)', shape: region.shape.name },
  'region-id': { text: 'Short name of the region', shape: region.shape._id, usual: slugOf('region') },
  centre: { text: 'Full name of the centre', shape: centre.shape.name },
  'centre-id': {
    text: 'Short name of the centre, never changed again',
    shape: centre.shape._id,
    usual: slugOf('centre'),
  },
  'pool-name': {
    text: 'Name of the pool, as mails bear it',
    shape: centre.shape.poolName,
    usual: ({ centre }) => `Dolmetscherpool ${placeOf(centre)}`.slice(0, 120),
  },
  unit: {
    text: 'Unit that runs it',
    shape: centre.shape.unit,
    usual: () => 'Kommunales Integrationszentrum',
  },
  address: { text: 'Address: street, postcode, town', shape: centre.shape.address },
  phone: { text: 'Telephone of the centre', shape: centre.shape.phone },
  'centre-email': { text: 'E-mail address of the centre, where replies arrive', shape: centre.shape.email },
  zone: { text: 'Time zone', shape: centre.shape.zone, usual: () => 'Europe/Berlin' },
  name: { text: 'Name of the first coordinator', shape: coordinator.shape.name },
  email: { text: 'E-mail address of the first coordinator', shape: coordinator.shape.email },
  locale: {
    text: 'Language of the coordinator, de or en',
    shape: coordinator.shape.locale,
    usual: () => 'de',
  },
};

/** What is said around a flaw. */
const words = {
  de: { given: 'angegeben', missing: 'fehlt' },
  en: { given: 'given', missing: 'is missing' },
};

export const usage = [
  'npm run setup -- [flags]   What is not given is asked for, on a terminal.',
  ...Object.entries(questions).map(([flag, { text, usual }]) => {
    return `  --${flag.padEnd(14)} ${text}${usual ? ' (may be left out)' : ''}`;
  }),
].join('\n');

/**
 * The whole foundation. Flags that do not do are refused before anything is asked.
 * @param ask puts one question to a person; without it everything that is needed has to be given
 * @returns undefined when only help is wanted
 * @param env says in which language flaws are named (`LANG`) where no `--locale` does
 * @throws {StartFailure} with a line for each flag that is missing, unknown or wrong
 */
export async function readAnswers(
  argv: string[],
  ask?: (question: string) => Promise<string>,
  say: (line: string) => void = () => {},
  env: Record<string, string | undefined> = process.env,
): Promise<Foundation | undefined> {
  const given = parsed(argv);
  if (given.help) return undefined;
  const locale = localeOf(given, env);
  const wrong = flaws(given, ask !== undefined, locale);
  if (wrong.length > 0)
    throw new StartFailure(
      [...wrong.map((line) => `  - ${line}`), 'npm run setup -- --help lists them all.'].join('\n'),
    );
  for (const [flag, question] of Object.entries(questions)) {
    given[flag] ??= ask ? await answerTo(question, given, ask, say, locale) : question.usual?.(given);
  }
  return assembled(given);
}

function parsed(argv: string[]): Given & { help?: string } {
  const flags = Object.keys(questions).map((flag) => [flag, { type: 'string' as const }]);
  try {
    const { values } = parseArgs({
      args: argv,
      options: { ...Object.fromEntries(flags), help: { type: 'boolean' as const } },
    });
    return Object.fromEntries(Object.entries(values).map(([flag, value]) => [flag, String(value)]));
  } catch (error) {
    throw new StartFailure(`  - ${(error as Error).message}\nnpm run setup -- --help lists all flags.`);
  }
}

function flaws(given: Given, canAsk: boolean, locale: Locale): string[] {
  return Object.entries(questions).flatMap(([flag, { text, shape, usual }]) => {
    const value = given[flag];
    if (value !== undefined)
      return flawOf(shape, value, locale).map(
        (flaw) => `--${flag}: ${flaw} (${words[locale].given}: ${value})`,
      );
    return canAsk || usual ? [] : [`--${flag} ${words[locale].missing}: ${text}`];
  });
}

/** What is wrong with a value, in the sentences of the API. */
function flawOf(shape: z.ZodType<string>, value: string, locale: Locale): string[] {
  try {
    parseInput(shape, value);
    return [];
  } catch (error) {
    if (!(error instanceof PoolError)) throw error;
    return (error.details.errors ?? []).map(({ code, params }) =>
      fieldErrorText(code, { ...params, sent: undefined }, locale),
    );
  }
}

/** Asks until the answer does; an empty one takes what is usual. */
async function answerTo(
  { text, shape, usual }: Question,
  given: Given,
  ask: (question: string) => Promise<string>,
  say: (line: string) => void,
  locale: Locale,
): Promise<string> {
  const proposed = usual?.(given);
  for (;;) {
    const answer = (await ask(`${text}${proposed ? ` [${proposed}]` : ''}: `)).trim() || (proposed ?? '');
    const wrong = flawOf(shape, answer, locale);
    if (wrong.length === 0) return answer;
    if (wrong[0]) say(`  ${wrong[0]}`);
  }
}

function assembled(given: Given): Foundation {
  return foundation.parse({
    region: { _id: given['region-id'], name: given.region },
    centre: {
      _id: given['centre-id'],
      name: given.centre,
      poolName: given['pool-name'],
      unit: given.unit,
      address: given.address,
      phone: given.phone,
      email: given['centre-email'],
      zone: given.zone,
    },
    coordinator: { name: given.name, email: given.email, locale: given.locale },
  });
}

/** The language of the person who sits there: that of the coordinator if it is said, else that of the terminal. */
function localeOf({ locale }: Given, { LC_ALL, LANG }: Record<string, string | undefined>): Locale {
  if (locale === 'de' || locale === 'en') return locale;
  return (LC_ALL || LANG || '').startsWith('de') ? 'de' : 'en';
}

/** What a centre is called without what all centres are called; the whole name where nothing else is left. */
function placeOf(centre = ''): string {
  return centre.replace(/kommunales integrationszentrum|\bki\b/gi, '').trim() || centre;
}

/** `Kreis Soest` becomes `kreis-soest`; what all centres are called is left out. */
function slugOf(flag: string): (given: Given) => string {
  return (given) =>
    placeOf(given[flag])
      .toLowerCase()
      .replace(/ä/g, 'ae')
      .replace(/ö/g, 'oe')
      .replace(/ü/g, 'ue')
      .replace(/ß/g, 'ss')
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, 40)
      .replace(/^-+|-+$/g, '');
}
