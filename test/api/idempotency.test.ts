/** The same call sent twice acts once: programs repeat what they got no answer to, and nobody is asked or booked twice for it. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Client, Reply } from '../support/client.ts';
import { requestFrom, thursdayAtTen } from '../support/requests.ts';
import { id, people } from '../support/small-pool.ts';
import { type Known, openStory, type Story } from '../support/story.ts';

let story: Story;
let kim: Client;
let mara: Client;
const week = 7 * 24 * 3_600_000;

beforeAll(async () => {
  story = await openStory({ interpreters: ['amal', 'noor', 'samir'] });
  ({ kim, mara } = story);
});

afterAll(() => story.stop());

const withKey = (key: string) => ({ 'idempotency-key': key });
const asks = (client: Client, key: string, different: object = {}) =>
  client.post('/api/v1/assignments', { ...thursdayAtTen, ...different }, withKey(key));
const allOf = async (client: Client) => (await client.get('/api/v1/assignments?limit=200')).body.items;

describe('a request that is sent again', () => {
  test('is one request with one receipt, answered as the first time', async () => {
    const key = randomUUID();
    const before = (await allOf(kim)).length;

    const first = await asks(kim, key);
    const again = await asks(kim, key);

    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body.id).toBe(first.body.id);
    expect(again.headers.get('location')).toBe(first.headers.get('location'));
    expect(await allOf(kim)).toHaveLength(before + 1);
    expect(await story.mailsTo('kim', first.body)).toHaveLength(1);
  });

  test('in the same moment is one request, too', async () => {
    const key = randomUUID();
    const before = (await allOf(kim)).length;

    const replies = await Promise.all([1, 2, 3, 4].map(() => asks(kim, key)));

    expect(replies.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    expect(new Set(replies.map(({ body }) => body.id)).size).toBe(1);
    expect(await allOf(kim)).toHaveLength(before + 1);
  });

  test('says so when it asks for something else, and nothing comes of that', async () => {
    const key = randomUUID();
    await asks(kim, key);
    const before = (await allOf(kim)).length;

    const other = await asks(kim, key, { language: 'ckb' });

    expect([other.status, other.body.code]).toEqual([422, 'key_reused']);
    expect(await allOf(kim)).toHaveLength(before);
  });

  test('is another one when somebody else sends it', async () => {
    const key = randomUUID();
    const alex = await story.pool.signedIn(people.alex);

    const [own, others] = [await asks(kim, key), await asks(alex, key)];

    expect([own.status, others.status]).toEqual([201, 201]);
    expect(others.body.id).not.toBe(own.body.id);
  });
});

const isGivenBack = ({ action }: { action: string }) => action === 'give_back';

describe('a turn that is sent again', () => {
  let assignment: Known;
  const cancels = (key: string, reason = 'fällt aus', which = assignment, more = {}) =>
    mara.post(`/api/v1/assignments/${which.id}/cancel`, { reason }, { ...withKey(key), ...more });

  const asksAmal = () =>
    mara.post(
      `/api/v1/assignments/${assignment.id}/offers`,
      { interpreters: [id('amal')] },
      { ...withKey('frage-1'), 'if-match': '"1"' },
    );
  let first: Reply;

  beforeAll(async () => {
    assignment = await requestFrom(kim);
    first = await asksAmal();
  });

  test('is answered before anything is looked at: state, version, who may still be asked', async () => {
    await story.answers(assignment, 'amal', 'decline');

    const again = await asksAmal();

    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body.items[0].id).toBe(first.body.items[0].id);
    expect((await story.read(assignment)).offers).toHaveLength(1);
  });

  test('asks nobody else, although the next round would', async () => {
    const path = `/api/v1/assignments/${assignment.id}/offers`;
    const round = await mara.post(path, {}, withKey('runde-1'));
    story.pool.time.advance(60_000);
    const again = await mara.post(path, {}, withKey('runde-1'));
    const next = await mara.post(path, {}, withKey('runde-2'));

    expect([round.status, again.status, next.status]).toEqual([201, 201, 201]);
    expect(again.body.items).toEqual(round.body.items);
    expect(next.body.items[0].id).not.toBe(round.body.items[0].id);
  });

  test('of somebody who has given back is answered as it was, although they see the assignment no more', async () => {
    const booked = await requestFrom(kim, {
      start: '2026-12-03T10:00:00+01:00',
      end: '2026-12-03T11:00:00+01:00',
    });
    await story.isBooked(booked, 'noor');
    const noor = await story.pool.signedIn('noor@example.org');
    const givesBack = (key: string) =>
      noor.post(`/api/v1/assignments/${booked.id}/give-back`, {}, withKey(key));

    const replies = [await givesBack('abgabe')];
    await story.isBooked(booked, 'samir');
    replies.push(await givesBack('abgabe'), await givesBack('nochmal'));

    expect(replies.map(({ status }) => status)).toEqual([200, 200, 404]);
    expect((await story.read(booked)).history.filter(isGivenBack)).toHaveLength(1);
    expect((await story.read(booked)).booking.interpreter).toBe(id('samir'));
    expect(replies[1]?.body.id).toBe(booked.id);
    for (const key of ['booking', 'venue', 'onsiteContact']) expect(replies[1]?.body).not.toHaveProperty(key);
  });

  test('in the same moment is one turn', async () => {
    const searched = await requestFrom(kim);
    const path = `/api/v1/assignments/${searched.id}/offers`;

    const replies = await Promise.all([1, 2, 3].map(() => mara.post(path, {}, withKey('zugleich'))));

    expect(replies.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect((await story.read(searched)).offers).toHaveLength(1);
  });

  test('says so when the key was used for another turn, here or elsewhere', async () => {
    const other = await requestFrom(kim);

    const refused = [
      await cancels('frage-1'),
      await cancels('frage-1', 'fällt aus', other),
      await asks(mara, 'frage-1', { agency: id('kita') }),
    ];

    expect(refused.map(({ status, body }) => [status, body.code])).toEqual(
      Array(3).fill([422, 'key_reused']),
    );
    expect((await story.read(other)).status).toBe('requested');
  });

  test('is a new one after seven days', async () => {
    await cancels('absage');
    story.pool.time.advance(week - 1000);
    expect((await cancels('absage', 'doch nicht')).status).toBe(422);

    story.pool.time.advance(1000);

    const other = await requestFrom(kim, {
      start: '2026-12-10T10:00:00+01:00',
      end: '2026-12-10T11:00:00+01:00',
    });
    expect((await cancels('absage', 'fällt auch aus', other)).status).toBe(200);
  });
});

test('a key for something new can be used again after seven days, and makes something new', async () => {
  const inTwoWeeks = { start: '2026-12-17T10:00:00+01:00', end: '2026-12-17T11:00:00+01:00' };
  const first = await asks(kim, 'wieder', inTwoWeeks);
  story.pool.time.advance(week);

  const [later, again] = [await asks(kim, 'wieder', inTwoWeeks), await asks(kim, 'wieder', inTwoWeeks)];

  expect([later.status, again.status]).toEqual([201, 201]);
  expect(later.body.id).not.toBe(first.body.id);
  expect(again.body.id).toBe(later.body.id);
});

test('an assignment that is entered afterwards is entered once', async () => {
  const log = () =>
    mara.post(
      '/api/v1/assignments/log',
      {
        ...thursdayAtTen,
        start: '2026-11-19T10:00:00+01:00',
        end: '2026-11-19T11:00:00+01:00',
        agency: id('kita'),
        interpreter: id('samir'),
        note: 'am Telefon vereinbart',
      },
      withKey('nachtrag'),
    );

  const [one, other] = await Promise.all([log(), log()]);

  expect([one.status, other.status, other.body.id]).toEqual([201, 201, one.body.id]);
});

test('an event that is sent again is one event; one call may ask for all its blocks', async () => {
  const [start, end] = ['2027-02-04T10:00:00+01:00', '2027-02-04T10:15:00+01:00'];
  const slots = [{ start, end, languages: ['ar', 'ar'] }];
  const evening = { name: 'Elternsprechtag', mode: 'phone', occasion: 'Elternsprechtag', slots };
  const enter = () => kim.post('/api/v1/events', evening, withKey('abend'));

  const [one, other] = await Promise.all([enter(), enter()]);
  const asked = await mara.post(`/api/v1/events/${one.body.id}/offers`, {}, withKey('abend-fragen'));

  expect([one.status, other.status, other.body.id]).toEqual([201, 201, one.body.id]);
  expect(asked.body.items).toMatchObject([{ asked: 1 }, { asked: 1 }]);
});

test.each([
  ['nothing', ''],
  ['a space', 'zwei Wörter'.replace('ö', 'o')],
  ['256 characters', 'x'.repeat(256)],
])('a key of %s is refused by name', async (_what, key) => {
  const reply = await asks(kim, key);

  expect([reply.status, reply.body.errors?.[0]]).toMatchObject([400, { path: 'Idempotency-Key' }]);
});

test('the description names the key wherever somebody who has signed in posts', async () => {
  const { body } = await story.pool.visitor().get('/api/openapi.json');
  const takes = (path: string, method: string) =>
    body.paths[`/api/v1${path}`][method].parameters.some(
      ({ name }: { name: string }) => name === 'Idempotency-Key',
    );

  expect(['/assignments', '/assignments/{id}/cancel'].map((path) => takes(path, 'post'))).toEqual([
    true,
    true,
  ]);
  expect([takes('/assignments', 'get'), takes('/login', 'post')]).toEqual([false, false]);
});

test('somebody without an address who is entered twice with one key is one person', async () => {
  const person = {
    centre: 'soest',
    name: 'Yara Beispiel',
    phone: '0221 4710 555',
    gender: 'female',
    languages: [{ language: 'ti', level: 'C1', modes: ['phone'] }],
  };
  const enters = () => mara.post('/api/v1/interpreters', person, withKey('yara'));

  const [first, again] = await Promise.all([enters(), enters()]);

  expect([first.status, again.status]).toEqual([201, 201]);
  expect(again.body.id).toBe(first.body.id);
});

describe('a call that comes again after somebody has undone it', () => {
  test('lets nobody rest twice, and says how they stand now', async () => {
    const rests = (more = {}) =>
      mara.post(
        `/api/v1/interpreters/${id('samir')}/deactivate`,
        { centre: 'soest', confirm: true, ...more },
        withKey('pause'),
      );
    const first = await rests();
    await mara.patch(`/api/v1/interpreters/${id('samir')}`, {
      membership: { centre: 'soest', status: 'active' },
    });

    const [again, other] = [await rests(), await rests({ reason: 'krank' })];

    expect([first.body.status, again.status, again.body.status]).toEqual(['resting', 200, 'active']);
    expect([other.status, other.body.code]).toEqual([422, 'key_reused']);
  });

  test('does not end an agency twice', async () => {
    const agency = `/api/v1/agencies/${id('kita')}`;
    const ends = () => mara.post(`${agency}/deactivate`, { confirm: true }, withKey('schluss'));
    const first = await ends();
    await mara.post(`${agency}/activate`, {}, withKey('weiter'));

    const again = await ends();
    const asked = await asks(kim, 'nach-der-pause', {
      start: '2027-01-14T10:00:00+01:00',
      end: '2027-01-14T11:00:00+01:00',
    });

    expect([first.status, again.status, asked.status]).toEqual([204, 204, 201]);
  });

  test('calls no event off twice, and asks nobody twice', async () => {
    const [start, end] = ['2027-02-11T10:00:00+01:00', '2027-02-11T10:15:00+01:00'];
    const evening = { name: 'Abend', mode: 'phone', occasion: 'Abend' };
    const event = await kim.post('/api/v1/events', {
      ...evening,
      slots: [{ start, end, languages: ['ar'] }],
    });
    const [block] = (await mara.get('/api/v1/assignments?from=2027-02-11T00:00:00%2B01:00')).body.items;
    const path = `/api/v1/events/${event.body.id}`;
    const off = (reason: string) => mara.post(`${path}/cancel`, { reason }, withKey('kein-abend'));
    const asksAll = () => mara.post(`${path}/offers`, {}, withKey('abend-runde'));
    const asked = [await asksAll(), await asksAll()];
    await off('fällt aus');
    await mara.post(`/api/v1/assignments/${block.id}/restore`, {});
    story.pool.time.advance(1000);

    const [again, other] = [await off('fällt aus'), await off('doch nicht')];

    expect(asked[1]?.body.items).toMatchObject([{ assignment: block.id, asked: 1 }]);
    expect(asked[1]?.body).toEqual(asked[0]?.body);
    expect([again.status, again.body.id]).toEqual([200, event.body.id]);
    expect((await story.read(block)).status).toBe('requested');
    expect([other.status, other.body.code]).toEqual([422, 'key_reused']);
  });
});

test('a key of one kind of thing makes no other', async () => {
  const key = randomUUID();
  const time = { start: '2027-01-21T10:00:00+01:00', end: '2027-01-21T11:00:00+01:00' };
  await asks(kim, key, time);

  const other = await kim.post(
    '/api/v1/events',
    {
      name: 'Abend',
      mode: 'phone',
      occasion: 'Abend',
      slots: [{ ...time, languages: ['ar'] }],
    },
    withKey(key),
  );

  expect([other.status, other.body.code]).toEqual([422, 'key_reused']);
});
