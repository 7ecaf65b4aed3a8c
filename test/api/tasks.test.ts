/** Nobody is forgotten: who has no e-mail is called, the clock starts with the call, and what has settled itself is off the list. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { findTask, unsentOffers } from '../../models/message/call-tasks.ts';
import { berlin } from '../support/factories.ts';
import { requestFrom } from '../support/requests.ts';
import { id } from '../support/small-pool.ts';
import { type Known, openStory, type Story } from '../support/story.ts';
import { unreliableMailer } from '../support/unreliable-mailer.ts';

const mailer = unreliableMailer();
const hour = 3_600_000;

let story: Story;
let week = 0;

beforeAll(async () => {
  story = await openStory({
    interpreters: ['amal', 'noor'],
    variations: { amal: { email: undefined, phone: '0221 4710 300', availability: undefined as never } },
    mailer,
  });
});

afterAll(() => story.stop());

/** Each test asks for a Thursday of its own. */
beforeEach(() => {
  week += 1;
  mailer.beforeSending(() => undefined);
});

async function asked(...names: string[]): Promise<Known & { version: number }> {
  const day = `2026-12-${String(3 + 7 * (week % 4)).padStart(2, '0')}`;
  const assignment = await requestFrom(story.kim, {
    start: `${day}T${10 + Math.floor(week / 4)}:00:00+01:00`,
    end: `${day}T${10 + Math.floor(week / 4)}:30:00+01:00`,
  });
  await story.ask(assignment, ...names);
  await story.pool.tick();
  return assignment;
}

const tasksAbout = async (assignment: Known) =>
  (await story.mara.get('/api/v1/tasks?limit=100')).body.items.filter(
    (task: { assignment?: Known }) => task.assignment?.id === assignment.id,
  );

const offerIn = async (assignment: Known, name = 'amal') =>
  (await story.read(assignment)).offers.find(
    ({ interpreter }: { interpreter: string }) => interpreter === id(name),
  );

test('a question to somebody without e-mail is a call: whom, where, what to say, and about what', async () => {
  const assignment = await asked('amal');

  const [task] = await tasksAbout(assignment);

  expect(task).toMatchObject({
    kind: 'call',
    notice: 'offer',
    person: { name: 'Amal Beispiel', phone: '0221 4710 300', role: 'interpreter' },
    assignment: { id: assignment.id, number: assignment.number },
    urgency: 'normal',
  });
  expect(task.say).toContain('Guten Tag, Amal Beispiel,');
  expect(task.say).toContain('Ein Ja ist noch keine Buchung');
  expect(task.say).not.toContain('http');
});

test('the question does not lapse before somebody has called, and then the whole time runs from the call', async () => {
  const assignment = await asked('amal');
  const before = await offerIn(assignment);

  story.pool.time.set(new Date(Date.parse(before.expiresAt) + hour));
  await story.pool.tick();
  const waiting = await offerIn(assignment);
  const [task] = await tasksAbout(assignment);
  const done = await story.mara.post(`/api/v1/tasks/${task?.id}/done`, { note: 'ruft zurück' });
  const called = await offerIn(assignment);
  story.pool.time.set(new Date(Date.parse(called.expiresAt)));
  await story.pool.tick();

  expect(waiting.state).toBe('pending');
  expect(done.status).toBe(200);
  expect(done.body).toMatchObject({ id: task.id, note: 'ruft zurück' });
  expect(Date.parse(called.expiresAt)).toBeGreaterThanOrEqual(Date.parse(done.body.doneAt) + 24 * hour);
  expect((await offerIn(assignment)).state).toBe('lapsed');
  expect(await tasksAbout(assignment)).toEqual([]);
});

test('two who end the same call end it once: the first note stays', async () => {
  const assignment = await asked('amal');
  const [task] = await tasksAbout(assignment);

  const replies = await Promise.all(
    ['erste', 'zweite'].map((note) => story.mara.post(`/api/v1/tasks/${task.id}/done`, { note })),
  );
  const again = await story.mara.post(`/api/v1/tasks/${task.id}/done`, { note: 'dritte' });

  expect(replies.map(({ status }) => status)).toEqual([200, 200]);
  expect(['erste', 'zweite']).toContain(again.body.note);
});

test('an answer by telephone ends the call about that question', async () => {
  const assignment = await asked('amal');
  const { id: offer } = await offerIn(assignment);

  await story.mara.post(`/api/v1/assignments/${assignment.id}/offers/${offer}/answer`, { answer: 'no' });

  expect(await tasksAbout(assignment)).toEqual([]);
  expect(await unsentOffers(assignment.id)).toEqual([]);
  const { done } = (await findTask(`offer:${assignment.id}:2:interpreter:${id('amal')}`)) ?? {};
  expect(done?.at).toEqual(story.pool.time.now());
});

test('a call about something that does not hold any more is off the list by itself, and nobody is told of its end', async () => {
  const assignment = await asked('amal');
  const before = (await tasksAbout(assignment)).length;

  await story.kim.post(`/api/v1/assignments/${assignment.id}/cancel`, { reason: 'krank' });
  await story.pool.tick();

  expect(before).toBe(1);
  expect(await tasksAbout(assignment)).toEqual([]);
});

test('a mail that is refused is a task, with a reason in plain words', async () => {
  mailer.beforeSending((mail) => {
    if (mail.to.address.startsWith('noor')) {
      throw Object.assign(new Error('550 no such user'), { responseCode: 550, permanent: true });
    }
  });
  const assignment = await asked('noor');

  const [task] = await tasksAbout(assignment);

  expect(task).toMatchObject({ kind: 'mail_failed', notice: 'offer', person: { name: 'Noor Beispiel' } });
  expect(task.reason).toContain('Der Mailserver hat die Adresse abgelehnt');
});

test('the list is for the office only, and each office sees its own', async () => {
  const assignment = await asked('amal');
  const [task] = await tasksAbout(assignment);

  const replies = [
    await story.kim.get('/api/v1/tasks'),
    await story.kim.post(`/api/v1/tasks/${task.id}/done`, {}),
    await story.pool.visitor().get('/api/v1/tasks'),
    await story.mara.post('/api/v1/tasks/offer:nothing/done', {}),
    await story.mara.get('/api/v1/tasks?cursor=nonsense'),
  ];

  expect(replies.map(({ status }) => status)).toEqual([403, 404, 401, 404, 400]);
});

test('a long list comes in pages, longest waiting first', async () => {
  await asked('amal');
  story.pool.time.advance(1000);
  const all = (await story.mara.get('/api/v1/tasks?limit=100')).body.items;

  const seen: string[] = [];
  let path: string | undefined = '/api/v1/tasks?limit=1';
  while (path) {
    const reply = await story.mara.get(path);
    seen.push(...reply.body.items.map((task: { id: string }) => task.id));
    const next = /<([^>]+)>/.exec(reply.headers.get('link') ?? '')?.[1];
    path = next && new URL(next).pathname + new URL(next).search;
  }

  expect(seen).toEqual(all.map((task: { id: string }) => task.id));
  expect(all.length).toBeGreaterThan(1);
});

test('mails ask for replies at the centre, so that a "Ja" by mail reaches people', async () => {
  await asked('noor');

  const question = mailer.left.findLast(({ subject }) => subject.startsWith('Können Sie?'));

  expect(question?.replyTo.address).toBe('dolmetscherpool@example.org');
  expect(question?.text.replace(/\s+/g, ' ')).toContain(
    'Eine Antwort per E-Mail liest das Büro, kein Programm.',
  );
});

test('an appointment tomorrow makes its call urgent', async () => {
  const start = berlin('2026-12-31', '10:00');
  const assignment = await requestFrom(story.kim, {
    start: '2026-12-31T10:00:00+01:00',
    end: '2026-12-31T11:00:00+01:00',
  });
  story.pool.time.set(new Date(start.getTime() - 20 * hour));
  await story.ask(assignment, 'amal');
  await story.pool.tick();

  const [task] = await tasksAbout(assignment);

  expect(task.urgency).toBe('urgent');
});
