/** One change is one atomic update: it holds only for what was read, and everything it consists of comes with it or not at all. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { act, changeAssignment, findAssignment } from '../../models/assignment/change.ts';
import { insertAssignments } from '../../models/assignment/request.ts';
import type { Assignment } from '../../models/assignment/shape.ts';
import { decide } from '../../models/rules/transitions.ts';
import { newId } from '../../models/storage.ts';
import type { TestDatabase } from '../support/engine.ts';
import { aBooking, anAssignment, anOffer, aSituation, berlin, now } from '../support/factories.ts';
import { connectPrepared } from '../support/prepared-database.ts';
import { storeSmallPool } from '../support/small-pool.ts';

let database: TestDatabase;
let stored: Assignment;
const coordinator = { actor: { role: 'coordinator' as const, account: 'mara' }, now };
const situation = aSituation('coordinator');

beforeAll(async () => {
  database = await connectPrepared();
  await storeSmallPool();
});

afterAll(() => database.close());

beforeEach(async () => {
  stored = anAssignment({
    _id: newId(),
    number: `2026-${String(Math.floor(Math.random() * 1e8)).padStart(8, '0')}`,
    offers: [anOffer()],
  });
  await insertAssignments([stored]);
});

/** What another process does meanwhile: raises the version behind our back. */
async function elsewhere(): Promise<void> {
  await mongoose.connection
    .collection('assignments')
    .updateOne({ _id: stored._id as never }, { $inc: { version: 1 }, $set: { notes: 'von nebenan' } });
}

test('state, history and what must be said change together', async () => {
  const after = await act(stored._id, 'cancel', { reason: 'fällt aus' }, coordinator);

  expect(after).toMatchObject({ status: 'cancelled', version: 2 });
  expect(after.history).toMatchObject([
    { action: 'cancel', from: 'requested', to: 'cancelled', reason: 'fällt aus' },
  ]);
  expect(after.outbox.map(({ kind }) => kind)).toEqual(['cancelled', 'offer_withdrawn']);
  expect(await findAssignment(stored._id)).toEqual(after);
});

test('when somebody else was faster, it is decided anew with what is there now', async () => {
  const seen: number[] = [];

  const after = await changeAssignment(
    stored._id,
    async (current) => {
      seen.push(current.version);
      if (seen.length === 1) await elsewhere();
      return decide(
        current,
        'hold',
        { code: 'duplicate', answerBy: berlin('2026-11-25', '10:00') },
        situation,
      );
    },
    coordinator,
  );

  expect(seen).toEqual([1, 2]);
  expect(after).toMatchObject({ version: 3, notes: 'von nebenan', hold: { code: 'duplicate' } });
});

test('when others are faster every time, the caller is asked to come again', async () => {
  let tries = 0;
  const attempt = changeAssignment(
    stored._id,
    async (current) => {
      tries += 1;
      await elsewhere();
      return decide(
        current,
        'hold',
        { code: 'duplicate', answerBy: berlin('2026-11-25', '10:00') },
        situation,
      );
    },
    coordinator,
  );

  await expect(attempt).rejects.toMatchObject({ code: 'busy' });
  expect(tries).toBe(5);
  expect((await findAssignment(stored._id)).hold).toBeUndefined();
});

test('a client that has seen an older version is told so, and nothing changes', async () => {
  await elsewhere();

  const attempt = act(stored._id, 'cancel', { reason: 'fällt aus' }, { ...coordinator, version: 1 });

  await expect(attempt).rejects.toMatchObject({ code: 'stale_version' });
  expect((await findAssignment(stored._id)).status).toBe('requested');
});

test('cells of one interpreter never overlap, and the refused update changes nothing', async () => {
  const other = anAssignment({
    _id: newId(),
    number: `2026-9${String(Date.now()).slice(-6)}`,
    booking: aBooking({ cells: [100, 101, 102] }),
    status: 'accepted',
  });
  await insertAssignments([other]);
  const booking = aBooking({ cells: [102, 103] });

  const attempt = act(stored._id, 'accept', { offer: 'offer-amal', booking }, coordinator);

  await expect(attempt).rejects.toMatchObject({ code: 'already_booked' });
  expect(await findAssignment(stored._id)).toMatchObject({
    status: 'requested',
    version: 1,
    history: [],
    outbox: [],
  });
});

test('a cancelled booking holds no time any more', async () => {
  const held = anAssignment({
    _id: newId(),
    number: `2026-8${String(Date.now()).slice(-6)}`,
    booking: aBooking({ cells: [200, 201] }),
    status: 'accepted',
  });
  await insertAssignments([held]);
  await act(held._id, 'cancel', { reason: 'fällt aus' }, coordinator);

  const after = await act(
    stored._id,
    'accept',
    { offer: 'offer-amal', booking: aBooking({ cells: [201] }) },
    coordinator,
  );

  expect(after.status).toBe('accepted');
});
