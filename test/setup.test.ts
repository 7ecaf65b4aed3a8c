/** `npm run setup`: a region, a centre and the person who begins, in a database of one's own. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { findAccountByEmail, insertAccounts } from '../models/account.ts';
import { findCentre } from '../models/centre.ts';
import { found } from '../models/installation/foundation.ts';
import { readAnswers } from '../server/commands/setup/answers.ts';
import { buildStaff } from '../server/demo/people/staff.ts';
import type { TestDatabase } from './support/engine.ts';
import { now } from './support/factories.ts';
import { connectPrepared } from './support/prepared-database.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await connectPrepared();
});
afterAll(() => database.close());

const flags = {
  region: 'Westfalen',
  centre: 'Kommunales Integrationszentrum Kreis Musterberg',
  address: 'Beispielweg 1, 59999 Musterberg',
  phone: '0221 4710 100',
  'centre-email': 'dolmetschen@musterberg.test',
  name: 'Mara Beispiel',
  email: 'Mara@Musterberg.test',
};
const argv = (values: Record<string, string> = flags) =>
  Object.entries(values).map(([flag, value]) => `--${flag}=${value}`);

/** Runs the command as `npm run setup` does, without a terminal. */
async function setUp(args: string[], env: Record<string, string> = {}) {
  const command = fileURLToPath(new URL('../server/commands/setup.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', command, ...args], {
    env: {
      PATH: process.env.PATH ?? '',
      MONGODB_URI: database.uri,
      SECRET_KEY: 'a-key-for-tests-only-a-key-for-tests-only',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => (printed += piece));
  const [code] = await once(child, 'close');
  return { code, printed };
}

async function foundation(values: Record<string, string> = {}) {
  const answers = await readAnswers(argv({ ...flags, ...values }));
  if (!answers) throw new Error('there are no answers');
  return answers;
}

test('it makes what the flags say in the database of the settings, tells what next, and changes nothing the second time', async () => {
  const first = await setUp(argv());
  const other = { phone: '0221 4710 999', name: 'Mara Anders', region: 'Anderswo' };
  const second = await setUp(argv({ ...flags, ...other }));

  expect([first.code, second.code]).toEqual([0, 0]);
  expect(first.printed.match(/^made: /gm)).toHaveLength(3);
  expect(first.printed).toMatch(/Next: .*Mara Beispiel signs in at http:\/\/localhost:3000\/login/);
  expect(second.printed.match(/^there already, left as it is: /gm)).toHaveLength(3);
  expect(second.printed).toMatch(/region westfalen \(Westfalen\)[\s\S]*0221 4710 100[\s\S]*Mara Beispiel </);
  expect(second.printed).not.toMatch(/4710 999|Mara Anders|Anderswo/);
  expect(await database.db.collection('regions').countDocuments()).toBe(1);
  expect(await findCentre('kreis-musterberg')).toMatchObject({
    region: 'westfalen',
    name: flags.centre,
    phone: flags.phone,
    poolName: 'Dolmetscherpool Kreis Musterberg',
    zone: 'Europe/Berlin',
  });
  expect((await findAccountByEmail('mara@musterberg.test'))?.memberships).toEqual([
    { role: 'coordinator', centre: 'kreis-musterberg' },
    { role: 'lead', centre: 'kreis-musterberg' },
    { role: 'operator', centre: 'kreis-musterberg' },
  ]);
});

test('without a terminal, each flag that is missing or wrong gets a line, and nothing else does', async () => {
  const refused = readAnswers(
    argv({ region: 'Westfalen', email: 'mara', zone: 'Berlin' }),
    undefined,
    undefined,
    {},
  );

  const { message } = await refused.then(
    () => new Error('nothing was refused'),
    (error: Error) => error,
  );

  expect(message).toMatch(/--email: .* \(given: mara\)/);
  expect(message).toMatch(/--zone: .*Europe\/Berlin\. \(given: Berlin\)/);
  for (const flag of ['centre', 'address', 'phone', 'centre-email', 'name'])
    expect(message).toContain(`--${flag} is missing`);
  expect(message).not.toMatch(/--region\b|--unit/);
});

test.each([
  [{ locale: 'de', zone: 'Berlin' }, {}, /--zone: Diese Zeitzone kennen wir nicht.* \(angegeben: Berlin\)/],
  [{ email: 'mara' }, { LANG: 'de_DE.UTF-8' }, /--email: Bitte eine vollständige E-Mail-Adresse/],
  [{ 'centre-id': 'Kreis X' }, { LANG: 'C' }, /--centre-id: Small letters a–z/],
  [{ address: '' }, { LANG: 'de_DE' }, /--address: Diese Angabe darf nicht leer sein/],
])('what is wrong with %j is said in our words, in the language of %j', async (values, env, said) => {
  const refused = readAnswers(argv({ ...flags, ...values }), undefined, undefined, env);

  await expect(refused).rejects.toThrow(said);
});

describe('what it is told', () => {
  test('on a terminal it asks for what no flag says, again when the answer does not do, and proposes what is usual', async () => {
    const { phone: _phone, email: _email, ...given } = flags;
    const replies: Record<string, string[]> = {
      Telephone: ['', '0221 4710 101'],
      'E-mail address of the first': ['mara', 'mara@musterberg.test'],
      'Short name of the centre': ['Kreis Musterberg', 'musterberg'],
    };
    const asked: string[] = [];
    const said: string[] = [];
    const ask = async (question: string) => {
      asked.push(question);
      const known = Object.keys(replies).find((start) => question.startsWith(start));
      return (known && replies[known]?.shift()) ?? '';
    };

    const answers = await readAnswers(argv(given), ask, (line) => said.push(line));

    expect(answers?.centre).toMatchObject({ _id: 'musterberg', phone: '0221 4710 101' });
    expect(answers?.coordinator).toEqual({
      name: 'Mara Beispiel',
      email: 'mara@musterberg.test',
      locale: 'de',
    });
    expect(asked).toContain('Short name of the centre, never changed again [kreis-musterberg]: ');
    expect(asked.filter((question) => question.startsWith('Region of'))).toEqual([]);
    expect(said).toHaveLength(3);
  });

  test('a flag that does not exist is refused by name, and --help asks for nothing', async () => {
    await expect(readAnswers(['--center=x'])).rejects.toThrow(/--center/);
    expect(await readAnswers(['--help'])).toBeUndefined();
  });
});

describe('in a database that holds something', () => {
  beforeEach(() => database.db.dropDatabase());

  test('two that are run at once make one of each', async () => {
    const answers = await foundation();
    await database.db
      .collection('accounts')
      .createIndex({ email: 1 }, { name: 'email', unique: true, sparse: true });

    const made = await Promise.all([found(answers, now), found(answers, now)]);

    expect(
      made.map((one) => Number(one.isNew.region) + Number(one.isNew.centre)).reduce((a, b) => a + b),
    ).toBe(2);
    for (const name of ['regions', 'centres', 'accounts'])
      expect([name, await database.db.collection(name).countDocuments()]).toEqual([name, 1]);
    expect((await findAccountByEmail(flags.email))?.memberships).toHaveLength(3);
  });

  test('somebody who has an account gets the roles in it, once', async () => {
    const held = { role: 'interpreter' as const, centre: 'elsewhere', interpreter: 'mara' };
    const mara = { _id: 'mara', name: 'Mara', email: 'mara@musterberg.test', locale: 'de' as const };
    await database.db
      .collection('accounts')
      .createIndex({ email: 1 }, { name: 'email', unique: true, sparse: true });
    await insertAccounts([{ ...mara, memberships: [held], createdAt: now }]);

    const made = [await found(await foundation(), now), await found(await foundation(), now)];

    expect(made.map(({ isNew }) => isNew.coordinator)).toEqual([true, false]);
    expect((await findAccountByEmail(flags.email))?.memberships.map(({ role }) => role)).toEqual([
      'interpreter',
      'coordinator',
      'lead',
      'operator',
    ]);
  });

  test('invented people are no beginning for real ones', async () => {
    await insertAccounts([buildStaff('2026-11-23').coordinator]);

    expect((await setUp(argv())).printed).toMatch(/Nothing was set up:\n.*demo pool/);
  });

  test('an address of example.org does not make it the demo pool: the second time it says what is there already', async () => {
    const args = argv({ ...flags, 'centre-email': 'pool@example.org', email: 'mara@example.org' });

    const [first, second] = [await setUp(args), await setUp(args)];

    expect([first.code, second.code]).toEqual([0, 0]);
    expect(second.printed.match(/^there already, left as it is: /gm)).toHaveLength(3);
  });
});
