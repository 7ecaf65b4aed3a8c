/** The process: environment and signals, nothing else. */
import { demoAccounts } from './demo/demo-pool.ts';
import { readSettings, SettingsError } from './settings.ts';
import { type Pool, start } from './start.ts';

/** What a newcomer needs to know, in a few lines. */
function introduce({ url, database, hasMailbox, isDemo }: Pool): string {
  const demo = [
    'Demo pool with invented people. Sign in without a password; the mail arrives in the mailbox:',
    ...demoAccounts.map(({ email, what }) => row(email, what)),
  ];
  return [
    `Dolmetscherpool is ready: ${url}`,
    `Database: ${database}`,
    ...(isDemo ? demo : []),
    'Pages:',
    row(`${url}/login`, 'sign in'),
    ...(hasMailbox ? [row(`${url}/mailbox`, 'every mail that the pool sends (JSON: /mailbox.json)')] : []),
    row(`${url}/api/openapi.json`, 'the API'),
  ].join('\n');
}

function row(left: string, right: string): string {
  return `  ${left.padEnd(40)} ${right}`;
}

async function run(): Promise<void> {
  const pool = await start(readSettings(process.env));
  let isStopping = false;
  const stop = async () => {
    if (isStopping) return;
    isStopping = true;
    await pool.stop();
    process.exit(0);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  console.log(introduce(pool));
}

process.on('unhandledRejection', (error) => {
  console.error('Something went wrong that nobody expected:', error);
  process.exit(1);
});

run().catch((error: unknown) => {
  console.error(error instanceof SettingsError ? error.message : error);
  process.exit(1);
});
