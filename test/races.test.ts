/** Many at once: one winner, nobody booked twice, and nobody is refused for a reason that is not true. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Client, Reply } from './support/client.ts';
import { berlin } from './support/factories.ts';
import { startPool, type TestPool } from './support/pool.ts';
import { offerToken, requestFrom } from './support/requests.ts';
import { id, people } from './support/small-pool.ts';

const fifty = Array.from({ length: 50 }, (_, index) => `person${index + 1}`);

let pool: TestPool;
let kim: Client;
let mara: Client;

async function open(interpreters: string[], rules = {}): Promise<void> {
  pool = await startPool({ interpreters, rules });
  [kim, mara] = [await pool.signedIn(people.kim), await pool.signedIn(people.mara)];
}

afterEach(() => pool.stop());

/** Asks these people and returns the tokens of their links. */
async function ask(assignment: { id: string; number: string }, interpreters: string[]): Promise<string[]> {
  const reply = await mara.post(`/api/v1/assignments/${assignment.id}/offers`, {
    interpreters: interpreters.map(id),
  });
  expect(reply.status).toBe(201);
  const offers = (await pool.mails()).filter(
    ({ subject }) => subject.startsWith('Können Sie?') && subject.includes(assignment.number),
  );
  return interpreters.map((name) =>
    offerToken(offers.find(({ to }) => to.includes(`${name}@example.org`))?.text ?? ''),
  );
}

/** Everybody has the page open and presses in the same moment; the database takes its time, so all decide before one has it. */
async function pressTogether(tokens: string[], press: (token: string) => Promise<Reply>): Promise<Reply[]> {
  await Promise.all(tokens.map((token) => pool.visitor().get(`/api/v1/offers/${token}`)));
  pool.slowDown(12);
  const replies = await Promise.all(tokens.map(press));
  pool.slowDown(0);
  return replies;
}

function accept(token: string): Promise<Reply> {
  return pool.visitor().post(`/api/v1/offers/${token}/accept`);
}

function decline(token: string): Promise<Reply> {
  return pool.visitor().post(`/api/v1/offers/${token}/decline`);
}

/** How often each status came back. */
function counted(replies: Reply[]): Record<number, number> {
  const counts: Record<number, number> = {};
  for (const { status } of replies) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

async function allAssignments(): Promise<Reply['body'][]> {
  return (await mara.get('/api/v1/assignments?limit=200')).body.items;
}

describe('fifty people are asked for one appointment', () => {
  beforeEach(() => open(fifty));

  test('and say yes in the same moment: one has it, the others read that it is taken', async () => {
    const assignment = await requestFrom(kim);
    const tokens = await ask(assignment, fifty);

    const replies = await pressTogether(tokens, accept);

    expect(counted(replies)).toEqual({ 200: 1, 409: 49 });
    expect(
      replies.filter(({ status }) => status === 409).every(({ body }) => body.code === 'already_taken'),
    ).toBe(true);
    const [after] = await allAssignments();
    expect(after.status).toBe('accepted');
    expect(after.offers.filter(({ state }: { state: string }) => state === 'accepted')).toHaveLength(1);
  });

  test('and all say no in the same moment: every no is heard', async () => {
    const assignment = await requestFrom(kim);
    const tokens = await ask(assignment, fifty.slice(0, 20));

    const replies = await pressTogether(tokens, decline);

    expect(counted(replies)).toEqual({ 200: 20 });
    const [after] = await allAssignments();
    expect(after.offers.every(({ state }: { state: string }) => state === 'declined')).toBe(true);
  });
});

describe('one person is asked for many appointments at the same time', () => {
  beforeEach(() => open(['amal']));

  test.each([2, 20])(
    '%i of them, and says yes to all at once: one booking, the others are refused',
    async (count) => {
      const tokens = await Promise.all(
        Array.from({ length: count }, async (_, index) => {
          const start = new Date(berlin('2026-11-26', '10:00').getTime() + (index % 12) * 5 * 60_000);
          const end = new Date(start.getTime() + 3_600_000);
          const [token = ''] = await ask(
            await requestFrom(kim, { start: start.toISOString(), end: end.toISOString() }),
            ['amal'],
          );
          return token;
        }),
      );

      const replies = await pressTogether(tokens, accept);

      expect(counted(replies)).toEqual({ 200: 1, 409: count - 1 });
      expect(
        replies.filter(({ status }) => status === 409).every(({ body }) => body.code === 'already_booked'),
      ).toBe(true);
      const booked = (await allAssignments()).filter(({ status }) => status === 'accepted');
      expect(booked).toHaveLength(1);
    },
  );
});

describe('one answer beside another', () => {
  beforeEach(() => open(['amal', 'noor'], {}));

  test('the same yes twice is one yes', async () => {
    const assignment = await requestFrom(kim);
    const [token = ''] = await ask(assignment, ['amal']);

    const replies = await pressTogether([token, token, token], accept);

    expect(counted(replies)).toEqual({ 200: 3 });
    expect(replies.map(({ body }) => body.state)).toEqual(['accepted', 'accepted', 'accepted']);
  });

  test('a no beside a yes: whichever came first stays, and both are told so', async () => {
    for (const hour of ['08', '09', '10', '11', '12']) {
      const times = { start: `2026-12-03T${hour}:00:00+01:00`, end: `2026-12-03T${hour}:30:00+01:00` };
      const assignment = await requestFrom(kim, { ...times, mode: 'phone', venue: undefined });
      const [token = ''] = await ask(assignment, ['noor']);

      const replies = await Promise.all([accept(token), decline(token)]);

      expect(counted(replies)).toEqual({ 200: 2 });
      expect(new Set(replies.map(({ body }) => body.state)).size).toBe(1);
    }
  });

  test('a deadline that passes in the moment of the yes takes nothing away', async () => {
    const assignment = await requestFrom(kim);
    const [token = ''] = await ask(assignment, ['amal']);
    pool.time.advance(25 * 3_600_000);

    const [reply] = await Promise.all([accept(token), pool.tick(), pool.tick()]);

    expect(reply.status).toBe(200);
    expect(reply.body.state).toBe('accepted');
  });

  test('two coordinators book in the same moment: one booking, one mail to each side', async () => {
    const assignment = await requestFrom(kim);
    const [token = ''] = await ask(assignment, ['amal']);
    await accept(token);

    const replies = await Promise.all(
      [1, 2].map(() => mara.post(`/api/v1/assignments/${assignment.id}/confirm`)),
    );

    expect(counted(replies)).toEqual({ 200: 2 });
    const booked = (await pool.mails()).filter(({ subject }) => subject.startsWith('Fest gebucht'));
    expect(booked.map(({ to }) => to[0]).sort()).toEqual(['amal@example.org', people.kim]);
  });
});

test('many requests in one moment each get a number of their own', async () => {
  await open(['amal']);

  const asked = await Promise.all(Array.from({ length: 20 }, () => requestFrom(kim)));

  const numbers = asked.map(({ number }) => number);
  expect(numbers.every((number) => /^2026-\d{4}$/.test(number))).toBe(true);
  expect(new Set(numbers).size).toBe(20);
});
