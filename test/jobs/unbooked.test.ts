/** A yes near its appointment: the coordinators are asked once, and when nobody books in time the person hears it. */
import { afterEach, expect, test } from '@jest/globals';
import { berlin } from '../support/factories.ts';
import { requestFrom } from '../support/requests.ts';
import { type Known, openStory, type Story } from '../support/story.ts';

const neverByItself = { rules: { confirmAutomaticallyHours: undefined as never } };

let story: Story;

afterEach(() => story.stop());

async function begins(): Promise<void> {
  story.pool.time.set(berlin('2026-11-26', '10:00'));
  await story.pool.tick();
}

/** The mail that lets somebody go. */
const letGo = (name: string, about: Known) => story.mailTo(name, about, 'Nicht mehr eingeplant');

test('a yes inside the warning time asks the coordinators once to book', async () => {
  story = await openStory();
  story.pool.time.set(berlin('2026-11-25', '12:00'));
  const assignment = await requestFrom(story.kim);

  await story.saysYes(assignment, 'amal');
  await story.pool.tick();
  story.pool.time.advance(3_600_000);
  await story.pool.tick();

  const toMara = (await story.mailsTo('mara', assignment)).map(({ subject }) => subject);
  expect(toMara.filter((subject) => subject.includes('bitte buchen'))).toHaveLength(1);
});

test('after a yes that was given back inside the warning time, the next yes asks anew', async () => {
  story = await openStory();
  story.pool.time.set(berlin('2026-11-25', '12:00'));
  const assignment = await requestFrom(story.kim);
  await story.saysYes(assignment, 'amal');
  await story.coordinate(assignment, 'give_back', {});
  await story.pool.tick();

  await story.saysYes(assignment, 'noor');
  await story.pool.tick();

  const toMara = (await story.mailsTo('mara', assignment)).map(({ subject }) => subject);
  expect(toMara.filter((subject) => subject.includes('bitte buchen'))).toHaveLength(2);
});

test('who said yes and was never booked hears that they need not come, and reads it on their page', async () => {
  story = await openStory(neverByItself);
  const assignment = await requestFrom(story.kim);
  await story.saysYes(assignment, 'amal');

  await begins();

  const mail = await letGo('amal', assignment);
  expect(mail?.text ?? '').toMatch(/nicht rechtzeitig fest/);
  expect(mail).not.toHaveProperty('calendar');
  const token = await story.tokenOf(assignment, 'amal');
  const { body } = await story.pool.visitor().get(`/api/v1/offers/${token}`);
  const page = await story.pool.visitor().get(`/offers/${token}`);
  expect(body.situation).toBe('unbooked');
  expect(page.text).toContain('Es wurde keine Buchung daraus');
});

test('who was booked, and does not answer a move until the deadline, is let go, and the search goes on', async () => {
  story = await openStory(neverByItself);
  const assignment = await requestFrom(story.kim);
  await story.isBooked(assignment, 'amal');
  await story.pool.tick();
  const moved = await story.kim.post(`/api/v1/assignments/${assignment.id}/move`, {
    start: '2026-11-26T11:00:00+01:00',
    end: '2026-11-26T12:00:00+01:00',
  });
  await story.pool.tick();

  story.pool.time.set(new Date(moved.body.keepBy));
  await story.pool.tick();

  const mail = await letGo('amal', assignment);
  expect(mail?.calendar?.method).toBe('CANCEL');
  expect(await story.read(assignment)).toMatchObject({ status: 'requested', offers: [{ state: 'lapsed' }] });
});
