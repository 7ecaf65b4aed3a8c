/** What a centre keeps besides its assignments: agencies, municipalities, rules, dated lists, languages – and who may change them. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Validator } from '@seriousme/openapi-schema-validator';
import mongoose from 'mongoose';
import { insertAccounts, type Membership } from '../../models/account.ts';
import { findAssignment } from '../../models/assignment/change.ts';
import { insertCentre } from '../../models/centre.ts';
import { insertMunicipalities } from '../../models/municipality.ts';
import type { Client, Reply } from '../support/client.ts';
import { aCentre, kita, lippstadt, now, soest } from '../support/factories.ts';
import { startPool, type TestPool } from '../support/pool.ts';
import { requestFrom, thursdayAtTen } from '../support/requests.ts';
import { id, kitaId, schoolId } from '../support/small-pool.ts';

let pool: TestPool;
const client: Record<string, Client> = {};
const as = (name: string) => client[name] as Client;

beforeAll(async () => {
  pool = await startPool();
  await insertCentre({ ...aCentre(), _id: 'unna', name: 'Kommunales Integrationszentrum Kreis Unna' });
  await insertMunicipalities([
    { _id: 'unna-schwerte', centre: 'unna', name: 'Schwerte', postcodes: ['58239'], position: soest },
  ]);
  await insertAccounts([
    person('lena', { role: 'lead', centre: 'soest' }),
    person('uwe', { role: 'coordinator', centre: 'unna' }),
    person('rita', { role: 'reader', centre: 'soest' }),
    person('otto', { role: 'operator', centre: 'unna' }),
  ]);
  for (const name of ['mara', 'kim', 'alex', 'amal', 'lena', 'uwe', 'rita', 'otto'])
    client[name] = await pool.signedIn(`${name}@example.org`);
});

afterAll(() => pool.stop());

function person(name: string, membership: Membership) {
  return {
    _id: id(name),
    name: `${name} Beispiel`,
    email: `${name}@example.org`,
    locale: 'de' as const,
    memberships: [membership],
    createdAt: now,
  };
}

const names = ({ body }: Reply) =>
  body.items.map((one: { name?: string; label?: string }) => one.name ?? one.label);
const patch = (who: string, path: string, body: object, headers = {}) =>
  as(who).patch(`/api/v1${path}`, body, headers);
const adds = async (who: string, path: string, body: object): Promise<Reply['body']> => {
  const reply = await as(who).post(`/api/v1${path}`, body);
  if (reply.status !== 201) throw new Error(reply.text);
  return reply.body;
};

describe('agencies', () => {
  const hort = {
    name: 'Hort am Teich',
    type: 'leisure_provider',
    address: { ...kita, name: 'Hort am Teich' },
  };

  test('are added by the coordination, read back where Location says, and listed by name', async () => {
    const made = await as('mara').post('/api/v1/agencies', { ...hort, municipality: 'soest-soest' });

    const read = await as('mara').get(made.headers.get('location') ?? '');
    expect([made.status, read.status, read.headers.get('etag')]).toEqual([201, 200, '"1"']);
    expect(read.body).toEqual(made.body);
    expect(names(await as('mara').get('/api/v1/agencies'))).toEqual([
      'Hort am Teich',
      'Kita Musterplatz',
      'Musterschule',
    ]);
    expect(names(await as('mara').get('/api/v1/agencies?type=school'))).toEqual(['Musterschule']);
  });

  test.each([
    ['the coordination', 200, 'mara'],
    ['its own contact', 200, 'kim'],
    ['the contact of another', 404, 'alex'],
    ['a volunteer', 404, 'amal'],
    ['the coordination of another centre', 404, 'uwe'],
  ])('are answered to %s with %i', async (_who, status, who) => {
    const reply = await as(who).get(`/api/v1/agencies/${kitaId}`);

    expect(reply.status).toBe(status);
    expect(names(await as(who).get('/api/v1/agencies')).includes('Kita Musterplatz')).toBe(status === 200);
  });

  test('change their address by their own lead, their kind only by the coordination', async () => {
    const moved = { address: { ...kita, street: 'Neuer Weg 2' } };

    const own = await patch('kim', `/agencies/${kitaId}`, moved);
    const kind = await patch('kim', `/agencies/${kitaId}`, { type: 'school' });
    const foreign = await patch('alex', `/agencies/${kitaId}`, moved);

    expect([own.status, own.body.address.street, kind.status, foreign.status]).toEqual([
      200,
      'Neuer Weg 2',
      403,
      404,
    ]);
  });

  test('that ask no more say since when, to the coordination only, and can be listed alone', async () => {
    const made = await adds('mara', '/agencies', { ...hort, name: 'Alter Hort' });
    const since = new Date('2026-11-20T09:00:00Z');
    await mongoose.connection
      .collection<{ _id: string }>('agencies')
      .updateOne(
        { _id: made.id },
        { $set: { inactiveSince: since, contacts: [{ account: id('kim'), lead: false }] } },
      );
    const listed = async (query: string) => names(await as('mara').get(`/api/v1/agencies?${query}`));

    const { body } = await as('mara').get(`/api/v1/agencies/${made.id}`);

    expect(new Date(body.inactiveSince)).toEqual(since);
    expect(await listed('active=false')).toEqual(['Alter Hort']);
    expect(await listed('active=true')).not.toContain('Alter Hort');
    expect((await as('mara').get('/api/v1/agencies?active=perhaps')).body.errors[0].path).toBe('active');
  });

  test('lie in a municipality of their own centre', async () => {
    const reply = await as('mara').post('/api/v1/agencies', { ...hort, municipality: 'unna-schwerte' });

    expect([reply.status, reply.body.errors[0].path]).toEqual([400, 'municipality']);
    expect(reply.body.errors[0].message).toContain('GET /api/v1/municipalities');
  });

  test('are made once by a call that comes twice', async () => {
    const send = () =>
      as('mara').post('/api/v1/agencies', { ...hort, name: 'Zweimal' }, { 'idempotency-key': 'hort' });

    const [one, other] = await Promise.all([send(), send()]);

    expect([one.status, other.status, other.body.id]).toEqual([201, 201, one.body.id]);
    expect(
      names(await as('mara').get('/api/v1/agencies')).filter((name: string) => name === 'Zweimal'),
    ).toHaveLength(1);
  });
});

test('a postcode lies where the centre itself has written it down, then where another one has', async () => {
  await insertMunicipalities([
    { _id: 'a-hamm', centre: 'hamm', name: 'Erfunden', postcodes: ['59494', '58200'], position: lippstadt },
    { _id: 'b-kamen', centre: 'kamen', name: 'Erdacht', postcodes: ['58200'], position: soest },
  ]);
  const start = '2026-12-03T10:00:00+01:00';
  const end = '2026-12-03T11:00:00+01:00';
  const placeOf = async (one: { id: string }) => (await findAssignment(one.id)).position;

  const made = await requestFrom(as('kim'), { start, end });
  const logged = await as('mara').post('/api/v1/assignments/log', {
    ...thursdayAtTen,
    start,
    end,
    agency: kitaId,
    interpreter: id('amal'),
    note: 'verabredet',
  });
  const places = [await placeOf(made), await placeOf(logged.body)];
  for (const postcode of ['58200', '59494']) {
    await as('mara').post(`/api/v1/assignments/${made.id}/move`, {
      start,
      end,
      venue: { ...kita, postcode },
    });
    places.push(await placeOf(made));
  }

  expect(places).toEqual([soest, soest, lippstadt, soest]);
});

describe('a change', () => {
  test('of what somebody else has changed meanwhile is refused, and nothing is lost', async () => {
    const path = `/agencies/${schoolId}`;
    const { headers } = await as('mara').get(`/api/v1${path}`);
    const seen = { 'if-match': headers.get('etag') ?? '' };

    const first = await patch('mara', path, { name: 'Musterschule am See' }, seen);
    const late = await patch('lena', path, { name: 'Musterschule am Berg' }, seen);

    const garbage = await patch('lena', path, { name: 'Musterschule am Berg' }, { 'if-match': 'garbage' });

    expect([first.status, late.status, late.body.code]).toEqual([200, 412, 'stale_version']);
    expect([garbage.status, garbage.body.detail]).toEqual([412, expect.not.stringMatching(/\d/)]);
    expect((await as('mara').get(`/api/v1${path}`)).body.name).toBe('Musterschule am See');
  });

  test('beside another one counts as well as that', async () => {
    const path = `/agencies/${schoolId}`;
    const streets = [1, 2, 3, 4].map((number) => ({ address: { ...kita, street: `Weg ${number}` } }));
    const before = (await as('mara').get(`/api/v1${path}`)).headers.get('etag');

    const replies = await Promise.all(streets.map((street) => patch('mara', path, street)));

    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const versions = replies.map(({ headers }) => headers.get('etag'));
    expect(new Set(versions).size).toBe(4);
    expect(versions).not.toContain(before);
  });

  test('takes away with null what need not be there, and refuses to take away the rest', async () => {
    const { id: agency } = await adds('mara', '/agencies', {
      name: 'Beratung',
      type: 'advice_centre',
      municipality: 'soest-soest',
      address: kita,
    });

    const without = await patch('mara', `/agencies/${agency}`, { municipality: null });
    const nameless = await patch('mara', `/agencies/${agency}`, { name: null });
    const unknown = await patch('mara', `/agencies/${agency}`, { colour: 'blau' });

    expect(without.body).not.toHaveProperty('municipality');
    expect([nameless.status, unknown.status, unknown.body.errors[0].path]).toEqual([400, 400, 'colour']);
  });
});

describe('municipalities', () => {
  test('say where a postcode lies, and a request learns of it', async () => {
    const place = { name: 'Werl', postcodes: ['59457'], position: { lat: 51.553, lon: 7.912 } };
    const { id: werl } = await adds('mara', '/municipalities', place);

    await patch('mara', `/municipalities/${werl}`, { postcodes: ['59457', '59458'] });

    expect(names(await as('kim').get('/api/v1/municipalities?postcode=59458'))).toEqual(['Werl']);
    expect(names(await as('uwe').get('/api/v1/municipalities'))).toEqual(['Schwerte']);
    const { id: asked } = await requestFrom(as('kim'), { venue: { ...kita, postcode: '59458' } });
    const stored = await mongoose.connection.collection('assignments').findOne({ _id: asked });
    expect(stored?.position).toEqual(place.position);
  });

  test('are changed by the coordination only, and each by its own', async () => {
    const change = (who: string) => patch(who, '/municipalities/soest-soest', { name: 'Soest (Kernstadt)' });

    expect([
      (await change('kim')).status,
      (await change('uwe')).status,
      (await change('lena')).status,
    ]).toEqual([403, 404, 200]);
  });
});

describe('centres', () => {
  test('are read by everybody who belongs to them, and by nobody else', async () => {
    const seen = await Promise.all(
      ['kim', 'amal', 'rita', 'mara', 'uwe'].map(
        async (who) => (await as(who).get('/api/v1/centres/soest')).status,
      ),
    );

    expect(seen).toEqual([200, 200, 200, 200, 404]);
    expect(names(await as('otto').get('/api/v1/centres'))).toHaveLength(2);
    expect(names(await as('kim').get('/api/v1/centres'))).toHaveLength(1);
  });

  test('change rules and texts by their lead: only what is sent, and not by the coordination', async () => {
    const before = (await as('lena').get('/api/v1/centres/soest')).body;
    const change = {
      poolName: 'Sprachpool Soest',
      rules: { lateHours: 48, confirmAutomaticallyHours: null },
    };

    const refused = await patch('mara', '/centres/soest', change);
    const { body } = await patch('lena', '/centres/soest', change);

    expect(refused.status).toBe(403);
    const { confirmAutomaticallyHours: _, ...rules } = before.rules;
    expect(body).toEqual({ ...before, poolName: 'Sprachpool Soest', rules: { ...rules, lateHours: 48 } });
    expect((await patch('lena', '/centres/soest', { zone: 'Asia/Tokyo' })).status).toBe(400);
    expect((await patch('lena', '/centres/soest', { rules: { lateHours: -1 } })).body.errors[0].path).toBe(
      'rules.lateHours',
    );
  });

  test('refuse a number that can only be a slip, with the field and the limit', async () => {
    const { waves: _waves, travel, ...numbers } = (await as('lena').get('/api/v1/centres/soest')).body.rules;
    const slips: [path: string, rules: object, limit: number][] = [
      ...Object.entries({ giveUpWorkingDays: 30, lateHours: 720, smallMoveMinutes: 1440 }).map(
        ([key, limit]) => [key, { [key]: numbers[key] + 100_000 }, limit] as [string, object, number],
      ),
      ...['confirmWarningHours', 'confirmAutomaticallyHours', 'giveUpUrgentHours', 'openWarningHours'].map(
        (key) => [key, { [key]: 721 }, 720] as [string, object, number],
      ),
      ['reminderHours', { reminderHours: [6, 5, 4, 3, 2, 1] }, 5],
      ['reminderHours.0', { reminderHours: [721] }, 720],
      ['waves.size', { waves: { size: 51, pauseMinutes: 30 } }, 50],
      ['waves.pauseMinutes', { waves: { size: 3, pauseMinutes: 1441 } }, 1440],
      ['eventBlocks.longestMinutes', { eventBlocks: { breakMinutes: 15, longestMinutes: 2400 } }, 720],
      ['travel.factor', { travel: { ...travel, factor: 13 } }, 5],
      ['travel.kilometresPerHour', { travel: { ...travel, kilometresPerHour: 0.5 } }, 5],
      ['travel.unknownMinutes', { travel: { ...travel, unknownMinutes: 3000 } }, 240],
      ['travel.leastMinutes', { travel: { ...travel, leastMinutes: 241 } }, 240],
    ];

    for (const [path, rules, limit] of slips) {
      const { status, body } = await patch('lena', '/centres/soest', { rules });
      const [error] = body.errors ?? [];
      expect([path, status, error?.path]).toEqual([path, 400, `rules.${path}`]);
      expect(error.message).toContain(String(limit));
    }
    expect((await patch('lena', '/centres/soest', { rules: { giveUpWorkingDays: 30 } })).status).toBe(200);
  });

  test('are added by the operator, with the usual rules', async () => {
    const { _id, schemaVersion, rules, zone, ...texts } = aCentre();
    const sent = {
      ...texts,
      name: 'Kommunales Integrationszentrum Stadt Hamm',
      rules: { rounds: 'automatic' },
    };

    const made = await adds('otto', '/centres', sent);

    expect(made.rules).toMatchObject({ rounds: 'automatic', lateHours: 24 });
    expect((await as('lena').post('/api/v1/centres', sent)).status).toBe(403);
    expect((await as('otto').post('/api/v1/centres', { ...sent, region: 'mond' })).body.errors[0].path).toBe(
      'region',
    );
  });
});

describe('a dated list', () => {
  const year = { from: '2026-01-01', to: '2026-12-31' };
  const kinds: [path: string, parts: object][] = [
    ['/occasions', {}],
    ['/fields-of-action', { notes: 'Integrationskonzept' }],
    ['/programmes', { owner: 'Kreis Soest', activations: [{ municipality: 'soest-soest', ...year }] }],
    ['/target-groups', { ages: { from: 18, to: 27 } }],
    ['/funding-lines', { funder: 'Land NRW', legalBasis: 'Richtlinie 2024' }],
    ['/agency-groups', { members: [{ agency: kitaId, from: '2026-03-01' }] }],
  ];

  test.each(kinds)('%s is kept: added, read, listed, changed, and never deleted', async (path, parts) => {
    const made = await as('mara').post(`/api/v1${path}`, { label: 'Erster Eintrag', ...year, ...parts });
    const address = made.headers.get('location') ?? '';

    const read = await as('lena').get(address);
    const changed = await patch(
      'lena',
      address.slice(7),
      { label: 'Umbenannt', to: null },
      { 'if-match': '"1"' },
    );

    expect([made.status, read.body]).toEqual([201, made.body]);
    expect(read.body).toMatchObject({ label: 'Erster Eintrag', ...year, ...parts, centre: 'soest' });
    const { to: _, ...open } = made.body;
    expect([changed.headers.get('etag'), changed.body]).toEqual(['"2"', { ...open, label: 'Umbenannt' }]);
    expect(names(await as('mara').get(`/api/v1${path}`))).toContain('Umbenannt');
    expect((await as('mara').delete(address)).status).toBe(404);
  });

  test.each(kinds)('%s belongs to its centre', async (path, parts) => {
    const { id: entry } = await adds('mara', path, { label: 'Nur für Soest', ...year, ...parts });
    const address = `/api/v1${path}/${entry}`;
    const statuses = async (who: string) => [
      (await as(who).get(address)).status,
      (await as(who).patch(address, { label: 'Fremd' })).status,
      (await as(who).post(`/api/v1${path}`, { label: 'Fremd', ...year, ...parts, centre: 'soest' })).status,
    ];
    const isForStaff = /funding|groups$/.test(path) && path !== '/target-groups';

    expect(await statuses('uwe')).toEqual([404, 404, 400]);
    expect(await statuses('kim')).toEqual(isForStaff ? [404, 404, 403] : [200, 403, 403]);
    expect(await statuses('rita')).toEqual([200, 403, 403]);
    expect(names(await as('uwe').get(`/api/v1${path}`))).toEqual([]);
  });

  test('shows what is valid on a day, the first and the last included', async () => {
    await adds('mara', '/occasions', { label: 'Sommerfest', from: '2026-07-01', to: '2026-07-31' });
    await adds('mara', '/occasions', { label: 'Ab Juli', from: '2026-07-01' });
    const on = async (day: string) =>
      names(await as('kim').get(`/api/v1/occasions?on=${day}`)).filter((label: string) =>
        ['Sommerfest', 'Ab Juli'].includes(label),
      );

    expect(await on('2026-06-30')).toEqual([]);
    expect(await on('2026-07-01')).toEqual(['Ab Juli', 'Sommerfest']);
    expect(await on('2026-07-31')).toEqual(['Ab Juli', 'Sommerfest']);
    expect(await on('2026-08-01')).toEqual(['Ab Juli']);
  });

  test('of programmes shows what runs in a municipality on a day, and what runs everywhere', async () => {
    const programme = { from: '2025-01-01', owner: 'MSB NRW' };
    await adds('mara', '/programmes', { label: 'Rucksack Schule', ...programme });
    await adds('mara', '/programmes', {
      label: 'Griffbereit',
      ...programme,
      activations: [
        { municipality: 'soest-soest', from: '2025-01-01' },
        { municipality: 'soest-lippstadt', from: '2026-12-01' },
      ],
    });
    const running = async (query: string) =>
      names(await as('kim').get(`/api/v1/programmes?${query}`)).filter((label: string) =>
        ['Griffbereit', 'Rucksack Schule'].includes(label),
      );

    expect(await running('municipality=soest-soest&on=2026-11-26')).toEqual([
      'Griffbereit',
      'Rucksack Schule',
    ]);
    expect(await running('municipality=soest-lippstadt&on=2026-11-26')).toEqual(['Rucksack Schule']);
    expect(await running('municipality=soest-lippstadt')).toEqual(['Griffbereit', 'Rucksack Schule']);
  });

  test('of programmes holds activations of its own days, one at a time in a municipality', async () => {
    const programme = { label: 'Kurz', from: '2026-01-01', to: '2026-12-31', owner: 'MSB NRW' };
    const sends = (...activations: object[]) =>
      as('mara').post('/api/v1/programmes', {
        ...programme,
        activations: activations.map((one) => ({ municipality: 'soest-soest', ...one })),
      });
    const paths = ({ body }: Reply) =>
      body.errors?.map(({ path, code }: { path: string; code: string }) => [path, code]);

    const outside = await sends({ from: '2025-12-31', to: '2027-01-01' });
    const overlapping = await sends({ from: '2026-01-01', to: '2026-06-30' }, { from: '2026-06-30' });
    const fine = await sends({ from: '2026-01-01', to: '2026-06-30' }, { from: '2026-07-01' });

    expect(paths(outside)).toEqual([
      ['activations.0.from', 'outside_dates'],
      ['activations.0.to', 'outside_dates'],
    ]);
    expect(paths(overlapping)).toEqual([['activations.1.from', 'overlaps']]);
    expect(fine.status).toBe(201);
  });

  test('comes in pages without gap or repetition', async () => {
    for (const label of ['c', 'a', 'e', 'b', 'd'])
      await adds('mara', '/fields-of-action', { label, from: '2027-01-01' });
    const seen: string[] = [];
    let path: string | undefined = '/api/v1/fields-of-action?on=2027-02-01&limit=2';
    while (path) {
      const reply = await as('mara').get(path);
      seen.push(...names(reply).filter((label: string) => label.length === 1));
      path = /<([^>]+)>; rel="next"/.exec(reply.headers.get('link') ?? '')?.[1];
    }

    expect(seen).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  test('refuses the same entry twice, however fast', async () => {
    const entry = { label: 'Schulanmeldung', from: '2026-01-01' };

    const replies = await Promise.all([1, 2, 3].map(() => as('mara').post('/api/v1/occasions', entry)));

    expect(replies.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expect(
      names(await as('mara').get('/api/v1/occasions')).filter((one: string) => one === entry.label),
    ).toHaveLength(1);
  });

  test.each([
    ['/occasions', { label: 'x', from: '2026-02-01', to: '2026-01-31' }, 'to'],
    ['/occasions', { label: 'x', from: '2026-02-01', fieldOfAction: 'nirgends' }, 'fieldOfAction'],
    ['/target-groups', { label: 'x', from: '2026-02-01', ages: { from: 27, to: 18 } }, 'ages.to'],
    ['/programmes', { label: 'x', from: '2026-02-01' }, 'owner'],
    [
      '/programmes',
      {
        label: 'x',
        from: '2026-02-01',
        owner: 'y',
        activations: [{ municipality: 'unna-schwerte', from: '2026-02-01' }],
      },
      'activations.0.municipality',
    ],
    [
      '/agency-groups',
      { label: 'x', from: '2026-02-01', members: [{ agency: 'y', from: '2026-02-01' }] },
      'members.0.agency',
    ],
    ['/funding-lines', { label: 'x', from: '2026-02-01', funder: 'y', legalBasis: 'z', owner: 'o' }, 'owner'],
  ])('%s names what is wrong (%#)', async (path, sent, field) => {
    const reply = await as('mara').post(`/api/v1${path}`, sent);

    expect([reply.status, reply.body.errors?.[0].path]).toEqual([400, field]);
  });
});

describe('a request', () => {
  const from = '2026-01-01';

  test('names entries of the lists by id or label, and is kept in their words', async () => {
    const { id: occasion } = await adds('mara', '/occasions', { label: 'Elternsprechtag', from });
    const { id: programme } = await adds('mara', '/programmes', { label: 'KAoA', from, owner: 'Land NRW' });
    await adds('mara', '/target-groups', { label: 'Junge Geflüchtete', from, ages: { from: 18, to: 27 } });

    const asked = await requestFrom(as('kim'), {
      occasion,
      programmes: [programme, 'rucksack kita', 'Etwas Eigenes'],
      targetGroup: 'junge geflüchtete',
    });
    await patch('mara', `/occasions/${occasion}`, { label: 'Sprechtag' });

    expect((await as('kim').get(`/api/v1/assignments/${asked.id}`)).body).toMatchObject({
      occasion: 'Elternsprechtag',
      programmes: ['KAoA', 'rucksack kita', 'Etwas Eigenes'],
      targetGroup: 'Junge Geflüchtete',
    });
  });

  test('names them also when it is changed', async () => {
    const { id: programme } = await adds('mara', '/programmes', {
      label: 'Griffbereit Plus',
      from,
      owner: 'Kreis',
    });
    const { id: asked } = await requestFrom(as('kim'));

    const reply = await patch('kim', `/assignments/${asked}`, { programmes: [programme] });

    expect([reply.status, reply.body.programmes]).toEqual([200, ['Griffbereit Plus']]);
  });

  test('cannot name an entry that is over by then', async () => {
    const { id: over } = await adds('mara', '/occasions', { label: 'Impfaktion', from, to: '2026-11-25' });

    await expect(requestFrom(as('kim'), { occasion: over })).rejects.toThrow(/entry_not_valid/);
    expect((await requestFrom(as('kim'), { occasion: 'Impfaktion' })).occasion).toBe('Impfaktion');
  });
});

describe('languages', () => {
  const wolof = { code: 'wo', label: { de: 'Wolof', en: 'Wolof' }, own: 'wolof' };

  test('are added by the lead of a centre, and can be asked for at once', async () => {
    const before = await as('kim').post('/api/v1/assignments', { ...thursdayAtTen, language: 'wo' });
    expect((await as('mara').post('/api/v1/languages', wolof)).status).toBe(403);

    const made = await adds('lena', '/languages', wolof);

    expect(made).toEqual({ ...wolof, kind: 'language', aliases: [] });
    expect((await requestFrom(as('kim'), { language: 'wo' })).language).toBe('wo');
    expect((await as('lena').post('/api/v1/languages', wolof)).body.code).toBe('already_there');
    expect(before.status).toBe(400);
    const unknown = await as('kim').post('/api/v1/assignments', { ...thursdayAtTen, language: 'xx' });
    expect(unknown.body.errors[0].message).toContain('Wolof (wo)');
  });

  test('change their names, and keep their code and kind', async () => {
    const address = '/languages/ckb';
    const change = { label: { de: 'Zentralkurdisch (Sorani)', en: 'Central Kurdish' } };

    expect((await patch('mara', address, change)).status).toBe(403);
    expect((await patch('lena', address, { kind: 'group' })).status).toBe(400);
    const reply = await patch('lena', address, change, { 'if-match': '"0"' });

    expect([reply.status, reply.headers.get('etag'), reply.body.label]).toEqual([200, '"1"', change.label]);
    expect((await as('amal').get('/api/v1/languages/ckb')).body.label).toEqual(change.label);
  });

  test.each([
    ['a variety of nothing', { code: 'xaa', kind: 'variety' }, 'of'],
    ['a variety of a group', { code: 'xaa', kind: 'variety', of: 'ku' }, 'of'],
    ['a shared name of one', { code: 'xaa', kind: 'group', members: ['kmr'] }, 'members'],
    ['a code with capitals', { code: 'XAA' }, 'code'],
  ])('%s does not fit the table', async (_what, sent, field) => {
    const reply = await as('lena').post('/api/v1/languages', { label: { de: 'X', en: 'X' }, ...sent });

    expect([reply.status, reply.body.errors[0].path]).toEqual([400, field]);
  });

  test('are listed whole, or those of a kind', async () => {
    const all = await as('amal').get('/api/v1/languages');
    const groups = await as('amal').get('/api/v1/languages?kind=group');

    expect(all.body.items.length).toBeGreaterThan(60);
    expect(groups.body.items.map(({ code }: { code: string }) => code)).toEqual(['ku', 'fa', 'sh']);
  });
});

test('the description of all this is valid, and names what each kind of entry holds', async () => {
  const { body } = await pool.visitor().get('/api/openapi.json');

  expect(await new Validator().validate(body)).toMatchObject({ valid: true });
  expect(Object.keys(body.components.schemas)).toEqual(
    expect.arrayContaining([
      'Agency',
      'Centre',
      'Municipality',
      'Occasion',
      'FundingLine',
      'Language',
      'Token',
    ]),
  );
});
