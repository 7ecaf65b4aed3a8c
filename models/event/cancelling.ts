/** Cancelling an event, all of it or some: what is called off is written down in one write, and the assignments follow from it. */

import type { Expected } from '../assignment/change.ts';
import { assignmentsOfEvents } from '../assignment/list.ts';
import type { Assignment } from '../assignment/shape.ts';
import { PoolError } from '../pool-error.ts';
import { type Place, placesOf } from '../rules/event-status.ts';
import { isDoneBy } from '../rules/repeated.ts';
import type { Actor } from '../rules/transitions/situation.ts';
import { transitions } from '../rules/transitions.ts';
import { finishEvent } from './finishing.ts';
import { findEvent } from './list.ts';
import type { CancelledPart, Event } from './shape.ts';
import { Events } from './storage.ts';

/** What is called off: whole assignments, single slots (in one language, or in all), or everything when neither is named. */
export type CalledOff = {
  reason: string;
  assignments?: string[] | undefined;
  slots?: { slot: number; language?: string | undefined }[] | undefined;
};

/** How often it is tried again when somebody else was faster. */
const attempts = 5;

/**
 * Calls off conversations of an event. An assignment is cancelled when none of its conversations is left; until then it
 * keeps its time, because a shorter one would have to be agreed on anew with whoever is coming.
 * @returns the event afterwards; unchanged when all of it had been called off before
 * The same call again is answered before anything is looked at.
 * @throws `invalid_input` for what the event does not have; `key_reused`; `too_late` when it is over; `stale_version`; `busy`
 */
export async function cancelEvent(
  id: string,
  input: CalledOff,
  { actor, now, version }: { actor: Actor & { account: string }; now: Date } & Expected,
): Promise<Event> {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const event = await findEvent(id);
    if (event.cancellations.some((done) => isDoneBy(done, actor.request, now))) return finishEvent(id, now);
    if (version !== undefined && version !== event.version) {
      throw new PoolError('stale_version', { params: { seen: version, now: event.version } });
    }
    const parts = partsOf(event, await assignmentsOfEvents([id]), input);
    if (parts.length === 0) return finishEvent(id, now);
    const { reason } = input;
    const next = event.version + 1;
    const { role, account, request } = actor;
    const entry = { version: next, at: now, role, account, reason, parts, ...(request && { request }) };
    const { matchedCount } = await Events.updateOne(
      { _id: id, version: event.version },
      {
        $set: { version: next, unfinished: true, updatedAt: now },
        $push: { cancellations: entry },
      },
    );
    if (matchedCount === 1) return finishEvent(id, now);
  }
  throw new PoolError('busy');
}

/** What of the wish is still to be called off, by assignment. */
function partsOf(event: Event, assignments: Assignment[], input: CalledOff): CancelledPart[] {
  refuseUnknown(event, input);
  const wanted = placesOf(event, assignments).filter((place) => !place.isCancelled && isMeant(place, input));
  const open = wanted.filter(({ block }) => canBeCancelled(assignments, block.assignment));
  if (wanted.length > 0 && open.length === 0) throw new PoolError('too_late');
  const ids = [...new Set(open.map(({ block }) => block.assignment))];
  return ids.map((assignment) => ({
    assignment,
    slots: open.filter(({ block }) => block.assignment === assignment).map(({ slot }) => slot),
  }));
}

function isMeant({ slot, block }: Place, { assignments, slots }: CalledOff): boolean {
  if (!assignments && !slots) return true;
  return (
    assignments?.includes(block.assignment) === true ||
    slots?.some((one) => one.slot === slot && (!one.language || one.language === block.language)) === true
  );
}

/** What is over cannot be called off any more; what is not there yet can. */
function canBeCancelled(assignments: Assignment[], id: string): boolean {
  const status = assignments.find(({ _id }) => _id === id)?.status;
  return status === undefined || (transitions.cancel.from as readonly string[]).includes(status);
}

function refuseUnknown({ slots, blocks }: Event, input: CalledOff): void {
  const known = blocks.map(({ assignment }) => assignment);
  const foreign = (input.assignments ?? []).flatMap((one, index) =>
    known.includes(one) ? [] : [unknown(`assignments.${index}`, one, known)],
  );
  const absent = (input.slots ?? []).flatMap(({ slot, language }, index) => {
    const there = slots.find(({ number }) => number === slot);
    if (!there)
      return [
        unknown(
          `slots.${index}.slot`,
          slot,
          slots.map(({ number }) => number),
        ),
      ];
    const isNeeded = !language || there.languages.includes(language);
    return isNeeded ? [] : [unknown(`slots.${index}.language`, language, there.languages)];
  });
  const errors = [...foreign, ...absent];
  if (errors.length > 0) throw new PoolError('invalid_input', { errors });
}

function unknown(path: string, sent: unknown, options: unknown[]) {
  return { path, code: 'not_in_list', params: { sent, options } };
}
