/** Who learns who comes, and when: the agency with the firm booking and not before; numbers only where the centre allows it. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Client } from './support/client.ts';
import type { PoolOptions } from './support/pool.ts';
import { requestFrom } from './support/requests.ts';
import { id } from './support/small-pool.ts';
import { type Known, openStory, type Story } from './support/story.ts';

let story: Story;
let assignment: Known;

async function open(options: PoolOptions = {}): Promise<void> {
  story = await openStory(options);
  assignment = await requestFrom(story.kim, { onsiteContact: { name: 'Toni Test', phone: '02921 1234' } });
}

afterEach(() => story.stop());

/** How the mail begins that says so to the agency. */
const givenBack = 'Wir suchen Ersatz';

const cancel = (by: Client, { id: which }: Known) =>
  by.post(`/api/v1/assignments/${which}/cancel`, { reason: 'krank' });
const confirm = ({ id: which }: Known) => story.mara.post(`/api/v1/assignments/${which}/confirm`);

/** Everything that the agency can read: the assignment, the list, its mails with their calendar parts. */
async function readByTheAgency(): Promise<string> {
  const one = await story.kim.get(`/api/v1/assignments/${assignment.id}`);
  const list = await story.kim.get('/api/v1/assignments');
  const mails = await story.mailsTo('kim', assignment);
  return [one.text, list.text, ...mails.map((mail) => JSON.stringify(mail))].join('\n');
}

/** As the agency sees it now. */
const seenByTheAgency = async () => (await story.kim.get(`/api/v1/assignments/${assignment.id}`)).body;

describe('the agency', () => {
  beforeEach(() => open({ interpreters: ['amal', 'noor'] }));

  test('does not learn who has said yes before it is booked', async () => {
    await story.saysYes(assignment, 'amal');

    expect(await seenByTheAgency()).toMatchObject({ status: 'accepted', booking: { mode: 'onsite' } });
    expect(await readByTheAgency()).not.toMatch(new RegExp(`Amal|${id('amal')}`));
  });

  test.each(['kim', 'mara'] as const)('does not learn it either when %s cancels before that', async (who) => {
    await story.saysYes(assignment, 'amal');

    await cancel(story[who], assignment);

    const { status } = await seenByTheAgency();
    expect(status).toBe('cancelled');
    expect(await readByTheAgency()).not.toMatch(new RegExp(`Amal|${id('amal')}`));
  });

  test('learns it with the booking, by mail and by the API, and still knows it after a cancellation', async () => {
    await story.isBooked(assignment, 'amal');
    const booked = await story.mailTo('kim', assignment, 'Fest gebucht');
    await cancel(story.kim, assignment);

    expect(booked?.text).toContain('Amal Beispiel');
    expect((await seenByTheAgency()).booking).toMatchObject({
      interpreter: id('amal'),
      name: 'Amal Beispiel',
    });
  });

  test('does not learn who follows somebody who cannot come, until that is booked too', async () => {
    await story.isBooked(assignment, 'amal');
    await story.coordinate(assignment, 'give_back', {});
    await story.pool.tick();
    await story.saysYes(assignment, 'noor');

    expect(await readByTheAgency()).not.toMatch(new RegExp(`Noor|${id('noor')}`));
    await confirm(assignment);
    expect((await seenByTheAgency()).booking.name).toBe('Noor Beispiel');
  });

  test('reads that the person booked cannot come, although the next has been asked in the meantime', async () => {
    await story.stop();
    await open({ rules: { rounds: 'automatic' } });
    await story.pool.mails();
    await story.answers(assignment, 'amal', 'accept');
    await confirm(assignment);
    await story.pool.mails();
    await story.coordinate(assignment, 'give_back', {});

    await story.pool.tick();

    expect((await story.read(assignment)).offers.at(-1)).toMatchObject({
      name: 'Noor Beispiel',
      state: 'pending',
    });
    const mail = await story.mailTo('kim', assignment, givenBack);
    expect(mail?.text).toMatch(/gebuchte Person kann nicht/);
    expect(mail?.text).not.toMatch(/vorgemerkt/i);
  });

  test('reads of a yes that was given back before it was booked that nobody was booked yet', async () => {
    await story.saysYes(assignment, 'amal');
    await story.coordinate(assignment, 'give_back', {});
    await story.pool.tick();

    const mail = await story.mailTo('kim', assignment, givenBack);

    expect(mail?.text).not.toMatch(/gebuchte Person/);
  });
});

test('a cancelled appointment that never was firm is in nobody’s calendar feed, one that was firm is', async () => {
  await open();
  await story.isBooked(assignment, 'amal');
  const booked = await story.mailTo('amal', assignment, 'Fest gebucht');
  const address = /\/calendar\/\S+\.ics/.exec(booked?.text ?? '')?.[0] ?? '';
  const never = await requestFrom(story.kim, {
    start: '2026-12-03T10:00:00+01:00',
    end: '2026-12-03T11:00:00+01:00',
  });
  await story.saysYes(never, 'amal');

  await cancel(story.kim, never);
  await cancel(story.kim, assignment);

  const { text } = await story.pool.visitor().get(address);
  expect(text).toContain(assignment.number);
  expect(text).toContain('STATUS:CANCELLED');
  expect(text).not.toContain(never.number);
});

describe('who is there on site', () => {
  /** Everything that the interpreter can read of it. */
  async function readByTheInterpreter(): Promise<string[]> {
    const amal = await story.pool.signedIn('amal@example.org');
    const mails = await story.mailsTo('amal', assignment);
    const token = await story.tokenOf(assignment, 'amal');
    const seen = await amal.get(`/api/v1/assignments/${assignment.id}`);
    const page = await story.pool.visitor().get(`/offers/${token}`);
    return [seen.text, mails.map(({ text }) => text).join('\n'), page.text];
  }

  test.each([
    ['is named to who is booked, where the centre allows it', true],
    ['is named to nobody else, where the centre does not', false],
  ])('%s', async (_what, onsiteContact) => {
    await open({ rules: { contactPolicy: { onsiteContact, interpreterPhone: false } } });
    await story.isBooked(assignment, 'amal');

    const read = await readByTheInterpreter();

    expect(read.map((text) => text.includes('Toni Test'))).toEqual([
      onsiteContact,
      onsiteContact,
      onsiteContact,
    ]);
  });

  test('is not named before the booking is firm', async () => {
    await open();
    await story.saysYes(assignment, 'amal');

    expect((await readByTheInterpreter()).join()).not.toContain('Toni Test');
  });
});
