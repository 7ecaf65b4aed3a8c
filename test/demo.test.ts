/** The demo pool: complete, valid, invented, quiet, and useful on every day of the year. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { DateTime } from 'luxon';
import { deadlines } from '../jobs/deadlines.ts';
import { endings } from '../jobs/endings.ts';
import { offerRounds } from '../jobs/offer-rounds.ts';
import { reminders } from '../jobs/reminders.ts';
import { account } from '../models/account.ts';
import { agency, agencyType } from '../models/agency.ts';
import { assignmentOutbox, listAssignments } from '../models/assignment/list.ts';
import { formatNumber } from '../models/assignment/request.ts';
import { type Assignment, assignment, status } from '../models/assignment/shape.ts';
import { centre, listCentres } from '../models/centre.ts';
import { nextNumber } from '../models/counter.ts';
import { storedEvent } from '../models/event/shape.ts';
import { interpreter, interpretersOf } from '../models/interpreter.ts';
import { dueMessages } from '../models/message/delivery.ts';
import { municipality } from '../models/municipality.ts';
import { region } from '../models/region.ts';
import { addDays, localDateOf, weekdayOf } from '../models/rules/local-time.ts';
import { matchPeople } from '../models/rules/matching.ts';
import { checkRequest } from '../models/rules/request-check.ts';
import { isStillTrue } from '../models/rules/still-true.ts';
import { buildDemoPool, type DemoPool, demoAccounts, loadDemoPool } from '../server/demo/demo-pool.ts';
import type { TestDatabase } from './support/engine.ts';
import { anAssignment, aPerson, berlin, kita, languages, zone } from './support/factories.ts';
import { connectPrepared } from './support/prepared-database.ts';

const hour = 3_600_000;
const monday = berlin('2026-11-23', '10:42');
const moments: [when: string, now: Date][] = [
  ['on a Monday morning', monday],
  ['late in the evening before the clock is set forward', berlin('2026-03-28', '23:55')],
  ['on the Sunday on which the clock is set back', berlin('2027-10-31', '12:00')],
  ['in the last hour of the year', berlin('2026-12-31', '23:30')],
  ['on the first Tuesday of a leap year', berlin('2028-01-04', '07:15')],
  ['just after midnight on a Friday', berlin('2027-06-11', '00:05')],
];
const isPending = ({ state }: Assignment['offers'][number]) => state === 'pending';
const hourOf = (at: number | Date) => DateTime.fromMillis(Number(at), { zone }).hour;
const byId = <T extends { _id: string }>(some: T[]) => [...some].sort((a, b) => a._id.localeCompare(b._id));

/** The days from tomorrow on that are one of these weekdays. */
function daysAhead(now: Date, weekdays = [1, 2, 3, 4, 5]): string[] {
  const days = Array.from({ length: 60 }, (_, index) => addDays(localDateOf(now, zone), index + 1));
  return days.filter((date) => weekdays.includes(weekdayOf(date)));
}

/** Who fits an hour of Arabic in this town, or by telephone where none is named; bookings count however they ended. */
function whoFits(pool: DemoPool, town: string | undefined, start: Date, values: Partial<Assignment> = {}) {
  const { assignments, interpreters, municipalities, agencies } = pool;
  const { position, postcodes } = municipalities.find(({ name }) => name === town) ?? {};
  const venue = { ...kita, street: 'Beispielweg 99', postcode: postcodes?.[0] ?? '' };
  const where: Partial<Assignment> = position ? { position, venue } : { mode: 'phone' };
  const wanted = anAssignment({ start, agency: agencies[0]?._id ?? '', ...where, ...values });
  const people = interpreters.map((one) => {
    const bookings = assignments.filter(({ booking }) => booking?.interpreter === one._id);
    return aPerson(one, { bookings, bookedThisWeek: bookings.length });
  });
  const { candidates } = matchPeople(wanted, people, { centre: pool.centre, languages });
  return candidates.map((candidate) => candidate.interpreter);
}

describe.each(moments)('built %s', (_when, now) => {
  const pool = buildDemoPool(now);
  const { interpreters, agencies, accounts, assignments, municipalities, events, series } = pool;

  test('it has the size and the variety that it promises', () => {
    const spoken = interpreters.flatMap((one) => one.languages.map(({ language }) => language));

    expect([interpreters, agencies, assignments].map((some) => some.length)).toEqual([60, 20, 40]);
    expect(municipalities).toHaveLength(14);
    expect(new Set(spoken).size).toBe(30);
    expect(spoken.filter((code) => languages.get(code)?.kind !== 'language')).toEqual([]);
    expect(new Set(agencies.map(({ type }) => type))).toEqual(new Set(agencyType.options));
    expect(new Set(assignments.map((one) => one.status))).toEqual(new Set(status.options));
    expect(assignments.filter((one) => one.event === events[0]?._id)).toHaveLength(3);
  });

  test('every document has its shape', () => {
    expect(region.parse(pool.region)).toEqual(pool.region);
    expect(centre.parse(pool.centre)).toEqual(pool.centre);
    expect(municipality.array().parse(municipalities)).toEqual(municipalities);
    expect(account.array().parse(accounts)).toEqual(accounts);
    expect(agency.array().parse(agencies)).toEqual(agencies);
    expect(interpreter.array().parse(interpreters)).toEqual(interpreters);
    expect(storedEvent.array().parse(events)).toEqual(events);
    expect(assignment.array().parse(assignments)).toEqual(assignments);
  });

  test('everybody who is named is there', () => {
    const documents = [accounts, agencies, interpreters, municipalities].flat();
    const known = new Set(documents.map(({ _id }) => _id));
    const named = [
      ...accounts.flatMap(({ memberships }) => memberships.map((one) => one.agency ?? one.interpreter)),
      ...agencies.flatMap((one) => [one.municipality, ...one.contacts.map((contact) => contact.account)]),
      ...interpreters.flatMap((one) => [one.municipality, one.account]),
      ...assignments.flatMap((one) => [one.agency, one.requestedBy, one.contact, one.booking?.account]),
    ];

    expect(named.filter((id) => id && !known.has(id))).toEqual([]);
  });

  test('nothing that must be unique is there twice, no cell of a booking either', () => {
    const ids = [accounts, agencies, interpreters, assignments, events].flat().map(({ _id }) => _id);
    const offers = assignments.flatMap((one) => one.offers.map(({ id }) => id));
    const cells = assignments.flatMap(({ booking: held }) =>
      (held?.cells ?? []).map((cell) => `${held?.interpreter}:${cell}`),
    );
    const phones = accounts.map(({ phone }) => phone);
    const emails = accounts.flatMap(({ email }) => email ?? []);
    const names = [...accounts, ...agencies].map(({ name }) => name);
    const numbers = assignments.map(({ number }) => number);

    for (const values of [[...ids, ...offers], emails, phones, names, numbers, cells]) {
      expect(new Set(values).size).toBe(values.length);
    }
    expect(cells.length).toBeGreaterThan(200);
    expect([...ids, ...offers].filter((id) => !/^[0-9a-f]{24}$/.test(id))).toEqual([]);
  });

  test('numbers follow each other in each year in the order in which requests came in', () => {
    const inOrder = [...assignments].sort((a, b) => Number(a.createdAt) - Number(b.createdAt));
    const years = inOrder.map(({ createdAt }) => Number(localDateOf(createdAt, zone).slice(0, 4)));

    const expected = years.map((year, index) => formatNumber(year, index + 1 - years.indexOf(year)));

    expect(inOrder.map(({ number }) => number)).toEqual(expected);
    expect(series.map(({ name }) => name)).toEqual([...new Set(years)].map((year) => `soest:${year}`));
  });

  test('each request was fine when it came in, and its history leads from there to where it stands', () => {
    for (const one of assignments) {
      const { createdAt, updatedAt, history, version, offers, status: standing } = one;
      const times = [createdAt, ...history.map(({ at }) => at), now].map(Number);
      expect(checkRequest(one, { languages, now: createdAt })).toEqual([]);
      expect(times).toEqual([...times].sort((a, b) => a - b));
      expect(history.map((entry) => entry.version)).toEqual(history.map((_, index) => index + 1));
      expect(['draft', ...history.map(({ to }) => to)]).toEqual([
        ...history.map(({ from }) => from),
        standing,
      ]);
      expect([version, updatedAt]).toEqual([history.length, history.at(-1)?.at ?? createdAt]);
      expect(offers.filter(({ answeredAt, expiresAt }) => answeredAt && answeredAt > expiresAt)).toEqual([]);
    }
  });

  test('what is ahead is far enough ahead, on working days in the daytime, on the grid', () => {
    const ahead = assignments.filter(({ start }) => start > now);

    expect(ahead.length).toBeGreaterThan(20);
    for (const { start, end, weekday, status: standing } of ahead) {
      const days = standing === 'confirmed' ? 3 : 4;
      expect(Number(start) - Number(now)).toBeGreaterThanOrEqual(days * 24 * hour);
      expect([Number(start) % 300_000, Number(end) % 300_000]).toEqual([0, 0]);
      expect(weekday <= 5 && hourOf(start) >= 8 && hourOf(end) <= 18).toBe(true);
    }
  });

  test('only answers that are awaited now make mails, at most ten, and each still holds', () => {
    const entries = assignments.flatMap((one) => one.outbox.map((entry) => ({ one, entry })));
    const deadlinesAhead = assignments.flatMap(({ offers }) => offers.filter(isPending));

    expect(entries.length).toBeGreaterThan(3);
    expect(entries.length).toBeLessThanOrEqual(10);
    for (const { one, entry } of entries) {
      expect(one.status === 'accepted' || one.offers.some(isPending)).toBe(true);
      expect([entry.version, isStillTrue(entry.kind, one, entry)]).toEqual([one.version, true]);
    }
    expect(deadlinesAhead.filter(({ expiresAt }) => Number(expiresAt) - Number(now) < 20 * hour)).toEqual([]);
  });

  test('those who fit for Arabic in the morning have nothing in their way there in the next 400 days', () => {
    const morning = berlin(daysAhead(now, [1])[5] ?? '', '09:00');
    const fit = whoFits(pool, 'Soest', morning);
    const ids = new Set(fit.map(({ _id }) => _id));
    const taken = assignments
      .filter((one) => one.end > now)
      .filter(({ booking, offers }) => [booking, ...offers].some((one) => one && ids.has(one.interpreter)))
      .map(({ start, booking }) => (booking?.cells?.[0] ?? Number(start) / 300_000) * 300_000);
    const limits = fit.flatMap(({ availability, memberships, capPerWeek }) => [
      ...(availability?.exceptions ?? []),
      ...(availability?.weekly ?? []).filter(({ validTo }) => validTo),
      ...memberships.flatMap((one) => one.excludedAgencies),
      ...(capPerWeek ? [capPerWeek] : []),
    ]);

    expect(taken.filter((from) => hourOf(from) < 13)).toEqual([]);
    expect(limits).toEqual([]);
    for (const genderWish of ['female', 'male'] as const)
      expect(whoFits(pool, 'Rüthen', morning, { genderWish }).length).toBeGreaterThanOrEqual(6);
  });

  test('the accounts of the first screen are there, each for what it is said to be', () => {
    const found = demoAccounts.map(({ email }) => accounts.find((one) => one.email === email));
    const own = assignments.filter((one) => one.agency === found[1]?.memberships[0]?.agency);

    expect(found.map((one) => one?.name)).toEqual(['Mara Beispiel', 'Kim Muster', 'Samira Beispiel']);
    expect(found.map((one) => one?.memberships[0]?.role)).toEqual(['coordinator', 'contact', 'interpreter']);
    expect(agencies[0]?.contacts[0]).toEqual({ account: found[1]?._id, lead: true });
    expect(new Set(own.map((one) => one.status)).size).toBeGreaterThan(4);
  });

  test('the interpreter among them fits Arabic and Sorani on every Thursday at ten, and is free', () => {
    const own = accounts.find(({ email }) => email === 'sprachmittlung@example.org')?._id;
    const asks = daysAhead(now, [4]).flatMap((date) => ['ar', 'ckb'].map((language) => ({ date, language })));

    const missed = asks.filter(({ date, language }) =>
      whoFits(pool, 'Soest', berlin(date, '10:00'), { language }).every((one) => one.account !== own),
    );
    const hers = assignments.filter(({ offers }) => offers.some((offer) => offer.account === own));

    expect(missed).toEqual([]);
    expect(hers.map((one) => [one.status, one.weekday !== 4])).toEqual([['completed', true]]);
  });

  test('everything is recognisably invented', () => {
    const written = JSON.stringify(pool);
    const foreign = (pattern: RegExp, invented: RegExp) =>
      [...written.matchAll(pattern)].filter(([, value = '']) => !invented.test(value));
    const names = /Beispiel|Muster|Probe|Erfunden/;

    expect(foreign(/([^"\s,]*@[^"\s,]*)/g, /^[a-z.]+@example\.org$/)).toEqual([]);
    expect(foreign(/"phone":"([^"]*)"/g, /^0221 4710 \d{3}$/)).toEqual([]);
    expect(foreign(/"street":"([^"]*)"/g, names)).toEqual([]);
    expect([...accounts, ...agencies].filter(({ name }) => !names.test(name))).toEqual([]);
  });
});

test.each(moments.slice(0, 4))('built %s, twelve fit for Arabic on every working morning', (_when, now) => {
  const pool = buildDemoPool(now);
  const towns = ['Soest', 'Lippstadt', 'Rüthen', 'Geseke', undefined];
  const slots = daysAhead(now).flatMap((date) => ['09:00', '11:00'].map((time) => ({ date, time })));

  const counts = slots.map(({ date, time }, index) => {
    const town = towns[(index + Math.floor(index / 10)) % towns.length];
    return { date, time, town, fit: whoFits(pool, town, berlin(date, time)).length };
  });

  expect(counts.length).toBeGreaterThan(80);
  expect(counts.filter(({ fit }) => fit < 12)).toEqual([]);
});

test('on the same day it is the same, but for what happened in the last hours', () => {
  const [morning, again, evening] = [monday, monday, new Date(Number(monday) + 10 * hour)].map(buildDemoPool);
  const lasting = (pool?: DemoPool) =>
    pool?.assignments.map((one) => [one._id, one.number, one.status, one.start, one.booking?.cells]);

  expect(again).toEqual(morning);
  expect(evening).toEqual({ ...morning, assignments: evening?.assignments });
  expect(lasting(evening)).toEqual(lasting(morning));
});

describe('loaded', () => {
  const now = new Date();
  const built = buildDemoPool(now);
  let database: TestDatabase;

  beforeAll(async () => {
    database = await connectPrepared();
    await loadDemoPool(now);
  });

  afterAll(() => database.close());

  async function expectAllThere(): Promise<void> {
    const { items } = await listAssignments({ centres: ['soest'] }, {}, { limit: 100 });
    expect(byId(items)).toEqual(byId(built.assignments));
    expect(byId(await interpretersOf('soest'))).toEqual(byId(built.interpreters));
    expect(await listCentres()).toEqual([built.centre]);
  }

  test('it can be read back as it was built, and new numbers begin behind its own', async () => {
    await expectAllThere();
    for (const { name, value } of built.series) expect(await nextNumber(name)).toBe(value + 1);
  });

  test('no sweep finds anything to say, so that a handful of mails leave in all', async () => {
    const fail = (error: unknown) => {
      throw error;
    };
    for (const sweep of [offerRounds, deadlines, endings, reminders]) await sweep(now, fail);
    const waiting = await assignmentOutbox.waiting(100);
    expect(waiting.flatMap(({ outbox }) => outbox).length).toBeLessThanOrEqual(10);
    expect(await dueMessages(new Date(Number(now) + 24 * hour), 100)).toEqual([]);
  });

  test('a load that was cut off half-way is begun anew, and what is not its own stays', async () => {
    await database.db.collection('unfinished').insertOne({ _id: 'demo' as never });
    await database.db.collection('centres').deleteMany({});
    await database.db.collection('interpreters').deleteMany({ gender: 'female' });
    await database.db.collection('assignments').updateMany({}, { $set: { language: 'xx' } });
    await database.db.collection<{ _id: string }>('events').insertOne({ _id: 'theirs' });

    expect(await loadDemoPool(now)).toEqual([]);

    await expectAllThere();
    expect(await database.db.collection<{ _id: string }>('events').findOne({ _id: 'theirs' })).not.toBeNull();
    expect(await database.db.collection('unfinished').find().toArray()).toEqual([]);
  });

  test('without its mark a pool that has lost its centre is nobody’s to remove', async () => {
    await database.db.collection('centres').deleteMany({});
    const before = await database.db.collection('accounts').countDocuments();

    expect(await loadDemoPool(now)).toContain('accounts');

    expect(await database.db.collection('accounts').countDocuments()).toBe(before);
    expect(await listCentres()).toEqual([]);
  });
});

describe('in a database of its own', () => {
  const now = new Date();
  let database: TestDatabase;

  beforeEach(async () => {
    database = await connectPrepared();
  });

  afterEach(() => database.close());

  test('what somebody else keeps there under our names survives, and there is no demo pool', async () => {
    const theirs = { _id: 'theirs' as never, email: 'somebody@example.com', balance: 7 };
    await database.db.collection('accounts').insertOne(theirs);
    await database.db.collection('messages').insertOne({ text: 'dear all' });

    expect(await loadDemoPool(now)).toEqual(['accounts', 'messages']);

    expect(await database.db.collection('accounts').find().toArray()).toEqual([theirs]);
    expect(await database.db.collection('messages').countDocuments()).toBe(1);
    expect(await listCentres()).toEqual([]);
  });

  test('four that load at once make one pool, and nobody stumbles', async () => {
    const loaded = await Promise.all([1, 2, 3, 4].map(() => loadDemoPool(now)));

    expect(loaded).toEqual([[], [], [], []]);
    expect(await database.db.collection('interpreters').countDocuments()).toBe(60);
    expect(await database.db.collection('leases').find().toArray()).toEqual([]);
  });

  test('whoever waits takes over when the lease of a dead process has run out, and not before', async () => {
    await loadDemoPool(now);
    await database.db.collection('centres').deleteMany({});
    await database.db.collection('unfinished').insertOne({ _id: 'demo' as never });
    const until = new Date(Date.now() + 2500);
    await database.db.collection('leases').insertOne({ _id: 'demo' as never, holder: 'gone', until });

    expect(await loadDemoPool(now)).toEqual([]);

    expect(Date.now()).toBeGreaterThanOrEqual(Number(until));
    expect(await listCentres()).toHaveLength(1);
  });
});
