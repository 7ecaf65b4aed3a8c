/** Entering an event: everything that will be is written down first, in one piece; the assignments follow from it. */

import type { Requester } from '../assignment/request.ts';
import { createOnce } from '../calls/once.ts';
import { findCentre } from '../centre.ts';
import { readLanguages } from '../language.ts';
import { PoolError } from '../pool-error.ts';
import { defaultBlocking, planBlocks } from '../rules/event-blocks.ts';
import { localFields } from '../rules/local-time.ts';
import { checkEvent } from '../rules/request-check.ts';
import type { Actor } from '../rules/transitions/situation.ts';
import { newId, present, schemaVersion } from '../storage.ts';
import { finishEvent } from './finishing.ts';
import { type Event, mostBlocks, type NewEvent, type PlannedSlot } from './shape.ts';
import { Events } from './storage.ts';

/**
 * Stores an event with its slots, its blocks and the ids that their assignments will have, then makes the assignments.
 * Should this process die in between, the next sweep makes what is missing: nothing is made twice or left out.
 * The same call again is answered with the event that it has made before.
 * @throws `invalid_input` with every field that breaks a rule; `key_reused`
 */
export async function enterEvent(
  input: NewEvent,
  requester: Requester,
  by: { actor: Actor; now: Date },
): Promise<Event> {
  const call = { request: by.actor.request, now: by.now };
  const { _id } = await createOnce(call, findMade, (id) => storeEvent(id, input, requester, by));
  return finishEvent(_id, by.now);
}

async function findMade(id: string) {
  const made = await Events.findOne({ _id: id }).lean<Event>();
  return made ? { made, done: { at: made.createdAt, request: made.request } } : undefined;
}

async function storeEvent(
  _id: string,
  input: NewEvent,
  { requestedBy, ...owner }: Requester,
  { actor, now }: { actor: Actor; now: Date },
): Promise<Event> {
  const [centre, languages] = await Promise.all([findCentre(owner.centre), readLanguages()]);
  const errors = checkEvent(input, { languages, now });
  if (errors.length > 0) throw new PoolError('invalid_input', { errors });
  const slots = numbered(input.slots);
  const blocks = planBlocks(slots, { ...defaultBlocking, ...centre.rules.eventBlocks });
  if (blocks.length > mostBlocks) {
    const error = { path: 'slots', code: 'too_many_blocks', params: { maximum: mostBlocks } };
    throw new PoolError('invalid_input', { errors: [error] });
  }
  const { start, end } = spanOf(slots);
  const event: Event = present({
    ...input,
    ...owner,
    _id,
    schemaVersion,
    request: actor.request,
    localDate: localFields(start, centre.zone).localDate,
    createdBy: requestedBy,
    role: actor.role,
    start,
    end,
    slots,
    blocks: blocks.map((block) => ({ ...block, assignment: newId() })),
    cancellations: [],
    version: 1,
    finishedVersion: 0,
    unfinished: true,
    outbox: [],
    createdAt: now,
    updatedAt: now,
  });
  await Events.create(event);
  return event;
}

/** In the order of time; slots of one moment stay in the order in which they were given. */
function numbered(slots: NewEvent['slots']): PlannedSlot[] {
  return [...slots]
    .sort((a, b) => a.start.getTime() - b.start.getTime())
    .map((slot, index) => ({ ...slot, number: index + 1 }));
}

function spanOf(slots: PlannedSlot[]): { start: Date; end: Date } {
  const starts = slots.map(({ start }) => start.getTime());
  const ends = slots.map(({ end }) => end.getTime());
  return { start: new Date(Math.min(...starts)), end: new Date(Math.max(...ends)) };
}
