/** Ten stories as they happen in a Kreis, told over HTTP and mail: what people send, and what they read. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { insertAccounts } from '../models/account.ts';
import { insertAgencies } from '../models/agency.ts';
import { insertCentre } from '../models/centre.ts';
import type { Client, Reply } from './support/client.ts';
import { aCentre, berlin, kita, school } from './support/factories.ts';
import { thursdayAtTen } from './support/requests.ts';
import { id, kitaId } from './support/small-pool.ts';
import { type Known, openStory, type Story } from './support/story.ts';

const hour = 3_600_000;
const week = 7 * 24 * hour;
const membership = (centre: string) => ({
  centre,
  status: 'active' as const,
  excludedAgencies: [],
  preferredAgencies: [],
  assessedLevels: [],
});
const speaks = (language: string) => [{ language, level: 'C1' as const, modes: ['onsite' as const] }];
const alwaysOnThursday = { weekly: [{ weekday: 4, from: '07:00', to: '21:00' }], exceptions: [] };
const bothCentres = [membership('soest'), membership('unna')];

let story: Story;
let alex: Client;
let jo: Client;
let uwe: Client;
let ulla: Client;
let weeks = 0;

beforeAll(async () => {
  story = await openStory({
    interpreters: ['amal', 'noor', 'rima', 'shirin', 'umut', 'ursel'],
    variations: {
      amal: { availability: alwaysOnThursday },
      noor: { availability: alwaysOnThursday },
      rima: { email: undefined, phone: '0221 4710 300', availability: alwaysOnThursday },
      shirin: {
        languages: speaks('ckb'),
        memberships: bothCentres,
        capPerWeek: 1,
        availability: alwaysOnThursday,
      },
      umut: { languages: speaks('tr'), memberships: [membership('unna')] },
      ursel: { languages: speaks('tr'), memberships: bothCentres, availability: alwaysOnThursday },
    },
  });
  const automatic = {
    rounds: 'automatic',
    offerMode: 'waves',
    waves: { size: 2, pauseMinutes: 30 },
  } as const;
  const inTime = { giveUpWorkingDays: 2, giveUpUrgentHours: 4, openWarningHours: 72 };
  await insertCentre({
    ...aCentre({ ...automatic, ...inTime }),
    _id: 'unna',
    name: 'Kommunales Integrationszentrum Kreis Unna',
    poolName: 'Dolmetscherpool Kreis Unna',
  });
  const createdAt = story.pool.time.now();
  const account = (name: string, role: object) => ({
    _id: id(name),
    name: `${name} erfunden`,
    email: `${name}@example.org`,
    locale: 'de' as const,
    memberships: [role as never],
    createdAt,
  });
  await insertAccounts([
    account('jo', { role: 'coordinator', centre: 'soest' }),
    account('uwe', { role: 'coordinator', centre: 'unna' }),
    account('ulla', { role: 'contact', centre: 'unna', agency: id('unnakita') }),
  ]);
  await insertAgencies([
    {
      _id: id('unnakita'),
      centre: 'unna',
      name: 'Kita Erfunden',
      type: 'kita',
      address: kita,
      contacts: [{ account: id('ulla'), lead: true }],
      createdAt,
    },
  ]);
  [alex, jo, uwe, ulla] = (await Promise.all(
    ['alex', 'jo', 'uwe', 'ulla'].map((name) => story.pool.signedIn(`${name}@example.org`)),
  )) as [Client, Client, Client, Client];
});

afterAll(() => story.stop());

/** Each story begins on a Monday at ten, a week after the one before. */
beforeEach(() => {
  weeks += 1;
  story.pool.time.set(monday());
});

const monday = () => new Date(berlin('2027-01-11', '10:00').getTime() + weeks * week);

/** A time on the Thursday of the story's week. */
const thursday = (at: string) =>
  `${new Date(Date.parse('2027-01-14') + weeks * week).toISOString().slice(0, 10)}T${at}:00+01:00`;
const request = async (by: Client, values: object = {}): Promise<Reply['body']> => {
  const body = { ...thursdayAtTen, start: thursday('10:00'), end: thursday('11:00'), ...values };
  const reply = await by.post('/api/v1/assignments', body);
  expect([reply.status, reply.body.code]).toEqual([201, undefined]);
  return reply.body;
};
const turn = (assignment: Known, name: string, body: object = {}, by = story.mara) =>
  by.post(`/api/v1/assignments/${assignment.id}/${name}`, body);
const subjectsTo = async (name: string, about: Known) =>
  (await story.mailsTo(name, about)).map(({ subject }) => subject);
const passes = async (milliseconds: number) => {
  story.pool.time.advance(milliseconds);
  await story.pool.tick();
};
const passesUntil = async (at: Date) => {
  story.pool.time.set(at);
  await story.pool.tick();
};
/** The newest link of this kind in the mails to somebody about an assignment. */
const linkTo = async (name: string, about: Known, kind: 'offers' | 'requests') => {
  const texts = (await story.mailsTo(name, about)).map(({ text }) => text);
  const links = texts.flatMap((text) => new RegExp(`/${kind}/[\\w-]{40,}`).exec(text)?.[0] ?? []);
  expect(links.length).toBeGreaterThan(0);
  return links.at(-1) as string;
};

test('a teacher books Sorani for Thursday', async () => {
  const assignment = await request(alex, { language: 'ckb', venue: school });
  const { candidates, excluded } = (await story.mara.get(`/api/v1/assignments/${assignment.id}/matches`))
    .body;
  expect(candidates.map(({ name }: { name: string }) => name)).toEqual(['Shirin Beispiel']);
  expect(excluded).toContainEqual(expect.objectContaining({ name: 'Amal Beispiel', code: 'language' }));

  await story.isBooked(assignment, 'shirin');
  await passesUntil(new Date(Date.parse(thursday('10:00')) - 48 * hour));
  await passesUntil(new Date(Date.parse(thursday('10:00')) - 3 * hour));
  await passesUntil(new Date(Date.parse(thursday('11:00'))));

  expect((await story.read(assignment)).status).toBe('completed');
  for (const [name, first] of [
    ['shirin', 'Können Sie?'],
    ['alex', 'Eingegangen – noch nicht gebucht'],
  ] as const) {
    const subjects = await subjectsTo(name, assignment);
    expect(subjects).toContainEqual(expect.stringContaining(first));
    expect(subjects.filter((subject) => subject.startsWith('Fest gebucht'))).toHaveLength(1);
    expect(subjects.filter((subject) => subject.startsWith('Erinnerung'))).toHaveLength(2);
  }
});

test('nobody answers: the wave widens, both sides are warned, and the agency chooses how it goes on', async () => {
  const later = { start: thursday('10:00'), end: thursday('11:00'), language: 'tr' };
  story.pool.time.advance(-5 * 24 * hour);
  const assignment = await request(ulla, later);
  await story.pool.tick();
  expect(await subjectsTo('ursel', assignment)).toHaveLength(1);

  await passesUntil(new Date(Date.parse(thursday('10:00')) - 72 * hour));
  expect(await subjectsTo('ulla', assignment)).toContainEqual(expect.stringContaining('Wir suchen noch'));
  await passesUntil(new Date(Date.parse(thursday('10:00')) - 48 * hour));

  const unfilled = (await uwe.get(`/api/v1/assignments/${assignment.id}`)).body;
  expect(unfilled).toMatchObject({ status: 'unfilled', unfilled: { reason: 'no_answer' } });
  const page = await linkTo('ulla', assignment, 'requests');
  const shown = (await story.pool.visitor().get(page)).text;
  expect(shown).toContain('Leider niemand gefunden');
  const searching = await turn(assignment, 'reopen', { modes: ['phone'] }, ulla);
  expect(searching.body).toMatchObject({ status: 'requested', alsoModes: ['phone'] });
});

test('given back the evening before: everybody hears at once, and somebody else comes', async () => {
  const assignment = await request(story.kim);
  await story.isBooked(assignment, 'amal');
  await passesUntil(new Date(Date.parse(thursday('10:00')) - 15 * hour));

  const link = await linkTo('amal', assignment, 'offers');
  const given = await story.pool.visitor().post(`/api/v1${link}/give-back`, { reason: 'krank' });
  expect(given.status).toBe(200);
  await story.pool.tick();

  expect(await subjectsTo('mara', assignment)).toContainEqual(expect.stringContaining('Abgegeben (spät)'));
  expect(await subjectsTo('kim', assignment)).toContainEqual(expect.stringContaining('Ersatz'));
  await story.isBooked(assignment, 'noor');
  expect((await story.mailTo('noor', assignment, 'Fest gebucht'))?.calendar?.method).toBe('REQUEST');
  expect((await story.read(assignment)).booking.name).toBe('Noor Beispiel');
});

test('moved by the agency: the person booked holds the new time, says that it is fine, and both calendars follow', async () => {
  const assignment = await request(story.kim);
  await story.isBooked(assignment, 'amal');

  await turn(assignment, 'move', { start: thursday('14:00'), end: thursday('15:00') }, story.kim);
  await story.pool.tick();
  expect(await subjectsTo('amal', assignment)).toContainEqual(
    expect.stringContaining('Neue Zeit: Geht das noch?'),
  );
  const link = await linkTo('amal', assignment, 'offers');
  const seen = (await story.pool.visitor().get(`/api/v1${link}`)).body;
  story.pool.time.advance(60_000);
  const kept = await story.pool.visitor().post(`/api/v1${link}/keep`, { sequence: seen.sequence });
  await story.pool.tick();

  expect([kept.status, (await story.read(assignment)).status]).toEqual([200, 'confirmed']);
  for (const name of ['amal', 'kim']) {
    const { calendar } = (await story.mailTo(name, assignment, 'Fest gebucht')) ?? {};
    expect(calendar?.content).toMatch(/SEQUENCE:[1-9]/);
    expect(calendar?.content).toMatch(/DTSTART[^\n]*T1[34]0000/);
  }
});

test('cancelled within 24 hours and restored: the former one is asked first and alone', async () => {
  const assignment = await request(story.kim);
  await story.isBooked(assignment, 'noor');
  await passesUntil(new Date(Date.parse(thursday('10:00')) - 20 * hour));

  const cancelled = await turn(assignment, 'cancel', { reason: 'Kind krank' }, story.kim);
  await story.pool.tick();
  expect(cancelled.body.cancellation).toMatchObject({ late: true });
  expect(await subjectsTo('noor', assignment)).toContainEqual(expect.stringContaining('Abgesagt'));
  await passes(hour);
  await turn(assignment, 'restore');
  await story.pool.tick();

  const open = (await story.read(assignment)).offers.filter(
    ({ state }: { state: string }) => state === 'pending',
  );
  expect(open).toMatchObject([{ interpreter: id('noor') }]);
  await story.answers(assignment, 'noor', 'accept');
  expect((await turn(assignment, 'confirm')).body).toMatchObject({ status: 'confirmed' });
});

test('two coordinators at once: one yes is entered, the other hears that it is taken', async () => {
  const assignment = await request(story.kim);

  const replies = await Promise.all([
    turn(assignment, 'assign', { interpreter: id('amal'), note: 'rief an' }),
    turn(assignment, 'assign', { interpreter: id('noor'), note: 'rief an' }, jo),
  ]);
  await story.pool.tick();

  expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(replies.find(({ status }) => status === 409)?.body.code).toBe('already_taken');
  const { booking } = await story.read(assignment);
  const noted = await Promise.all(['amal', 'noor'].map((name) => subjectsTo(name, assignment)));
  expect(noted.flat()).toHaveLength(1);
  expect(['Amal Beispiel', 'Noor Beispiel']).toContain(booking.name);
});

test('a volunteer in two Kreise: the question names the Kreis, and nobody is booked in both at once', async () => {
  const here = await request(alex, { language: 'ckb' });
  await story.isBooked(here, 'shirin');

  const there = await request(ulla, { language: 'ckb' });
  await story.pool.tick();
  const { excluded } = (await uwe.get(`/api/v1/assignments/${there.id}/matches`)).body;
  const forced = await turn(there, 'assign', { interpreter: id('shirin'), note: 'rief an' }, uwe);

  expect(excluded).toContainEqual(expect.objectContaining({ name: 'Shirin Beispiel', code: 'booked' }));
  expect([forced.status, forced.body.code]).toEqual([409, 'already_booked']);
  const question = await story.mailTo('shirin', here, 'Können');
  expect(question?.text).toContain('Kreis Soest');
  expect((await story.mara.get(`/api/v1/assignments/${there.id}`)).status).toBe(404);
});

test('a parents’ evening: slots and languages become blocks, one receipt, one status', async () => {
  const quarter = (index: number) => thursday(`16:${String(index * 15).padStart(2, '0')}`);
  const languages = [['ar'], ['ar', 'ckb'], ['ckb']];
  const slots = languages.map((one, index) => ({
    start: quarter(index),
    end: quarter(index + 1),
    languages: one,
  }));

  const entered = await alex.post('/api/v1/events', {
    name: 'Elternsprechtag 5a',
    venue: school,
    mode: 'onsite',
    occasion: 'Elternsprechtag',
    slots,
  });
  await story.pool.tick();
  const [arabic] = entered.body.blocks.filter(({ language }: { language: string }) => language === 'ar');
  await story.isBooked({ id: arabic.assignment, number: arabic.number }, 'amal');

  const event = (await alex.get(`/api/v1/events/${entered.body.id}`)).body;
  expect([entered.status, event.blocks.length]).toEqual([201, 2]);
  expect(event.status).toMatchObject({ slots: 4, filled: 2, sentence: '2 von 4 besetzt' });
  const toAlex = (await story.pool.mails()).filter(
    ({ to, date, subject }) =>
      to.includes('alex@example.org') && date >= monday() && subject.startsWith('Eingegangen'),
  );
  expect(toAlex).toHaveLength(1);
});

test('a telephone yes from somebody without e-mail: a call to make, an answer, a booking to read out', async () => {
  const assignment = await request(story.kim);
  await story.ask(assignment, 'rima');
  await story.pool.tick();
  const tasks = async () =>
    (await story.mara.get('/api/v1/tasks')).body.items.filter(
      (task: { assignment?: Known }) => task.assignment?.id === assignment.id,
    );

  const [call] = await tasks();
  expect(call.person).toMatchObject({ name: 'Rima Beispiel' });
  const { offers } = await story.read(assignment);
  const yes = await turn(assignment, `offers/${offers[0].id}/answer`, { answer: 'yes', note: 'kommt gern' });
  const confirmed = await turn(assignment, 'confirm');
  await story.pool.tick();

  expect([yes.body.status, confirmed.body.status]).toEqual(['accepted', 'confirmed']);
  const [news] = await tasks();
  expect(news.say).toContain('Fest gebucht');
  expect(await subjectsTo('kim', assignment)).toContainEqual(expect.stringContaining('Fest gebucht'));
});

test('an assignment logged afterwards counts, and tells nobody what everybody knows', async () => {
  await passes(5 * 24 * hour);

  const logged = await story.mara.post('/api/v1/assignments/log', {
    ...thursdayAtTen,
    start: thursday('10:00'),
    end: thursday('11:00'),
    agency: kitaId,
    interpreter: id('amal'),
    note: 'am Telefon verabredet',
  });
  await story.pool.tick();

  expect([logged.status, logged.body.status]).toEqual([201, 'completed']);
  expect(logged.body.history.at(-1)).toMatchObject({ action: 'log', reason: 'am Telefon verabredet' });
  for (const name of ['amal', 'kim']) expect(await subjectsTo(name, logged.body)).toEqual([]);
});
