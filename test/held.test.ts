/** A search that somebody has to look into first: whoever was asked already waits, and their yes counts afterwards. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { berlin } from './support/factories.ts';
import { requestFrom } from './support/requests.ts';
import { type Known, openStory, type Story } from './support/story.ts';

let story: Story;
let assignment: Known;
let token: string;

beforeEach(async () => {
  story = await openStory();
  assignment = await requestFrom(story.kim);
  await story.ask(assignment, 'amal');
  token = await story.tokenOf(assignment, 'amal');
  await story.coordinate(assignment, 'hold', { code: 'duplicate', answerBy: berlin('2026-11-24', '12:00') });
});

afterEach(() => story.stop());

describe('while somebody looks', () => {
  test('the person asked reads that they need not answer yet', async () => {
    const { body } = await story.pool.visitor().get(`/api/v1/offers/${token}`);
    const page = await story.pool.visitor().get(`/offers/${token}`);

    expect(body).toMatchObject({ state: 'pending', situation: 'checking' });
    expect(page.text).toContain('Wir prüfen diese Anfrage noch einmal');
    expect(page.text).not.toContain('Ja, ich kann');
  });

  test('a yes is refused, says why, and changes nothing', async () => {
    const reply = await story.pool.visitor().post(`/api/v1/offers/${token}/accept`);
    const page = await story.pool.visitor().submit(`/offers/${token}`, { answer: 'accept' });

    expect([reply.status, reply.body.code]).toEqual([409, 'held']);
    expect([page.status, page.text.includes('Ihre Antwort ist noch nicht gespeichert')]).toEqual([409, true]);
    expect(await story.read(assignment)).toMatchObject({
      status: 'requested',
      offers: [{ state: 'pending' }],
    });
  });

  test('nobody else is asked', async () => {
    const reply = await story.ask(assignment, 'noor');

    expect([reply.status, reply.body.code]).toEqual([409, 'held']);
  });
});

test('afterwards the same link takes the yes', async () => {
  await story.pool.visitor().post(`/api/v1/offers/${token}/accept`);
  await story.coordinate(assignment, 'unhold', {});

  const before = await story.pool.visitor().get(`/api/v1/offers/${token}`);
  const reply = await story.pool.visitor().post(`/api/v1/offers/${token}/accept`);

  expect(before.body.situation).toBe('open');
  expect([reply.status, reply.body.situation]).toEqual([200, 'noted']);
});
