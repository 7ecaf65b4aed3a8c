/** How an evening stands, counted in conversations, whatever has been called off and taken up again. */
import { expect, test } from '@jest/globals';
import type { Status } from '../../models/assignment/shape.ts';
import type { Event } from '../../models/event/shape.ts';
import { blocksEndedBy, statusOf } from '../../models/rules/event-status.ts';
import { anAssignment, anOffer, berlin, kita, now } from '../support/factories.ts';

/** Two blocks: Arabic in the slots 1 to 3, Turkish in slot 4. */
function anEvent(values: Partial<Event> = {}): Event {
  const time = { start: berlin('2026-11-26', '16:00'), end: berlin('2026-11-26', '17:00') };
  return {
    _id: 'evening',
    schemaVersion: 1,
    centre: 'soest',
    agency: 'kita',
    name: 'Elternsprechtag',
    localDate: '2026-11-26',
    createdBy: 'kim',
    createdAt: now,
    mode: 'onsite',
    venue: kita,
    occasion: 'Elternsprechtag',
    role: 'contact',
    ...time,
    slots: [1, 2, 3, 4].map((number) => ({ number, ...time, languages: [number === 4 ? 'tr' : 'ar'] })),
    blocks: [
      { assignment: 'arabic', language: 'ar', track: 1, slots: [1, 2, 3], ...time },
      { assignment: 'turkish', language: 'tr', track: 1, slots: [4], ...time },
    ],
    cancellations: [],
    version: 1,
    finishedVersion: 1,
    outbox: [],
    updatedAt: now,
    ...values,
  };
}

/** The cancellations of the Arabic slots, one after the other; all that they cause has been done. */
function without(...slots: number[][]): Event {
  const version = slots.length + 1;
  return anEvent({
    version,
    finishedVersion: version,
    cancellations: slots.map((gone, index) => ({
      version: index + 2,
      at: now,
      role: 'contact',
      account: 'kim',
      reason: 'krank',
      parts: [{ assignment: 'arabic', slots: gone }],
    })),
  });
}

function assignments(arabic: Status, turkish: Status) {
  return [anAssignment({ _id: 'arabic', status: arabic }), anAssignment({ _id: 'turkish', status: turkish })];
}

test.each([
  ['confirmed', 'requested', 3, 0],
  ['completed', 'settled', 4, 0],
  ['accepted', 'confirmed', 1, 3],
  ['moved', 'unfilled', 0, 3],
] as const)('Arabic %s and Turkish %s: %d are filled, %d have a yes', (arabic, turkish, filled, withYes) => {
  const counted = statusOf(anEvent(), assignments(arabic, turkish));

  expect(counted).toEqual({ slots: 4, filled, withYes, cancelled: 0 });
});

test('several who are willing, of whom none is chosen yet, are a yes', () => {
  const willing = anAssignment({ _id: 'arabic', offers: [anOffer({ state: 'willing' })] });

  expect(statusOf(anEvent(), [willing])).toMatchObject({ filled: 0, withYes: 3 });
});

test('before its assignments are there, an event is open', () => {
  expect(statusOf(anEvent(), [])).toEqual({ slots: 4, filled: 0, withYes: 0, cancelled: 0 });
});

test('one conversation less leaves the assignment as it is; the last one ends it', () => {
  const event = without([2], [1, 3]);
  const [first, last] = event.cancellations;

  expect(first && blocksEndedBy(event, first)).toEqual([]);
  expect(last && blocksEndedBy(event, last)).toMatchObject([{ assignment: 'arabic' }]);
  expect(statusOf(without([2]), assignments('confirmed', 'confirmed'))).toMatchObject({
    slots: 3,
    filled: 3,
  });
});

test('what is called off does not count any more, also before its assignments are cancelled', () => {
  const event = { ...without([1, 2, 3]), finishedVersion: 1 };

  expect(statusOf(event, assignments('confirmed', 'confirmed'))).toMatchObject({ slots: 1, cancelled: 3 });
});

test('a block that is taken up again is whole, and can lose one conversation again', () => {
  const again = without([1, 2, 3]);
  const less = without([1, 2, 3], [2]);
  const [, last] = less.cancellations;

  expect(statusOf(again, assignments('requested', 'confirmed'))).toMatchObject({ slots: 4, cancelled: 0 });
  expect(statusOf(less, assignments('requested', 'confirmed'))).toMatchObject({ slots: 3, cancelled: 1 });
  expect(last && blocksEndedBy(less, last)).toEqual([]);
});
