/** Post: makes messages of what documents still have to say, and hands due messages to the mailer, one for each event. */
import { randomUUID } from 'node:crypto';
import { type Account, findAccounts } from '../models/account.ts';
import { findAssignment } from '../models/assignment/change.ts';
import { assignmentOutbox } from '../models/assignment/list.ts';
import type { Assignment, OutboxEntry } from '../models/assignment/shape.ts';
import {
  buryMessage,
  claimMessage,
  closeMessage,
  dueMessages,
  earlierOpen,
  type Message,
  mayHaveReached,
  noteOnClaim,
  queueMessages,
  supersede,
} from '../models/message.ts';
import { PoolError } from '../models/pool-error.ts';
import { isStillTrue } from '../models/rules/still-true.ts';
import { signInOutbox } from '../models/sign-in.ts';
import { type ComposeSettings, composeMail } from './compose.ts';
import { handleFailure } from './failed-mail.ts';
import type { Mailer, OutgoingMail } from './mailer.ts';

/** What the post works with. `clock` gives the database's time. */
export type PostOffice = {
  mailer: Mailer;
  settings: ComposeSettings;
  clock: () => Date;
  onError: (error: unknown, what: string) => void;
};

const batch = 50;
const atOnce = 3;
const leaseMilliseconds = 60_000;
const renewMilliseconds = 20_000;

/** What became of one message in this pass. */
type Outcome = 'sent' | 'closed' | 'waiting' | 'unreachable';

/** One pass: everything that has to be said is queued, everything due is sent. @returns how many mails left */
export async function post(office: PostOffice): Promise<number> {
  await emptyOutboxes(office);
  let sent = 0;
  for (;;) {
    const outcomes = await deliverBatch(await dueMessages(office.clock(), batch), office);
    sent += outcomes.filter((outcome) => outcome === 'sent').length;
    const goesOn = outcomes.some((outcome) => outcome === 'sent' || outcome === 'closed');
    if (!goesOn || outcomes.includes('unreachable')) return sent;
  }
}

/** Some at once; when the server cannot be reached the rest keep their attempts for later. */
async function deliverBatch(due: Message[], office: PostOffice): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (let index = 0; index < due.length; index += atOnce) {
    const some = due.slice(index, index + atOnce);
    outcomes.push(...(await Promise.all(some.map((message) => deliverSafely(message, office)))));
    if (outcomes.includes('unreachable')) break;
  }
  return outcomes;
}

/** A mail that cannot be made (a bug) must not stop the others; it stays leased and is tried again. */
async function deliverSafely(message: Message, office: PostOffice): Promise<Outcome> {
  try {
    return await deliver(message, office);
  } catch (error) {
    office.onError(error, `message ${message._id}`);
    return 'waiting';
  }
}

async function deliver(due: Message, office: PostOffice): Promise<Outcome> {
  const assignment = await assignmentOf(due);
  if (await mustWait(due, assignment)) return 'waiting';
  const now = office.clock();
  const message = await claimMessage(due._id, randomUUID(), now, new Date(now.getTime() + leaseMilliseconds));
  if (!message) return 'waiting';
  const account = await accountOf(message);
  const obstacle = await obstacleTo(message, assignment, account, now);
  if (obstacle) {
    await closeMessage(message, obstacle);
    return 'closed';
  }
  const mail = await mailOf(message, account as Account & { email: string }, assignment, office);
  return mail ? send(message, mail, office) : 'waiting';
}

/** An earlier message to the same person about the same assignment goes first, unless it has been overtaken. */
async function mustWait(message: Message, assignment: Assignment | null): Promise<boolean> {
  let waits = false;
  for (const earlier of await earlierOpen(message)) {
    const isOvertaken =
      earlier.status === 'queued' && (!assignment || !isStillTrue(earlier.kind, assignment, earlier));
    if (isOvertaken) await supersede(earlier._id);
    else waits = true;
  }
  return waits;
}

/** Why a message must not leave any more, or cannot by mail; undefined when it can. */
async function obstacleTo(
  message: Message,
  assignment: Assignment | null,
  account: Account | undefined,
  now: Date,
): Promise<'suppressed' | 'expired' | 'superseded' | 'by_hand' | undefined> {
  if (!account || (message.assignment && !assignment)) return 'suppressed';
  if (message.notAfter && message.notAfter <= now) return 'expired';
  if (assignment && !isStillTrue(message.kind, assignment, message)) return 'superseded';
  if (await isNews(message)) return 'superseded';
  return account.email ? undefined : 'by_hand';
}

/** Whether this would end a question that the person has never been asked. */
async function isNews(message: Message): Promise<boolean> {
  const endsQuestion = ['offer_withdrawn', 'taken', 'not_chosen'].includes(message.kind);
  return endsQuestion && !(await mayHaveReached(message, ['offer']));
}

/** What was rendered at the first attempt, or a new rendering that is kept before it leaves. */
async function mailOf(
  message: Message,
  account: Account & { email: string },
  assignment: Assignment | null,
  { settings, clock }: PostOffice,
): Promise<OutgoingMail | undefined> {
  const kept = message.rendered && settings.secrets.open(message.rendered);
  if (kept) return JSON.parse(kept) as OutgoingMail;
  const mail = await composeMail(message, account, assignment, { settings, now: clock() });
  const isKept = await noteOnClaim(message, { rendered: settings.secrets.seal(JSON.stringify(mail)) });
  return isKept ? mail : undefined;
}

/** Hands the mail over, renewing the lease meanwhile, and marks it. */
async function send(
  message: Message,
  mail: OutgoingMail,
  { mailer, clock, onError }: PostOffice,
): Promise<Outcome> {
  const renewal = setInterval(() => {
    const visibleAt = new Date(clock().getTime() + leaseMilliseconds);
    noteOnClaim(message, { visibleAt }).catch((error: unknown) => onError(error, 'renewing a lease'));
  }, renewMilliseconds);
  try {
    await mailer.send(mail);
  } catch (error) {
    return (await handleFailure(message, error, clock(), Math.random)) === 'unreachable'
      ? 'unreachable'
      : 'closed';
  } finally {
    clearInterval(renewal);
  }
  await closeMessage(message, 'sent', { sentAt: clock() });
  return 'sent';
}

async function assignmentOf({ assignment }: Message): Promise<Assignment | null> {
  if (!assignment) return null;
  try {
    return await findAssignment(assignment);
  } catch (error) {
    if (error instanceof PoolError) return null;
    throw error;
  }
}

async function accountOf({ account }: Message): Promise<Account | undefined> {
  return (await findAccounts([account])).get(account);
}

/** Insert the message, then take the entry out: whatever happens in between, the entry makes the same message again. */
async function emptyOutboxes(office: PostOffice): Promise<void> {
  for (const document of await assignmentOutbox.waiting(batch)) {
    for (const entry of document.outbox) {
      if (await queued(entry, { assignment: document._id }, office))
        await assignmentOutbox.drop(document._id, entry.id);
    }
  }
  for (const document of await signInOutbox.waiting(batch)) {
    for (const entry of document.outbox) {
      if (await queued(entry, { signIn: document._id }, office))
        await signInOutbox.drop(document._id, entry.id);
    }
  }
}

/** How often an entry may fail to become a message, and how often each has in this process. */
const mostFailures = 5;
const failures = new Map<string, number>();

/** Whether the entry has become a message. One that cannot waits, without holding up others, and is dead in the end. */
async function queued(
  { id, ...entry }: OutboxEntry,
  about: { assignment: string } | { signIn: string },
  { clock, onError }: PostOffice,
): Promise<boolean> {
  const message = { _id: id, ...entry, ...about };
  try {
    await queueMessages([message], clock());
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
