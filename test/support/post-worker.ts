/**
 * A worker process that sends what is due and dies where it is told to: `before` the mail is handed over,
 * or `after` the server has said 250 and before that is noted. Arguments: database URI, SMTP URL, now, where.
 */
import { createSmtpMailer } from '../../jobs/mailer.ts';
import { post } from '../../jobs/post.ts';
import { connectDatabase } from '../../models/connection.ts';
import { createSecrets } from '../../models/secrets.ts';
import { connectionOptions } from '../../server/database/open.ts';
import { testSettings } from './pool.ts';

const [uri = '', smtpUrl = '', now = '', where = ''] = process.argv.slice(2);
const mailer = createSmtpMailer(smtpUrl);

function die(): never {
  process.kill(process.pid, 'SIGKILL');
  throw new Error('unreachable');
}

await connectDatabase(uri, connectionOptions);
await post({
  mailer: {
    close: mailer.close,
    send: async (mail) => {
      if (where === 'before') die();
      await mailer.send(mail);
      if (where === 'after') die();
      return '250';
    },
  },
  clock: () => new Date(now),
  settings: {
    baseUrl: 'http://localhost:3000',
    secrets: createSecrets(testSettings(uri).secretKeys),
    from: { name: 'Dolmetscherpool', address: 'pool@example.org' },
  },
  onError: (error) => console.error(error),
});
process.exit(0);
