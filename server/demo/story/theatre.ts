/** What the story is played with: people who call the real API and open real links, their mails, and a clock that jumps. */
import { DateTime } from 'luxon';
import { dayOf } from '../calendar.ts';
import { zone } from '../invented.ts';

// biome-ignore lint/suspicious/noExplicitAny: the story reads replies as any client would
type Body = any;

/** Somebody who is signed in, or a visitor with a link. */
export type Player = {
  get: (path: string) => Promise<Body>;
  post: (path: string, body?: object) => Promise<Body>;
};

export type Mail = {
  id: string;
  date: string;
  to: string[];
  subject: string;
  text: string;
  calendar?: { method: string };
};

/** What the story needs of the running pool; `wait` resolves when nothing that was woken runs any more. */
export type Running = { url: string; jobs: { settled: () => Promise<void>; tick: () => Promise<void> } };

/** The clock of the story; the pool lives by it as well. */
export type StoryClock = { now: () => Date; set: (at: Date) => void };

export type Theatre = {
  visitor: Player;
  /** Signs in by the code of the mail that comes. */
  signIn: (email: string) => Promise<Player>;
  /** Mails that have come since this was asked the last time, oldest first: those about this number, and how many others. */
  newMails: (number: string) => Promise<{ mails: Mail[]; others: number }>;
  /** Goes to this moment and lets happen what is due by then. */
  goTo: (at: Date) => Promise<void>;
  /** Such as `Montag, 23. November 2026, 9:05 Uhr`. */
  when: () => string;
};

/** Opens the theatre over a running pool. */
export function openTheatre({ url, jobs }: Running, clock: StoryClock): Theatre {
  const visitor = createPlayer(url);
  const seen = new Set<string>();
  const unseen = async (): Promise<Mail[]> => {
    await jobs.settled();
    const { items } = await visitor.get('/mailbox.json');
    const fresh = (items as Mail[]).filter(({ id }) => !seen.has(id)).sort(inOrder);
    for (const { id } of fresh) seen.add(id);
    return fresh;
  };
  return {
    visitor,
    signIn: async (email) => {
      const player = createPlayer(url);
      await player.post('/api/v1/login', { email });
      const mail = (await unseen()).findLast(({ to, text }) => to.includes(email) && /\/login\//.test(text));
      await player.post('/api/v1/session', { email, code: /\b\d{6}\b/.exec(mail?.text ?? '')?.[0] });
      return player;
    },
    newMails: async (number) => {
      const all = await unseen();
      const mails = all.filter(({ subject }) => subject.includes(number));
      return { mails, others: all.length - mails.length };
    },
    goTo: async (at) => {
      clock.set(at);
      await jobs.settled();
      await jobs.tick();
    },
    when: () => spoken(clock.now()),
  };
}

/** Oldest first; those of one moment always in the same order. */
function inOrder(a: Mail, b: Mail): number {
  const key = ({ date, subject, to }: Mail) => `${date} ${subject} ${to.join()}`;
  return key(a) < key(b) ? -1 : 1;
}

function spoken(at: Date): string {
  const local = DateTime.fromJSDate(at, { zone }).setLocale('de');
  return `${local.toFormat('cccc, d. LLLL yyyy, H:mm')} Uhr`;
}

/** So many days after a moment, at a time of day. */
export function daysLater(at: Date, days: number, time: string): Date {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return DateTime.fromISO(dayOf(at), { zone }).plus({ days }).set({ hour, minute }).toJSDate();
}

function createPlayer(url: string): Player {
  let cookie: string | undefined;
  const call = async (method: string, path: string, body?: object): Promise<Body> => {
    const response = await fetch(new URL(path, url), {
      method,
      headers: { 'content-type': 'application/json', ...(cookie && { cookie }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    for (const set of response.headers.getSetCookie()) cookie = set.split(';')[0];
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  };
  return { get: (path) => call('GET', path), post: (path, body = {}) => call('POST', path, body) };
}
