/** What an agency does by the link in its mails: look, move, cancel, say that nobody is there, choose how a search goes on. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { createRequest, newRequest } from '../../models/assignment/request.ts';
import { requestFrom, thursdayAtTen } from '../support/requests.ts';
import { id, kitaId } from '../support/small-pool.ts';
import type { Known, Story } from '../support/story.ts';
import { openStory } from '../support/story.ts';
import { readable } from '../templates/html.ts';

let story: Story;

beforeAll(async () => {
  const availability = { weekly: [{ weekday: 4, from: '08:00', to: '20:00' }], exceptions: [] };
  story = await openStory({
    interpreters: ['amal', 'noor', 'sami'],
    variations: { amal: { availability }, noor: { availability }, sami: { availability } },
  });
});

afterAll(() => story.stop());

/** The page behind the newest link of this person about this assignment. */
async function pageOf(about: Known, name = 'kim'): Promise<string> {
  const texts = (await story.mailsTo(name, about)).map(({ text }) => text);
  const [path] = /\/requests\/[\w-]{47}/.exec(texts.at(-1) ?? '') ?? [];
  if (!path) throw new Error(`no link to a request in: ${texts.at(-1)}`);
  return path;
}

const read = async (path: string) => readable((await story.pool.visitor().get(path)).text);

const request = (hour: number) =>
  requestFrom(story.kim, {
    start: `2026-11-26T${hour}:00:00+01:00`,
    end: `2026-11-26T${hour}:30:00+01:00`,
    onsiteContact: { name: 'Petra Muster', phone: '0221 4710 200' },
    notes: 'Bitte klingeln',
  });

test('the link opens this one assignment without signing in; who comes stands there once it is firm', async () => {
  const assignment = await request(10);
  const page = await pageOf(assignment);
  await story.saysYes(assignment, 'amal');
  const before = await read(page);

  await story.mara.post(`/api/v1/assignments/${assignment.id}/confirm`);
  const after = await read(page);

  expect(before).toContain('Es gibt eine Zusage – noch NICHT gebucht');
  expect(before).not.toContain('Amal');
  expect(after).toContain('Fest gebucht');
  expect(after).toContain('Amal Beispiel');
  expect(after).not.toMatch(/Elterngespräch|klingeln/);
});

test('the page is for one person: nothing keeps it, nothing lists it, and no other token opens it', async () => {
  const assignment = await request(11);
  const page = await pageOf(assignment);

  const { headers, text } = await story.pool.visitor().get(page);

  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('x-robots-tag')).toContain('noindex');
  expect(headers.get('referrer-policy')).toBe('same-origin');
  expect(headers.get('ratelimit')).toBeTruthy();
  expect(text).toContain('<meta name="robots" content="noindex, nofollow"/>');
  const token = page.split('/').at(-1);
  const forged = `${page.slice(0, -22)}${'A'.repeat(22)}`;
  for (const path of [forged, `/verify/${token}`, `/offers/${token}`, `${page}/delete`]) {
    expect((await story.pool.visitor().get(path)).status).toBe(404);
  }
  expect((await story.pool.visitor().submit(`${forged}/cancel`, { reason: 'x' })).status).toBe(404);
});

test('the agency moves to a time on its own clock; whoever is booked is asked, and keeps it by one press', async () => {
  const assignment = await request(12);
  await story.isBooked(assignment, 'noor');
  const page = await pageOf(assignment);

  const moved = await story.pool
    .visitor()
    .submit(`${page}/move`, { date: '2026-11-26', from: '12:30', to: '13:00' });
  const again = await story.pool
    .visitor()
    .submit(`${page}/move`, { date: '2026-11-26', from: '12:30', to: '13:00' });

  expect([moved.status, again.status]).toEqual([303, 303]);
  expect(await story.read(assignment)).toMatchObject({
    status: 'moved',
    start: '2026-11-26T12:30:00+01:00',
  });
  expect(await read(page)).toContain('Verschoben – noch nicht wieder fest');
  const mails = await story.mailsTo('noor', assignment);
  expect(mails.filter(({ subject }) => subject.startsWith('Neue Zeit'))).toHaveLength(1);
  expect(mails.find(({ subject }) => subject.startsWith('Neue Zeit'))?.text).toMatch(
    /Vorher:\s+Donnerstag, 26. November, 12:00–12:30 Uhr/,
  );

  const token = await story.tokenOf(assignment, 'noor');
  const kept = await story.pool.visitor().submit(`/offers/${token}`, { answer: 'keep' });
  const late = await story.pool.visitor().post(`/api/v1/offers/${token}/not-keep`, {});

  expect(kept.status).toBe(303);
  expect(late.body).toMatchObject({ situation: 'booked', status: 'confirmed' });
});

test.each([
  ['a missing day', { date: '', from: '10:00', to: '11:00' }, 'Diese Angabe fehlt.'],
  ['a day there is not', { date: '2026-02-30', from: '10:00', to: '11:00' }, 'Bitte einen Tag angeben'],
  ['a time off the grid', { date: '2026-11-27', from: '10:03', to: '11:00' }, 'vollen 5 Minuten'],
  ['an end before the start', { date: '2026-11-27', from: '10:00', to: '9:00' }, 'nach dem Beginn'],
  ['a day in the past', { date: '2026-11-20', from: '10:00', to: '11:00' }, 'in der Zukunft'],
  ['the hour that spring skips', { date: '2027-03-28', from: '2:30', to: '4:00' }, '2:30 Uhr gibt es nicht'],
  ['the hour that autumn repeats', { date: '2027-10-31', from: '2:30', to: '4:00' }, 'gibt es zweimal'],
] as const)('%s is said at its field, and everything typed stays', async (_what, typed, sentence) => {
  const page = await pageOf(known);

  const reply = await story.pool.visitor().submit(`${page}/move`, typed);

  expect(reply.status).toBe(400);
  expect(readable(reply.text)).toContain(sentence);
  for (const value of Object.values(typed).filter(Boolean)) expect(reply.text).toContain(`"${value}"`);
  expect((await story.read(known)).version).toBe(known.version);
});

let known: Known & { version: number };
beforeAll(async () => {
  known = await requestFrom(story.kim, {
    start: '2026-11-27T10:00:00+01:00',
    end: '2026-11-27T11:00:00+01:00',
  });
});

test('which of the two hours is meant is asked, and the answer counts', async () => {
  const assignment = await requestFrom(story.kim, {
    start: '2026-11-27T12:00:00+01:00',
    end: '2026-11-27T13:00:00+01:00',
  });
  const page = await pageOf(assignment);
  const typed = { date: '31.10.2027', from: '2.30 Uhr', to: '4 Uhr' };

  const asked = await story.pool.visitor().submit(`${page}/move`, typed);
  await story.pool.visitor().submit(`${page}/move`, { ...typed, occurrence: 'second' });

  expect(asked.text).toContain('name="occurrence"');
  expect((await story.read(assignment)).start).toBe('2027-10-31T02:30:00+01:00');
});

test('a form that was made for an older time changes nothing', async () => {
  const page = await pageOf(known);

  const reply = await story.pool
    .visitor()
    .submit(`${page}/move`, { date: '2026-11-28', from: '10:00', to: '11:00', sequence: '7' });

  expect(reply.status).toBe(412);
  expect(readable(reply.text)).toContain('Der Termin ist inzwischen verschoben');
  expect((await story.read(known)).version).toBe(known.version);
});

test('cancelling needs a reason, says beforehand whether it is late, and twice is once', async () => {
  const assignment = await request(14);
  await story.saysYes(assignment, 'sami');
  const page = await pageOf(assignment);
  const question = await read(`${page}/cancel`);

  const without = await story.pool.visitor().submit(`${page}/cancel`, { reason: ' ' });
  const first = await story.pool.visitor().submit(`${page}/cancel`, { reason: 'Fachkraft ist krank' });
  const second = await story.pool.visitor().submit(`${page}/cancel`, { reason: 'Etwas anderes' });

  expect(question).toContain(
    'Das ist rechtzeitig. Kurzfristig wäre es ab Mittwoch, 25. November, 14:00 Uhr.',
  );
  expect([without.status, first.status, second.status]).toEqual([400, 303, 303]);
  expect((await story.read(assignment)).cancellation).toMatchObject({
    by: 'contact',
    reason: 'Fachkraft ist krank',
  });
  expect(await read(page)).toContain('Es kommt niemand.');
  expect(await story.mailTo('sami', assignment, 'Abgesagt')).toBeDefined();
});

test('a link stops working for whoever is not a contact of the agency any more', async () => {
  const page = await pageOf(known);
  const accounts = mongoose.connection.collection('accounts');
  const memberships = (await accounts.findOne({ _id: id('kim') as never }))?.memberships;
  await accounts.updateOne({ _id: id('kim') as never }, { $set: { memberships: [] } });

  const gone = await story.pool.visitor().get(page);
  const refused = await story.pool.visitor().submit(`${page}/cancel`, { reason: 'x' });
  await accounts.updateOne({ _id: id('kim') as never }, { $set: { memberships } });

  expect([gone.status, refused.status]).toEqual([404, 404]);
  expect((await story.pool.visitor().get(page)).status).toBe(200);
});

test('when nobody was found each button of the mail leads on; the search opens as the agency chose', async () => {
  const assignment = await request(18);
  await story.coordinate(assignment, 'give_up', { reason: 'no_answer' });
  const page = await pageOf(assignment);
  const mail = await story.mailTo('kim', assignment, 'Leider niemand gefunden');
  const pages = [...(mail?.text ?? '').matchAll(/\/requests\/[\w-]{47}\/[a-z-]+/g)].map(([path]) => path);
  const opened = await Promise.all(pages.map(read));

  const nothing = await story.pool.visitor().submit(`${page}/other-mode`, {});
  const first = await story.pool.visitor().submit(`${page}/other-mode`, { mode: 'phone' });
  const second = await story.pool.visitor().submit(`${page}/search-on`, {});

  expect(pages.map((path) => path.split('/').at(-1))).toEqual([
    'other-time',
    'other-mode',
    'search-on',
    'cancel',
  ]);
  expect(opened.map((text) => text.includes('Zurück, nichts ändern'))).toEqual([true, true, true, true]);
  expect([nothing.status, first.status, second.status]).toEqual([400, 303, 303]);
  expect(await story.read(assignment)).toMatchObject({ status: 'requested', alsoModes: ['phone'] });
  expect(await read(page)).toContain('Wir suchen – noch nicht gebucht');
});

test('another time opens the search for that time; one that is over cannot simply go on', async () => {
  const assignment = await request(19);
  await story.coordinate(assignment, 'give_up', { reason: 'nobody_free' });
  const page = await pageOf(assignment);

  const past = await story.pool
    .visitor()
    .submit(`${page}/other-time`, { date: '2026-11-20', from: '10:00', to: '11:00' });
  await story.pool.visitor().submit(`${page}/other-time`, { date: '2026-11-30', from: '9:00', to: '9:45' });

  expect(past.status).toBe(400);
  expect(await story.read(assignment)).toMatchObject({
    status: 'requested',
    start: '2026-11-30T09:00:00+01:00',
    end: '2026-11-30T09:45:00+01:00',
  });
});

test('an address is checked by a button behind the mailed link; opening it changes nothing, twice is once', async () => {
  const created = await createRequest(
    newRequest.parse({
      ...thursdayAtTen,
      start: '2026-12-03T10:00:00+01:00',
      end: '2026-12-03T11:00:00+01:00',
    }),
    { centre: 'soest', agency: kitaId, requestedBy: id('kim'), contact: id('kim') },
    { actor: { role: 'link' }, now: story.pool.time.now() },
  );
  await story.pool.tick();
  const about = { id: created._id, number: created.number };
  const mail = await story.mailTo('kim', about, 'Bitte bestätigen');
  const [page = ''] = /\/verify\/[\w-]{47}/.exec(mail?.text ?? '') ?? [];

  const looked = await read(page);
  const untouched = (await story.read(about)).status;
  const replies = [await story.pool.visitor().submit(page, {}), await story.pool.visitor().submit(page, {})];
  const after = await read(page);

  expect(looked).toContain('Ist das Ihre Anfrage?');
  expect(untouched).toBe('unverified');
  expect(replies.map(({ status }) => status)).toEqual([303, 303]);
  expect((await story.read(about)).status).toBe('requested');
  expect(after).toContain('Danke, Ihre Anfrage ist bei uns');
  expect(await story.mailTo('kim', about, 'Eingegangen')).toBeDefined();
  expect((await story.pool.visitor().get(page.replace('verify', 'requests'))).status).toBe(404);
});

test('all mails about one assignment carry its time and number in the same place of the subject', async () => {
  const mails = (await story.mailsTo('kim', known)).concat(await story.mailsTo('mara', known));

  const rest = mails.map(({ subject }) => subject.replace(/^.*?[:?] /, ''));
  expect(rest.length).toBeGreaterThan(0);
  for (const one of rest) expect(one).toMatch(/^\p{L}{2} \d+\.\d+\.\d{4}, \d+:\d{2} Uhr \(\d{4}-\d{4}\)/u);
});

test('on the day each side says what the other must know, and cancelling then is late', async () => {
  const assignment = await request(16);
  await story.isBooked(assignment, 'amal');
  const page = await pageOf(assignment);
  const token = await story.tokenOf(assignment, 'amal');
  const early = await story.pool.visitor().post(`/api/v1/offers/${token}/running-late`, { minutes: 10 });
  const tooEarly = await story.pool.visitor().submit(`${page}/nobody-here`, {});
  const alone = () => story.pool.visitor().post(`/api/v1/offers/${token}/nobody-here`, {});
  const tooSoon = await alone();
  story.pool.time.set(new Date('2026-11-26T14:50:00Z'));

  const late = await story.pool.visitor().post(`/api/v1/offers/${token}/running-late`, { minutes: 20 });
  const again = await story.pool
    .visitor()
    .submit(`/offers/${token}`, { answer: 'running_late', minutes: '20' });
  const nobody = await story.pool.visitor().submit(`${page}/nobody-here`, {});
  const twice = await story.pool.visitor().submit(`${page}/nobody-here`, {});

  const both = [await alone(), await alone()];

  expect([early.body.code, tooEarly.status, tooSoon.body.code]).toEqual(['not_now', 409, 'not_now']);
  expect(both.map(({ status }) => status)).toEqual([200, 200]);
  expect([late.status, again.status, nobody.status, twice.status]).toEqual([200, 303, 303, 303]);
  for (const [name, subject] of [
    ['kim', 'Kommt etwa 20 Minuten später'],
    ['mara', 'Kommt etwa 20 Minuten später'],
    ['amal', 'Sind Sie unterwegs?'],
  ] as const) {
    const told = (await story.mailsTo(name, assignment)).filter((mail) => mail.subject.startsWith(subject));
    expect([name, subject, told.length]).toEqual([name, subject, 1]);
  }
  const alarms = (await story.mailsTo('mara', assignment)).filter(({ subject }) =>
    subject.startsWith('Niemand'),
  );
  expect(alarms).toHaveLength(2);
  const agency = await read(page);
  expect(agency).toContain('etwa 20 Minuten später');
  expect(agency).toContain('Sie haben gemeldet: Niemand ist da');
  expect(await read(`${page}/cancel`)).toContain('Das ist kurzfristig');
  const { history } = await story.read(assignment);
  expect(history.map((entry: { action: string }) => entry.action).slice(-3)).toEqual([
    'running_late',
    'nobody_here',
    'nobody_here',
  ]);
});
