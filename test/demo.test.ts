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
import {
  type Assignment,
  assignment,
  hold,
  offerState,
  status,
  unfilledReason,
} from '../models/assignment/shape.ts';
import { centre, listCentres } from '../models/centre.ts';
import { nextNumber } from '../models/counter.ts';
import { storedEvent } from '../models/event/shape.ts';
import { databaseTime } from '../models/installation/database-clock.ts';
import { type Interpreter, interpreter, interpretersOf } from '../models/interpreter.ts';
import { type Kind, written } from '../models/lists/entry.ts';
import { entriesOf } from '../models/lists/lists.ts';
import { dueMessages } from '../models/message/delivery.ts';
import { municipality } from '../models/municipality.ts';
import { region } from '../models/region.ts';
import { checkEntry } from '../models/rules/lists/dated.ts';
import { addDays, localDateOf, weekdayOf } from '../models/rules/local-time.ts';
import { matchPeople } from '../models/rules/matching.ts';
import { checkRequest } from '../models/rules/request-check.ts';
import { isStillTrue } from '../models/rules/still-true.ts';
import type { Action } from '../models/rules/transitions.ts';
import { calledByTelephone, demoAccounts } from '../server/demo/demo-accounts.ts';
import { buildDemoPool, type DemoPool, loadDemoPool } from '../server/demo/demo-pool.ts';
import * as lists from '../server/demo/lists.ts';
import type { TestDatabase } from './support/engine.ts';
import { anAssignment, aPerson, berlin, kita, languages, zone } from './support/factories.ts';
import { connectPrepared } from './support/prepared-database.ts';

const hour = 3_600_000;
const handful = 20;
const monday = berlin('2026-11-23', '10:42');
const moments: [when: string, now: Date][] = [
  ['on a Monday morning', monday],
  ['late in the evening before the clock is set forward', berlin('2026-03-28', '23:55')],
  ['in the last hour of the year', berlin('2026-12-31', '23:30')],
];
/** Building takes a moment: each moment is built once. */
const built = new Map(moments.map(([when, now]) => [when, buildDemoPool(now)]));
const builtOn = (when: string) => built.get(when) as DemoPool;
const builtOnMonday = builtOn('on a Monday morning');
const isPending = ({ state }: Assignment['offers'][number]) => state === 'pending';
const hourOf = (at: number | Date) => DateTime.fromMillis(Number(at), { zone }).hour;
const byId = <T extends { _id: string }>(some: T[]) => [...some].sort((a, b) => a._id.localeCompare(b._id));

/** Turns that some request of the past year has taken. */
const transitionsOfThePast: Action[] = [
  ...(['submit', 'verify', 'unhold', 'ask', 'decline', 'lapse', 'exhaust', 'accept', 'be_willing'] as const),
  ...(['confirm', 'warn', 'give_back', 'release', 'replace', 'move', 'keep', 'change', 'cancel'] as const),
  ...(['restore', 'give_up', 'reopen', 'reject', 'end', 'log', 'record', 'countersign', 'settle'] as const),
];

function townOf({ agencies }: DemoPool, id: string): string | undefined {
  return agencies.find(({ _id }) => _id === id)?.address.city;
}

/** The days from tomorrow on that are one of these weekdays. */
function daysAhead(now: Date, weekdays = [1, 2, 3, 4, 5]): string[] {
  const days = Array.from({ length: 60 }, (_, index) => addDays(localDateOf(now, zone), index + 1));
  return days.filter((date) => weekdays.includes(weekdayOf(date)));
}

function speaks({ languages: own, alsoUnderstands }: Interpreter, code: string): boolean {
  return [...own, ...alsoUnderstands].some(({ language }) => language === code);
}

/** Who fits an hour of Arabic in this town, or by telephone where none is named; bookings count however they ended. */
function whoFits(pool: DemoPool, town: string | undefined, start: Date, values: Partial<Assignment> = {}) {
  const { assignments, interpreters, municipalities, agencies } = pool;
  const { position, postcodes } = municipalities.find(({ name }) => name === town) ?? {};
  const venue = { ...kita, street: 'Beispielweg 99', postcode: postcodes?.[0] ?? '' };
  const where: Partial<Assignment> = position ? { position, venue } : { mode: 'phone' };
  const wanted = anAssignment({ start, agency: agencies[0]?._id ?? '', ...where, ...values });
  const speakers = interpreters.filter((one) => speaks(one, wanted.language));
  const people = speakers.map((one) => {
    const bookings = assignments.filter(({ booking }) => booking?.interpreter === one._id);
    return aPerson(one, { bookings, bookedThisWeek: bookings.length });
  });
  const { candidates } = matchPeople(wanted, people, { centre: pool.centre, languages });
  return candidates.map((candidate) => candidate.interpreter);
}

describe.each(moments)('built %s', (when, now) => {
  const pool = builtOn(when);
  const { interpreters, agencies, accounts, assignments, municipalities, events, series } = pool;

  const past = assignments.filter(({ start }) => start < now);
  const ahead = assignments.filter(({ start }) => start > now);

  test('it has the size and the variety that it promises', () => {
    const inSoest = agencies.filter(({ centre: where }) => where === 'soest');
    const spoken = interpreters.flatMap((one) => one.languages.map(({ language }) => language));
    const speakers = (code: string) => spoken.filter((one) => one === code).length;

    expect([interpreters, inSoest, past, ahead].map((some) => some.length)).toEqual([200, 40, 650, 30]);
    expect(new Set(spoken).size).toBe(45);
    expect(spoken.filter((code) => languages.get(code)?.kind !== 'language')).toEqual([]);
    expect([speakers('tru'), speakers('tw'), speakers('ta')]).toEqual([1, 1, 1]);
    expect(speakers('ar')).toBeGreaterThan(35);
    expect(new Set(inSoest.map(({ type }) => type))).toEqual(new Set(agencyType.options));
    expect(inSoest.filter(({ contacts }) => contacts.length > 1).length).toBeGreaterThan(4);
    expect(new Set(assignments.map((one) => one.status))).toEqual(new Set(status.options));
    expect(events.map(({ _id }) => assignments.filter(({ event: of }) => of === _id).length)).toEqual([
      5, 5, 5, 3,
    ]);
  });

  test('three regions, the seventeen centres of Westfalen, and Kreis Unna beside them', () => {
    const { regions, neighbours, centre: soest } = pool;
    const westfalen = [soest, ...neighbours].filter(({ region: of }) => of === 'westfalen');

    expect(regions.map(({ name }) => name)).toEqual(['Rheinland', 'Ruhrgebiet', 'Westfalen']);
    expect(westfalen).toHaveLength(17);
    expect(neighbours.at(-1)).toMatchObject({ _id: 'unna', region: 'ruhrgebiet' });
    expect(municipalities.filter(({ centre: of }) => of === 'soest')).toHaveLength(14);
  });

  test('the past year took every turn: several rounds, giving back, moving, restoring, and each reason for nobody', () => {
    const actions = new Set(past.flatMap(({ history }) => history.map(({ action }) => action)));
    const states = new Set(past.flatMap(({ offers }) => offers.map(({ state }) => state)));
    const count = (holds: (one: Assignment) => unknown) => past.filter(holds).length;

    expect([...transitionsOfThePast].filter((action) => !actions.has(action))).toEqual([]);
    expect(
      offerState.options.filter((state) => !['pending', 'willing'].includes(state) && !states.has(state)),
    ).toEqual([]);
    expect(new Set(past.flatMap(({ unfilled }) => unfilled?.reason ?? []))).toEqual(
      new Set(unfilledReason.options),
    );
    expect(new Set(ahead.flatMap((one) => one.hold?.code ?? []))).toEqual(new Set(hold.shape.code.options));
    expect(count(({ offers }) => offers.length > 2)).toBeGreaterThan(10);
    expect(count(({ cancellation }) => cancellation?.late)).toBeGreaterThan(1);
    expect(count(({ status: standing }) => ['completed', 'settled'].includes(standing))).toBeGreaterThan(480);
    expect(count(({ timesheet }) => timesheet && timesheet.outcome !== 'done')).toBeGreaterThan(5);
  });

  test('the year is spread as a year is: over months, weekdays, hours, languages, towns and programmes', () => {
    const share = (holds: (one: Assignment) => boolean) => past.filter(holds).length / past.length;
    const kinds = (value: (one: Assignment) => unknown) => new Set(past.map(value)).size;

    expect(kinds(({ localDate }) => localDate.slice(0, 7))).toBeGreaterThanOrEqual(12);
    expect(share(({ weekday }) => weekday === 5)).toBeLessThan(share(({ weekday }) => weekday === 2));
    expect(share(({ language }) => language === 'ar')).toBeGreaterThan(0.12);
    expect(kinds(({ language }) => language)).toBeGreaterThan(35);
    expect(kinds((one) => one.agency)).toBe(40);
    expect(kinds(({ venue }) => venue?.city)).toBeGreaterThanOrEqual(13);
    expect(share(({ partOfDay }) => partOfDay === 'evening')).toBeGreaterThan(0.01);
    expect(new Set(past.flatMap(({ programmes }) => programmes)).size).toBeGreaterThan(5);
    const inAYear = 366 * 24 * hour;
    expect(past.filter(({ start }) => Number(now) - Number(start) > inAYear)).toEqual([]);
  });

  test('what they ask for stands in the lists, and no programme is named where and when it did not run', () => {
    const known = <Named extends string>(some: readonly { name: Named }[], name: string) =>
      some.some((one) => one.name === name);
    const wrong = assignments.filter(
      ({ occasion, programmes, targetGroup, localDate, agency: of }) =>
        !known(lists.occasions, occasion) ||
        (targetGroup && !known(lists.targetGroups, targetGroup)) ||
        programmes.some(
          (name) => !lists.isProgrammeActive(name as never, townOf(pool, of) as never, localDate),
        ),
    );

    expect(wrong).toEqual([]);
    const fields = lists.fieldsOfAction.map(({ name }) => name);
    const served = [...lists.occasions, ...lists.programmes].map(({ field }) => field);
    expect(served.filter((field) => !fields.includes(field))).toEqual([]);
    expect(lists.programmes.filter((one) => 'to' in one)).toHaveLength(2);
    expect(pool.listEntries.flatMap(checkEntry)).toEqual([]);
    expect(lists.fundingLines.every(({ legalBasis }) => legalBasis)).toBe(true);
    const members = lists.agencyGroups.flatMap((group) => group.members.map((one) => one.agency as string));
    expect(members.filter((name) => !agencies.some((one) => one.name === name))).toEqual([]);
  });

  test('every document has its shape', () => {
    expect(region.array().parse(pool.regions)).toEqual(pool.regions);
    expect(centre.array().parse(pool.neighbours)).toEqual(pool.neighbours);
    expect(centre.parse(pool.centre)).toEqual(pool.centre);
    expect(municipality.array().parse(municipalities)).toEqual(municipalities);
    expect(account.array().parse(accounts)).toEqual(accounts);
    expect(agency.array().parse(agencies)).toEqual(agencies);
    expect(interpreter.array().parse(interpreters)).toEqual(interpreters);
    expect(storedEvent.array().parse(events)).toEqual(events);
    expect(assignment.array().parse(assignments)).toStrictEqual(assignments);
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
    expect(cells.length).toBeGreaterThan(5000);
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
      const isLogged = history[0]?.action === 'log';
      expect(isLogged ? [] : checkRequest(one, { languages, now: createdAt })).toEqual([]);
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
    expect(ahead.length).toBeGreaterThan(20);
    for (const { start, end, weekday, status: standing } of ahead) {
      const days = standing === 'confirmed' ? 3 : 4;
      expect(Number(start) - Number(now)).toBeGreaterThanOrEqual(days * 24 * hour);
      expect([Number(start) % 300_000, Number(end) % 300_000]).toEqual([0, 0]);
      expect(weekday <= 5 && hourOf(start) >= 8 && hourOf(end) <= 18).toBe(true);
    }
  });

  test('only answers that are awaited now make mails, a handful, and each still holds', () => {
    const entries = assignments.flatMap((one) => one.outbox.map((entry) => ({ one, entry })));
    const deadlinesAhead = assignments.flatMap(({ offers }) => offers.filter(isPending));

    expect(entries.length).toBeGreaterThan(3);
    expect(entries.length).toBeLessThanOrEqual(handful);
    for (const { one, entry } of entries) {
      expect(one.status === 'accepted' || one.offers.some(isPending)).toBe(true);
      expect([entry.version, isStillTrue(entry.kind, one, entry)]).toEqual([one.version, true]);
    }
    expect(deadlinesAhead.filter(({ expiresAt }) => Number(expiresAt) - Number(now) < 20 * hour)).toEqual([]);
  });

  test('twelve of those who fit for Arabic in the morning have nothing in their way there in the next 400 days', () => {
    const morning = berlin(daysAhead(now, [1])[5] ?? '', '09:00');
    const taken = (id: string) =>
      ahead
        .filter(({ booking, offers }) => [booking, ...offers].some((one) => one?.interpreter === id))
        .some(
          ({ start, booking }) => hourOf((booking?.cells?.[0] ?? Number(start) / 300_000) * 300_000) < 13,
        );
    const isLimited = ({ availability, memberships, capPerWeek }: Interpreter) =>
      capPerWeek !== undefined ||
      memberships.some(({ excludedAgencies }) => excludedAgencies.length > 0) ||
      (availability?.exceptions ?? []).length > 0 ||
      (availability?.weekly ?? []).some(({ validTo }) => validTo);

    const fit = whoFits(pool, 'Soest', morning);

    expect(fit.filter(({ _id }) => taken(_id))).toEqual([]);
    expect(fit.filter((one) => !isLimited(one)).length).toBeGreaterThanOrEqual(12);
    for (const genderWish of ['female', 'male'] as const)
      expect(whoFits(pool, 'Rüthen', morning, { genderWish }).length).toBeGreaterThanOrEqual(6);
  });

  test('the accounts of the first screen are there, each for what it is said to be', () => {
    const found = demoAccounts.map(({ email }) => accounts.find((one) => one.email === email));
    const own = assignments.filter((one) => one.agency === found[1]?.memberships[0]?.agency);

    expect(found.map((one) => one?.name).slice(0, 3)).toEqual([
      'Mara Beispiel',
      'Kim Muster',
      'Samira Beispiel',
    ]);
    expect(found.map((one) => [...new Set(one?.memberships.map(({ role }) => role))].join(' + '))).toEqual([
      'coordinator',
      'contact',
      'interpreter',
      'coordinator',
      'lead',
      'clerk',
      'reader',
      'coordinator + interpreter',
      'interpreter',
      'coordinator',
      'operator',
    ]);
    expect(found[6]?.memberships).toHaveLength(18);
    expect(found[8]?.memberships.map(({ centre: where }) => where)).toEqual(['soest', 'unna']);
    expect(accounts.find(({ name }) => name === calledByTelephone)).not.toHaveProperty('email');
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

    expect(foreign(/([^"\s,]*@[^"\s,]*)/g, /^[a-z.-]+@example\.org$/)).toEqual([]);
    expect(foreign(/"phone":"([^"]*)"/g, /^0221 4710 \d{3}$/)).toEqual([]);
    expect(foreign(/"street":"([^"]*)"/g, names)).toEqual([]);
    expect([...accounts, ...agencies].filter(({ name }) => !names.test(name))).toEqual([]);
  });
});

test.each(moments.slice(0, 2))('built %s, twelve fit for Arabic on every working morning', (when, now) => {
  const pool = builtOn(when);
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
  const morning = builtOnMonday;
  const evening = buildDemoPool(new Date(Number(monday) + 10 * hour));
  const lasting = (pool: DemoPool) =>
    pool.assignments.map((one) => (one.start < monday ? one : [one._id, one.number, one.status, one.start]));

  expect({ ...evening, assignments: [] }).toEqual({ ...morning, assignments: [] });
  expect(lasting(evening)).toEqual(lasting(morning));
});

describe('loaded', () => {
  const now = monday;
  const stored = builtOnMonday;
  let database: TestDatabase;

  beforeAll(async () => {
    database = await connectPrepared();
    await loadDemoPool(now, () => builtOnMonday);
  });

  afterAll(() => database.close());

  async function expectAllThere(): Promise<void> {
    const { items } = await listAssignments({ centres: ['soest'] }, {}, { limit: 1000 });
    expect(byId(items)).toEqual(byId(stored.assignments));
    const kinds = Object.keys(written) as Kind[];
    expect(byId(await entriesOf('soest', kinds))).toEqual(byId(stored.listEntries));
    expect(byId(await interpretersOf('soest'))).toEqual(byId(stored.interpreters));
    expect(await listCentres()).toEqual(byId([stored.centre, ...stored.neighbours]));
  }

  test('it can be read back as it was built, and new numbers begin behind its own', async () => {
    await expectAllThere();
    for (const { name, value } of stored.series) expect(await nextNumber(name)).toBe(value + 1);
  });

  test('no sweep finds anything to say, so that a handful of mails leave in all', async () => {
    const fail = (error: unknown) => {
      throw error;
    };
    for (const sweep of [offerRounds, deadlines, endings, reminders]) await sweep(now, fail);
    const waiting = await assignmentOutbox.waiting(100);
    expect(waiting.flatMap(({ outbox }) => outbox).length).toBeLessThanOrEqual(handful);
    expect(await dueMessages(new Date(Number(now) + 24 * hour), 100)).toEqual([]);
  });

  test('a load that was cut off half-way is begun anew, and what is not its own stays', async () => {
    await database.db.collection('unfinished').insertOne({ _id: 'demo' as never });
    await database.db.collection('centres').deleteMany({});
    await database.db.collection('interpreters').deleteMany({ gender: 'female' });
    await database.db.collection('assignments').updateMany({}, { $set: { language: 'xx' } });
    await database.db.collection<{ _id: string }>('events').insertOne({ _id: 'theirs' });

    expect(await loadDemoPool(now, () => builtOnMonday)).toEqual([]);

    await expectAllThere();
    expect(await database.db.collection<{ _id: string }>('events').findOne({ _id: 'theirs' })).not.toBeNull();
    expect(await database.db.collection('unfinished').find().toArray()).toEqual([]);
  });

  test('without its mark a pool that has lost its centre is nobody’s to remove', async () => {
    await database.db.collection('centres').deleteMany({});
    const before = await database.db.collection('accounts').countDocuments();

    expect(await loadDemoPool(now, () => builtOnMonday)).toContain('accounts');

    expect(await database.db.collection('accounts').countDocuments()).toBe(before);
    expect(await listCentres()).toEqual([]);
  });
});

describe('in a database of its own', () => {
  const now = monday;
  let database: TestDatabase;

  beforeEach(async () => {
    database = await connectPrepared();
  });

  afterEach(() => database.close());

  test('what somebody else keeps there under our names survives, and there is no demo pool', async () => {
    const theirs = { _id: 'theirs' as never, email: 'somebody@example.com', balance: 7 };
    await database.db.collection('accounts').insertOne(theirs);
    await database.db.collection('messages').insertOne({ text: 'dear all' });

    expect(await loadDemoPool(now, () => builtOnMonday)).toEqual(['accounts', 'messages']);

    expect(await database.db.collection('accounts').find().toArray()).toEqual([theirs]);
    expect(await database.db.collection('messages').countDocuments()).toBe(1);
    expect(await listCentres()).toEqual([]);
  });

  test('four that load at once make one pool, and nobody stumbles', async () => {
    const loaded = await Promise.all([1, 2, 3, 4].map(() => loadDemoPool(now, () => builtOnMonday)));

    expect(loaded).toEqual([[], [], [], []]);
    expect(await database.db.collection('interpreters').countDocuments()).toBe(200);
    expect(await database.db.collection('leases').find().toArray()).toEqual([]);
  });

  test('whoever waits takes over when the lease of a dead process has run out, and not before', async () => {
    await loadDemoPool(now, () => builtOnMonday);
    await database.db.collection('centres').deleteMany({});
    await database.db.collection('unfinished').insertOne({ _id: 'demo' as never });
    const until = new Date((await databaseTime()).getTime() + 2500);
    await database.db.collection('leases').insertOne({ _id: 'demo' as never, holder: 'gone', until });

    expect(await loadDemoPool(now, () => builtOnMonday)).toEqual([]);

    expect(Number(await databaseTime())).toBeGreaterThanOrEqual(Number(until));
    expect(await listCentres()).toHaveLength(18);
  });
});
