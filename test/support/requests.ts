/** Requests as clients send them, and the shortest way to each turn of the story. */
import type { Client, Reply } from './client.ts';
import { kita } from './factories.ts';

/** Arabic at the Kita, Thursday, 26 November 2026, 10 to 11. */
export const thursdayAtTen = {
  language: 'ar',
  start: '2026-11-26T10:00:00+01:00',
  end: '2026-11-26T11:00:00+01:00',
  mode: 'onsite',
  venue: kita,
  occasion: 'Elterngespräch',
  genderWish: 'none',
};

/** An agency asks; the request as it comes back. */
export async function requestFrom(agency: Client, values: object = {}): Promise<Reply['body']> {
  const reply = await agency.post('/api/v1/assignments', { ...thursdayAtTen, ...values });
  if (reply.status !== 201) throw new Error(`the request was refused: ${reply.text}`);
  return reply.body;
}

/** The link of the Einsatzanfrage in a mail's text. */
export function offerToken(text: string): string {
  const token = /\/offers\/([\w-]+)/.exec(text)?.[1];
  if (!token) throw new Error(`no link to an offer in: ${text}`);
  return token;
}
