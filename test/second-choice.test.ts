/** Somebody comes for the agency's second choice: everybody reads the language and mode agreed, nowhere the first wish. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import type { MailboxItem } from '../models/mailbox.ts';
import { lippstadt } from './support/factories.ts';
import { requestFrom } from './support/requests.ts';
import { id } from './support/small-pool.ts';
import { type Known, openStory, type Story } from './support/story.ts';

const speaks = (language: string, mode: 'onsite' | 'phone') => ({
  languages: [{ language, level: 'C1' as const, modes: [mode] }],
});

let story: Story;
let assignment: Known;

/** Noor speaks Sorani only, by telephone only, and lives further away than she travels. */
beforeEach(async () => {
  story = await openStory({
    rules: { rounds: 'automatic' },
    interpreters: ['noor'],
    variations: { noor: { ...speaks('ckb', 'phone'), position: lippstadt, radiusKilometres: 5 } },
  });
  assignment = await requestFrom(story.kim, { alsoLanguages: ['ckb'], alsoModes: ['phone'] });
  await story.pool.mails();
});

afterEach(() => story.stop());

const mailNamed = (name: string, start: string) => story.mailTo(name, assignment, start);

/** Sorani on the phone, and nothing of Arabic or a place. */
function expectAgreed(text: string | undefined): void {
  const said = (text ?? '').replaceAll('\u00a0', ' ');
  expect(said).toMatch(/Sorani/);
  expect(said).toMatch(/am Telefon/);
  expect(said).not.toMatch(/Arabisch|59494|Musterplatz 1/);
}

async function becomesFirm(): Promise<void> {
  await story.answers(assignment, 'noor', 'accept');
  await story.mara.post(`/api/v1/assignments/${assignment.id}/confirm`);
  await story.pool.mails();
}

describe('the person asked reads what she is asked for', () => {
  test('in the mail', async () => {
    expectAgreed(factsIn(await mailNamed('noor', 'Können')));
  });

  test('on the page and by the API', async () => {
    const token = await story.tokenOf(assignment, 'noor');

    const page = await story.pool.visitor().get(`/offers/${token}`);
    const { body } = await story.pool.visitor().get(`/api/v1/offers/${token}`);

    expect(page.text).toMatch(/Sorani/);
    expect(page.text).toMatch(/am Telefon/);
    expect(page.text).not.toMatch(/Arabisch|vor Ort|genaue Adresse/);
    expect(body).toMatchObject({ language: 'ckb', mode: 'phone', situation: 'open' });
    expect(body).not.toHaveProperty('town');
  });

  test('and after her yes still no place', async () => {
    const { body } = await story.answers(assignment, 'noor', 'accept');

    expect(body).toMatchObject({ language: 'ckb', mode: 'phone', situation: 'noted' });
    expect(body).not.toHaveProperty('venue');
    expectAgreed(factsIn(await mailNamed('noor', 'Zusage angekommen')));
  });
});

describe('when it is booked', () => {
  beforeEach(becomesFirm);

  test('both read what was agreed, in the mail and in its calendar part', async () => {
    for (const name of ['noor', 'kim']) {
      const mail = await mailNamed(name, 'Fest gebucht');

      expectAgreed(factsIn(mail));
      const part = unfolded(mail?.calendar?.content ?? '');
      expect(part).toMatch(/SUMMARY:.*Sorani/);
      expect(part).toMatch(/LOCATION:Am Telefon/i);
      expect(part).not.toMatch(/Arabisch|Musterplatz/);
    }
  });

  test('so says the calendar feed', async () => {
    const address = /\/calendar\/\S+\.ics/.exec((await mailNamed('noor', 'Fest gebucht'))?.text ?? '')?.[0];

    const feed = unfolded((await story.pool.visitor().get(address ?? '')).text);

    expect(feed).toMatch(/SUMMARY:.*Sorani/);
    expect(feed).toMatch(/LOCATION:Am Telefon/i);
    expect(feed).not.toMatch(/Arabisch|Musterplatz/);
  });

  test('the agency sees what was agreed beside what it wished', async () => {
    const { body } = await story.kim.get(`/api/v1/assignments/${assignment.id}`);

    expect(body).toMatchObject({
      language: 'ar',
      mode: 'onsite',
      booking: { language: 'ckb', mode: 'phone', name: 'Noor Beispiel' },
    });
  });

  test('she is occupied while she speaks and not on any way', async () => {
    const stored = await mongoose.connection
      .collection('assignments')
      .findOne({ _id: assignment.id as never });

    expect(stored?.booking).toMatchObject({
      interpreter: id('noor'),
      secondChoice: { language: 'ckb', mode: 'phone' },
    });
    expect(stored?.booking.cells).toHaveLength(12);
  });
});

/** The part of a mail's text above the sender's own address. */
function factsIn(mail: MailboxItem | undefined): string {
  return (mail?.text ?? '').split(/\n-- ?\n|Kommunales Integrationszentrum/)[0] ?? '';
}

/** Lines of a calendar as they were before they were folded (RFC 5545 §3.1). */
function unfolded(text: string): string {
  return text.replace(/\r?\n /g, '');
}
