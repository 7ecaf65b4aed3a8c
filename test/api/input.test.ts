/** Bad input gets a clear answer: which field, what was sent, what is allowed; and nothing is stored. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Client } from '../support/client.ts';
import { kita } from '../support/factories.ts';
import { startPool, type TestPool } from '../support/pool.ts';
import { thursdayAtTen } from '../support/requests.ts';
import { people } from '../support/small-pool.ts';

let pool: TestPool;
let kim: Client;

beforeAll(async () => {
  pool = await startPool();
  kim = await pool.signedIn(people.kim);
});

afterAll(() => pool.stop());

type Mistake = [what: string, values: Record<string, unknown>, path: string, message: RegExp];

describe('a request is refused with', () => {
  test.each<Mistake>([
    ['a time without offset', { start: '2026-11-26T10:00:00' }, 'start', /Zeitzone|\+01:00/],
    ['a date instead of a time', { start: '2026-11-26' }, 'start', /\+01:00/],
    ['a time that does not exist', { start: '2026-13-45T10:00:00+01:00' }, 'start', /\+01:00/],
    ['a start off the five-minute grid', { start: '2026-11-26T10:02:00+01:00' }, 'start', /5 Minuten/],
    ['an end off the grid', { end: '2026-11-26T11:00:01+01:00' }, 'end', /5 Minuten/],
    ['an end before its start', { end: '2026-11-26T09:00:00+01:00' }, 'end', /nach dem Beginn|Ende/],
    ['an unknown key', { colour: 'blue' }, 'colour', /colour/],
    ['an unknown key inside', { venue: { ...kita, floor: 3 } }, 'venue.floor', /floor/],
    ['an unknown language', { language: 'klingon' }, 'language', /klingon/],
    ['a name that several languages share', { language: 'ku' }, 'language', /kmr.*ckb|Kurmandschi.*Sorani/],
    [
      'a past date',
      { start: '2026-11-20T10:00:00+01:00', end: '2026-11-20T11:00:00+01:00' },
      'start',
      /Zukunft|vorbei|vergangen/i,
    ],
    ['no venue on site', { venue: undefined }, 'venue', /Ort|Adresse/],
    ['a postcode that is none', { venue: { ...kita, postcode: '5949' } }, 'venue.postcode', /fünf|5/i],
    ['a mode that does not exist', { mode: 'fax' }, 'mode', /onsite.*phone.*video/],
    ['no language', { language: undefined }, 'language', /fehlt|nötig|angeben/i],
    ['a number where words belong', { occasion: 7 }, 'occasion', /Text|Wort|string/i],
    ['a gender wish that does not exist', { genderWish: 'any' }, 'genderWish', /female/],
    ['somebody else’s operator', { language: { $ne: 'ar' } }, 'language', /Text|string/i],
    ['control characters', { occasion: 'a\u0000b' }, 'occasion', /Zeichen/],
    ['a reference that is too long', { reference: 'x'.repeat(21) }, 'reference', /20/],
    ['no persons at all', { persons: 0 }, 'persons', /1/],
    [
      'three alternatives',
      {
        alternatives: [1, 2, 3].map((day) => ({
          start: `2026-12-0${day}T10:00:00+01:00`,
          end: `2026-12-0${day}T11:00:00+01:00`,
        })),
      },
      'alternatives',
      /2/,
    ],
    ['an agency that is none of the caller’s', { agency: 'f'.repeat(24) }, 'agency', /Einrichtung/],
  ])('%s', async (_what, values, path, message) => {
    const reply = await kim.post('/api/v1/assignments', { ...thursdayAtTen, ...values });

    expect(reply.status).toBe(400);
    expect(reply.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(reply.body).toMatchObject({
      status: 400,
      code: 'invalid_input',
      title: expect.any(String),
      detail: expect.any(String),
    });
    expect(reply.body.errors.map((error: { path: string }) => error.path)).toContain(path);
    expect(reply.body.errors.find((error: { path: string }) => error.path === path).message).toMatch(message);
  });

  test('every mistake at once, so that nobody has to try again for each', async () => {
    const reply = await kim.post('/api/v1/assignments', {
      ...thursdayAtTen,
      mode: 'fax',
      start: 'soon',
      colour: 1,
    });

    expect(reply.body.errors.map(({ path }: { path: string }) => path).sort()).toEqual([
      'colour',
      'mode',
      'start',
    ]);
  });

  test('in the language that the client asks for', async () => {
    const visitor = pool.visitor();

    const reply = await visitor.post('/api/v1/login', { email: 'nobody' }, { 'accept-language': 'en' });

    expect(reply.body.errors[0].message).toMatch(/e-mail/i);
  });
});

test('nothing of all that was stored, and nobody was told', async () => {
  expect((await kim.get('/api/v1/assignments')).body.items).toEqual([]);
  expect((await pool.mails()).filter(({ to }) => to.includes(people.mara))).toEqual([]);
});

test.each([
  ['broken JSON', '{"a":', 'application/json', 400, 'invalid_input'],
  ['something that is not JSON', '<a/>', 'application/xml', 415, 'unsupported_media_type'],
  [
    'more than a hundred kilobytes',
    JSON.stringify({ notes: 'x'.repeat(120_000) }),
    'application/json',
    413,
    'too_large',
  ],
])('%s is refused by name', async (_what, body, type, status, code) => {
  const response = await fetch(`${pool.url}/api/v1/login`, {
    method: 'POST',
    body,
    headers: { 'content-type': type },
  });

  expect(response.status).toBe(status);
  expect(await response.json()).toMatchObject({ code });
});

test('an address that leads nowhere is answered as a problem too', async () => {
  const reply = await pool.visitor().get('/api/v1/nothing');

  expect([reply.status, reply.body.code]).toEqual([404, 'not_found']);
});
