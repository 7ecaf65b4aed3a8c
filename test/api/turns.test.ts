/** Every turn that an assignment can take, as the people who take it do so: what it leads to, and who hears what. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { findAssignment } from '../../models/assignment/change.ts';
import type { Client, Reply } from '../support/client.ts';
import { berlin } from '../support/factories.ts';
import { requestFrom, thursdayAtTen } from '../support/requests.ts';
import { id, kitaId } from '../support/small-pool.ts';
import { type Known, openStory, type Story } from '../support/story.ts';

const hour = 3_600_000;
const interpreters = ['amal', 'noor', 'rima'];

let story: Story;
let amal: Client;
let week = 0;

beforeAll(async () => {
  story = await openStory({
    interpreters,
    rules: { quietHours: undefined as never },
    variations: { rima: { email: undefined } },
  });
  amal = await story.pool.signedIn('amal@example.org');
});

afterAll(() => story.stop());

/** Each story plays a week later than the one before. */
beforeEach(() => {
  week += 1;
  story.pool.time.set(new Date(berlin('2026-11-23', '10:00').getTime() + week * 7 * 24 * hour));
});

/** Thursday of the week, at this hour. */
function thursday(at: string): string {
  const day = new Date(Date.parse('2026-11-26T12:00:00Z') + week * 7 * 24 * hour);
  return `${day.toISOString().slice(0, 10)}T${at}:00+01:00`;
}
const asked = (values: object = {}) =>
  requestFrom(story.kim, { start: thursday('10:00'), end: thursday('11:00'), ...values });
const turn = (assignment: Known, name: string, body: object = {}, by: Client = story.mara): Promise<Reply> =>
  by.post(`/api/v1/assignments/${assignment.id}/${name}`, body);
const subjectsTo = async (name: string, about: Known) =>
  (await story.mailsTo(name, about)).map(({ subject }) => subject);
/** What the mails to somebody do to a calendar: `REQUEST 0`, with the sequence of the entry. */
const calendarsOf = async (name: string, about: Known) =>
  (await story.mailsTo(name, about)).flatMap(({ calendar }) =>
    calendar ? [`${calendar.method} ${/SEQUENCE:(\d+)/.exec(calendar.content)?.[1]}`] : [],
  );
const bookedFor = async (name: string): Promise<Known> => {
  const assignment = await asked();
  await story.isBooked(assignment, name);
  return assignment;
};

describe('before anybody comes', () => {
  test('a held request asks nobody until somebody has looked', async () => {
    const assignment = await asked();

    const held = await turn(assignment, 'hold', { code: 'eligibility' });
    const refused = await story.ask(assignment, 'amal');
    const freed = await turn(assignment, 'unhold');

    expect(held.body.hold).toMatchObject({
      code: 'eligibility',
      answerBy: expect.stringContaining('T10:00'),
    });
    expect([refused.status, refused.body.code]).toEqual([409, 'held']);
    expect(freed.body).not.toHaveProperty('hold');
    expect((await story.ask(assignment, 'amal')).status).toBe(201);
  });

  test('a rejected one tells the agency, and only the centre opens it again', async () => {
    const assignment = await asked();

    const rejected = await turn(assignment, 'reject', { code: 'court' });
    await story.pool.mails();
    const byAgency = await turn(assignment, 'reopen', {}, story.kim);
    const byCentre = await turn(assignment, 'reopen');

    expect(rejected.body).toMatchObject({ status: 'rejected', rejection: { code: 'court' } });
    expect(await subjectsTo('kim', assignment)).toContainEqual(expect.stringContaining('nicht möglich'));
    expect([byAgency.status, byCentre.body.status]).toEqual([403, 'requested']);
  });

  test('a question that is taken back leaves nobody waiting', async () => {
    const assignment = await asked();
    await story.ask(assignment, 'amal', 'noor');
    await story.pool.mails();

    const after = await turn(assignment, 'withdraw', { interpreters: [id('amal')] });
    const late = await story.answers(assignment, 'amal', 'accept');

    expect(after.body.offers.map(({ state }: { state: string }) => state)).toEqual(['withdrawn', 'pending']);
    expect(await subjectsTo('amal', assignment)).toHaveLength(2);
    expect(late.body.code).toBe('offer_withdrawn');
  });

  test('a search that a coordinator gives up can be opened again by the agency for another time', async () => {
    const assignment = await asked();
    await story.ask(assignment, 'amal');
    await story.answers(assignment, 'amal', 'decline');

    const given = await turn(assignment, 'give-up', { reason: 'nobody_free' });
    const other = { start: thursday('12:00'), end: thursday('13:00') };
    const reopened = await turn(assignment, 'reopen', other, story.kim);
    const again = await story.ask(assignment, 'amal');

    expect(given.body).toMatchObject({ status: 'unfilled', unfilled: { reason: 'nobody_free' } });
    expect(reopened.body).toMatchObject({ status: 'requested', ...other });
    expect(again.status).toBe(201);
  });

  test('half a time is refused, and says what belongs together', async () => {
    const assignment = await asked();
    await turn(assignment, 'give-up', { reason: 'nobody_free' });

    const reply = await turn(assignment, 'reopen', { start: thursday('12:00') });

    expect(reply.body.errors).toMatchObject([{ path: 'end', code: 'start_and_end' }]);
  });
});

describe('a yes on the telephone', () => {
  test('of somebody who was asked and has no e-mail is entered by the coordinator', async () => {
    const assignment = await asked();
    await story.ask(assignment, 'rima');
    const [offer] = (await story.read(assignment)).offers;

    const yes = await turn(assignment, `offers/${offer.id}/answer`, { answer: 'yes', note: 'am Telefon' });

    expect(yes.body).toMatchObject({ status: 'accepted', booking: { name: 'Rima Beispiel' } });
    expect(yes.body.history.at(-1)).toMatchObject({
      action: 'accept',
      by: 'coordinator',
      reason: 'am Telefon',
    });
  });

  test('a no, and nobody there, let the search go on; a late yes still counts', async () => {
    const assignment = await asked();
    await story.ask(assignment, 'amal', 'rima');
    const [first, second] = (await story.read(assignment)).offers;

    await turn(assignment, `offers/${first.id}/answer`, { answer: 'no' });
    const silent = await turn(assignment, `offers/${second.id}/answer`, { answer: 'not_reached' });
    const late = await turn(assignment, `offers/${second.id}/answer`, { answer: 'yes' });

    expect(silent.body.offers.map(({ state }: { state: string }) => state)).toEqual(['declined', 'lapsed']);
    expect(late.body.status).toBe('accepted');
  });

  test('of somebody whom nobody has asked is assigned, and the others hear that it is taken', async () => {
    const assignment = await asked();
    await story.ask(assignment, 'amal');
    await story.pool.mails();

    const assigned = await turn(assignment, 'assign', { interpreter: id('noor'), note: 'rief an' });

    expect(assigned.body).toMatchObject({ status: 'accepted', booking: { interpreter: id('noor') } });
    expect(await subjectsTo('noor', assignment)).toContainEqual(
      expect.stringContaining('noch NICHT gebucht'),
    );
    expect(await subjectsTo('amal', assignment)).toContainEqual(expect.stringContaining('vergeben'));
  });

  test('nobody is assigned to two places; only with a reason, and then shown until the conflict ends', async () => {
    const first = await bookedFor('amal');
    const second = await asked();

    const refused = await turn(second, 'assign', { interpreter: id('amal'), note: 'sie will' });
    const override = 'macht beides im selben Raum';
    const forced = await turn(second, 'assign', { interpreter: id('amal'), note: 'sie will', override });
    const without = (await findAssignment(second.id)).booking;
    await turn(first, 'cancel', { reason: 'fällt aus' });
    await story.pool.tick();

    expect([refused.status, refused.body.code]).toEqual([409, 'already_booked']);
    expect(forced.body.booking).toMatchObject({ interpreter: id('amal'), override });
    expect(without).not.toHaveProperty('cells');
    expect((await findAssignment(second.id)).booking?.cells?.length).toBeGreaterThan(0);
  });
});

test('a yes on the telephone of somebody who does not speak the language needs a reason', async () => {
  const assignment = await asked({ language: 'tr' });

  const refused = await turn(assignment, 'assign', { interpreter: id('amal'), note: 'rief an' });
  const override = 'spricht es im Beruf';
  const forced = await turn(assignment, 'assign', { interpreter: id('amal'), note: 'rief an', override });

  expect([refused.status, refused.body.code, refused.body.reason]).toEqual([409, 'not_eligible', 'language']);
  expect(forced.body.history.at(-1)).toMatchObject({ reason: `rief an (${override})` });
});

describe('somebody is booked', () => {
  test('and gives back the evening before: late, everybody hears, and the search is open', async () => {
    const assignment = await bookedFor('amal');
    story.pool.time.set(new Date(Date.parse(thursday('10:00')) - 14 * hour));

    const given = await turn(assignment, 'give-back', { reason: 'krank' }, amal);
    const twice = await turn(assignment, 'give-back', {}, amal);

    expect(given.body).toMatchObject({ status: 'requested' });
    expect(given.body).not.toHaveProperty('booking');
    expect(await subjectsTo('kim', assignment)).toContainEqual(expect.stringContaining('Ersatz'));
    expect(await subjectsTo('mara', assignment)).toContainEqual(expect.stringContaining('Abgegeben (spät)'));
    expect(await calendarsOf('amal', assignment)).toContainEqual(expect.stringContaining('CANCEL'));
    expect(twice.status).toBe(404);
  });

  test('and is let go, or replaced: the one is free, the other invited, the agency told', async () => {
    const assignment = await bookedFor('amal');

    const replaced = await turn(assignment, 'replace', { interpreter: id('noor'), note: 'getauscht' });
    await story.pool.mails();
    const released = await turn(assignment, 'release', { reason: 'Termin passt nicht mehr' });

    expect(replaced.body).toMatchObject({ status: 'confirmed', booking: { interpreter: id('noor') } });
    expect(await calendarsOf('amal', assignment)).toContainEqual(expect.stringContaining('CANCEL'));
    expect(await subjectsTo('noor', assignment)).toContainEqual(expect.stringContaining('Fest gebucht'));
    expect(await subjectsTo('kim', assignment)).toHaveLength(4);
    expect(released.body.status).toBe('requested');
    expect(await calendarsOf('noor', assignment)).toContainEqual(expect.stringContaining('CANCEL'));
  });

  test('and the agency moves it: the person holds the new time, is asked, and keeps it', async () => {
    const assignment = await bookedFor('amal');

    const to = { start: thursday('12:00'), end: thursday('13:00') };
    const moved = await turn(assignment, 'move', to, story.kim);
    const held = (await findAssignment(assignment.id)).booking?.cells;
    const elsewhere = await asked(to);
    const refused = await turn(elsewhere, 'assign', { interpreter: id('amal'), note: 'geht das?' });
    const kept = await turn(assignment, 'keep', {}, amal);

    expect(moved.body).toMatchObject({ status: 'moved', ...to, keepBy: expect.any(String) });
    expect(held).toContain(Date.parse(to.start) / 300_000);
    expect(refused.body.code).toBe('already_booked');
    expect(kept.body.status).toBe('confirmed');
    expect(await calendarsOf('amal', assignment)).toContain('REQUEST 1');
  });

  test('and the new time does not suit: it is given up by a no', async () => {
    const assignment = await bookedFor('amal');
    await turn(assignment, 'move', { start: thursday('12:00'), end: thursday('13:00') }, story.kim);

    const after = await turn(assignment, 'not-keep', {}, amal);

    expect(after.body.status).toBe('requested');
    expect(await subjectsTo('kim', assignment)).toContainEqual(expect.stringContaining('Ersatz'));
  });

  test('and is somewhere else at the new time: let go at once', async () => {
    const assignment = await bookedFor('amal');
    const other = await asked({ start: thursday('12:00'), end: thursday('13:00') });
    await story.isBooked(other, 'amal');

    const moved = await turn(
      assignment,
      'move',
      { start: thursday('12:30'), end: thursday('13:30') },
      story.kim,
    );

    expect(moved.body.status).toBe('requested');
    expect(await calendarsOf('amal', assignment)).toContainEqual(expect.stringContaining('CANCEL'));
  });

  test('a quarter of an hour later at the same place only informs', async () => {
    const assignment = await bookedFor('amal');

    const moved = await turn(
      assignment,
      'move',
      { start: thursday('10:15'), end: thursday('11:15') },
      story.kim,
    );

    expect(moved.body.status).toBe('confirmed');
    expect(await calendarsOf('amal', assignment)).toContain('REQUEST 1');
  });

  test('many small moves are not small, and the same time again is no move', async () => {
    const assignment = await bookedFor('amal');

    const first = await turn(
      assignment,
      'move',
      { start: thursday('10:15'), end: thursday('11:15') },
      story.kim,
    );
    const same = await turn(
      assignment,
      'move',
      { start: thursday('10:15'), end: thursday('11:15') },
      story.kim,
    );
    const second = await turn(
      assignment,
      'move',
      { start: thursday('10:30'), end: thursday('11:30') },
      story.kim,
    );

    expect([first.body.status, second.body.status]).toEqual(['confirmed', 'moved']);
    expect(same.body.version).toBe(first.body.version);
  });

  test('an agency that asks no more has nobody sought for it', async () => {
    const assignment = await asked();
    await turn(assignment, 'give-up', { reason: 'nobody_free' });
    await mongoose.connection
      .collection('agencies')
      .updateOne({ _id: kitaId as never }, { $set: { inactiveSince: new Date(0) } });

    const reply = await turn(assignment, 'reopen', {}, story.kim);
    await mongoose.connection
      .collection('agencies')
      .updateOne({ _id: kitaId as never }, { $unset: { inactiveSince: 1 } });

    expect([reply.status, reply.body.code]).toEqual([409, 'agency_inactive']);
  });

  test('a time that cannot be is refused at its field, and nothing changes', async () => {
    const assignment = await bookedFor('amal');

    const reply = await turn(
      assignment,
      'move',
      { start: thursday('10:00'), end: thursday('09:00') },
      story.kim,
    );
    const odd = await turn(
      assignment,
      'move',
      { start: thursday('10:02'), end: thursday('11:00') },
      story.kim,
    );

    expect(reply.body.errors).toMatchObject([{ path: 'end', code: 'end_before_start' }]);
    expect(odd.body.errors).toMatchObject([{ path: 'start', code: 'off_grid' }]);
    expect((await story.read(assignment)).status).toBe('confirmed');
  });

  test('a cancellation within a day is undone: whoever was booked is asked first and alone', async () => {
    const assignment = await bookedFor('noor');
    story.pool.time.set(new Date(Date.parse(thursday('10:00')) - 20 * hour));
    const cancelled = await turn(assignment, 'cancel', { reason: 'Kind krank' }, story.kim);

    const restored = await turn(assignment, 'restore');
    await story.pool.tick();

    expect(cancelled.body.cancellation).toMatchObject({ late: true, by: 'contact' });
    expect(restored.body.status).toBe('requested');
    const { offers } = await story.read(assignment);
    expect(
      offers.map((offer: { interpreter: string; state: string }) => [offer.interpreter, offer.state]),
    ).toEqual([
      [id('noor'), 'withdrawn'],
      [id('noor'), 'pending'],
    ]);
  });

  test('what has begun is neither restored nor searched again', async () => {
    const assignment = await bookedFor('noor');
    await turn(assignment, 'cancel', { reason: 'Kind krank' }, story.kim);
    story.pool.time.set(new Date(thursday('10:00')));

    const reply = await turn(assignment, 'restore');

    expect([reply.status, reply.body.code]).toEqual([409, 'too_late']);
  });
});

describe('other details', () => {
  const change = (assignment: Known, values: object, by = story.kim, headers = {}) =>
    by.patch(`/api/v1/assignments/${assignment.id}`, values, headers);

  test('inform the person booked, and can be taken away again', async () => {
    const assignment = await bookedFor('amal');

    const changed = await change(assignment, { reference: 'K-12', persons: 3 });
    const emptied = await change(assignment, { reference: null });

    expect(changed.body).toMatchObject({ reference: 'K-12', persons: 3, status: 'confirmed' });
    expect(emptied.body).not.toHaveProperty('reference');
    expect(
      (await subjectsTo('amal', assignment)).filter((subject) => subject.startsWith('Angaben geändert')),
    ).toHaveLength(2);
  });

  test('another language ends the questions and asks whether the person booked still fits', async () => {
    const searching = await asked();
    await story.ask(searching, 'amal');
    await story.pool.mails();
    const booked = await bookedFor('noor');

    const first = await change(searching, { language: 'tr' });
    await change(booked, { language: 'tr' });

    expect(first.body.language).toBe('tr');
    expect(await subjectsTo('amal', searching)).toContainEqual(expect.stringContaining('erledigt'));
    expect(await subjectsTo('mara', booked)).toContainEqual(expect.stringMatching(/passt|prüfen/i));
  });

  test('the same again changes nothing; what somebody else has changed meanwhile is not overwritten', async () => {
    const assignment = await asked();
    const { version } = (await change(assignment, { notes: 'Klingel defekt' })).body;

    const again = await change(assignment, { notes: 'Klingel defekt' });
    const stale = await change(assignment, { notes: 'Hintereingang' }, story.kim, {
      'if-match': `"${version - 1}"`,
    });

    expect(again.body.version).toBe(version);
    expect(stale.status).toBe(412);
  });

  test('the time is not a detail, and nobody is written to who is not of the agency', async () => {
    const assignment = await asked();

    const time = await change(assignment, { start: thursday('12:00') });
    const stranger = await change(assignment, { agencyContact: id('alex') });

    expect(time.body.errors).toMatchObject([{ path: 'start', code: 'unknown_key' }]);
    expect(stranger.body.errors).toMatchObject([{ path: 'agencyContact', code: 'not_in_list' }]);
  });
});

describe('an assignment that is entered afterwards', () => {
  const logged = (values: object = {}, by = story.mara) =>
    by.post('/api/v1/assignments/log', {
      ...thursdayAtTen,
      start: thursday('10:00'),
      end: thursday('11:00'),
      agency: kitaId,
      interpreter: id('amal'),
      note: 'direkt verabredet',
      ...values,
    });

  test('is completed when it is over, and tells nobody; booked when it lies ahead, and told as any booking', async () => {
    const ahead = await logged();
    story.pool.time.advance(7 * 24 * hour);
    const over = await logged({ interpreter: id('noor') });
    await story.pool.tick();

    expect([ahead.status, ahead.body.status, over.body.status]).toEqual([201, 'confirmed', 'completed']);
    expect(await subjectsTo('amal', ahead.body)).toContainEqual(expect.stringContaining('Fest gebucht'));
    expect(await subjectsTo('noor', over.body)).toEqual([]);
    expect(over.body.history.at(-1)).toMatchObject({ action: 'log', reason: 'direkt verabredet' });
  });

  test('puts nobody in two places, and is no way for agencies', async () => {
    await bookedFor('amal');

    const twin = await logged();
    const byAgency = await logged({}, story.kim);

    expect([twin.status, twin.body.code]).toEqual([409, 'already_booked']);
    expect(byAgency.status).toBe(403);
  });

  test('comes from the coordinator, also when that is a contact of the agency as well', async () => {
    const contacts = `/api/v1/agencies/${kitaId}/contacts`;
    const mara = { name: 'Mara Beispiel', email: 'mara@example.org' };
    const { account } = (await story.mara.post(contacts, mara)).body;

    const entered = await logged();
    await story.mara.delete(`${contacts}/${account}`);

    expect([entered.status, entered.body.status]).toEqual([201, 'confirmed']);
    expect(entered.body.history.at(-1)).toMatchObject({ action: 'log' });
  });

  test('belongs to an agency that has ended only when it is over', async () => {
    const agency = `/api/v1/agencies/${kitaId}`;
    await story.mara.post(`${agency}/deactivate`, { confirm: true });

    const ahead = await logged();
    story.pool.time.advance(7 * 24 * hour);
    const over = await logged();
    await story.mara.post(`${agency}/activate`, {});

    expect([ahead.status, ahead.body.code]).toEqual([409, 'agency_inactive']);
    expect([over.status, over.body.status]).toEqual([201, 'completed']);
  });
});

test('what belongs to others does not exist, and what a role may not do is refused', async () => {
  const assignment = await bookedFor('amal');
  const alex = await story.pool.signedIn('alex@example.org');

  for (const name of ['hold', 'give-back', 'keep', 'restore', 'unhold', 'not-keep'])
    expect((await turn(assignment, name, name === 'hold' ? { code: 'budget' } : {}, alex)).status).toBe(404);
  for (const [name, body] of [
    ['release', { reason: 'x' }],
    ['give-back', {}],
    ['assign', { interpreter: id('noor'), note: 'x' }],
    ['withdraw', { interpreters: [id('amal')] }],
  ] as const)
    expect((await turn(assignment, name, body, story.kim)).body.code).toMatch(/forbidden/);
  expect(
    (await turn(assignment, 'move', { start: thursday('12:00'), end: thursday('13:00') }, amal)).status,
  ).toBe(403);
});
