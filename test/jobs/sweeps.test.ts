/** What happens without a caller: rounds go on, deadlines pass, yeses book themselves, appointments end, old things go. */
import { afterEach, describe, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import type { Client } from '../support/client.ts';
import { berlin } from '../support/factories.ts';
import { startPool, type TestPool } from '../support/pool.ts';
import { offerToken, requestFrom } from '../support/requests.ts';
import { id, people } from '../support/small-pool.ts';

const hour = 3_600_000;

let pool: TestPool;
let kim: Client;
let mara: Client;

async function open(options: Parameters<typeof startPool>[0] = {}): Promise<void> {
  pool = await startPool(options);
  [kim, mara] = [await pool.signedIn(people.kim), await pool.signedIn(people.mara)];
}

afterEach(() => pool.stop());

const read = async (assignment: { id: string }) =>
  (await mara.get(`/api/v1/assignments/${assignment.id}`)).body;
const askedIn = async (assignment: { id: string }) =>
  (await read(assignment)).offers.map(
    ({ name, state }: { name: string; state: string }) => `${name.split(' ')[0]}: ${state}`,
  );
const subjects = async (to: string) =>
  (await pool.mails()).filter((mail) => mail.to.includes(to)).map(({ subject }) => subject);

async function tokenOf(assignment: { number: string }, name: string): Promise<string> {
  const mail = (await pool.mails()).find(
    ({ to, subject }) =>
      to.includes(`${name}@example.org`) &&
      subject.startsWith('Können') &&
      subject.includes(assignment.number),
  );
  return offerToken(mail?.text ?? '');
}

async function bookedFor(values: object, name = 'amal'): Promise<{ id: string; number: string }> {
  const assignment = await requestFrom(kim, values);
  await mara.post(`/api/v1/assignments/${assignment.id}/offers`, { interpreters: [id(name)] });
  await pool.visitor().post(`/api/v1/offers/${await tokenOf(assignment, name)}/accept`);
  await mara.post(`/api/v1/assignments/${assignment.id}/confirm`);
  return assignment;
}

describe('rounds by themselves', () => {
  test('ask the first at once, the next on a no, the next on silence, and tell the coordinator when nobody is left', async () => {
    await open({ rules: { rounds: 'automatic' }, interpreters: ['amal', 'noor', 'rima'] });
    const assignment = await requestFrom(kim);
    await pool.tick();
    expect(await askedIn(assignment)).toEqual(['Amal: pending']);

    await pool.visitor().post(`/api/v1/offers/${await tokenOf(assignment, 'amal')}/decline`, {});
    await pool.mails();
    expect(await askedIn(assignment)).toEqual(['Amal: declined', 'Noor: pending']);

    pool.time.advance(13 * hour);
    await pool.tick();
    expect(await askedIn(assignment)).toEqual(['Amal: declined', 'Noor: lapsed', 'Rima: pending']);

    pool.time.advance(13 * hour);
    await pool.tick();
    await pool.tick();
    expect((await read(assignment)).history.at(-1)).toMatchObject({ action: 'exhaust', by: 'system' });
    expect(
      (await subjects(people.mara)).filter((subject) => subject.includes(assignment.number)),
    ).toHaveLength(1);
  });

  test('do not disturb at night: the question waits for the morning, and so does its deadline', async () => {
    await open({ rules: { rounds: 'automatic', quietHours: { from: '21:00', to: '07:00' } } });
    pool.time.set(berlin('2026-11-23', '22:00'));
    const assignment = await requestFrom(kim, {
      start: '2026-12-10T10:00:00+01:00',
      end: '2026-12-10T11:00:00+01:00',
    });
    await pool.tick();
    expect(await subjects('amal@example.org')).toEqual([]);

    pool.time.set(berlin('2026-11-24', '07:00'));
    await pool.tick();

    expect((await subjects('amal@example.org'))[0]).toContain('Können Sie?');
    expect((await read(assignment)).offers[0].expiresAt).toBe('2026-11-25T07:00:00+01:00');
  });
});

describe('after a look', () => {
  test('the first round waits for the coordinator, the following come by themselves', async () => {
    await open({ rules: { rounds: 'after_look' } });
    const assignment = await requestFrom(kim);
    await pool.tick();
    expect(await askedIn(assignment)).toEqual([]);

    await mara.post(`/api/v1/assignments/${assignment.id}/offers`, {});
    await pool.visitor().post(`/api/v1/offers/${await tokenOf(assignment, 'amal')}/decline`, {});
    await pool.tick();

    expect(await askedIn(assignment)).toEqual(['Amal: declined', 'Noor: pending']);
  });
});

describe('by hand', () => {
  test('a passed deadline is noted, and nobody else is asked', async () => {
    await open();
    const assignment = await requestFrom(kim);
    await mara.post(`/api/v1/assignments/${assignment.id}/offers`, {});
    pool.time.advance(13 * hour);

    await pool.tick();

    expect(await askedIn(assignment)).toEqual(['Amal: lapsed']);
  });
});

describe('a yes that nobody confirms', () => {
  test('is brought to mind a day before, once, and books itself three hours before', async () => {
    await open();
    const assignment = await requestFrom(kim);
    await mara.post(`/api/v1/assignments/${assignment.id}/offers`, { interpreters: [id('amal')] });
    await pool.visitor().post(`/api/v1/offers/${await tokenOf(assignment, 'amal')}/accept`);
    const asked = async () =>
      (await subjects(people.mara)).filter((subject) => subject.includes('bitte buchen')).length;
    expect(await asked()).toBe(1);

    pool.time.set(berlin('2026-11-25', '10:00'));
    await pool.tick();
    await pool.tick();
    expect([(await read(assignment)).status, await asked()]).toEqual(['accepted', 2]);

    pool.time.set(berlin('2026-11-26', '07:00'));
    await pool.tick();
    expect((await read(assignment)).status).toBe('confirmed');
    expect((await subjects('amal@example.org')).some((subject) => subject.startsWith('Fest gebucht'))).toBe(
      true,
    );
  });

  test('does not book itself where the centre says no', async () => {
    await open({ rules: { confirmAutomaticallyHours: undefined as never } });
    const assignment = await requestFrom(kim);
    await mara.post(`/api/v1/assignments/${assignment.id}/offers`, { interpreters: [id('amal')] });
    await pool.visitor().post(`/api/v1/offers/${await tokenOf(assignment, 'amal')}/accept`);

    pool.time.set(berlin('2026-11-26', '09:00'));
    await pool.tick();
    expect((await read(assignment)).status).toBe('accepted');

    pool.time.set(berlin('2026-11-26', '10:00'));
    await pool.tick();
    expect(await read(assignment)).toMatchObject({
      status: 'unfilled',
      unfilled: { reason: 'not_confirmed' },
    });
  });
});

test('what nobody was found for by its start is unfilled, and the agency is told', async () => {
  await open();
  const assignment = await requestFrom(kim);
  pool.time.set(berlin('2026-11-26', '10:00'));

  await pool.tick();

  expect(await read(assignment)).toMatchObject({ status: 'unfilled', unfilled: { reason: 'too_late' } });
  expect((await subjects(people.kim)).some((subject) => subject.includes('niemand gefunden'))).toBe(true);
});

describe('reminders', () => {
  const reminders = async (address: string) =>
    (await subjects(address)).filter((subject) => subject.includes('Erinnerung')).length;

  test('whose time had passed when the booking was made are not sent', async () => {
    await open();
    pool.time.set(berlin('2026-11-25', '12:00'));
    await bookedFor({});

    await pool.tick();
    expect(await reminders('amal@example.org')).toBe(0);

    pool.time.set(berlin('2026-11-26', '07:00'));
    await pool.tick();
    expect([await reminders('amal@example.org'), await reminders(people.kim)]).toEqual([1, 1]);
  });

  test.each([
    ['spring', '2026-03-29', '2026-03-31T10:00:00+02:00', '2026-03-29T08:00:00Z'],
    ['autumn', '2026-10-25', '2026-10-26T10:00:00+01:00', '2026-10-24T09:00:00Z'],
  ])(
    'come 48 real hours before, also around the change of the clock in %s',
    async (_season, _day, start, due) => {
      const begin = new Date(start);
      await open({
        startsAt: new Date(begin.getTime() - 120 * hour),
        variations: { amal: { availability: { weekly: [], exceptions: [] } } },
      });
      await bookedFor({ start, end: new Date(begin.getTime() + hour).toISOString() });

      pool.time.set(new Date(Date.parse(due) - 60_000));
      await pool.tick();
      expect(await reminders('amal@example.org')).toBe(0);

      pool.time.set(new Date(due));
      await pool.tick();
      expect(await reminders('amal@example.org')).toBe(1);
    },
  );

  test('name the right day for an appointment across midnight', async () => {
    await open({ variations: { amal: { availability: { weekly: [], exceptions: [] } } } });
    await bookedFor({ start: '2026-11-28T23:30:00+01:00', end: '2026-11-29T00:30:00+01:00' });
    pool.time.set(berlin('2026-11-26', '23:30'));

    await pool.tick();

    const mail = (await pool.mails()).find(
      ({ to, subject }) => to.includes('amal@example.org') && subject.includes('Erinnerung'),
    );
    expect(mail?.text).toMatch(/Samstag, 28\. November 2026/);
    expect(mail?.text).toMatch(/23:30/);
    expect(mail?.text).toMatch(/Sonntag|29\.11\.|29\. November/);
  });
});

test('sign-ins are forgotten a day after they ended', async () => {
  await open();
  await pool.visitor().post('/api/v1/login', { email: people.kim });
  await pool.mails();
  const left = () => mongoose.connection.collection('sign_ins').countDocuments();
  expect(await left()).toBeGreaterThan(0);

  pool.time.advance(25 * hour);
  await pool.tick();

  expect(await left()).toBe(0);
});
