/** What has been told so far, by the person it concerns: who is booked when, and who has been asked how often. */
import type { Assignment, Offer } from '../../../models/assignment/shape.ts';

export type Diary = {
  add: (assignment: Assignment) => void;
  /** Every appointment somebody is or was booked for, however it ended: nobody is planned twice for one time. */
  bookingsOf: (interpreter: string) => Assignment[];
  offersTo: (interpreter: string) => Offer[];
};

/** An empty diary. */
export function createDiary(): Diary {
  const bookings = new Map<string, Assignment[]>();
  const offers = new Map<string, Offer[]>();
  return {
    add: (assignment) => {
      for (const offer of assignment.offers) listIn(offers, offer.interpreter).push(offer);
      if (assignment.booking) listIn(bookings, assignment.booking.interpreter).push(assignment);
    },
    bookingsOf: (interpreter) => bookings.get(interpreter) ?? [],
    offersTo: (interpreter) => offers.get(interpreter) ?? [],
  };
}

/** The list kept under a key; an empty one comes into being. */
export function listIn<Item>(lists: Map<string, Item[]>, key: string): Item[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}
