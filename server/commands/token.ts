/** `npm run token -- EMAIL [--name NAME] [--days DAYS] [--read-only]`: an API token for somebody's account, from the command line. */
import { parseArgs } from 'node:util';
import { findAccountByEmail } from '../../models/account.ts';
import { createToken, mostDays, usualDays } from '../../models/calls/token.ts';
import { connectDatabase, disconnectDatabase, prepareDatabase } from '../../models/connection.ts';
import { connectionOptions, openDatabase } from '../database/open.ts';
import { readSettings } from '../settings.ts';
import { explained, StartFailure } from '../start-failure.ts';

const usage = 'Usage: npm run token -- EMAIL [--name NAME] [--days DAYS] [--read-only]';

/** What was typed. @throws {StartFailure} with how it is meant */
function typed(words: string[]) {
  const { values, positionals } = parsed(words);
  const days = Number(values.days ?? usualDays);
  const [email, ...more] = positionals;
  if (!email || more.length > 0) throw new StartFailure(usage);
  if (!Number.isInteger(days) || days < 1 || days > mostDays)
    throw new StartFailure(`--days: a whole number from 1 to ${mostDays}.\n${usage}`);
  const name = (values.name ?? 'command line').trim().slice(0, 80) || 'command line';
  return { email, days, name, readOnly: values['read-only'] ?? false };
}

function parsed(words: string[]) {
  try {
    return parseArgs({
      args: words,
      allowPositionals: true,
      options: { name: { type: 'string' }, days: { type: 'string' }, 'read-only': { type: 'boolean' } },
    });
  } catch (error) {
    throw new StartFailure(`${(error as Error).message}\n${usage}`);
  }
}

async function run(): Promise<void> {
  const { email, ...values } = typed(process.argv.slice(2));
  const database = await openDatabase(readSettings(process.env));
  try {
    await connectDatabase(database.uri, connectionOptions);
    await prepareDatabase();
    console.error(`Database: ${database.description}`);
    const account = await findAccountByEmail(email);
    if (!account) throw new StartFailure(`Nobody here has the address ${email}.`);
    const { token, secret } = await createToken({ account: account._id, ...values }, { now: new Date() });
    console.error(`A token for ${account.name}, good until ${token.expiresAt.toISOString().slice(0, 10)}:`);
    console.log(secret);
  } finally {
    await disconnectDatabase();
    await database.close();
  }
}

run().catch((thrown: unknown) => {
  const error = explained(thrown);
  console.error(error instanceof StartFailure ? error.message : error);
  process.exitCode = 1;
});
