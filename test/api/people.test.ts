/** People: taken in once, whoever enters them; changed by themselves and their office; several roles, centres, addresses. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { insertAccounts } from '../../models/account.ts';
import { insertCentre } from '../../models/centre.ts';
import type { Client, Reply } from '../support/client.ts';
import { aCentre, kita } from '../support/factories.ts';
import { requestFrom } from '../support/requests.ts';
import { id, kitaId, people, schoolId } from '../support/small-pool.ts';
import { openStory, type Story } from '../support/story.ts';

let story: Story;
let uwe: Client;

const arabic = { language: 'ar', level: 'C1', modes: ['onsite'] };
const nadia = { name: 'Nadia Probe', email: 'nadia@example.org', gender: 'female', languages: [arabic] };

beforeAll(async () => {
  story = await openStory();
  await insertCentre({
    ...aCentre(),
    _id: 'unna',
    name: 'Kommunales Integrationszentrum Kreis Unna',
    poolName: 'Dolmetscherpool Kreis Unna',
  });
  const createdAt = story.pool.time.now();
  await insertAccounts([
    {
      _id: id('uwe'),
      name: 'Uwe Erfunden',
      email: 'uwe@example.org',
      locale: 'de',
      memberships: [{ role: 'coordinator', centre: 'unna' }],
      createdAt,
    },
  ]);
  uwe = await story.pool.signedIn('uwe@example.org');
});

afterAll(() => story.stop());

const mailsNow = async (address: string) =>
  (await story.pool.mails()).filter(({ to }) => to.includes(address));
const takeIn = (by: Client, values: object = {}) => by.post('/api/v1/interpreters', { ...nadia, ...values });

/** What everybody behind an address is sent to sign in: whose it is, and the code. */
async function codesFor(email: string): Promise<{ text: string; code: string }[]> {
  const before = new Set((await story.pool.mails()).map(({ _id }) => _id));
  await story.pool.visitor().post('/api/v1/login', { email });
  const mails = (await story.pool.mails()).filter(({ _id }) => !before.has(_id));
  return mails.map(({ text }) => ({ text, code: /\b\d{6}\b/.exec(text)?.[0] ?? '' }));
}

async function signsIn(email: string, code: string): Promise<Reply> {
  return story.pool.visitor().post('/api/v1/session', { email, code });
}

describe('somebody new', () => {
  test('is taken in once, however many enter them at the same time, and is welcomed once', async () => {
    const replies = await Promise.all([1, 2, 3].map(() => takeIn(story.mara)));

    expect(new Set(replies.map(({ body }) => body.id)).size).toBe(1);
    expect(replies.filter(({ status }) => status === 201).length).toBeGreaterThan(0);
    const mails = await mailsNow('nadia@example.org');
    expect(mails.map(({ subject }) => subject)).toEqual(['Willkommen: Dolmetscherpool Kreis Soest']);
    expect(mails[0]?.text).toContain(`${story.pool.url}/login\n`);
    expect(mails[0]?.text).not.toMatch(/\/login\/./);
  });

  test('can sign in, and sees and changes what is theirs, but not what the office decides', async () => {
    const own = await story.pool.signedIn('nadia@example.org');
    const { id: person } = (await takeIn(story.mara)).body;

    const changed = await own.patch(`/api/v1/interpreters/${person}`, {
      capPerWeek: 2,
      phone: '0221 4710 301',
    });
    const forbidden = await own.patch(`/api/v1/interpreters/${person}`, {
      membership: { centre: 'soest', status: 'applied' },
    });

    expect([changed.status, changed.body.capPerWeek, changed.body.phone]).toEqual([200, 2, '0221 4710 301']);
    expect(changed.body.memberships[0]).not.toHaveProperty('excludedAgencies');
    expect(forbidden.status).toBe(403);
    const removed = await own.patch(`/api/v1/interpreters/${person}`, { capPerWeek: null });
    expect(removed.body).not.toHaveProperty('capPerWeek');
  });

  test('without e-mail is welcomed by telephone', async () => {
    const { email: _email, ...byPhone } = { ...nadia, name: 'Hatice Muster', phone: '0221 4710 302' };

    const reply = await story.mara.post('/api/v1/interpreters', byPhone);
    await story.pool.mails();

    const { items } = (await story.mara.get('/api/v1/tasks')).body;
    const task = items.find(
      ({ person }: { person: { account: string } }) => person.account === reply.body.account,
    );
    expect(task).toMatchObject({ kind: 'call', notice: 'welcome', person: { phone: '0221 4710 302' } });
    expect(task.say).toContain('Wir rufen Sie an.');
  });

  test('in a language that nobody knows is refused with the field', async () => {
    const reply = await takeIn(story.mara, {
      email: 'other@example.org',
      languages: [{ ...arabic, language: 'xx' }],
    });

    expect(reply.body.errors).toMatchObject([{ path: 'languages.0.language', code: 'language_unknown' }]);
  });

  test.each([
    ['no mode', { languages: [{ ...arabic, modes: [] }] }, 'languages.0.modes', /Mindestens 1/],
    [
      'a variety of another language',
      { languages: [{ ...arabic, language: 'ckb', variety: 'apc' }] },
      'languages.0.variety',
      /gehört nicht zu der Sprache/,
    ],
    [
      'a language twice',
      { languages: [arabic, { ...arabic, level: 'C1' }] },
      'languages.1',
      /schon in der Liste/,
    ],
    ['a telephone number of letters', { phone: 'ruf mich an' }, 'phone', /fünf Ziffern/],
    ['a cap of nothing', { capPerWeek: 0 }, 'capPerWeek', /größer als 0/],
    [
      'a municipality nobody knows',
      { municipality: 'mond' },
      'municipality',
      /GET \/api\/v1\/municipalities/,
    ],
  ])('with %s is refused with the field', async (_what, values, path, said) => {
    const reply = await takeIn(story.mara, { email: 'other@example.org', ...values });

    expect(reply.body.errors).toMatchObject([{ path, message: expect.stringMatching(said) }]);
  });
});

describe('somebody who serves two centres', () => {
  test('keeps one account and one calendar: the second centre adds itself and nothing else', async () => {
    const first = (await takeIn(story.mara)).body;

    const reply = await takeIn(uwe, { name: 'probe,  NÁDIA', languages: [{ ...arabic, language: 'fr' }] });

    expect([reply.status, reply.body.id]).toEqual([201, first.id]);
    expect(reply.body.memberships.map(({ centre }: { centre: string }) => centre)).toEqual(['unna']);
    const own = await story.pool.signedIn('nadia@example.org');
    expect((await own.get(`/api/v1/interpreters/${first.id}`)).body.languages).toEqual(first.languages);
    expect((await own.get('/api/v1/me')).body.roles).toEqual([
      { role: 'interpreter', centre: 'soest', interpreter: first.id },
      { role: 'interpreter', centre: 'unna', interpreter: first.id },
    ]);
  });

  test('is not described to the second one, and changes name and telephone themselves', async () => {
    const sent = { languages: [{ ...arabic, language: 'fr' }] };

    const reply = await takeIn(uwe, sent);
    const path = `/api/v1/interpreters/${reply.body.id}`;
    const changes = [{ name: 'Jemand' }, { phone: '0221 4710 309' }, { locale: 'en' }];
    const refused = await Promise.all(changes.map((change) => uwe.patch(path, change)));
    const office = await uwe.patch(path, { membership: { centre: 'unna', status: 'active' } });

    expect(reply.body).toMatchObject({ ...nadia, ...sent, locale: 'de' });
    expect(reply.body).not.toHaveProperty('phone');
    expect(refused.map(({ status, body }) => [status, body.code])).toEqual(
      changes.map(() => [403, 'person_only']),
    );
    expect(office.status).toBe(200);
    const own = await story.pool.signedIn('nadia@example.org');
    expect((await own.get(path)).body).toMatchObject({ name: 'Nadia Probe', phone: '0221 4710 301' });
  });

  test('is at the weekly cap in one when booked in the other, and the question names who asks', async () => {
    const { id: person } = (await takeIn(story.mara)).body;
    await story.mara.patch(`/api/v1/interpreters/${person}`, { capPerWeek: 1 });
    const agency = mongoose.connection.collection('agencies');
    await agency.insertOne({
      _id: id('unnakita') as never,
      schemaVersion: 1,
      centre: 'unna',
      name: 'Kita Erfunden',
      type: 'kita',
      address: kita,
      contacts: [],
      createdAt: new Date(),
    });
    const here = await requestFrom(story.kim);
    const there = await requestFrom(uwe, {
      agency: id('unnakita'),
      start: '2026-11-27T10:00:00+01:00',
      end: '2026-11-27T11:00:00+01:00',
    });
    await story.mara.post(`/api/v1/assignments/${here.id}/offers`, { interpreters: [person] });
    const mail = (await mailsNow('nadia@example.org')).find(({ subject }) => subject.startsWith('Können'));
    const token = /\/offers\/([\w-]+)/.exec(mail?.text ?? '')?.[1];

    await story.pool.visitor().post(`/api/v1/offers/${token}/accept`, {});
    const { candidates, excluded } = (await uwe.get(`/api/v1/assignments/${there.id}/matches`)).body;

    expect(mail?.text).toContain('die Anfrage kommt von: Kommunales Integrationszentrum Kreis Soest.');
    expect((await story.pool.visitor().get(`/offers/${token}`)).text).toContain(
      'Dolmetscherpool Kreis Soest',
    );
    expect(candidates).toEqual([]);
    expect(excluded).toMatchObject([{ interpreter: person, code: 'cap' }]);
  });
});

describe('the list of a centre', () => {
  test('comes by name, filtered and in pages, and is for the office only', async () => {
    const list = async (query: string) =>
      (await story.mara.get(`/api/v1/interpreters?${query}`)).body.items.map(
        ({ name }: { name: string }) => name,
      );

    expect(await list('text=HATICE')).toEqual(['Hatice Muster']);
    expect(await list('language=fa')).toEqual([]);
    expect(await list('status=active&limit=1')).toEqual(['Amal Beispiel']);
    const first = await story.mara.get('/api/v1/interpreters?limit=2');
    const rest = await story.mara.get(`/api/v1/interpreters?limit=200&cursor=${first.body.next}`);
    const names = [...first.body.items, ...rest.body.items].map(({ name }) => name);
    expect(names).toEqual([...names].sort());
    expect(new Set(names).size).toBe(names.length);
    expect((await story.kim.get('/api/v1/interpreters')).status).toBe(403);
    expect((await uwe.get(`/api/v1/interpreters/${id('amal')}`)).status).toBe(404);
  });
});

test('a centre that is none of theirs is refused alike wherever one is named, with those that are', async () => {
  const there = { centre: 'unna' };

  const replies = [
    await takeIn(story.mara, there),
    await story.mara.get('/api/v1/interpreters?centre=unna'),
    await story.mara.post('/api/v1/agencies', { ...there, name: 'Hort', type: 'kita', address: kita }),
  ];

  for (const { body } of replies) {
    expect(body.errors).toMatchObject([{ path: 'centre', code: 'not_in_list' }]);
    expect(body.errors[0].message).toContain('soest');
  }
});

describe('two who change the same person', () => {
  test('do not write over each other: who has seen an older version is told so', async () => {
    const path = `/api/v1/interpreters/${id('noor')}`;
    const seen = (await story.mara.get(path)).headers.get('etag') ?? '';
    const office = { membership: { centre: 'soest', excludedAgencies: [schoolId] } };

    const first = await story.mara.patch(path, office, { 'if-match': seen });
    const second = await story.mara.put(
      `${path}/availability`,
      { weekly: [], exceptions: [] },
      { 'if-match': seen },
    );

    expect([first.status, second.status]).toEqual([200, 412]);
    expect(first.body.memberships[0].excludedAgencies).toEqual([schoolId]);
    const races = await Promise.all(
      Array.from({ length: 4 }, (_, index) => story.mara.patch(path, { capPerWeek: index + 1 })),
    );
    expect(races.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(new Set(races.map(({ body }) => body.version)).size).toBe(4);
  });

  test('name only agencies of their centre', async () => {
    const path = `/api/v1/interpreters/${id('noor')}`;
    const office = { membership: { centre: 'soest', preferredAgencies: [id('unnakita')] } };

    const reply = await story.mara.patch(path, office);

    expect(reply.body.errors).toMatchObject([
      { path: 'membership.preferredAgencies.0', code: 'agency_of_others' },
    ]);
  });
});

describe('several people behind one address', () => {
  const family = 'familie@example.org';

  test('get a mail each, with whose it is, and each code lets in exactly that person', async () => {
    await takeIn(story.mara, { name: 'Dilan Muster', email: family });
    await takeIn(story.mara, { name: 'Rojin Muster', email: family, sharesEmail: true });

    const mails = await codesFor(family);
    const names = ['Dilan Muster', 'Rojin Muster'];
    const signedIn = await Promise.all(
      names.map(async (name) => {
        const { code } = mails.find(({ text }) => text.includes(`Guten Tag, ${name},`)) ?? { code: '' };
        return (await signsIn(family, code)).body.name;
      }),
    );

    expect(mails).toHaveLength(2);
    for (const { text } of mails) expect(text).toContain('mehrere Personen nutzen diese E-Mail-Adresse.');
    expect(signedIn).toEqual(names);
  });

  test('a wrong code costs a try of everybody, and a code works once', async () => {
    const [first] = await codesFor(family);
    const wrong = first?.code === '000000' ? '000001' : '000000';
    for (let index = 0; index < 4; index++) await signsIn(family, wrong);

    const replies = [await signsIn(family, first?.code ?? ''), await signsIn(family, first?.code ?? '')];

    expect(replies.map(({ status }) => status)).toEqual([201, 400]);
    const [again] = await codesFor(family);
    for (let index = 0; index < 5; index++) await signsIn(family, wrong);
    expect((await signsIn(family, again?.code ?? '')).status).toBe(400);
  });

  test('are five at most, even when seven come at once', async () => {
    const email = 'wohnheim@example.org';

    const replies = await Promise.all(
      Array.from({ length: 7 }, (_, index) =>
        takeIn(story.mara, { name: `Person ${index} Probe`, email, sharesEmail: true }),
      ),
    );

    const codes = replies.map(({ status, body }) => (status === 201 ? 'in' : body.code)).sort();
    expect(codes).toEqual(['email_full', 'email_full', 'in', 'in', 'in', 'in', 'in']);
  });

  test('are not confused: who is meant has to be said', async () => {
    const reply = await takeIn(story.mara, { name: 'Jemand Anderes', email: family });

    expect(reply.body.errors).toMatchObject([{ path: 'email', code: 'email_ambiguous' }]);
  });

  test('whose address it is, nobody learns who types another name, and nobody gets a role by it', async () => {
    const stranger = { name: 'Jemand Anderes', email: 'noor@example.org' };
    const contact = `/api/v1/agencies/${kitaId}/contacts`;

    const replies = [await story.kim.post(contact, stranger), await takeIn(uwe, stranger)];

    for (const { status, body, text } of replies) {
      expect({ status, ...body }).toMatchObject({ status: 400, errors: [{ code: 'email_of_another' }] });
      expect(text).not.toContain('Noor');
    }
    const noor = await story.pool.signedIn('noor@example.org');
    expect((await noor.get('/api/v1/me')).body.roles).toHaveLength(1);
    const typed = await story.kim.post(contact, { ...stranger, name: 'BEISPIEL, Noor' });
    expect(typed.body.name).toBe('BEISPIEL, Noor');
    await story.kim.delete(`${contact}/${typed.body.account}`);
  });
});

describe('one account with several roles', () => {
  test('a coordinator who also interprets gets what each of the two has to read, once', async () => {
    const mara = await takeIn(story.mara, { name: 'Mara Beispiel', email: people.mara });
    const assignment = await requestFrom(story.kim, {
      start: '2026-12-10T10:00:00+01:00',
      end: '2026-12-10T11:00:00+01:00',
    });
    await story.mara.post(`/api/v1/assignments/${assignment.id}/offers`, { interpreters: [mara.body.id] });
    const token = await story.tokenOf(assignment, 'mara');

    await story.pool.visitor().post(`/api/v1/offers/${token}/accept`, {});
    await story.pool.mails();
    await story.mara.post(`/api/v1/assignments/${assignment.id}/confirm`);

    const subjects = (await story.mailsTo('mara', assignment)).map(({ subject }) => subject.split(/[:?]/)[0]);
    const sorted = [...subjects].sort();
    expect(new Set(sorted).size).toBe(sorted.length);
    expect(subjects.join()).toMatch(/Können Sie.*/);
    expect(sorted).toEqual(expect.arrayContaining(['Fest gebucht', 'Können Sie']));
    expect((await story.mara.get('/api/v1/me')).body.roles).toMatchObject([
      { role: 'coordinator' },
      { role: 'interpreter', interpreter: mara.body.id },
    ]);
    expect((await story.mara.get('/api/v1/offers')).body.items).toHaveLength(1);
    expect((await story.read(assignment)).history).toBeDefined();
  });

  test('a contact of two agencies asks for either, and has to say for which', async () => {
    await story.mara.post(`/api/v1/agencies/${schoolId}/contacts`, { name: 'Kim Muster', email: people.kim });
    const time = { start: '2026-12-11T10:00:00+01:00', end: '2026-12-11T11:00:00+01:00' };

    const unnamed = await requestFrom(story.kim, time).catch((error: Error) => error.message);
    const named = await requestFrom(story.kim, { ...time, agency: schoolId });

    expect(unnamed).toContain('agency_missing');
    expect(named.agency).toBe(schoolId);
  });
});

describe('colleagues of an agency', () => {
  const contacts = `/api/v1/agencies/${kitaId}/contacts`;
  const robin = { name: 'Robin Probe', email: 'robin@example.org' };

  test('are invited by the lead, and by nobody who does not lead it', async () => {
    const added = await story.kim.post(contacts, robin);
    const colleague = await story.pool.signedIn(robin.email);

    const replies = [
      await colleague.post(contacts, { name: 'X Probe' }),
      await uwe.post(contacts, { name: 'X Probe' }),
      await story.kim.post(contacts, robin),
    ];

    expect(added.body).toMatchObject({ name: 'Robin Probe', lead: false });
    expect(replies.map(({ status }) => status)).toEqual([403, 404, 201]);
    expect(
      (await mailsNow(robin.email)).filter(({ subject }) => subject.startsWith('Willkommen')),
    ).toHaveLength(1);
    expect((await colleague.get('/api/v1/assignments')).body.items.length).toBeGreaterThan(0);
  });

  test('who goes gives what is open to another, and sees nothing of the agency any more', async () => {
    const colleague = await story.pool.signedIn(robin.email);
    const own = await requestFrom(colleague, {
      start: '2026-12-17T10:00:00+01:00',
      end: '2026-12-17T11:00:00+01:00',
    });
    const { id: account } = (await colleague.get('/api/v1/me')).body;

    const removed = await story.kim.delete(`${contacts}/${account}`);
    await story.mara.post(`/api/v1/assignments/${own.id}/cancel`, { reason: 'fällt aus' });

    expect(removed.status).toBe(204);
    expect((await colleague.get(`/api/v1/assignments/${own.id}`)).status).toBe(404);
    expect(await story.mailTo('kim', own, 'Abgesagt')).toBeDefined();
    expect(await story.mailTo('robin', own, 'Abgesagt')).toBeUndefined();
  });

  test('of two leads who remove each other in the same moment one stays', async () => {
    const { account: second } = (
      await story.kim.post(contacts, { name: 'Toni Probe', email: 'toni@example.org', lead: true })
    ).body;

    const replies = await Promise.all([
      story.mara.delete(`${contacts}/${second}`),
      story.mara.delete(`${contacts}/${id('kim')}`),
    ]);

    expect(replies.map(({ status }) => status).sort()).toEqual([204, 409]);
    expect(replies.find(({ status }) => status === 409)?.body.code).toBe('last_lead');
  });

  test('can go where nobody leads, and one of them can be made the lead', async () => {
    const school = `/api/v1/agencies/${schoolId}/contacts`;
    const pair = ['Ida', 'Ole'].map((name) => ({
      name: `${name} Probe`,
      email: `${name.toLowerCase()}@example.org`,
    }));
    await mongoose.connection
      .collection('agencies')
      .updateOne({ _id: schoolId as never }, { $set: { 'contacts.$[].lead': false } });
    const [ida, ole] = [await story.mara.post(school, pair[0]), await story.mara.post(school, pair[1])];

    const gone = await story.mara.delete(`${school}/${ole.body.account}`);
    const promoted = await story.mara.post(school, { ...pair[0], lead: true });
    const stays = await story.mara.delete(`${school}/${ida.body.account}`);

    expect([gone.status, promoted.body.lead]).toEqual([204, true]);
    expect([stays.status, stays.body.code]).toEqual([409, 'last_lead']);
  });
});
