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
    [
      'an end before its start',
      { end: '2026-11-26T09:00:00+01:00' },
      'end',
      /nach dem Beginn.*2026-11-26T09:00:00\+01:00/,
    ],
    [
      'an alternative that has passed',
      { alternatives: [{ start: '2026-11-20T10:00:00+01:00', end: '2026-11-20T11:00:00+01:00' }] },
      'alternatives.0.start',
      /Zukunft.*2026-11-20T10:00:00\+01:00/,
    ],
    ['an unknown key', { colour: 'blue' }, 'colour', /colour/],
    ['an unknown key inside', { venue: { ...kita, floor: 3 } }, 'venue.floor', /floor/],
    ['an unknown language', { language: 'klingon' }, 'language', /Arabisch \(ar\).*Sorani \(ckb\).*klingon/],
    [
      'an unknown language besides',
      { alsoLanguages: ['ar', 'xx'] },
      'alsoLanguages.1',
      /Arabisch \(Levante\) \(apc\).*xx/,
    ],
    ['a name that several languages share', { language: 'ku' }, 'language', /kmr.*ckb|Kurmandschi.*Sorani/],
    [
      'a past date',
      { start: '2026-11-20T10:00:00+01:00', end: '2026-11-20T11:00:00+01:00' },
      'start',
      /Zukunft.*2026-11-20T10:00:00\+01:00/,
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

  test('an unknown language with the names of the known ones in the client’s language', async () => {
    const reply = await kim.post('/api/v1/assignments?lang=en', { ...thursdayAtTen, language: 'xx' });

    expect(reply.body.errors[0].message).toMatch(/Arabic \(ar\).*Sorani \(ckb\)/);
  });
});

test('nothing of all that was stored, and nobody was told', async () => {
  expect((await kim.get('/api/v1/assignments')).body.items).toEqual([]);
  expect((await pool.mails()).filter(({ to }) => to.includes(people.mara))).toEqual([]);
});

type Body = string | Uint8Array<ArrayBuffer>;

async function sent(body: Body, type: string, headers: Record<string, string> = {}, path = '/api/v1/login') {
  const response = await fetch(`${pool.url}${path}`, {
    method: 'POST',
    body,
    headers: { 'content-type': type, ...headers },
  });
  return { status: response.status, text: await response.text() };
}

test.each<[what: string, body: Body, type: string, status: number, code: string, says: RegExp]>([
  ['broken JSON', '{"a":', 'application/json', 400, 'invalid_input', /kein gültiges JSON/],
  ['null', 'null', 'application/json', 400, 'invalid_input', /ein Objekt/],
  ['a text instead of an object', '"a"', 'application/json', 400, 'invalid_input', /ein Objekt/],
  [
    'something that is not JSON',
    '<a/>',
    'application/xml',
    415,
    'unsupported_media_type',
    /application\/xml/,
  ],
  [
    'letters of another alphabet',
    '{}',
    'application/json; charset=ebcdic',
    415,
    'unsupported_media_type',
    /JSON/,
  ],
  [
    'more than a hundred kilobytes',
    JSON.stringify({ notes: 'x'.repeat(120_000) }),
    'application/json',
    413,
    'too_large',
    /weniger/,
  ],
  [
    'more than a thousand form fields',
    Array.from({ length: 1100 }, (_, index) => `a${index}=1`).join('&'),
    'application/x-www-form-urlencoded',
    413,
    'too_large',
    /weniger/,
  ],
])('%s is refused by name', async (_what, body, type, status, code, says) => {
  const reply = await sent(body, type);

  expect([reply.status, JSON.parse(reply.text).code]).toEqual([status, code]);
  expect(reply.text).toMatch(says);
});

test('a body that cannot be unpacked is refused by name', async () => {
  const packed = { 'content-encoding': 'gzip' };

  const replies = [
    await sent('no gzip at all', 'application/json', packed),
    await sent(new Uint8Array([0x1f, 0x8b, 8, 0, 0]), 'application/json', packed),
  ];

  for (const { status, text } of replies) {
    expect([status, JSON.parse(text).code]).toEqual([400, 'invalid_input']);
    expect(text).toMatch(/ließ sich nicht lesen/);
  }
});

test('null where one of two forms is expected: an object belongs there', async () => {
  const { text } = await sent('null', 'application/json', {}, '/api/v1/session');

  expect(JSON.parse(text).errors).toEqual([
    { path: '', code: 'wrong_type', message: expect.stringContaining('ein Objekt') },
  ]);
});

test.each([
  '/offers/%E0%A4',
  '/login/%E0%A4%A',
  '/calendar/%E0%A4%A.ics',
  '/mailbox/%E0%A4',
  '/api/v1/offers/%E0%A4',
  '/api/v1/assignments/%E0%A4%A',
])('the damaged address %s is refused, not taken for a fault of ours', async (path) => {
  const reply = await kim.get(path);

  expect(reply.status).toBe(400);
  expect(reply.text).toMatch(/Adresse ist beschädigt/);
});

test('an id that cannot be one leads nowhere, as one that is none', async () => {
  const long = await kim.get(`/api/v1/assignments/${'a'.repeat(81)}`);
  const unknown = await kim.get(`/api/v1/assignments/${'a'.repeat(80)}`);

  expect([long.status, unknown.status]).toEqual([404, 404]);
  expect(long.body).toEqual(unknown.body);
});

test('a limit that is no number is shown as it was sent', async () => {
  const { body } = await kim.get('/api/v1/assignments?limit=x');

  expect(body.errors[0].message).toContain('„x“');
});

test.each([
  ['the present one', '"1"', 200],
  ['any', '*', 200],
  ['one of several', '"7", "1"', 200],
  ['one of several that are weak', 'W/"7",W/"1"', 200],
  ['none of several', '"7", "8"', 412],
  ['nothing that we have written', 'abc', 412],
  ['an empty list', '', 412],
])('a change is made for who has seen %s: If-Match %s is answered %i', async (_what, header, status) => {
  const asked = await kim.post('/api/v1/assignments', thursdayAtTen);
  const path = `/api/v1/assignments/${asked.body.id}/cancel`;

  const reply = await kim.post(path, { reason: 'fällt aus' }, { 'if-match': header });

  expect([asked.headers.get('etag'), reply.status]).toEqual(['"1"', status]);
});

test('an address that leads nowhere is answered as a problem too', async () => {
  const reply = await pool.visitor().get('/api/v1/nothing');

  expect([reply.status, reply.body.code]).toEqual([404, 'not_found']);
});
