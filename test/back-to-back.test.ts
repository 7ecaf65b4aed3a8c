/** Appointments that follow each other at one venue: answered or booked in the same moment, all of them are possible. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { confirmBooking } from '../models/assignment/answers.ts';
import { changeAssignment, findAssignment, situationOf } from '../models/assignment/change.ts';
import { makeRoom } from '../models/assignment/occupation.ts';
import { decide } from '../models/rules/transitions.ts';
import type { Reply } from './support/client.ts';
import { anAssignment } from './support/factories.ts';
import { requestFrom } from './support/requests.ts';
import { id } from './support/small-pool.ts';
import { type Known, openStory, type Story } from './support/story.ts';

const thursdays = ['2026-11-26', '2026-12-03', '2026-12-10', '2026-12-17'];
const coordinator = { role: 'coordinator' as const, account: id('mara') };

let story: Story;

beforeEach(async () => {
  story = await openStory({ interpreters: ['amal'] });
});

afterEach(() => story.stop());

/** An hour or less at the Kita, on the clock of Soest. */
function from(start: string, end: string, day = '2026-11-26'): Promise<Known> {
  return requestFrom(story.kim, { start: `${day}T${start}:00+01:00`, end: `${day}T${end}:00+01:00` });
}

/** Everybody decides before anybody has the time: the database answers late. */
async function together<T>(presses: (() => Promise<T>)[]): Promise<T[]> {
  story.pool.slowDown(12);
  const replies = await Promise.all(presses.map((press) => press()));
  story.pool.slowDown(0);
  return replies;
}

async function asked(...assignments: Known[]): Promise<(() => Promise<Reply>)[]> {
  const tokens: string[] = [];
  for (const assignment of assignments) {
    await story.ask(assignment, 'amal');
    tokens.push(await story.tokenOf(assignment, 'amal'));
  }
  return tokens.map((token) => () => story.pool.visitor().post(`/api/v1/offers/${token}/accept`));
}

const outcomes = (replies: Reply[]) => replies.map(({ status, body }) => body.code ?? status);
const cellsOf = async ({ id: assignment }: Known) =>
  (await findAssignment(assignment)).booking?.cells?.length;

/** Five-minute cells: an hour, and ten minutes of way from home or back. */
const hour = 12;
const way = 2;

describe('yeses in the same moment', () => {
  test('to two that follow each other both count, whatever the day', async () => {
    for (const day of thursdays) {
      const [first, second] = [await from('09:00', '10:00', day), await from('10:00', '11:00', day)];

      const replies = await together(await asked(first, second));

      expect(outcomes(replies)).toEqual([200, 200]);
      expect([await cellsOf(first), await cellsOf(second)]).toEqual([hour + way, hour + way]);
    }
  });

  test('to three that follow each other all count, and the one in the middle holds no way', async () => {
    for (const day of thursdays) {
      const three = [
        await from('09:00', '10:00', day),
        await from('10:00', '11:00', day),
        await from('11:00', '12:00', day),
      ] as const;

      const replies = await together(await asked(...three));

      expect(outcomes(replies)).toEqual([200, 200, 200]);
      expect(await Promise.all(three.map(cellsOf))).toEqual([hour + way, hour, hour + way]);
    }
  });

  test('to two that overlap at one venue are one booking and one refusal', async () => {
    const two = [await from('09:00', '10:00'), await from('09:55', '10:55')];

    const replies = await together(await asked(...two));

    expect(outcomes(replies).sort()).toEqual([200, 'already_booked']);
  });
});

describe('a booking in the moment in which the same person says yes to the appointment behind it', () => {
  test('becomes firm, and the yes counts', async () => {
    for (const day of thursdays) {
      const [first, second] = [await from('09:00', '10:00', day), await from('10:00', '11:00', day)];
      await story.saysYes(first, 'amal');
      const [acceptSecond = fail] = await asked(second);

      const replies = await together([
        () => story.mara.post(`/api/v1/assignments/${first.id}/confirm`),
        acceptSecond,
      ]);

      expect(outcomes(replies)).toEqual([200, 200]);
      expect(await story.read(first)).toMatchObject({ status: 'confirmed' });
      expect([await cellsOf(first), await cellsOf(second)]).toEqual([hour + way, hour + way]);
    }
  });

  test('becomes firm also when the yes comes between reading and writing', async () => {
    const [first, second] = [await from('09:00', '10:00'), await from('10:00', '11:00')];
    await story.saysYes(first, 'amal');
    const [acceptSecond = fail] = await asked(second);
    let reply: Reply | undefined;

    const after = await changeAssignment(
      first.id,
      async (current) => {
        const change = decide(current, 'confirm', {}, await situationOf(current.centre, coordinator, now()));
        reply ??= await acceptSecond();
        return change;
      },
      { actor: coordinator, now: now() },
    );

    expect([after.status, reply?.status]).toEqual(['confirmed', 200]);
    expect(await cellsOf(first)).toBe(hour + way);
  });

  test('does not take back the room that was made beside it', async () => {
    const first = await from('09:00', '10:00');
    await story.saysYes(first, 'amal');
    const read = await findAssignment(first.id);
    expect(await cellsOf(first)).toBe(hour + 2 * way);

    const after = await changeAssignment(
      first.id,
      async () => {
        await makeRoom(anAssignment({ start: read.end }), id('amal'));
        return decide(read, 'confirm', {}, await situationOf(read.centre, coordinator, now()));
      },
      { actor: coordinator, now: now() },
    );

    expect(after.status).toBe('confirmed');
    expect(await cellsOf(first)).toBe(hour + way);
  });

  test('twice in the same moment is one booking', async () => {
    const first = await from('09:00', '10:00');
    await story.saysYes(first, 'amal');

    const [one, other] = await Promise.all(
      [1, 2].map(() => confirmBooking(first.id, undefined, { actor: coordinator, now: now() })),
    );

    expect(one?.version).toBe(other?.version);
  });
});

function now(): Date {
  return story.pool.time.now();
}

async function fail(): Promise<never> {
  throw new Error('nobody was asked');
}
