/** Leaving: what lies ahead is listed, then freed and told, in that centre only, even when a process dies on the way. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { endingAgencies, goingContacts, leaving } from '../../jobs/leaving.ts';
import { removeContact } from '../../models/agency/leaving.ts';
import { findAssignment } from '../../models/assignment/change.ts';
import { insertCentre } from '../../models/centre.ts';
import { findInterpreter } from '../../models/interpreter.ts';
import { aCentre, anInterpreter } from '../support/factories.ts';
import { requestFrom } from '../support/requests.ts';
import { id, kitaId, people, schoolId } from '../support/small-pool.ts';
import { type Known, openStory, type Story } from '../support/story.ts';

let story: Story;
let week = 0;

/** Each test has somebody of its own, who may not be there any more afterwards. */
const everybody = ['amal', 'noor', 'hala', 'omar', 'rania', 'tarek'];

beforeAll(async () => {
  const [membership] = anInterpreter().memberships;
  if (!membership) throw new Error('everybody has a membership');
  const inBoth = { memberships: [membership, { ...membership, centre: 'unna' }] };
  story = await openStory({ interpreters: everybody, variations: { hala: inBoth } });
  await insertCentre({ ...aCentre(), _id: 'unna', name: 'Kommunales Integrationszentrum Kreis Unna' });
});

afterAll(() => story.stop());

/** A request for a Thursday on which there is nothing yet. */
async function requested(agency = story.kim, values: object = {}): Promise<Known> {
  week += 1;
  const day = new Date(Date.UTC(2026, 10, 26 + 7 * week)).toISOString().slice(0, 10);
  const time = { start: `${day}T10:00:00+01:00`, end: `${day}T11:00:00+01:00` };
  return requestFrom(agency, { ...time, ...values });
}

const path = (name: string, what: 'leave' | 'deactivate') => `/api/v1/interpreters/${id(name)}/${what}`;
const fail = (error: unknown) => {
  throw error;
};

/** What a process leaves that dies right after the status was written. */
async function diesAfterTheMark(collection: string, which: object, key: string): Promise<void> {
  const freeing = { at: story.pool.time.now(), reason: 'zieht um', role: 'coordinator', account: id('mara') };
  await mongoose.connection.collection(collection).updateOne(which, { $set: { [key]: freeing } });
}

test('whoever is deactivated is not released unseen: bookings are listed first, then freed, and all are told', async () => {
  const [first, second] = [await requested(), await requested()];
  await story.isBooked(first, 'amal');
  await story.saysYes(second, 'amal');

  const refused = await story.mara.post(path('amal', 'deactivate'), { centre: 'soest' });
  const before = (await findInterpreter(id('amal'))).memberships[0]?.status;
  const done = await story.mara.post(path('amal', 'deactivate'), {
    centre: 'soest',
    confirm: true,
    reason: 'krank',
  });

  expect(refused.status).toBe(409);
  expect(refused.body).toMatchObject({
    code: 'bookings_ahead',
    assignments: [
      { id: first.id, number: first.number, status: 'confirmed' },
      { id: second.id, number: second.number, status: 'accepted' },
    ],
  });
  expect(before).toBe('active');
  expect([done.status, done.body.status]).toEqual([200, 'resting']);
  for (const one of [first, second]) {
    const now = await story.read(one);
    expect([now.status, now.booking]).toEqual(['requested', undefined]);
    expect(await story.mailTo('amal', one, 'Nicht mehr eingeplant')).toBeDefined();
  }
});

test('whoever leaves gives back by themselves; nobody can ask them there any more, and a late yes does not count', async () => {
  const [first, second, third] = [await requested(), await requested(), await requested()];
  await story.isBooked(first, 'noor');
  await story.ask(second, 'noor');
  const leaver = await story.pool.signedIn('noor@example.org');

  const listed = await leaver.post(path('noor', 'leave'), { centre: 'soest' });
  const left = await leaver.post(path('noor', 'leave'), { centre: 'soest', confirm: true });
  const yes = await story.answers(second, 'noor', 'accept');
  const asked = await story.ask(third, 'noor');

  expect([listed.status, left.status]).toEqual([409, 200]);
  const { history } = await story.read(first);
  expect(history.at(-1)).toMatchObject({ action: 'give_back', by: 'interpreter', to: 'requested' });
  expect(await story.mailTo('mara', first, 'Abgegeben')).toBeDefined();
  expect(yes.body.code).toBe('offer_withdrawn');
  expect((await story.read(second)).offers).toMatchObject([{ state: 'declined' }]);
  expect(asked.body).toMatchObject({ code: 'not_eligible', reason: 'not_active' });
});

test('leaving one centre leaves the other as it was', async () => {
  const there = await requested();
  const here = await requested();
  await story.isBooked(there, 'hala');
  await story.isBooked(here, 'hala');
  await mongoose.connection
    .collection('assignments')
    .updateOne({ _id: there.id as never }, { $set: { centre: 'unna' } });

  const reply = await story.mara.post(path('hala', 'leave'), { centre: 'soest', confirm: true });
  const foreign = await story.mara.post(path('hala', 'leave'), { centre: 'unna', confirm: true });

  expect([reply.status, foreign.status]).toEqual([200, 404]);
  const { memberships } = await findInterpreter(id('hala'));
  expect(memberships.map(({ centre, status }) => [centre, status])).toEqual([
    ['soest', 'left'],
    ['unna', 'active'],
  ]);
  const stored = mongoose.connection.collection('assignments');
  expect((await stored.findOne({ _id: there.id as never }))?.status).toBe('confirmed');
  expect((await stored.findOne({ _id: here.id as never }))?.status).toBe('requested');
});

test('a sweep frees what a process left that died behind the status, once, and then looks no more', async () => {
  const assignment = await requested();
  await story.isBooked(assignment, 'omar');
  await diesAfterTheMark('interpreters', { _id: id('omar') as never }, 'memberships.0.freeing');

  const first = await leaving(story.pool.time.now(), fail);
  story.pool.time.advance(60_000);
  await leaving(story.pool.time.now(), fail);
  const later = await leaving(story.pool.time.now(), fail);

  expect(first).toBeGreaterThan(0);
  expect(later).toBe(0);
  const { status, history } = await story.read(assignment);
  expect(status).toBe('requested');
  expect(history.filter(({ action }: { action: string }) => action === 'release')).toHaveLength(1);
});

test('a booking that arrived while somebody was leaving is freed by the sweep behind it', async () => {
  const assignment = await requested();
  await diesAfterTheMark('interpreters', { _id: id('rania') as never }, 'memberships.0.freeing');
  await leaving(story.pool.time.now(), fail);
  const booked = await story.mara.post(`/api/v1/assignments/${assignment.id}/assign`, {
    interpreter: id('rania'),
    note: 'am Telefon',
  });
  story.pool.time.advance(60_000);

  await leaving(story.pool.time.now(), fail);

  expect(booked.body.status).toBe('accepted');
  expect((await story.read(assignment)).status).toBe('requested');
});

test('whoever is woken again keeps what they are booked for from then on', async () => {
  await story.mara.post(path('tarek', 'deactivate'), { centre: 'soest' });
  const resting = await (await story.pool.signedIn('tarek@example.org')).get('/api/v1/me');
  await story.mara.patch(`/api/v1/interpreters/${id('tarek')}`, {
    membership: { centre: 'soest', status: 'active' },
  });
  const assignment = await requested();
  await story.isBooked(assignment, 'tarek');
  story.pool.time.advance(60_000);

  await story.pool.tick();

  expect((await story.read(assignment)).status).toBe('confirmed');
  expect(resting.body.roles).toMatchObject([{ role: 'interpreter' }]);
});

test('an agency that ends is listed what it has asked for, then each is cancelled, and it asks no more', async () => {
  const [first, second] = [await requested(), await requested()];
  await story.isBooked(first, 'tarek');
  const agency = `/api/v1/agencies/${kitaId}`;

  const refused = await story.mara.post(`${agency}/deactivate`, {});
  const own = await story.kim.post(`${agency}/deactivate`, { confirm: true });
  const done = await story.mara.post(`${agency}/deactivate`, { confirm: true, reason: 'geschlossen' });
  const asks = await story.kim.post('/api/v1/assignments', {});
  const asksFully = await requested().catch((error: Error) => error.message);
  await story.mara.post(`${agency}/activate`, {});
  const again = await requested();

  expect([refused.status, own.status, done.status, asks.status]).toEqual([409, 403, 204, 400]);
  expect(refused.body.assignments.map((one: { id: string }) => one.id)).toEqual(
    expect.arrayContaining([first.id, second.id]),
  );
  for (const one of [first, second]) {
    expect(await story.read(one)).toMatchObject({
      status: 'cancelled',
      cancellation: { reason: 'geschlossen' },
    });
  }
  expect(await story.mailTo('tarek', first, 'Abgesagt')).toBeDefined();
  expect(JSON.stringify(asksFully)).toContain('agency_inactive');
  expect((await story.read(again)).status).toBe('requested');
});

test('a sweep cancels what a process left of an agency that has ended', async () => {
  const alex = await story.pool.signedIn(people.alex);
  const assignment = await requested(alex);
  await diesAfterTheMark('agencies', { _id: schoolId as never }, 'freeing');

  await endingAgencies(story.pool.time.now(), fail);
  story.pool.time.advance(60_000);
  await endingAgencies(story.pool.time.now(), fail);

  expect((await story.read(assignment)).status).toBe('cancelled');
  expect(await endingAgencies(story.pool.time.now(), fail)).toBe(0);
});

test('a sweep takes the role of somebody whose going a process did not finish, and a colleague takes over', async () => {
  const contacts = `/api/v1/agencies/${kitaId}/contacts`;
  const robin = { name: 'Robin Probe', email: 'robin@example.org' };
  const { account } = (await story.kim.post(contacts, robin)).body;
  const colleague = await story.pool.signedIn(robin.email);
  const own = await requested(colleague);
  const at = story.pool.time.now();
  await removeContact(kitaId, { account, at, role: 'coordinator', by: id('mara') });

  await goingContacts(at, fail);

  expect((await colleague.get(`/api/v1/assignments/${own.id}`)).status).toBe(404);
  expect((await findAssignment(own.id)).contact).toBe(id('kim'));
  expect(await goingContacts(at, fail)).toBe(0);
});

test('an agency that cannot be freed does not hold up the others, and the office hears of it', async () => {
  const alex = await story.pool.signedIn(people.alex);
  await story.mara.post(`/api/v1/agencies/${schoolId}/activate`, {});
  const broken = await requested();
  const assignment = await requested(alex);
  const stored = mongoose.connection.collection('assignments');
  await stored.updateOne({ _id: broken.id as never }, { $set: { centre: 'nirgends' } });
  await diesAfterTheMark('agencies', { _id: kitaId as never }, 'freeing');
  story.pool.time.advance(1);
  await diesAfterTheMark('agencies', { _id: schoolId as never }, 'freeing');
  const errors: string[] = [];

  await endingAgencies(story.pool.time.now(), (_error, what) => errors.push(what));

  expect((await findAssignment(assignment.id)).status).toBe('cancelled');
  expect(errors).toEqual([`agency ${kitaId}`]);
});

test('whoever has left a centre has no role there any more, and has it again when taken in again', async () => {
  const person = await story.pool.signedIn('noor@example.org');
  const roles = async () => (await person.get('/api/v1/me')).body.roles;
  await story.mara.post(path('noor', 'leave'), { centre: 'soest', confirm: true });
  const afterwards = await roles();

  await story.mara.post('/api/v1/interpreters', {
    centre: 'soest',
    name: 'Noor Beispiel',
    email: 'noor@example.org',
    gender: 'female',
    languages: [{ language: 'ar', level: 'C1', modes: ['phone'] }],
  });
  await story.pool.tick();

  expect(afterwards).toEqual([]);
  expect(await roles()).toMatchObject([{ role: 'interpreter', centre: 'soest', interpreter: id('noor') }]);
});
