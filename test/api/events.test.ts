/** A parents' evening over HTTP and mail: twelve conversations in five languages, one status, one plan, one way to call it off. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createRequest } from '../../models/assignment/request.ts';
import { finishEvent } from '../../models/event/finishing.ts';
import { findEvent } from '../../models/event/list.ts';
import type { Event } from '../../models/event/shape.ts';
import { insertEvents } from '../../models/event/storage.ts';
import { newId } from '../../models/storage.ts';
import type { Client, Reply } from '../support/client.ts';
import { school } from '../support/factories.ts';
import { id, schoolId } from '../support/small-pool.ts';
import { openStory, type Story } from '../support/story.ts';

/** Who speaks what, and is free on Thursday afternoons. */
const speakers = { amal: 'ar', tarik: 'tr', olena: 'uk', farid: 'prs', sevin: 'ckb' };
const names = Object.keys(speakers);
const variations = Object.fromEntries(
  Object.entries(speakers).map(([name, language]) => [
    name,
    {
      languages: [{ language, level: 'C1' as const, modes: ['onsite' as const] }],
      availability: { weekly: [{ weekday: 4, from: '15:00', to: '20:00' }], exceptions: [] },
    },
  ]),
);

/** Twelve quarters of an hour from 16:00 on, Thursday, 26 November 2026. */
const evening = ['ar', 'ar', 'ar', 'tr', 'tr', 'uk', 'uk', 'uk', 'prs', 'prs', 'ckb', 'ar'].map(
  (language, index) => ({ start: quarter(index), end: quarter(index + 1), languages: [language] }),
);
const parentsEvening = {
  name: 'Elternsprechtag 5a',
  venue: school,
  mode: 'onsite',
  occasion: 'Elternsprechtag',
  onsiteContact: { name: 'Petra Muster', phone: '0221 4710 200' },
  notes: 'Zeugnisse liegen bereit',
  slots: evening,
};

let story: Story;
let alex: Client;
let entered: Reply;
let event: Reply['body'];

beforeAll(async () => {
  story = await openStory({ interpreters: names, variations });
  alex = await story.pool.signedIn('alex@example.org');
  entered = await alex.post('/api/v1/events', parentsEvening);
  event = entered.body;
});
afterAll(() => story.stop());

function quarter(index: number): string {
  const minutes = 16 * 60 + index * 15;
  const two = (value: number) => String(value).padStart(2, '0');
  return `2026-11-26T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:00+01:00`;
}

/** The assignment of a language's first, second … block. */
function blockOf(language: string, nth = 0): { id: string; number: string } {
  const found = event.blocks.filter((one: { language: string }) => one.language === language)[nth];
  return { id: found.assignment, number: found.number };
}

async function read(client = alex): Promise<Reply['body']> {
  return (await client.get(`/api/v1/events/${event.id}`)).body;
}

async function subjectsTo(name: string): Promise<string[]> {
  return (await story.mailsTo(name)).map(({ subject }) => subject).filter((one) => !one.includes('Anmeld'));
}

/** The newest mail to somebody whose subject begins so. */
async function mailTo(name: string, beginning: string) {
  return (await story.mailsTo(name)).findLast(({ subject }) => subject.startsWith(beginning));
}

/** A turn of the story, taken once, by whichever test comes first. */
function turn<Result>(take: () => Promise<Result>): () => Promise<Result> {
  let taken: Promise<Result> | undefined;
  return () => {
    taken ??= take();
    return taken;
  };
}

const asked = turn(() => story.mara.post(`/api/v1/events/${event.id}/offers`, {}));

const filled = turn(async () => {
  await asked();
  for (const [name, block] of [
    ['amal', blockOf('ar')],
    ['amal', blockOf('ar', 1)],
    ['tarik', blockOf('tr')],
    ['olena', blockOf('uk')],
  ] as const) {
    await story.answers(block, name, 'accept');
    await story.mara.post(`/api/v1/assignments/${block.id}/confirm`);
  }
  await story.answers(blockOf('prs'), 'farid', 'accept');
  await story.pool.tick();
});

const fourthGone = turn(async () => {
  await filled();
  return callOff({ reason: 'Familie krank', slots: [{ slot: 4, language: 'tr' }] });
});

const fifthGone = turn(async () => {
  await fourthGone();
  return callOff({ reason: 'krank', slots: [{ slot: 5 }] });
});

const takenUpAgain = turn(async () => {
  await fifthGone();
  story.pool.time.advance(60_000);
  await story.coordinate(blockOf('tr'), 'restore', {});
  await story.pool.tick();
  story.pool.time.advance(60_000);
});

function callOff(body: object, headers = {}): Promise<Reply> {
  return alex.post(`/api/v1/events/${event.id}/cancel`, body, headers);
}

describe('a school enters its parents’ evening', () => {
  test('consecutive slots of a language are one assignment, and the same language later is another', async () => {
    expect(entered.status).toBe(201);
    expect(entered.headers.get('location')).toBe(`/api/v1/events/${event.id}`);
    expect(event.blocks.map(({ language, slots }: Reply['body']) => [language, slots])).toEqual([
      ['ar', [1, 2, 3]],
      ['tr', [4, 5]],
      ['uk', [6, 7, 8]],
      ['prs', [9, 10]],
      ['ckb', [11]],
      ['ar', [12]],
    ]);
    expect(event.blocks[0]).toMatchObject({ start: quarter(0), end: quarter(3), status: 'requested' });
    expect(event.blocks.map(({ number }: Reply['body']) => number)).toEqual(
      [1, 2, 3, 4, 5, 6].map((count) => `2026-000${count}`),
    );
    expect(event.status).toMatchObject({ slots: 12, filled: 0, sentence: '0 von 12 besetzt' });
    const assignment = await story.read(blockOf('tr'));
    expect(assignment).toMatchObject({
      start: quarter(3),
      end: quarter(5),
      event: event.id,
      occasion: 'Elternsprechtag',
      notes: 'Zeugnisse liegen bereit',
      venue: school,
      agency: schoolId,
    });
  });

  test('it gets one receipt for the whole and the coordinator one notice, not one for each assignment', async () => {
    await story.pool.tick();

    expect(await subjectsTo('alex')).toEqual([
      'Eingegangen – noch nicht gebucht: Do 26.11.2026, 16:00 Uhr (12 Gespräche)',
    ]);
    expect(await subjectsTo('mara')).toEqual(['Neue Anfrage: Do 26.11.2026, 16:00 Uhr (12 Gespräche)']);
    const receipt = await mailTo('alex', 'Eingegangen');
    expect(receipt?.text).toContain('12 Gespräche in 5 Sprachen');
    expect(receipt?.text).toContain('Arabisch: 16:00–16:45 Uhr (2026-0001)');
    expect(receipt?.text).toContain('Arabisch: 18:45–19:00 Uhr (2026-0006)');
    expect(receipt?.text).not.toMatch(/Elternsprechtag|Zeugnisse/);
  });

  test('nobody else sees it: another agency, or somebody who interprets', async () => {
    const olena = await story.pool.signedIn('olena@example.org');

    for (const client of [story.kim, olena]) {
      expect((await client.get(`/api/v1/events/${event.id}`)).status).toBe(404);
      expect((await client.post(`/api/v1/events/${event.id}/cancel`, { reason: 'nein' })).status).toBe(404);
      expect((await client.get('/api/v1/events')).body.items).toEqual([]);
    }
    expect((await alex.post(`/api/v1/events/${event.id}/offers`, {})).status).toBe(403);
  });

  test('a slot that cannot be is refused by its place, in words', async () => {
    const [first] = evening;
    const slots = [first, { ...first, start: quarter(2) }, { ...first, languages: ['ku', 'xx'] }];

    const { status, body } = await alex.post('/api/v1/events', {
      ...parentsEvening,
      slots,
      venue: undefined,
    });

    expect(status).toBe(400);
    expect(body.errors.map(({ path }: { path: string }) => path)).toEqual([
      'slots.1.end',
      'slots.2.languages.0',
      'slots.2.languages.1',
      'venue',
    ]);
  });

  test('more than a hundred assignments are several events', async () => {
    const slots = evening.slice(0, 6).map((slot) => ({ ...slot, languages: Array(20).fill('ar') }));
    const apart = slots.map((slot, index) => ({
      ...slot,
      start: quarter(index * 3),
      end: quarter(index * 3 + 1),
    }));

    const { status, body } = await alex.post('/api/v1/events', { ...parentsEvening, slots: apart });

    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ path: 'slots', message: expect.stringContaining('100') }]);
  });
});

describe('the evening fills', () => {
  test('the coordinator asks for every open block at once, and again only for those that wait for nobody', async () => {
    const first = await asked();
    const second = await story.mara.post(`/api/v1/events/${event.id}/offers`, {});

    expect(first.body.items.map(({ language, asked }: Reply['body']) => [language, asked])).toEqual([
      ['ar', 1],
      ['tr', 1],
      ['uk', 1],
      ['prs', 1],
      ['ckb', 1],
      ['ar', 1],
    ]);
    expect(second.body.items).toEqual([]);
  });

  test('nine of twelve are filled; a yes alone fills nothing, and who has said it is not told yet', async () => {
    await filled();

    const { status, plan } = await read();

    expect(status).toEqual({
      slots: 12,
      filled: 9,
      withYes: 2,
      cancelled: 0,
      sentence: '9 von 12 besetzt',
      yesSentence: '2 mit Zusage – noch NICHT gebucht',
    });
    const who = plan.map(({ slot, conversations: [one] }: Reply['body']) => [
      slot,
      one.person?.name,
      one.words,
    ]);
    expect(who[0]).toEqual([1, 'Amal Beispiel', 'Fest gebucht']);
    expect(who[8]).toEqual([9, undefined, 'Es gibt eine Zusage – noch NICHT gebucht']);
    expect(who[10]).toEqual([11, undefined, 'Wir suchen – noch nicht gebucht']);
    expect(who[11]).toEqual([12, 'Amal Beispiel', 'Fest gebucht']);
    const [, , , , , , , , coordinated] = (await read(story.mara)).plan;
    expect(coordinated.conversations[0].person).toMatchObject({ name: 'Farid Beispiel' });
  });

  test('the list shows the same status in the language of whoever asks, a page at a time', async () => {
    await filled();
    const { body: early } = await alex.post('/api/v1/events', {
      ...parentsEvening,
      name: 'Infoabend',
      slots: [{ start: '2026-11-25T18:00:00+01:00', end: '2026-11-25T19:00:00+01:00', languages: ['ar'] }],
    });

    const first = await story.mara.get('/api/v1/events?limit=1');
    const second = await story.mara.get(`/api/v1/events?limit=1&cursor=${first.body.next}`, {
      'accept-language': 'en',
    });

    expect(first.body.items).toMatchObject([{ id: early.id }]);
    expect(first.headers.get('link')).toContain(first.body.next);
    expect(second.body.items).toMatchObject([{ id: event.id, status: { filled: 9, slots: 12 } }]);
    expect(second.body.next).toBeUndefined();
    await alex.post(`/api/v1/events/${early.id}/cancel`, { reason: 'verlegt' });
    await story.pool.tick();
  });
});

describe('some of it is called off', () => {
  test('one conversation in the middle of a block: the block keeps its time, and nobody is sent away', async () => {
    await filled();
    const before = await subjectsTo('tarik');

    const reply = await fourthGone();

    expect(reply.body.status).toMatchObject({
      slots: 11,
      filled: 8,
      cancelled: 1,
      sentence: '8 von 11 besetzt',
    });
    expect(reply.body.plan[3].conversations).toMatchObject([{ state: 'cancelled', words: 'Abgesagt' }]);
    expect(reply.body.blocks[1]).toMatchObject({ status: 'confirmed', start: quarter(3), end: quarter(5) });
    await story.pool.tick();
    expect(await subjectsTo('tarik')).toEqual(before);
    const mail = await mailTo('alex', 'Zum Teil abgesagt');
    expect(mail?.text).toContain('11 Gespräche');
    expect(mail?.text).toContain('Türkisch: 16:45–17:00 Uhr (2026-0002)');
    expect(mail?.text).not.toContain('Familie krank');
  });

  test('its last conversation: the assignment is cancelled, and whoever was to come is told once', async () => {
    await fifthGone();
    await story.pool.tick();

    const { status, blocks } = await read();

    expect(status).toMatchObject({ slots: 10, filled: 7, cancelled: 2 });
    expect(blocks[1]).toMatchObject({ status: 'cancelled' });
    expect((await subjectsTo('tarik')).filter((one) => one.startsWith('Abgesagt'))).toHaveLength(1);
    expect((await subjectsTo('alex')).filter((one) => one.startsWith('Abgesagt: Do 26.11.'))).toEqual([]);
  });

  test('what the event does not have is refused by its place', async () => {
    const reply = await alex.post(`/api/v1/events/${event.id}/cancel`, {
      reason: 'nein',
      assignments: [newId()],
      slots: [{ slot: 77 }, { slot: 1, language: 'uk' }],
    });

    expect(reply.status).toBe(400);
    expect(reply.body.errors.map(({ path }: { path: string }) => path)).toEqual([
      'assignments.0',
      'slots.0.slot',
      'slots.1.language',
    ]);
  });

  test('whoever has seen an older state of the event calls nothing off', async () => {
    await fourthGone();

    const reply = await callOff({ reason: 'alles' }, { 'if-match': '"1"' });

    expect(reply.status).toBe(412);
    expect((await read()).status.slots).toBeGreaterThan(9);
  });

  test('a block that is taken up again counts again', async () => {
    await takenUpAgain();

    expect((await read()).status).toMatchObject({ slots: 12, filled: 7, cancelled: 0 });
  });
});

describe('all of it is called off', () => {
  test('from two windows at once: each person is told once, the school and the coordinator once for the whole', async () => {
    await takenUpAgain();
    const before = new Map<string, string[]>();
    for (const name of [...names, 'alex', 'mara']) before.set(name, await subjectsTo(name));

    const replies = await Promise.all([1, 2].map(() => callOff({ reason: 'Sturm' })));
    await story.pool.tick();

    expect(replies.map(({ status }) => status)).toEqual([200, 200]);
    const { status, blocks, cancellations } = await read();
    expect(status).toMatchObject({ slots: 0, filled: 0, cancelled: 12, sentence: 'Abgesagt' });
    expect(blocks.every((one: Reply['body']) => one.status === 'cancelled' && !one.person)).toBe(true);
    expect(cancellations).toHaveLength(3);
    const fresh = async (name: string) => (await subjectsTo(name)).slice(before.get(name)?.length);
    expect(await fresh('alex')).toEqual(['Abgesagt: Do 26.11.2026, 16:00 Uhr (12 Gespräche)']);
    expect(await fresh('mara')).toEqual(['Abgesagt: Do 26.11.2026, 16:00 Uhr (12 Gespräche)']);
    expect((await fresh('amal')).map((one) => /\((.*?)\)/.exec(one)?.[1]).sort()).toEqual([
      '2026-0001',
      '2026-0006',
    ]);
    for (const name of ['tarik', 'olena', 'farid', 'sevin']) expect(await fresh(name)).toHaveLength(1);
  });
});

describe('the process dies half-way', () => {
  /** What a first write leaves behind when nothing follows it. */
  async function leftBehind(
    valuesFor: (blocks: Event['blocks']) => Partial<Event> = () => ({}),
  ): Promise<Event> {
    const { unfinished: _unfinished, ...whole } = await findEvent(event.id);
    const blocks = whole.blocks.map((block) => ({ ...block, assignment: newId() }));
    const copy: Event = {
      ...whole,
      _id: newId(),
      blocks,
      cancellations: [],
      version: 1,
      finishedVersion: 0,
      unfinished: true,
      outbox: [],
      createdAt: story.pool.time.now(),
      updatedAt: story.pool.time.now(),
      ...valuesFor(blocks),
    };
    await insertEvents([copy]);
    return copy;
  }

  async function makeFirst({ _id, blocks: [block], createdBy, contact }: Event): Promise<void> {
    if (!block) throw new Error('an event without blocks');
    const { language, start, end, assignment } = block;
    await createRequest(
      {
        ...{ language, start, end, venue: school, mode: 'onsite', occasion: 'Elternsprechtag' },
        ...{ alsoLanguages: [], alsoModes: [], alternatives: [], programmes: [], genderWish: 'none' },
      },
      { centre: 'soest', agency: schoolId, requestedBy: createdBy, contact, event: _id },
      {
        actor: { role: 'contact', account: createdBy },
        now: story.pool.time.now(),
        planned: { id: assignment, at: story.pool.time.now() },
      },
    );
  }

  test('while it is entered: the next sweep makes what is missing, nothing twice, and says it once', async () => {
    const half = await leftBehind();
    await makeFirst(half);
    const before = await subjectsTo('alex');
    const open = await alex.get(`/api/v1/events/${half._id}`);

    await story.pool.tick();
    const early = (await alex.get(`/api/v1/events/${half._id}`)).body;
    story.pool.time.advance(31_000);
    await story.pool.tick();
    await story.pool.tick();

    expect(open.body.blocks[1]).toMatchObject({ slots: [4, 5] });
    expect(open.body.blocks[1].status).toBeUndefined();
    expect(early.blocks[1].status).toBeUndefined();
    const whole = (await alex.get(`/api/v1/events/${half._id}`)).body;
    expect(whole.status).toMatchObject({ slots: 12, sentence: '0 von 12 besetzt' });
    expect(whole.blocks.map((one: Reply['body']) => one.assignment)).toEqual(
      half.blocks.map(({ assignment }) => assignment),
    );
    expect(new Set(whole.blocks.map((one: Reply['body']) => one.number)).size).toBe(6);
    expect((await subjectsTo('alex')).slice(before.length)).toEqual([
      'Eingegangen – noch nicht gebucht: Do 26.11.2026, 16:00 Uhr (12 Gespräche)',
    ]);
  });

  test('while two others finish it at once: nothing is made or said twice', async () => {
    const half = await leftBehind();
    const before = await subjectsTo('alex');
    story.pool.time.advance(60_000);
    const now = story.pool.time.now();

    const ended = await Promise.allSettled([1, 2, 3].map(() => finishEvent(half._id, now)));
    await story.pool.tick();

    expect(ended.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled']);
    const { blocks, status } = (await alex.get(`/api/v1/events/${half._id}`)).body;
    expect(status).toMatchObject({ slots: 12 });
    expect(new Set(blocks.map((one: Reply['body']) => one.number)).size).toBe(6);
    expect((await subjectsTo('alex')).slice(before.length)).toHaveLength(1);
  });

  test('while it is called off: the next sweep cancels the rest, as of when it was said', async () => {
    const at = story.pool.time.now();
    const called = await leftBehind((blocks) => {
      const parts = blocks.map(({ assignment, slots }) => ({ assignment, slots }));
      const account = id('alex');
      return {
        version: 2,
        cancellations: [{ version: 2, at, role: 'contact', account, reason: 'Sturm', parts }],
      };
    });
    const before = await subjectsTo('alex');
    expect((await alex.get(`/api/v1/events/${called._id}`)).body.status).toMatchObject({ slots: 0 });

    story.pool.time.advance(3_600_000);
    await story.pool.tick();
    await story.pool.tick();

    const { blocks } = (await alex.get(`/api/v1/events/${called._id}`)).body;
    const first = (await alex.get(`/api/v1/assignments/${blocks[0].assignment}`)).body;
    expect(blocks.every((one: Reply['body']) => one.status === 'cancelled')).toBe(true);
    expect(Date.parse(first.cancellation.at)).toBe(at.getTime());
    expect((await subjectsTo('alex')).slice(before.length)).toEqual([
      'Abgesagt: Do 26.11.2026, 16:00 Uhr (12 Gespräche)',
    ]);
  });

  test('what it leaves behind is not for others to see either', async () => {
    const half = await leftBehind();

    expect((await story.kim.get(`/api/v1/events/${half._id}`)).status).toBe(404);
    expect((await alex.get(`/api/v1/events/${half._id}`)).status).toBe(200);
  });
});
