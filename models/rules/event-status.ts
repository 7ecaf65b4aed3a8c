/** How an event stands, counted in places: one language of one slot, which is one conversation that needs somebody. */
import type { Assignment, Status } from '../assignment/shape.ts';
import type { Event, EventCancellation, PlannedBlock } from '../event/shape.ts';
import type { NoticeKind } from '../notice.ts';

/** One conversation: the slot, and the assignment that is to cover it. */
export type Place = { slot: number; block: PlannedBlock; isCancelled: boolean };

export type EventStatus = {
  /** Conversations that are to take place. */
  slots: number;
  /** Of these, where somebody is firmly booked; a yes alone is none of them. */
  filled: number;
  /** Of these, where somebody has said yes and is not firmly booked. */
  withYes: number;
  /** Conversations that are called off. */
  cancelled: number;
};

const firm: Status[] = ['confirmed', 'completed', 'settled'];

/** What an event needs of an assignment. */
type Known = Pick<Assignment, '_id' | 'status' | 'offers'>;

/** Every conversation of the event, whether or not its assignment is there already. Pure. */
export function placesOf(event: Event, assignments: readonly Known[]): Place[] {
  return event.blocks.flatMap((block) => {
    const status = assignments.find(({ _id }) => _id === block.assignment)?.status;
    const { gone, endedBy } = courseOf(block, event);
    const isEnding = endedBy.some((version) => version > event.finishedVersion);
    return block.slots.map((slot) => ({
      slot,
      block,
      isCancelled: status === 'cancelled' || isEnding || gone.has(slot),
    }));
  });
}

/** One status for the whole evening. A block that was called off and is taken up again counts again. Pure. */
export function statusOf(event: Event, assignments: readonly Known[]): EventStatus {
  const places = placesOf(event, assignments);
  const alive = places.filter(({ isCancelled }) => !isCancelled);
  const countOf = (isSo: (one: Known) => boolean) =>
    alive.filter(({ block }) => assignments.some((one) => one._id === block.assignment && isSo(one))).length;
  return {
    slots: alive.length,
    filled: countOf(({ status }) => firm.includes(status)),
    withYes: countOf(hasYes),
    cancelled: places.length - alive.length,
  };
}

/** Whether a message about the event still holds: a receipt does not once everything is called off. Pure. */
export function isEventNewsTrue(kind: NoticeKind, event: Event, assignments: readonly Known[]): boolean {
  return kind === 'event_cancelled' || statusOf(event, assignments).slots > 0;
}

/** A yes, also one that a move has put in question, or one among several of which none is chosen yet. */
function hasYes({ status, offers }: Known): boolean {
  if (status === 'accepted' || status === 'moved') return true;
  return status === 'requested' && offers.some(({ state }) => state === 'willing');
}

/** Blocks of which this cancellation took away the last conversation: their assignments are to be cancelled. Pure. */
export function blocksEndedBy(event: Event, { version }: EventCancellation): PlannedBlock[] {
  return event.blocks.filter((block) => courseOf(block, event).endedBy.includes(version));
}

/**
 * What has been called off of a block: since it was last whole, and the versions that took away the last of it. With those
 * its assignment ends, so that a block which is taken up again begins anew, whole.
 */
function courseOf({ assignment, slots }: PlannedBlock, { cancellations }: Event) {
  const gone = new Set<number>();
  const endedBy: number[] = [];
  for (const { version, parts } of cancellations) {
    const taken = parts.filter((part) => part.assignment === assignment).flatMap((part) => part.slots);
    for (const slot of taken) gone.add(slot);
    if (gone.size < slots.length) continue;
    endedBy.push(version);
    gone.clear();
  }
  return { gone, endedBy };
}
