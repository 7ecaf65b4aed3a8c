/** Making room: a neighbour gives up its way home only while it is the appointment that was read. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { findAssignment } from '../../models/assignment/change.ts';
import { makeRoom } from '../../models/assignment/occupation.ts';
import { insertAssignments } from '../../models/assignment/request.ts';
import type { Assignment } from '../../models/assignment/shape.ts';
import { connectDatabase, disconnectDatabase, prepareDatabase } from '../../models/connection.ts';
import { cellsBetween } from '../../models/rules/occupied.ts';
import { newId } from '../../models/storage.ts';
import { connectionOptions } from '../../server/database/open.ts';
import { connect, type TestDatabase } from '../support/engine.ts';
import { aBooking, anAssignment, berlin } from '../support/factories.ts';
import { type SlowDatabase, slowDatabase } from '../support/slow-database.ts';
import { id, storeSmallPool } from '../support/small-pool.ts';

const day = '2026-11-26';
const amal = id('amal');
const cells = (from: string, to: string) =>
  cellsBetween(berlin(day, from).getTime(), berlin(day, to).getTime());

let database: TestDatabase;
let slow: SlowDatabase;
let neighbour: Assignment;

beforeAll(async () => {
  database = await connect();
  slow = await slowDatabase(database.uri);
  await connectDatabase(slow.uri, connectionOptions);
  await prepareDatabase();
  await storeSmallPool();
});

afterAll(async () => {
  await disconnectDatabase();
  await slow.stop();
  await database.close();
});

/** Booked from 10 to 11, with ten minutes of way before and behind. */
beforeEach(async () => {
  neighbour = anAssignment({
    _id: newId(),
    status: 'accepted',
    booking: aBooking({ interpreter: amal, account: amal, cells: cells('09:50', '11:10') }),
  });
  await insertAssignments([neighbour]);
});

afterEach(() => database.db.collection('assignments').deleteMany({}));

/** Makes room for 11 to 12 at the same venue, while another process changes the neighbour after it has been read. */
async function makeRoomWhile(change: Partial<Assignment> | Record<string, unknown>): Promise<void> {
  const held = slow.holdAnswerAbout('assignments');
  const making = makeRoom(anAssignment({ _id: newId(), start: berlin(day, '11:00') }), amal);
  await held;
  await database.db.collection('assignments').updateOne({ _id: neighbour._id as never }, { $set: change });
  slow.release();
  await making;
}

test('a neighbour gives up its way home', async () => {
  await makeRoomWhile({ version: 7 });

  expect((await findAssignment(neighbour._id)).booking?.cells).toEqual(cells('09:50', '11:00'));
});

test.each<[string, Record<string, unknown>]>([
  ['begins later meanwhile', { start: berlin(day, '10:30'), 'booking.cells': cells('10:20', '11:10') }],
  ['ends later meanwhile', { end: berlin(day, '12:00'), 'booking.cells': cells('09:50', '12:10') }],
  ['belongs to somebody else meanwhile', { 'booking.interpreter': id('noor') }],
])('a neighbour that %s keeps all it has', async (_how, change) => {
  await makeRoomWhile(change);

  const { booking } = await findAssignment(neighbour._id);
  expect(booking?.cells).toEqual(change['booking.cells'] ?? cells('09:50', '11:10'));
});
