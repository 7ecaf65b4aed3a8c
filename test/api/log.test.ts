/** What is written down about requests: enough to find a fault, nothing that opens a door. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { createSecrets } from '../../models/secrets.ts';
import { createApp } from '../../server/app.ts';
import { withoutTokens } from '../../server/logging.ts';
import { createClient } from '../support/client.ts';
import { startPool, type TestPool } from '../support/pool.ts';
import { id } from '../support/small-pool.ts';

const secrets = createSecrets(['another-key-for-tests-another-key-for-tests']);
let pool: TestPool;
let server: Server;
let url: string;
let lines: string[];

/** The same application beside the pool, with a log that can be read and a clock that is broken. */
beforeAll(async () => {
  pool = await startPool();
  const app = createApp(
    {
      clock: () => {
        throw new Error('the clock is broken');
      },
      wake: () => undefined,
      readOut: async () => undefined,
      secrets,
      baseUrl: pool.url,
      mailFrom: 'pool@example.org',
      hasMailbox: false,
      isDemo: false,
      isProduction: false,
      log: pino({ level: 'debug' }, { write: (line: string) => lines.push(line) }),
    },
    ['another-key-for-tests-another-key-for-tests'],
  );
  server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await pool.stop();
});

beforeEach(() => {
  lines = [];
});

const offer = secrets.sign('offer', id('offer'), 0);
const signIn = secrets.sign('sign_in', id('sign-in'), 1);
const calendar = secrets.sign('calendar', id('amal'), 1);

test.each([
  ['a mailed question', `/api/v1/offers/${offer}`, offer],
  ['a sign-in link', `/login/${signIn}?lang=en`, signIn],
  ['a calendar', `/calendar/${calendar}.ics`, calendar],
])('a fault behind %s is logged with its stack and without the token', async (_what, path, token) => {
  const reply = await createClient(url).get(path);

  expect(reply.status).toBe(500);
  expect(lines.join()).toContain('the clock is broken');
  expect(lines.length).toBeGreaterThanOrEqual(2);
  expect(lines.filter((line) => line.includes(token) || line.includes(token.slice(25)))).toEqual([]);
});

test('requests that end well or are refused are logged without the token, too', async () => {
  await createClient(url).get(`/offers/${offer.slice(0, -1)}`);
  await createClient(url).get(`/OFFERS/${offer}/`);

  expect(lines).toHaveLength(2);
  expect(lines.filter((line) => line.includes(offer.slice(25, 40)))).toEqual([]);
});

const capability = `${'0123456789ab'.repeat(2)}-_-x-_y-0_9AbCdEfGhIjK-`;

test.each([
  [`/offers/${capability}`, '/offers/…'],
  [`/api/v1/offers/${capability}/accept`, '/api/v1/offers/…/accept'],
  [`/Offers/${capability.replace('-', '%2D')}`, '/Offers/…'],
  [`/requests/${capability.slice(0, 30)}/cancel`, '/requests/…/cancel'],
  [`/verify/${capability.slice(0, 30)}`, '/verify/…'],
  [`/login/${capability}?lang=en`, '/login/…'],
  [`/calendar/${capability}.ics`, '/calendar/…'],
  [`/offers/${capability.slice(0, 30)}`, '/offers/…'],
  [`/elsewhere/${capability}`, '/elsewhere/…'],
  [`/offers?token=${capability}`, '/offers'],
  ['/login/code', '/login/code'],
  ['/api/v1/assignments/0123/offers', '/api/v1/assignments/0123/offers'],
])('%s is written down as %s', (address, written) => {
  expect(withoutTokens(address)).toBe(written);
});
