/** The process: environment and signals, nothing else. */
import { introduce } from './introduction.ts';
import { readSettings } from './settings.ts';
import { start } from './start.ts';
import { explained, StartFailure } from './start-failure.ts';

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

run().catch((thrown: unknown) => {
  const error = explained(thrown);
  console.error(error instanceof StartFailure ? `Dolmetscherpool cannot start. ${error.message}` : error);
  process.exit(1);
});
