/** `npm run setup`: makes region, centre and first coordinator in the database that the settings name; safe to run again. */
import { createInterface } from 'node:readline/promises';
import { connectDatabase, disconnectDatabase, prepareDatabase } from '../../models/connection.ts';
import { databaseTime } from '../../models/installation/database-clock.ts';
import { type Foundation, found } from '../../models/installation/foundation.ts';
import { connectionOptions, openDatabase } from '../database/open.ts';
import { holdsDemoPool } from '../demo/demo-pool.ts';
import { readSettings } from '../settings.ts';
import { explained, StartFailure } from '../start-failure.ts';
import { readAnswers, usage } from './setup/answers.ts';

async function run(): Promise<void> {
  const answers = await askedFor();
  if (!answers) return console.log(usage);
  const settings = readSettings(process.env);
  const database = await openDatabase(settings);
  console.log(`Database: ${database.description}`);
  try {
    await connectDatabase(database.uri, connectionOptions);
    await prepareDatabase();
    await setUp(answers, settings.baseUrl ?? `http://localhost:${settings.port}`);
  } finally {
    await disconnectDatabase();
    await database.close();
  }
}

async function askedFor(): Promise<Foundation | undefined> {
  const flags = process.argv.slice(2);
  if (!process.stdin.isTTY) return readAnswers(flags);
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  terminal.once('SIGINT', () => process.exit(130));
  try {
    return await readAnswers(flags, (question) => terminal.question(question), console.log);
  } finally {
    terminal.close();
  }
}

async function setUp(answers: Foundation, baseUrl: string): Promise<void> {
  if (await holdsDemoPool())
    throw new StartFailure(
      'this database holds the demo pool with its invented people.\nName an empty one: MONGODB_URI, or DATA_DIR.',
    );
  const { region, centre, coordinator, isNew } = await found(answers, await databaseTime());
  const line = (isMade: boolean, what: string) =>
    console.log(isMade ? `made: ${what}` : `there already, left as it is: ${what}`);
  line(isNew.region, `region ${region._id} (${region.name})`);
  const { name, address, phone, email, zone } = centre;
  line(isNew.centre, `centre ${centre._id} (${[name, address, phone, email, zone].join('; ')})`);
  line(isNew.coordinator, `coordinator, lead and operator ${coordinator.name} <${coordinator.email}>`);
  console.log(
    `Next: start the server (npm start), and ${coordinator.name} signs in at ${baseUrl}/login with ${coordinator.email}; the code comes by mail, so SMTP_URL has to be set.`,
  );
}

run().catch((thrown: unknown) => {
  const error = explained(thrown, { hasUri: Boolean(process.env.MONGODB_URI) });
  console.error(error instanceof StartFailure ? `Nothing was set up:\n${error.message}` : error);
  process.exitCode = 1;
});
