/** Post: makes messages of what documents still have to say, and hands due messages to the mailer, one for each event. */
import { randomUUID } from 'node:crypto';
import type { Account } from '../models/account.ts';
import { findAssignment } from '../models/assignment/change.ts';
import type { Assignment } from '../models/assignment/shape.ts';
import {
  claimMessage,
  closeMessage,
  defer,
  dueMessages,
  earlierOpen,
  noteOnClaim,
  supersede,
} from '../models/message/delivery.ts';
import { type Message, mayHaveReached } from '../models/message.ts';
import { PoolError } from '../models/pool-error.ts';
import { isStillTrue, mustWait } from '../models/rules/still-true.ts';
import { isDatabaseAway } from '../models/storage.ts';
import { type ComposeSettings, composeMail } from './compose.ts';
import type { OnError } from './each.ts';
import { obstacleOfEvent } from './event-facts.ts';
import { handleFailure, handleUnwritable } from './failed-mail.ts';
import type { Mailer, OutgoingMail } from './mailer.ts';
import { emptyOutboxes } from './outboxes.ts';
import { isChangeOver, recipientOf } from './recipient.ts';

/** What the post works with. `clock` gives the database's time. */
export type PostOffice = {
  mailer: Mailer;
  settings: ComposeSettings;
  clock: () => Date;
  onError: OnError;
  /** Aborted when this process is to end: what is on its way is seen through, the rest is left to others. */
  ending?: AbortSignal;
};

const batch = 50;
const atOnce = 3;
const leaseMilliseconds = 60_000;
const renewMilliseconds = 20_000;
const lookAgainMilliseconds = 2_000;
const heldMilliseconds = 60_000;

/** What became of one message in this pass; one that rests is not due any more. */
type Outcome = 'sent' | 'closed' | 'rests' | 'waiting' | 'unreachable';

/** One pass: everything that has to be said is queued, everything due is sent. @returns how many mails left */
export async function post(office: PostOffice): Promise<number> {
  let sent = 0;
  for (;;) {
    await emptyOutboxes(office.clock, office.onError);
    const outcomes = await deliverBatch(await dueMessages(office.clock(), batch), office);
    sent += outcomes.filter((outcome) => outcome === 'sent').length;
    const goesOn = outcomes.some((outcome) => outcome !== 'waiting');
    if (!goesOn || outcomes.includes('unreachable') || office.ending?.aborted) return sent;
  }
}

/** Some at once; when the server cannot be reached the rest keep their attempts for later. */
async function deliverBatch(due: Message[], office: PostOffice): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (let index = 0; index < due.length; index += atOnce) {
    const some = due.slice(index, index + atOnce);
    outcomes.push(...(await Promise.all(some.map((message) => deliver(message, office)))));
    if (outcomes.includes('unreachable') || office.ending?.aborted) break;
  }
  return outcomes;
}

/** Claims a message and sees it through. What holds when it is claimed decides whether it leaves. */
async function deliver(due: Message, office: PostOffice): Promise<Outcome> {
  const hindrance = await hindranceTo(due, office.clock());
  if (hindrance) return hindrance;
  const now = office.clock();
  const message = await claimMessage(due._id, randomUUID(), now, new Date(now.getTime() + leaseMilliseconds));
  if (!message) return 'waiting';
  try {
    return await seeThrough(message, office);
  } catch (error) {
    if (isDatabaseAway(error)) throw error;
    office.onError(error, `message ${message._id}`);
    await handleUnwritable(message, error, { now: office.clock(), random: Math.random });
    return 'closed';
  }
}

async function seeThrough(message: Message, office: PostOffice): Promise<Outcome> {
  const [assignment, account] = await Promise.all([assignmentOf(message), recipientOf(message)]);
  const obstacle = await obstacleTo(message, assignment, account, office.clock());
  if (obstacle) {
    await closeMessage(message, obstacle);
    return 'closed';
  }
  const mail = await mailOf(message, account as Account & { email: string }, assignment, office);
  return send(message, mail, office);
}

/**
 * An earlier message to the same person about the same assignment goes first, unless it has been overtaken.
 * Until then this one rests, so that it does not keep others from the batch.
 */
async function hindranceTo(message: Message, now: Date): Promise<'rests' | 'waiting' | undefined> {
  const earlier = await earlierOpen(message);
  if (earlier.length === 0 && message.kind !== 'offer') return undefined;
  const assignment = await assignmentOf(message);
  if (assignment && mustWait(message.kind, assignment))
    return (await defer(message, new Date(now.getTime() + heldMilliseconds))) ? 'rests' : 'waiting';
  let rest: Date | undefined;
  for (const one of earlier) {
    const isJudged = one.status === 'queued' && one.assignment !== undefined;
    const isOvertaken = isJudged && (!assignment || !isStillTrue(one.kind, assignment, one));
    if (isOvertaken) await supersede(one._id);
    else rest = new Date(Math.max(rest?.getTime() ?? 0, restBehind(one, now)));
  }
  if (!rest) return undefined;
  return rest > now && (await defer(message, rest)) ? 'rests' : 'waiting';
}

/** One that waits for its next attempt is worth waiting for; one that is on its way may have arrived in a moment. */
function restBehind({ status, visibleAt }: Message, now: Date): number {
  return status === 'queued' ? visibleAt.getTime() : now.getTime() + lookAgainMilliseconds;
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
  if (assignment && !isStillConcerned(message, account, assignment)) return 'suppressed';
  const obstacle = await obstacleOfEvent(message);
  if (obstacle) return obstacle;
  if ((await isNews(message)) || (await isChangeOver(message, now))) return 'superseded';
  return account.email ? undefined : 'by_hand';
}

/** Whoever does not ask for the agency, or coordinate in the centre, any more is told nothing any more. */
function isStillConcerned(
  { role }: Message,
  { memberships }: Account,
  { agency, centre }: Pick<Assignment, 'agency' | 'centre'>,
): boolean {
  if (role === 'contact') return memberships.some((one) => one.role === 'contact' && one.agency === agency);
  return (
    role !== 'coordinator' || memberships.some((one) => one.role === 'coordinator' && one.centre === centre)
  );
}

/** Whether this would end a question that the person has never been asked. */
async function isNews(message: Message): Promise<boolean> {
  const endsQuestion = ['offer_withdrawn', 'taken', 'not_chosen'].includes(message.kind);
  return endsQuestion && !(await mayHaveReached(message, ['offer']));
}

/** What may have been handed over before, or a new rendering. */
async function mailOf(
  message: Message,
  account: Account & { email: string },
  assignment: Assignment | null,
  { settings, clock }: PostOffice,
): Promise<OutgoingMail> {
  const kept = message.rendered && settings.secrets.open(message.rendered);
  if (kept) return JSON.parse(kept) as OutgoingMail;
  return composeMail(message, account, assignment, { settings, now: clock() });
}

/** Notes down what leaves, hands it over, renewing the lease meanwhile, and marks it. */
async function send(
  message: Message,
  mail: OutgoingMail,
  { mailer, clock, onError, settings }: PostOffice,
): Promise<Outcome> {
  const rendered = settings.secrets.seal(JSON.stringify(mail));
  if (!(await noteOnClaim(message, { rendered, handedOverAt: clock() }))) return 'waiting';
  const renewal = setInterval(() => {
    const visibleAt = new Date(clock().getTime() + leaseMilliseconds);
    noteOnClaim(message, { visibleAt }).catch((error: unknown) => onError(error, 'renewing a lease'));
  }, renewMilliseconds);
  try {
    await mailer.send(mail);
  } catch (error) {
    const failure = await handleFailure(message, error, { now: clock(), random: Math.random });
    return failure === 'unreachable' ? 'unreachable' : 'closed';
  } finally {
    clearInterval(renewal);
  }
  const isMarked = await closeMessage(message, 'sent', { sentAt: clock() });
  if (!isMarked) onError(new Error('its lease had run out: it may be sent again'), `message ${message._id}`);
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
