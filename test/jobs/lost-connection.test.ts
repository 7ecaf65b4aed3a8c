/** Who may have a mail: whoever it was handed over for and not refused. Calendars and second attempts go by that. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createSmtpMailer, mailboxMailer } from '../../jobs/mailer.ts';
import { messagesAbout } from '../../models/message.ts';
import { requestFrom } from '../support/requests.ts';
import { type ReceivedMail, SmtpAnswer, startSmtp, type TestSmtp } from '../support/smtp.ts';
import { type Known, openStory, type Story } from '../support/story.ts';

const minute = 60_000;
const amal = 'amal@example.org';

let smtp: TestSmtp;
let story: Story;
let assignment: Known;

/** Mail about signing in goes to the mailbox, as do questions; what tells of a booking goes through the server. */
beforeEach(async () => {
  smtp = await startSmtp();
  const { send, close } = createSmtpMailer(smtp.url);
  const isAboutBooking = /^(Fest gebucht|Abgesagt)/;
  story = await openStory({
    mailer: {
      close,
      send: (mail) => (isAboutBooking.test(mail.subject) ? send(mail) : mailboxMailer.send(mail)),
    },
  });
  assignment = await requestFrom(story.kim);
  await story.saysYes(assignment, 'amal');
});

afterEach(async () => {
  await story.stop();
  await smtp.stop();
});

const isBooking = ({ subject }: ReceivedMail) => subject?.startsWith('Fest gebucht') ?? false;

async function confirm(): Promise<void> {
  await story.mara.post(`/api/v1/assignments/${assignment.id}/confirm`);
  await story.pool.tick();
}

async function cancelLater(): Promise<ReceivedMail | undefined> {
  await story.kim.post(`/api/v1/assignments/${assignment.id}/cancel`, { reason: 'krank' });
  for (const wait of [0, 2, 5, 10]) {
    story.pool.time.advance(wait * minute);
    await story.pool.tick();
  }
  return smtp.to(amal).find(({ subject }) => subject?.startsWith('Abgesagt'));
}

/** What is noted of the mail that tells Amal of the booking. */
const bookedMessage = async () =>
  (await messagesAbout(assignment.id)).find(({ kind, role }) => kind === 'booked' && role === 'interpreter');

describe('a booking is cancelled after its mail', () => {
  test('was lost with the connection before the server’s answer: the calendar may know it and is told', async () => {
    smtp.beforeAccepting((mail) => {
      if (isBooking(mail)) smtp.hangUp();
    });
    await confirm();
    expect(await bookedMessage()).toMatchObject({ status: 'queued', handedOverAt: expect.any(Date) });
    smtp.beforeAccepting(() => undefined);

    const cancelled = await cancelLater();

    expect(cancelled?.raw).toContain('METHOD:CANCEL');
  });

  test.each([
    ['for now', 451],
    ['for good', 550],
  ])('was refused %s: no calendar knows it, and none is told', async (_how, code) => {
    smtp.beforeAccepting((mail) => {
      if (isBooking(mail)) throw new SmtpAnswer(code, 'not now, or never');
    });
    await confirm();
    expect(await bookedMessage()).not.toHaveProperty('handedOverAt');

    const cancelled = await cancelLater();

    expect(cancelled?.subject).toContain('Abgesagt');
    expect(cancelled?.raw).not.toContain('METHOD:CANCEL');
  });

  test('found no server: no calendar knows it, and none is told', async () => {
    const port = Number(new URL(smtp.url).port);
    await smtp.stop();
    await confirm();
    expect(await bookedMessage()).toMatchObject({ status: 'queued' });
    expect(await bookedMessage()).not.toHaveProperty('handedOverAt');
    smtp = await startSmtp(port);

    const cancelled = await cancelLater();

    expect(cancelled?.subject).toContain('Abgesagt');
    expect(cancelled?.raw).not.toContain('METHOD:CANCEL');
  });
});

describe('the next attempt', () => {
  /** All that the server was shown of the booking, also what it refused. */
  let shown: ReceivedMail[];

  beforeEach(() => {
    shown = [];
  });

  async function attemptTwice(fails: () => void): Promise<void> {
    smtp.beforeAccepting((mail) => {
      if (!isBooking(mail) || mail.recipient !== amal) return;
      shown.push(mail);
      if (shown.length === 1) fails();
    });
    await confirm();
    story.pool.time.advance(2 * minute);
    await story.pool.tick();
    expect(shown).toHaveLength(2);
  }

  test('after a refusal is written anew, as of then', async () => {
    await attemptTwice(() => {
      throw new SmtpAnswer(451, 'try again later');
    });

    const [first, second] = shown;
    expect(second?.date?.getTime()).toBe((first?.date?.getTime() ?? 0) + 2 * minute);
    expect(second?.messageId).toBe(first?.messageId);
  });

  test('after a lost connection is the same to the byte', async () => {
    await attemptTwice(() => smtp.hangUp());

    const [first, second] = shown;
    expect(second?.messageId).toBe(first?.messageId);
    expect(second?.raw).toBe(first?.raw);
  });
});
