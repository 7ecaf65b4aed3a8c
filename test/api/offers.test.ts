/** Asking, answering, booking and cancelling by the API, with every refusal a client has to understand. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Client, Reply } from '../support/client.ts';
import { berlin, kita, lippstadt, school } from '../support/factories.ts';
import { startPool, type TestPool } from '../support/pool.ts';
import { offerToken, requestFrom } from '../support/requests.ts';
import { id, people } from '../support/small-pool.ts';

let pool: TestPool;
let kim: Client;
let mara: Client;

beforeEach(async () => {
  pool = await startPool({
    interpreters: ['amal', 'noor', 'rima'],
    variations: { rima: { capPerWeek: 1, gender: 'male' } },
  });
  [kim, mara] = [await pool.signedIn(people.kim), await pool.signedIn(people.mara)];
});

afterEach(() => pool.stop());

const ask = (assignment: { id: string }, ...interpreters: string[]) =>
  mara.post(
    `/api/v1/assignments/${assignment.id}/offers`,
    interpreters.length > 0 ? { interpreters: interpreters.map(id) } : {},
  );
const read = async (assignment: { id: string }) =>
  (await mara.get(`/api/v1/assignments/${assignment.id}`)).body;

async function tokenOf(assignment: { number: string }, name: string): Promise<string> {
  const mail = (await pool.mails()).find(
    ({ to, subject }) =>
      to.includes(`${name}@example.org`) &&
      subject.startsWith('Können') &&
      subject.includes(assignment.number),
  );
  return offerToken(mail?.text ?? '');
}

async function saysYes(assignment: { id: string; number: string }, name: string): Promise<Reply> {
  await ask(assignment, name);
  return pool.visitor().post(`/api/v1/offers/${await tokenOf(assignment, name)}/accept`);
}

describe('asking', () => {
  test('the next round takes the best of those who have not been asked', async () => {
    const assignment = await requestFrom(kim);

    const rounds = [
      await ask(assignment),
      await ask(assignment),
      await ask(assignment),
      await ask(assignment),
    ];

    expect(rounds.map(({ status, body }) => [status, body.items?.[0]?.name ?? body.code])).toEqual([
      [201, 'Amal Beispiel'],
      [201, 'Noor Beispiel'],
      [201, 'Rima Beispiel'],
      [409, 'no_candidates'],
    ]);
  });

  test('the same person again returns the same offer and sends no second mail', async () => {
    const assignment = await requestFrom(kim);

    const replies = [
      await ask(assignment, 'amal'),
      await ask(assignment, 'amal'),
      await ask(assignment, 'amal', 'noor'),
    ];

    expect(replies.map(({ status, body }) => [status, body.items?.length])).toEqual([
      [201, 1],
      [200, 1],
      [201, 2],
    ]);
    expect(new Set(replies.map(({ body }) => body.items?.[0]?.id)).size).toBe(1);
    const mails = (await pool.mails()).filter(
      ({ to, subject }) => to.includes('amal@example.org') && subject.startsWith('Können'),
    );
    expect(mails).toHaveLength(1);
  });

  test('by name passes over the weekly cap, the round does not', async () => {
    await saysYes(await requestFrom(kim), 'rima');
    const second = await requestFrom(kim, {
      start: '2026-11-26T12:00:00+01:00',
      end: '2026-11-26T12:30:00+01:00',
      genderWish: 'male',
    });

    const { body } = await mara.get(`/api/v1/assignments/${second.id}/matches`);
    expect(body.excluded).toContainEqual({
      interpreter: id('rima'),
      name: 'Rima Beispiel',
      code: 'cap',
      text: expect.stringContaining('1'),
    });
    expect((await ask(second)).body.code).toBe('no_candidates');
    expect((await ask(second, 'rima')).status).toBe(201);
  });

  test('by name somebody who does not fit is refused with the reason', async () => {
    const assignment = await requestFrom(kim, { genderWish: 'female' });

    const reply = await ask(assignment, 'rima');

    expect([reply.status, reply.body.code, reply.body.reason]).toEqual([409, 'not_eligible', 'gender']);
    expect((await read(assignment)).offers).toEqual([]);
  });

  test('the reason names the language as people do', async () => {
    const assignment = await requestFrom(kim, { language: 'pl' });

    const { body } = await ask(assignment, 'rima');

    expect(body.detail).toBe(
      'Diese Person kann nicht gefragt oder gebucht werden. Grund: spricht Polnisch nicht.',
    );
  });

  test('somebody who is booked already cannot be searched for', async () => {
    const assignment = await requestFrom(kim);
    await saysYes(assignment, 'amal');

    const reply = await ask(assignment);

    expect([reply.status, reply.body.code]).toEqual([409, 'wrong_status']);
  });

  test('somebody who is not of this centre is not found', async () => {
    expect((await ask(await requestFrom(kim), 'nobody')).status).toBe(404);
  });
});

describe('answering by the link', () => {
  test('shows roughly where before a yes, and the address after it', async () => {
    const assignment = await requestFrom(kim);
    await ask(assignment, 'amal');
    const token = await tokenOf(assignment, 'amal');

    const before = await pool.visitor().get(`/api/v1/offers/${token}`);
    const after = await pool.visitor().post(`/api/v1/offers/${token}/accept`);

    expect(before.body).toMatchObject({
      state: 'pending',
      situation: 'open',
      number: assignment.number,
      start: '2026-11-26T10:00:00+01:00',
      town: { postcode: '59494', city: 'Soest' },
    });
    expect(before.body).not.toHaveProperty('venue');
    expect(before.text).not.toMatch(/Elterngespräch|Musterplatz/);
    expect(after.body.venue.street).toBe('Musterplatz 1');
  });

  test('a no with a reason is heard and keeps the search open', async () => {
    const assignment = await requestFrom(kim);
    await ask(assignment, 'amal');

    const reply = await pool
      .visitor()
      .post(`/api/v1/offers/${await tokenOf(assignment, 'amal')}/decline`, { reason: 'no_time' });

    expect(reply.body).toMatchObject({ state: 'declined', situation: 'declined' });
    expect(await read(assignment)).toMatchObject({
      status: 'requested',
      offers: [{ state: 'declined', reason: 'no_time' }],
    });
  });

  test('a late yes counts while the search is open', async () => {
    const assignment = await requestFrom(kim);
    await ask(assignment, 'amal');
    const token = await tokenOf(assignment, 'amal');
    pool.time.advance(20 * 3_600_000);
    await pool.tick();

    expect((await pool.visitor().get(`/api/v1/offers/${token}`)).body).toMatchObject({
      state: 'lapsed',
      situation: 'late',
    });
    expect((await pool.visitor().post(`/api/v1/offers/${token}/accept`)).body.state).toBe('accepted');
  });

  test('after a cancellation the question has settled itself', async () => {
    const assignment = await requestFrom(kim);
    await ask(assignment, 'amal');
    const token = await tokenOf(assignment, 'amal');
    await kim.post(`/api/v1/assignments/${assignment.id}/cancel`, { reason: 'fällt aus' });

    const reply = await pool.visitor().post(`/api/v1/offers/${token}/accept`);

    expect([reply.status, reply.body.code]).toEqual([409, 'offer_withdrawn']);
    expect((await pool.visitor().get(`/api/v1/offers/${token}`)).body.situation).toBe('withdrawn');
    expect(
      (await pool.mails()).some(
        ({ to, subject }) => to.includes('amal@example.org') && subject.includes('erledigt'),
      ),
    ).toBe(true);
  });

  test('once the appointment has begun it is too late', async () => {
    const assignment = await requestFrom(kim);
    await ask(assignment, 'amal');
    const token = await tokenOf(assignment, 'amal');
    pool.time.set(berlin('2026-11-26', '10:00'));

    expect((await pool.visitor().post(`/api/v1/offers/${token}/accept`)).body.code).toBe('too_late');
  });

  test.each(['x', `${'a'.repeat(24)}-${'b'.repeat(22)}`])(
    'an invented token is not found: %s',
    async (token) => {
      expect((await pool.visitor().get(`/api/v1/offers/${token}`)).status).toBe(404);
      expect((await pool.visitor().post(`/api/v1/offers/${token}/accept`)).status).toBe(404);
    },
  );

  test('one’s own questions are listed, each with its link', async () => {
    const assignment = await requestFrom(kim);
    await ask(assignment, 'amal');
    const amal = await pool.signedIn('amal@example.org');

    const { body } = await amal.get('/api/v1/offers');

    expect(body.items).toMatchObject([
      { number: assignment.number, state: 'pending', token: await tokenOf(assignment, 'amal') },
    ]);
  });
});

describe('one interpreter at one place', () => {
  const at = (from: string, to: string) => ({
    start: `2026-11-26T${from}:00+01:00`,
    end: `2026-11-26T${to}:00+01:00`,
  });

  test('two appointments back to back at one venue are possible, in either order', async () => {
    const [first, second, third] = [
      await requestFrom(kim, at('10:00', '11:00')),
      await requestFrom(kim, at('11:00', '12:00')),
      await requestFrom(kim, at('09:00', '10:00')),
    ];

    const replies = [
      await saysYes(first, 'amal'),
      await saysYes(second, 'amal'),
      await saysYes(third, 'amal'),
    ];

    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200]);
  });

  test('with the way between two venues they are refused, as candidate and as yes', async () => {
    const [here, there] = [
      await requestFrom(kim, at('10:00', '11:00')),
      await requestFrom(kim, { ...at('11:15', '12:00'), venue: school }),
    ];
    await ask(there, 'amal');
    const token = await tokenOf(there, 'amal');
    await saysYes(here, 'amal');

    const reply = await pool.visitor().post(`/api/v1/offers/${token}/accept`);

    expect([reply.status, reply.body.code]).toEqual([409, 'already_booked']);
    const { body } = await mara.get(`/api/v1/assignments/${there.id}/matches`);
    expect(body.excluded).toContainEqual(expect.objectContaining({ name: 'Amal Beispiel', code: 'booked' }));
  });

  test('with enough time for the way they are possible', async () => {
    const [here, there] = [
      await requestFrom(kim, at('09:00', '10:00')),
      await requestFrom(kim, { ...at('10:35', '11:30'), venue: { ...school, name: 'Musterschule' } }),
    ];

    const replies = [await saysYes(here, 'amal'), await saysYes(there, 'amal')];

    expect(lippstadt.lat).toBeGreaterThan(51.6);
    expect(replies.map(({ status }) => status)).toEqual([200, 200]);
  });

  test('a cancelled appointment gives the time back', async () => {
    const [first, second] = [
      await requestFrom(kim, at('10:00', '11:00')),
      await requestFrom(kim, at('10:30', '11:30')),
    ];
    await saysYes(first, 'amal');
    await ask(second, 'noor');
    await kim.post(`/api/v1/assignments/${first.id}/cancel`, { reason: 'fällt aus' });

    expect((await saysYes(second, 'amal')).status).toBe(200);
  });
});

describe('booking', () => {
  test('nothing can be booked before somebody has said yes', async () => {
    const reply = await mara.post(`/api/v1/assignments/${(await requestFrom(kim)).id}/confirm`);

    expect([reply.status, reply.body.code]).toEqual([409, 'wrong_status']);
  });

  test('books the one who said yes; twice is once; somebody else is refused', async () => {
    const assignment = await requestFrom(kim);
    await saysYes(assignment, 'amal');
    const confirm = (interpreter?: string) =>
      mara.post(
        `/api/v1/assignments/${assignment.id}/confirm`,
        interpreter ? { interpreter: id(interpreter) } : {},
      );

    const replies = [await confirm('noor'), await confirm('amal'), await confirm(), await confirm('noor')];

    expect(replies.map(({ status }) => status)).toEqual([409, 200, 200, 409]);
    expect((await read(assignment)).status).toBe('confirmed');
  });

  test('a client that has seen an older version is told so', async () => {
    const assignment = await requestFrom(kim);
    await saysYes(assignment, 'amal');

    const stale = await mara.post(`/api/v1/assignments/${assignment.id}/confirm`, {}, { 'if-match': '"1"' });
    const current = await mara.post(
      `/api/v1/assignments/${assignment.id}/confirm`,
      {},
      { 'if-match': '"3"' },
    );

    expect([stale.status, stale.body.code]).toEqual([412, 'stale_version']);
    expect([current.status, current.headers.get('etag')]).toEqual([200, '"4"']);
  });

  test('the agency learns who comes when it is firm, and not before', async () => {
    const assignment = await requestFrom(kim);
    await saysYes(assignment, 'amal');
    const before = (await kim.get(`/api/v1/assignments/${assignment.id}`)).body;
    await mara.post(`/api/v1/assignments/${assignment.id}/confirm`);

    const after = (await kim.get(`/api/v1/assignments/${assignment.id}`)).body;

    expect(before.booking).not.toHaveProperty('name');
    expect(after.booking.name).toBe('Amal Beispiel');
  });

  test('where several may say yes, the coordinator chooses, and the others hear that it was not them', async () => {
    await pool.stop();
    pool = await startPool({ rules: { severalYeses: true } });
    [kim, mara] = [await pool.signedIn(people.kim), await pool.signedIn(people.mara)];
    const assignment = await requestFrom(kim);
    await ask(assignment, 'amal', 'noor');
    for (const name of ['amal', 'noor']) {
      const reply = await pool.visitor().post(`/api/v1/offers/${await tokenOf(assignment, name)}/accept`);
      expect(reply.body).toMatchObject({ state: 'willing', status: 'requested' });
    }

    const reply = await mara.post(`/api/v1/assignments/${assignment.id}/confirm`, {
      interpreter: id('noor'),
    });

    expect(reply.body).toMatchObject({ status: 'confirmed', booking: { name: 'Noor Beispiel' } });
    expect(
      (await pool.visitor().get(`/api/v1/offers/${await tokenOf(assignment, 'amal')}`)).body.situation,
    ).toBe('lost');
  });
});

describe('cancelling', () => {
  test('twice is refused with what it is now', async () => {
    const assignment = await requestFrom(kim);
    const cancel = () => kim.post(`/api/v1/assignments/${assignment.id}/cancel`, { reason: 'fällt aus' });

    const replies = [await cancel(), await cancel()];

    expect(replies.map(({ status }) => status)).toEqual([200, 409]);
    expect(replies[1]?.body.detail).toMatch(/abgesagt/i);
  });

  test('a booking on the evening before is late', async () => {
    const assignment = await requestFrom(kim, { venue: kita });
    await saysYes(assignment, 'amal');
    pool.time.set(berlin('2026-11-25', '18:00'));

    const { body } = await kim.post(`/api/v1/assignments/${assignment.id}/cancel`, { reason: 'Kind krank' });

    expect(body.cancellation).toMatchObject({ by: 'contact', late: true, reason: 'Kind krank' });
  });

  test('needs a reason', async () => {
    const { body } = await kim.post(`/api/v1/assignments/${(await requestFrom(kim)).id}/cancel`, {});

    expect(body.errors[0].path).toBe('reason');
  });
});
