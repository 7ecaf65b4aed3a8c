/** Finishing an event: whatever it says and is not yet so is done, and what must be said then is said, once for the whole. */
import { coordinatorsOf } from '../account.ts';
import { changeAssignment, situationOf } from '../assignment/change.ts';
import { assignmentsOfEvents } from '../assignment/list.ts';
import { createRequest } from '../assignment/request.ts';
import type { Assignment, OutboxEntry } from '../assignment/shape.ts';
import type { NoticeKind } from '../notice.ts';
import { PoolError } from '../pool-error.ts';
import { blocksEndedBy } from '../rules/event-status.ts';
import { decide } from '../rules/transitions.ts';
import { findEvent } from './list.ts';
import type { Event, EventCancellation, PlannedBlock } from './shape.ts';
import { Events } from './storage.ts';

/**
 * Makes the assignments that are missing, cancels those that are called off, and puts what must be said into the outbox
 * together with the mark that all is done. May run twice, late, or in several processes at once.
 */
export async function finishEvent(id: string, now: Date): Promise<Event> {
  const event = await findEvent(id);
  if (!event.unfinished) return event;
  const known = new Set((await assignmentsOfEvents([id])).map(({ _id }) => _id));
  for (const block of event.blocks) {
    if (!known.has(block.assignment)) await makeAssignment(event, block, now);
  }
  for (const cancellation of unfinishedCancellations(event)) {
    for (const block of blocksEndedBy(event, cancellation)) await callOff(block, event, cancellation, now);
  }
  const isMarked = await markFinished(event, now);
  return isMarked ? findEvent(id) : finishEvent(id, now);
}

function unfinishedCancellations({ cancellations, finishedVersion }: Event): EventCancellation[] {
  return cancellations.filter(({ version }) => version > finishedVersion);
}

/** The assignment of a block, with the id it was given; one that is there stays as it is. */
async function makeAssignment(event: Event, block: PlannedBlock, now: Date): Promise<void> {
  const { _id, centre, agency, contact, createdBy, createdAt, role } = event;
  const { mode, venue, occasion, onsiteContact, notes } = event;
  const { language, start, end } = block;
  const input = {
    language,
    start,
    end,
    mode,
    occasion,
    ...(venue && { venue }),
    ...(onsiteContact && { onsiteContact }),
    ...(notes && { notes }),
    alsoLanguages: [],
    alsoModes: [],
    alternatives: [],
    programmes: [],
    genderWish: 'none' as const,
  };
  await createRequest(
    input,
    { centre, agency, contact, requestedBy: createdBy, event: _id },
    { actor: { role, account: createdBy }, now, planned: { id: block.assignment, at: createdAt } },
  );
}

/** Cancelled as of when it was said. What is over, or was taken up again since then, stays as it is. */
async function callOff(
  { assignment: id }: PlannedBlock,
  { centre }: Event,
  { at, role, account, reason }: EventCancellation,
  now: Date,
): Promise<void> {
  const actor = { role, account };
  const situation = await situationOf(centre, actor, now);
  try {
    await changeAssignment(
      id,
      (assignment) =>
        wasCancelledSince(assignment, at)
          ? null
          : decide(assignment, 'cancel', { reason, at, quietly: true }, situation),
      { actor, now },
    );
  } catch (error) {
    if (!(error instanceof PoolError && error.code === 'wrong_status')) throw error;
  }
}

function wasCancelledSince({ history }: Assignment, since: Date): boolean {
  return history.some(({ action, at }) => action === 'cancel' && at >= since);
}

/** @returns false when the event has changed meanwhile, so that there may be more to do */
async function markFinished(event: Event, now: Date): Promise<boolean> {
  const { _id, version } = event;
  const outbox = await noticesOf(event);
  const { matchedCount } = await Events.updateOne(
    { _id, version, unfinished: true },
    {
      $set: { finishedVersion: version, updatedAt: now },
      $unset: { unfinished: 1 },
      $push: { outbox: { $each: outbox } },
    },
  );
  return matchedCount === 1;
}

/** One mail for the whole, instead of one for each assignment: to the agency always, to the coordinators unless it was them. */
async function noticesOf(event: Event): Promise<OutboxEntry[]> {
  const { _id, contact, centre, finishedVersion } = event;
  const coordinators = await coordinatorsOf(centre);
  const entries = (kind: NoticeKind, role: OutboxEntry['role'], accounts: string[], version: number) =>
    accounts.map(
      (account): OutboxEntry => ({
        id: [kind, _id, version, role, account].join(':'),
        kind,
        role,
        account,
        version,
        sequence: 0,
      }),
    );
  const contacts = contact ? [contact] : [];
  return [
    ...(finishedVersion === 0
      ? [
          ...entries('event_receipt', 'contact', contacts, 1),
          ...entries('event_request', 'coordinator', coordinators, 1),
        ]
      : []),
    ...unfinishedCancellations(event).flatMap(({ version, role }) => [
      ...entries('event_cancelled', 'contact', contacts, version),
      ...(role === 'contact' ? entries('event_cancelled', 'coordinator', coordinators, version) : []),
    ]),
  ];
}
