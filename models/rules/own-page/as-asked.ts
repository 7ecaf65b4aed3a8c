/** What somebody who is not asked any more was asked about: later changes of the appointment are none of theirs. */
import {
  type Assignment,
  type HistoryEntry,
  type Offer,
  occupying,
  type Period,
} from '../../assignment/shape.ts';

type Told = Pick<Assignment, 'history' | 'start' | 'end'>;
type Question = Pick<Offer, 'state' | 'askedAt' | 'answeredAt' | 'secondChoice'>;

/** Start and end as they were, and what may have been another one by then, so that it is better left out. */
export type AsAsked = Period & { unsure: ('language' | 'place')[] };

/** The appointment as it was when this offer ended for the person asked. */
export function asAsked({ history, start, end }: Told, offer: Question): AsAsked {
  const later = sinceClosed(history, offer);
  const move = later.find((entry) => intervalOf(entry));
  const parts = later.flatMap(({ action, reason = '' }) => (action === 'change' ? reason.split(',') : []));
  return {
    ...((move && intervalOf(move)) ?? { start, end }),
    unsure: [
      ...(parts.includes('language') && !offer.secondChoice?.language ? (['language'] as const) : []),
      ...(move || parts.includes('mode') ? (['place'] as const) : []),
    ],
  };
}

/** Whether the yes by this offer had become a booking, firm or noted, that others have ended since. */
export function wasLetGo({ history }: Pick<Assignment, 'history'>, offer: Question): boolean {
  return offer.state === 'withdrawn' && bookingOf(history, offer) !== undefined;
}

/** The offer whose booking ended by the change with this version. */
export function lostBy({ history, offers }: Pick<Assignment, 'history' | 'offers'>, version: number) {
  return offers.find(
    (offer) => bookingOf(history, offer) && sinceClosed(history, offer)[0]?.version === version,
  );
}

/** The time before a move, as its history entry keeps it; undefined for any other entry. */
export function intervalOf({ action, reason = '' }: HistoryEntry): Period | undefined {
  if (action !== 'move' && action !== 'reopen') return undefined;
  const [start, end] = reason.split('/').map((at) => new Date(at));
  if (!start || !end || Number.isNaN(start.getTime()) || Number.isNaN(end.getTime())) return undefined;
  return { start, end };
}

/** What a booked person was asked last: the time before the first of the moves that they have not answered yet. */
export function beforeOpenMoves({ history }: Pick<Assignment, 'history'>): Period | undefined {
  const first = history.findLastIndex(({ from, to }) => from !== 'moved' && to === 'moved');
  const entry = history[first];
  return entry && intervalOf(entry);
}

/** Whether the person booked is asked about another place only, at the same time. */
export function isNewPlace(assignment: Told & Pick<Assignment, 'status'>): boolean {
  const before = assignment.status === 'moved' ? beforeOpenMoves(assignment) : undefined;
  if (!before) return false;
  const isSame = (key: keyof Period) => before[key].getTime() === assignment[key].getTime();
  return isSame('start') && isSame('end');
}

/** The entries from the one that ended this offer on. */
function sinceClosed(history: HistoryEntry[], offer: Question): HistoryEntry[] {
  const booked = bookingOf(history, offer);
  if (!booked) return since(history, offer.answeredAt ?? offer.askedAt);
  const after = history.slice(history.indexOf(booked) + 1);
  const ended = after.findIndex(
    ({ action, from, to }) => occupying.includes(from) && (action === 'replace' || !occupying.includes(to)),
  );
  return ended < 0 ? [] : after.slice(ended);
}

/** The entry by which a yes became a booking; none after a no, for whom others took, or when all were asked anew before. */
function bookingOf(history: HistoryEntry[], { state, answeredAt }: Question): HistoryEntry | undefined {
  if (!answeredAt || state === 'lost') return undefined;
  const entries = since(history, answeredAt);
  const saidNo = entries.some(
    ({ action, at }) => action === 'decline' && at.getTime() === answeredAt.getTime(),
  );
  const booked = entries.findIndex(({ to }) => occupying.includes(to));
  return saidNo || entries.slice(0, booked).some(endsQuestions) ? undefined : entries[booked];
}

/** Whoever had not been booked by then is not asked any more. */
function endsQuestions({ action, reason = '' }: HistoryEntry): boolean {
  if (action === 'change') return reason.split(',').some((part) => asksAnew.includes(part));
  return ['move', 'cancel', 'reject', 'give_up', 'end'].includes(action);
}

const asksAnew = ['language', 'mode', 'genderWish'];

function since(history: HistoryEntry[], at: Date): HistoryEntry[] {
  return history.filter((entry) => entry.at >= at);
}
