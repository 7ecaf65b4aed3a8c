/** Outboxes: what documents still have to say becomes messages, whichever document it is. */

import { emailChangeOutbox } from '../models/account/email-change.ts';
import { accountOutbox } from '../models/account.ts';
import { assignmentOutbox } from '../models/assignment/list.ts';
import type { OutboxEntry } from '../models/assignment/shape.ts';
import { eventOutbox } from '../models/event/list.ts';
import { buryMessage } from '../models/message/call-tasks.ts';
import { queueMessage } from '../models/message.ts';
import { signInOutbox } from '../models/sign-in.ts';
import type { OnError } from './each.ts';

const batch = 50;

/** What a message is about besides the person; a person's own document says nothing more. */
type About = { assignment?: string; event?: string; centre?: string; signIn?: string; emailChange?: string };
type Speaking = { _id: string; outbox: OutboxEntry[] };

type Outbox = {
  waiting: () => Promise<(Speaking & About)[]>;
  drop: (document: string, entry: string) => Promise<void>;
};

const outboxes: Outbox[] = [
  {
    ...assignmentOutbox,
    waiting: async () =>
      (await assignmentOutbox.waiting(batch)).map(({ _id, outbox, centre }) => ({
        _id,
        outbox,
        assignment: _id,
        centre,
      })),
  },
  {
    ...eventOutbox,
    waiting: async () =>
      (await eventOutbox.waiting(batch)).map(({ _id, outbox, centre }) => ({
        _id,
        outbox,
        event: _id,
        centre,
      })),
  },
  {
    ...signInOutbox,
    waiting: async () =>
      (await signInOutbox.waiting(batch)).map(({ _id, outbox }) => ({ _id, outbox, signIn: _id })),
  },
  {
    ...accountOutbox,
    waiting: async () => (await accountOutbox.waiting(batch)).map(({ _id, outbox }) => ({ _id, outbox })),
  },
  {
    ...emailChangeOutbox,
    waiting: async () =>
      (await emailChangeOutbox.waiting(batch)).map(({ _id, outbox }) => ({ _id, outbox, emailChange: _id })),
  },
];

/** Insert the message, then take the entry out: whatever happens in between, the entry makes the same message again. */
export async function emptyOutboxes(clock: () => Date, onError: OnError): Promise<void> {
  for (const { waiting, drop } of outboxes) {
    for (const { _id, outbox, ...about } of await waiting()) {
      for (const entry of outbox) {
        if (await queued(entry, about, clock, onError)) await drop(_id, entry.id);
      }
    }
  }
}

/** How often an entry may fail to become a message, and how often each has in this process. */
const mostFailures = 5;
const failures = new Map<string, number>();

/** Whether the entry has become a message. One that cannot waits, without holding up others, and is dead in the end. */
async function queued(
  { id, ...entry }: OutboxEntry,
  about: About,
  clock: () => Date,
  onError: OnError,
): Promise<boolean> {
  const message = { _id: id, ...entry, ...about };
  try {
    await queueMessage(message, clock());
    failures.delete(id);
    return true;
  } catch (error) {
    onError(error, `outbox entry ${id}`);
    const count = (failures.get(id) ?? 0) + 1;
    failures.set(id, count);
    if (count < mostFailures) return false;
    failures.delete(id);
    await buryMessage(message, { code: 'not_queued', text: String(error).slice(0, 300) }, clock());
    return true;
  }
}
