/** READ FIRST. The main job over a real wire: an agency asks, a volunteer says yes, a coordinator books, everybody is told and reminded. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Client } from './support/client.ts';
import { berlin } from './support/factories.ts';
import { startPool, type TestPool } from './support/pool.ts';
import { offerToken, thursdayAtTen } from './support/requests.ts';
import { people } from './support/small-pool.ts';
import { type ReceivedMail, startSmtp, type TestSmtp } from './support/smtp.ts';

const amal = 'amal@example.org';
const noor = 'noor@example.org';

let smtp: TestSmtp;
let pool: TestPool;
let kim: Client;
let mara: Client;
let assignment: { id: string; number: string };

beforeAll(async () => {
  smtp = await startSmtp();
  pool = await startPool({ settings: { smtpUrl: smtp.url } });
});

afterAll(async () => {
  await pool.stop();
  await smtp.stop();
});

/** The newest mail to somebody, once everything that was caused has been sent. */
async function newestTo(address: string): Promise<ReceivedMail> {
  await pool.tick();
  const mail = smtp.to(address).at(-1);
  if (!mail) throw new Error(`no mail to ${address}`);
  return mail;
}

/** The calendar part, with its folded lines joined. */
function calendarOf({ attachments }: ReceivedMail): string {
  const part = attachments.find(({ contentType }) => contentType.includes('ics'));
  return part?.content.toString().replace(/\r\n /g, '') ?? '';
}

/** Signs in as a person does: asks for a mail, opens its link, presses the button. */
async function signIn(address: string): Promise<Client> {
  const client = pool.visitor();
  await client.post('/api/v1/login', { email: address });
  const mail = await newestTo(address);
  const token = /\/login\/([\w-]+)/.exec(mail.text ?? '')?.[1];
  const reply = await client.post('/api/v1/session', { token });
  expect(reply.status).toBe(201);
  return client;
}

describe('a teacher needs somebody for Arabic on Thursday at ten', () => {
  test('she signs in with the mailed link, without a password', async () => {
    kim = await signIn(people.kim);

    const { body } = await kim.get('/api/v1/me');

    expect(body).toMatchObject({
      name: 'Kim Muster',
      email: people.kim,
      roles: [{ role: 'contact', centre: 'soest' }],
    });
  });

  test('she asks, gets a number at once and a receipt by mail that promises nothing', async () => {
    const reply = await kim.post('/api/v1/assignments', thursdayAtTen);

    expect(reply.status).toBe(201);
    expect(reply.headers.get('location')).toBe(`/api/v1/assignments/${reply.body.id}`);
    expect(reply.body).toMatchObject({
      status: 'requested',
      number: '2026-0001',
      version: 1,
      language: 'ar',
    });
    assignment = reply.body;
    const receipt = await newestTo(people.kim);
    expect(receipt.subject).toContain('2026-0001');
    expect(receipt.text).toContain('noch nicht gebucht');
  });

  test('the coordinator hears of it and sees who fits, and why, and why not', async () => {
    expect((await newestTo(people.mara)).text).toContain('2026-0001');
    mara = await signIn(people.mara);

    const { body } = await mara.get(`/api/v1/assignments/${assignment.id}/matches`);

    expect(body.candidates.map(({ name }: { name: string }) => name)).toEqual([
      'Amal Beispiel',
      'Noor Beispiel',
    ]);
    expect(body.candidates[0].reasons).toContainEqual({
      code: 'same_language',
      points: 20,
      text: expect.stringContaining('Arabisch'),
    });
    expect(body.excluded).toEqual([]);
  });

  test('the next round asks the best of them by mail, with when, where roughly and until when', async () => {
    const reply = await mara.post(`/api/v1/assignments/${assignment.id}/offers`, {});

    expect(reply.status).toBe(201);
    expect(reply.body.items).toMatchObject([{ name: 'Amal Beispiel', state: 'pending', round: 1 }]);
    const mail = await newestTo(amal);
    expect(mail.subject).toMatch(/^Können Sie\?/);
    expect(mail.text).toContain('2026-0001');
    expect(mail.text).toContain(`${pool.url}/offers/`);
    expect(mail.text).toContain('59494 Soest');
    expect(mail.text).not.toContain('Musterplatz 1');
    expect(mail.text).not.toContain('Elterngespräch');
  });

  test('she opens the page on her phone: one question, two buttons', async () => {
    const page = await pool.visitor().get(`/offers/${offerToken((await newestTo(amal)).text ?? '')}`);

    expect(page.status).toBe(200);
    expect(page.text).toContain('Können Sie dolmetschen?');
    expect(page.text).toContain('Ja, ich kann');
    expect(page.text).toContain('Nein, ich kann nicht');
  });

  test('she says yes: noted, not booked, and the coordinator is asked to book', async () => {
    const token = offerToken((await newestTo(amal)).text ?? '');

    const reply = await pool.visitor().post(`/api/v1/offers/${token}/accept`);

    expect(reply.status).toBe(200);
    expect(reply.body).toMatchObject({
      state: 'accepted',
      status: 'accepted',
      situation: 'noted',
      venue: { street: 'Musterplatz 1' },
    });
    expect((await newestTo(amal)).subject).toContain('noch NICHT gebucht');
    expect((await newestTo(people.mara)).subject).toContain('bitte buchen');
  });

  test('the coordinator books, and both sides get a confirmation with the appointment for their calendar', async () => {
    const { headers } = await mara.get(`/api/v1/assignments/${assignment.id}`);

    const reply = await mara.post(
      `/api/v1/assignments/${assignment.id}/confirm`,
      {},
      { 'if-match': headers.get('etag') ?? '' },
    );

    expect(reply.body).toMatchObject({ status: 'confirmed', booking: { name: 'Amal Beispiel' } });
    for (const address of [amal, people.kim]) {
      const mail = await newestTo(address);
      expect(mail.subject).toContain('Fest gebucht');
      expect(mail.text).toContain('Musterplatz 1');
      const invitation = calendarOf(mail);
      expect(invitation).toContain('METHOD:REQUEST');
      expect(invitation).toContain('DTSTART:20261126T090000Z');
      expect(invitation).toContain(`mailto:${address}`);
    }
  });

  test('both are reminded two days and three hours before, and only then', async () => {
    const before = smtp.received.length;

    pool.time.set(berlin('2026-11-24', '09:59'));
    await pool.tick();
    expect(smtp.received).toHaveLength(before);

    for (const moment of [berlin('2026-11-24', '10:00'), berlin('2026-11-26', '07:00')]) {
      pool.time.set(moment);
      expect((await newestTo(amal)).subject).toContain('Erinnerung');
      expect((await newestTo(people.kim)).subject).toContain('Erinnerung');
    }
    await pool.tick();
    expect(smtp.received).toHaveLength(before + 4);
  });

  test('when it is over, it is over', async () => {
    pool.time.set(berlin('2026-11-26', '11:00'));

    await pool.tick();

    const { body } = await mara.get(`/api/v1/assignments/${assignment.id}`);
    expect(body.status).toBe('completed');
    expect(body.history.map(({ action }: { action: string }) => action)).toEqual([
      'submit',
      'ask',
      'accept',
      'confirm',
      'end',
    ]);
  });
});

describe('the agency cancels what was booked', () => {
  test('the volunteer reads not to go, and the calendar entry goes', async () => {
    pool.time.set(berlin('2026-11-30', '09:00'));
    const { body } = await kim.post('/api/v1/assignments', {
      ...thursdayAtTen,
      start: '2026-12-10T10:00:00+01:00',
      end: '2026-12-10T11:00:00+01:00',
    });
    await mara.post(`/api/v1/assignments/${body.id}/offers`, { interpreters: [(await noorsId()) as string] });
    const token = offerToken((await newestTo(noor)).text ?? '');
    await pool.visitor().post(`/api/v1/offers/${token}/accept`);
    await mara.post(`/api/v1/assignments/${body.id}/confirm`);
    await pool.tick();

    const reply = await kim.post(`/api/v1/assignments/${body.id}/cancel`, { reason: 'Kind krank' });

    expect(reply.body).toMatchObject({
      status: 'cancelled',
      cancellation: { reason: 'Kind krank', late: false },
    });
    const mail = await newestTo(noor);
    expect(mail.subject).toContain('Abgesagt');
    expect(mail.text).toContain('nicht hinfahren');
    expect(mail.text).not.toContain('Kind krank');
    const calendar = calendarOf(mail);
    expect(calendar).toContain('METHOD:CANCEL');
    expect(calendar).toContain('SEQUENCE:1');
  });

  async function noorsId(): Promise<string | undefined> {
    const { body } = await mara.get('/api/v1/assignments?limit=1');
    const matches = await mara.get(`/api/v1/assignments/${body.items[0].id}/matches`);
    const all = [...matches.body.candidates, ...matches.body.excluded];
    return all.find(({ name }: { name: string }) => name === 'Noor Beispiel')?.interpreter;
  }
});

test('every mail was one mail to one person, from the pool, answerable at the centre, and no robot should reply', () => {
  for (const mail of smtp.received) {
    expect(mail.from?.value[0]?.address).toBe('pool@example.org');
    expect(mail.replyTo?.value[0]?.address).toBe('dolmetscherpool@example.org');
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail.to).toMatchObject({ value: [{ address: mail.recipient }] });
  }
  const ids = smtp.received.map(({ messageId }) => messageId);
  expect(new Set(ids).size).toBe(ids.length);
});
