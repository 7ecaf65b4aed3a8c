/** Lists, availability, the calendar feed, the mailbox and the document that describes it all. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Validator } from '@seriousme/openapi-schema-validator';
import nodeIcal from 'node-ical';
import { apiEndpoints } from '../../server/api/endpoints.ts';
import { openApi } from '../../server/api/openapi.ts';
import type { Client } from '../support/client.ts';
import { berlin } from '../support/factories.ts';
import { startPool, type TestPool } from '../support/pool.ts';
import { offerToken, requestFrom } from '../support/requests.ts';
import { id, people } from '../support/small-pool.ts';

let pool: TestPool;
let kim: Client;
let mara: Client;
let amal: Client;

beforeAll(async () => {
  pool = await startPool();
  [kim, mara, amal] = [
    await pool.signedIn(people.kim),
    await pool.signedIn(people.mara),
    await pool.signedIn('amal@example.org'),
  ];
});

afterAll(() => pool.stop());

describe('the list of assignments', () => {
  const days = ['01', '02', '03', '04', '05', '06', '07'];
  const starts = async (query: string) =>
    (await mara.get(`/api/v1/assignments?${query}`)).body.items.map(({ start }: { start: string }) =>
      start.slice(5, 10),
    );

  beforeAll(async () => {
    for (const day of days) {
      pool.time.advance(60_000);
      await requestFrom(kim, {
        start: `2026-12-${day}T10:00:00+01:00`,
        end: `2026-12-${day}T11:00:00+01:00`,
        language: day < '04' ? 'ar' : 'ckb',
      });
    }
  });

  test('comes in pages that follow each other without gap or repetition', async () => {
    const seen: string[] = [];
    let path: string | undefined = '/api/v1/assignments?limit=3';
    while (path) {
      const reply = await mara.get(path);
      seen.push(...reply.body.items.map(({ start }: { start: string }) => start.slice(8, 10)));
      const next = /<([^>]+)>; rel="next"/.exec(reply.headers.get('link') ?? '')?.[1];
      expect(Boolean(next)).toBe(reply.body.next !== undefined);
      path = next;
    }

    expect(seen).toEqual(days);
  });

  test.each([
    ['a status', 'status=requested', 7],
    ['several', 'status=accepted,confirmed', 0],
    ['a language', 'language=ckb', 4],
    ['days from and to', 'from=2026-12-02T00:00:00%2B01:00&to=2026-12-04T00:00:00%2B01:00', 2],
    [
      'what has changed since',
      `updatedSince=${encodeURIComponent(new Date(Date.parse('2026-11-23T09:05:00Z')).toISOString())}`,
      3,
    ],
  ])('is narrowed by %s', async (_by, query, count) => {
    expect(await starts(query)).toHaveLength(count);
  });

  test.each(['status=open', 'limit=0', 'limit=9999', 'cursor=x', 'from=yesterday', 'colour=blue'])(
    'refuses %s by name',
    async (query) => {
      const reply = await mara.get(`/api/v1/assignments?${query}`);

      expect([reply.status, reply.body.errors?.[0].path.split('.')[0]]).toEqual([400, query.split('=')[0]]);
    },
  );
});

describe('availability', () => {
  const path = `/api/v1/interpreters/${id('amal')}/availability`;
  const weekly = [
    { weekday: 2, from: '09:00', to: '12:30' },
    { weekday: 5, from: '22:00', to: '02:00', validFrom: '2026-12-01' },
  ];

  test('is replaced as a whole and read back as it was written', async () => {
    const sent = {
      weekly,
      exceptions: [
        { from: '2026-12-24', to: '2026-12-26', kind: 'away' },
        { from: '2026-12-01T08:00:00+01:00', to: '2026-12-01T18:00:00+01:00', kind: 'free' },
      ],
    };

    expect((await amal.put(path, sent)).body).toEqual(sent);
    expect((await mara.get(path)).body).toEqual(sent);
  });

  test('decides who is found: whole days away include the last one', async () => {
    const codes: Record<string, string> = {};
    await amal.put(path, {
      weekly: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '08:00', to: '18:00' })),
      exceptions: [{ from: '2026-12-24', to: '2026-12-26', kind: 'away' }],
    });
    for (const day of ['23', '24', '26', '27']) {
      const { id: assignment } = await requestFrom(kim, {
        start: `2026-12-${day}T10:00:00+01:00`,
        end: `2026-12-${day}T11:00:00+01:00`,
      });
      const { body } = await mara.get(`/api/v1/assignments/${assignment}/matches`);
      codes[day] =
        body.excluded.find(({ name }: { name: string }) => name.startsWith('Amal'))?.code ?? 'candidate';
    }

    expect(codes).toEqual({ 23: 'candidate', 24: 'not_available', 26: 'not_available', 27: 'candidate' });
  });

  test.each([
    [
      'a weekday that does not exist',
      { weekly: [{ weekday: 8, from: '09:00', to: '10:00' }], exceptions: [] },
      'weekly.0.weekday',
    ],
    [
      'a time that does not exist',
      { weekly: [{ weekday: 1, from: '9:00', to: '10:00' }], exceptions: [] },
      'weekly.0.from',
    ],
    [
      'a window without length',
      { weekly: [{ weekday: 1, from: '09:00', to: '09:00' }], exceptions: [] },
      'weekly.0.to',
    ],
    [
      'a window that is over before it begins',
      {
        weekly: [{ weekday: 1, from: '09:00', to: '10:00', validFrom: '2026-12-02', validTo: '2026-12-01' }],
        exceptions: [],
      },
      'weekly.0.validTo',
    ],
    [
      'a range backwards',
      { weekly: [], exceptions: [{ from: '2026-12-26', to: '2026-12-24', kind: 'away' }] },
      'exceptions.0.to',
    ],
    [
      'a day and a time mixed',
      { weekly: [], exceptions: [{ from: '2026-12-24', to: '2026-12-26T10:00:00+01:00', kind: 'away' }] },
      'exceptions.0.to',
    ],
    [
      'a time without offset',
      { weekly: [], exceptions: [{ from: '2026-12-24T10:00:00', to: '2026-12-24T12:00:00', kind: 'away' }] },
      'exceptions.0.from',
    ],
    [
      'a kind that does not exist',
      { weekly: [], exceptions: [{ from: '2026-12-24', to: '2026-12-26', kind: 'ill' }] },
      'exceptions.0.kind',
    ],
    [
      'a reason, which we do not want to know',
      { weekly: [], exceptions: [{ from: '2026-12-24', to: '2026-12-26', kind: 'away', reason: 'krank' }] },
      'exceptions.0.reason',
    ],
    ['half of it', { weekly: [] }, 'exceptions'],
  ])('refuses %s', async (_what, sent, field) => {
    const reply = await amal.put(path, sent);

    expect([reply.status, reply.body.errors[0].path]).toEqual([400, field]);
    expect(reply.body.errors[0].message).not.toMatch(/undefined|invalid$/i);
  });
});

describe('the calendar feed', () => {
  let secret: string;

  beforeAll(async () => {
    await amal.put(`/api/v1/interpreters/${id('amal')}/availability`, { weekly: [], exceptions: [] });
    for (const [day, isCancelled] of [
      ['10', false],
      ['11', true],
    ] as const) {
      const assignment = await requestFrom(kim, {
        start: `2026-12-${day}T10:00:00+01:00`,
        end: `2026-12-${day}T11:00:00+01:00`,
      });
      await mara.post(`/api/v1/assignments/${assignment.id}/offers`, { interpreters: [id('amal')] });
      const mail = (await pool.mails()).find(
        ({ subject }) => subject.startsWith('Können') && subject.includes(assignment.number),
      );
      await pool.visitor().post(`/api/v1/offers/${offerToken(mail?.text ?? '')}/accept`);
      await mara.post(`/api/v1/assignments/${assignment.id}/confirm`);
      if (isCancelled) await kim.post(`/api/v1/assignments/${assignment.id}/cancel`, { reason: 'fällt aus' });
    }
    const booked = (await pool.mails()).find(
      ({ to, subject }) => to.includes('amal@example.org') && subject.startsWith('Fest gebucht'),
    );
    secret = /\/calendar\/([\w-]+)\.ics/.exec(booked?.text ?? '')?.[1] ?? '';
  });

  const events = async () => {
    const { text, status, headers } = await pool.visitor().get(`/calendar/${secret}.ics`);
    expect([status, headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
    const parsed = await nodeIcal.async.parseICS(text);
    return Object.values(parsed).filter((entry) => entry?.type === 'VEVENT') as nodeIcal.VEvent[];
  };

  test('shows what is firm, and what is cancelled as cancelled', async () => {
    const found = await events();

    expect(found.map(({ start, status }) => [start?.toISOString(), status])).toEqual([
      ['2026-12-10T09:00:00.000Z', 'CONFIRMED'],
      ['2026-12-11T09:00:00.000Z', 'CANCELLED'],
    ]);
    expect(found[0]?.location).toContain('Musterplatz 1');
  });

  test('forgets a cancellation after thirty days', async () => {
    pool.time.set(berlin('2026-12-24', '12:00'));

    expect((await events()).map(({ status }) => status)).toEqual(['CONFIRMED']);
  });

  test('is found only by its secret', async () => {
    for (const wrong of ['x', `${id('amal')}-${'a'.repeat(22)}`]) {
      expect((await pool.visitor().get(`/calendar/${wrong}.ics`)).status).toBe(404);
    }
  });
});

describe('the mailbox', () => {
  test('lists mails newest first with everything a program needs to read them', async () => {
    const { body } = await pool.visitor().get('/mailbox.json');

    const invitation = body.items.find(({ calendar }: { calendar?: object }) => calendar);
    expect(Object.keys(invitation).sort()).toEqual([
      'calendar',
      'date',
      'html',
      'id',
      'subject',
      'text',
      'to',
    ]);
    expect(invitation.calendar).toEqual({
      method: expect.stringMatching(/REQUEST|CANCEL/),
      content: expect.stringContaining('BEGIN:VCALENDAR'),
    });
    const dates = body.items.map(({ date }: { date: string }) => date);
    expect(dates).toEqual([...dates].sort().reverse());
  });

  test.each([
    ['a foreign name in the address bar', { host: 'pool.example.com' }],
    ['a proxy in between', { 'x-forwarded-for': '203.0.113.7' }],
  ])('is not there for %s', async (_what, headers) => {
    const { request } = await import('node:http');
    const status = await new Promise((resolve) => {
      request(`${pool.url}/mailbox.json`, { headers }, (response) => resolve(response.statusCode)).end();
    });

    expect(status).toBe(404);
  });
});

describe('the description of the API', () => {
  test('is valid OpenAPI 3.1 and names every route with its refusals', async () => {
    const { body } = await pool.visitor().get('/api/openapi.json');

    const result = await new Validator().validate(body);

    expect(result).toMatchObject({ valid: true });
    expect(body.openapi).toMatch(/^3\.1/);
    const mounted = apiEndpoints.map(({ method, path }) => `${method} /api/v1${path}`);
    const named = Object.entries(body.paths).flatMap(([path, methods]) =>
      Object.keys(methods as object).map((method) => `${method} ${path}`),
    );
    expect(named.sort()).toEqual(mounted.sort());
  });
});

describe('the description of the API', () => {
  type Operation = {
    parameters: { name: string; in: string; description?: string; schema: { description?: string } }[];
    responses: Record<string, { headers?: Record<string, unknown> }>;
    requestBody?: {
      content: Record<string, { schema: { properties: Record<string, { description?: string }> } }>;
    };
  };
  let described: (path: string, method: string) => Operation;

  beforeAll(async () => {
    const { body } = await pool.visitor().get('/api/openapi.json');
    described = (path, method) => body.paths[`/api/v1${path}`][method];
  });

  const heads = ({ responses }: Operation, status: number) => Object.keys(responses[status]?.headers ?? {});
  const statuses = ({ responses }: Operation) => Object.keys(responses).map(Number);

  test('names the heads of requests and answers where they are', () => {
    expect(heads(described('/assignments', 'post'), 201)).toEqual(['ETag', 'Location']);
    expect(heads(described('/assignments', 'get'), 200)).toEqual(['Link']);
    expect(heads(described('/assignments/{id}', 'get'), 200)).toEqual(['ETag']);
    expect(heads(described('/me', 'get'), 200)).toEqual([]);
    const takesIfMatch = (path: string, method: string) =>
      described(path, method).parameters.some((one) => one.in === 'header' && one.name === 'If-Match');
    expect(takesIfMatch('/assignments/{id}/cancel', 'post')).toBe(true);
    expect(takesIfMatch('/assignments', 'post')).toBe(false);
  });

  test('names every status that a client may meet', () => {
    expect(statuses(described('/assignments/{id}/offers', 'post'))).toEqual([
      200, 201, 400, 401, 403, 404, 409, 412, 413, 415, 422, 503,
    ]);
    expect(statuses(described('/login', 'post'))).toEqual([202, 400, 403, 413, 415, 429, 503]);
    expect(statuses(described('/offers/{token}', 'get'))).toEqual([200, 400, 404, 429, 503]);
    expect(statuses(described('/me', 'get'))).toEqual([200, 401, 503]);
  });

  test('names the cookie as it is called with and without TLS', () => {
    const cookie = (url: string) => JSON.stringify(openApi(apiEndpoints, url).components);

    expect(cookie('http://localhost:3000')).toContain('"name":"sid"');
    expect(cookie('https://pool.example.org')).toContain('"name":"__Host-sid"');
  });

  test('names the codes of the languages in both languages', () => {
    const { requestBody } = described('/assignments', 'post');
    const fields = requestBody?.content['application/json']?.schema.properties ?? {};
    const filter = described('/assignments', 'get').parameters.find(({ name }) => name === 'language');

    for (const said of [fields.language, fields.alsoLanguages, filter?.schema])
      expect(said?.description).toContain('`ckb` Sorani (Sorani), ');
    expect(fields.language?.description).toContain('`ar` Arabic (Arabisch)');
  });
});

test('every page has a mark of its own for the tab of the browser', async () => {
  const { text } = await pool.visitor().get('/');
  const path = /<link rel="icon" href="([^"]+)" type="image\/svg\+xml"/.exec(text)?.[1] ?? '';

  const icon = await pool.visitor().get(path);

  expect([icon.status, icon.headers.get('content-type')]).toEqual([200, 'image/svg+xml']);
  expect(icon.text.length).toBeLessThan(1000);
});

test('the process says whether it lives and whether it can work', async () => {
  expect((await pool.visitor().get('/healthz')).status).toBe(200);
  expect((await pool.visitor().get('/readyz')).status).toBe(200);
});

test('every answer forbids what a page does not need', async () => {
  const { headers } = await pool.visitor().get('/login');

  expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(headers.get('content-security-policy')).not.toContain('unsafe');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('referrer-policy')).toBe('same-origin');
  expect(headers.get('x-powered-by')).toBeNull();
});
