/** A mail that cannot be written, because somebody it speaks of is gone: tried a few times, then a task, and in nobody's way. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { type Message, messagesAbout } from '../../models/message.ts';
import { requestFrom } from '../support/requests.ts';
import { id, kitaId } from '../support/small-pool.ts';
import { type Known, openStory, type Story } from '../support/story.ts';

let story: Story;
let assignment: Known;

beforeEach(async () => {
  story = await openStory();
  assignment = await requestFrom(story.kim);
  await story.saysYes(assignment, 'amal');
  await story.pool.mails();
});

afterEach(() => story.stop());

const booked = async (role: 'contact' | 'interpreter') =>
  (await messagesAbout(assignment.id)).find(
    (message) => message.kind === 'booked' && message.role === role,
  ) as Message;

async function isRemoved(collection: string, document: string): Promise<void> {
  await mongoose.connection.collection(collection).deleteOne({ _id: document as never });
}

/** Minutes between the attempts, until it is not tried any more. */
async function pausesOf(role: 'contact' | 'interpreter'): Promise<number[]> {
  const pauses: number[] = [];
  for (let message = await booked(role); message.status === 'queued'; message = await booked(role)) {
    pauses.push((message.visibleAt.getTime() - story.pool.time.now().getTime()) / 60_000);
    story.pool.time.set(message.visibleAt);
    await story.pool.tick();
    if (pauses.length > 9) break;
  }
  return pauses;
}

test('after five attempts, each later than the one before, it is dead and says why', async () => {
  await isRemoved('agencies', kitaId);
  await story.mara.post(`/api/v1/assignments/${assignment.id}/confirm`);
  await story.pool.mails();

  const pauses = await pausesOf('contact');

  expect(await booked('contact')).toMatchObject({
    status: 'dead',
    attempts: 5,
    lastError: { code: 'not_written', text: expect.any(String) },
  });
  expect(pauses).toHaveLength(4);
  expect(pauses).toEqual([...pauses].sort((a, b) => a - b));
  expect(pauses[0]).toBeLessThan(2);
  expect(pauses[3]).toBeGreaterThan(20);
});

test('when the interpreter is gone, theirs is dead, and the agency still hears of the booking', async () => {
  await isRemoved('interpreters', id('amal'));
  await story.mara.post(`/api/v1/assignments/${assignment.id}/confirm`);
  await story.pool.mails();

  expect((await story.mailsTo('kim', assignment)).some(({ subject }) => /^Fest gebucht/.test(subject))).toBe(
    true,
  );
  await pausesOf('interpreter');
  expect(await booked('interpreter')).toMatchObject({ status: 'dead', lastError: { code: 'not_written' } });
});

test('it keeps no other mail from leaving', async () => {
  await isRemoved('agencies', kitaId);
  await story.mara.post(`/api/v1/assignments/${assignment.id}/confirm`);

  await story.pool.visitor().post('/api/v1/login', { email: 'alex@example.org' });

  expect(await story.mailsTo('alex')).toHaveLength(1);
});
