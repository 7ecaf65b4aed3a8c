/** Steps around a booking: it becomes firm, is given back, passed on, moved or called off. */
import type { Offer } from '../../../models/assignment/shape.ts';
import { answerBy } from '../../../models/rules/offer-plan.ts';
import { bookingFor, cellsOf, nextOffers } from './asking.ts';
import { beforehand, type When } from './moments.ts';
import { does, type Step } from './step.ts';

/** Nobody has confirmed: the rules bring it to mind a day before and book three hours before. */
export const booksItself: Step[] = [
  does('warn', 'system', beforehand(24 * 60), () => ({})),
  does('confirm', 'system', beforehand(3 * 60), () => ({})),
];

/** The coordinator books firmly. */
export function confirms(when: When): Step {
  return does('confirm', 'coordinator', when, () => ({}));
}

/** The person booked cannot after all. */
export function givesBack(when: When, reason?: string): Step {
  return does('give_back', 'interpreter', when, () => (reason ? { reason } : {}));
}

/** The coordinator lets the person go. */
export function releases(reason: string, when: When): Step {
  return does('release', 'coordinator', when, () => ({ reason }));
}

/** Somebody else takes over, as the coordinator has agreed with both. */
export function replaces(note: string, when: When): Step {
  return does('replace', 'coordinator', when, (story, { pool }, now) => {
    const { id: _unasked, ...person } = nextOffers(story, pool, now)[0] as Offer;
    return { note, booking: bookingFor(story, person, pool, now) };
  });
}

/** The agency needs another time on the same day; the person booked still has to say whether that goes. */
export function moves(minutes: number, when: When): Step {
  return does('move', 'contact', when, (story, { pool }, now) => {
    const start = new Date(story.start.getTime() + minutes * 60_000);
    const end = new Date(story.end.getTime() + minutes * 60_000);
    const cells = story.booking && cellsOf({ ...story, start, end }, story.booking.interpreter, pool);
    return { start, end, keepBy: answerBy(now, start), ...(cells && { cells }) };
  });
}

/** The person booked can come at the new time — or was let go at once because it was taken, and then nothing is left to say. */
export function keeps(when: When): Step {
  const keep = does('keep', 'interpreter', when, () => ({}));
  return (story, stage) => (story.status === 'moved' ? keep(story, stage) : story);
}

/** Other details: here, what the interpreter should know. */
export function notes(text: string, when: When): Step {
  return does('change', 'contact', when, () => ({ notes: text }));
}

/** The agency or the coordination calls it off. */
export function cancels(by: 'contact' | 'coordinator', reason: string, when: When): Step {
  return does('cancel', by, when, () => ({ reason }));
}
