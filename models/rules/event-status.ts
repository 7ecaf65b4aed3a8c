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
  const called = calledOff(event);
  return event.blocks.flatMap((block) => {
    const { assignment, slots } = block;
    const own = keys(assignment, slots);
    const isWhole = own.every((key) => called.has(key));
    const status = assignments.find(({ _id }) => _id === assignment)?.status;
    return slots.map((slot, index) => ({
      slot,
      block,
      isCancelled:
        status === 'cancelled' || (called.has(own[index] ?? '') && (!isWhole || event.unfinished === true)),
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

/** Blocks that this cancellation touches and of which no conversation is left: their assignments are to be cancelled. Pure. */
export function wholeBlocks(event: Event, { parts }: EventCancellation): PlannedBlock[] {
  const called = calledOff(event);
  return event.blocks.filter(
    ({ assignment, slots }) =>
      parts.some((part) => part.assignment === assignment) &&
      keys(assignment, slots).every((key) => called.has(key)),
  );
}

function calledOff({ cancellations }: Event): Set<string> {
  const parts = cancellations.flatMap((cancellation) => cancellation.parts);
  return new Set(parts.flatMap(({ assignment, slots }) => keys(assignment, slots)));
}

function keys(assignment: string, slots: readonly number[]): string[] {
  return slots.map((slot) => `${assignment}:${slot}`);
}
