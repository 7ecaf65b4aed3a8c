/** What a newcomer reads when the pool has started: where it is, who can sign in, and where mail goes. */
import { demoAccounts } from './demo/demo-accounts.ts';
import type { Pool } from './start.ts';

type Introduced = Pick<Pool, 'url' | 'database' | 'mail' | 'isDemo' | 'notices'>;

const signIns: Record<Pool['mail'], string> = {
  mailbox: 'Sign in without a password; the mail arrives in the mailbox:',
  smtp: 'Sign in without a password by a mail; it goes to the mail server of SMTP_URL:',
  nowhere: 'Nobody can sign in yet (see above):',
};

const nobodySignsIn = [
  'Nobody can sign in: mail goes nowhere, for there is neither SMTP_URL nor a mailbox.',
  '  Set SMTP_URL to a mail server (smtp://host:587), or HOST and BASE_URL to this machine, which has a mailbox.',
];

/** The lines, in the order in which they matter. */
export function introduce({ url, database, mail, isDemo, notices }: Introduced): string {
  const demo = [
    `Demo pool with invented people. ${signIns[mail]}`,
    ...demoAccounts.map(({ email, what }) => row(email, what)),
  ];
  const mailbox = row(`${url}/mailbox`, 'every mail that the pool sends (JSON: /mailbox.json)');
  return [
    `Dolmetscherpool is ready: ${url}`,
    `Database: ${database}`,
    ...notices,
    ...(mail === 'nowhere' ? nobodySignsIn : []),
    ...(isDemo ? demo : []),
    'Pages:',
    row(`${url}/login`, 'sign in'),
    ...(mail === 'mailbox' ? [mailbox] : []),
    row(`${url}/api/docs`, 'the API, to read and to try (as a document: /api/openapi.json)'),
  ].join('\n');
}

function row(left: string, right: string): string {
  return `  ${left.padEnd(40)} ${right}`;
}
