/** What the person booked can do about their yes right now: the buttons of their page. */
import type { Assignment, Offer } from '../../assignment/shape.ts';
import type { Centre } from '../../centre.ts';
import { isSameDay, isTimeForNobodyHere, saidSinceFirm } from '../transitions/on-the-day.ts';

/** `keep` stands for both answers to a move. */
export type OfferAction = 'keep' | 'give_back' | 'running_late' | 'nobody_here';

/** Giving back is always possible; after a move the answer to the new time takes its place. */
export function offerActions(
  assignment: Assignment,
  offer: Pick<Offer, 'id'>,
  { now, centre }: { now: Date; centre: Centre },
): OfferAction[] {
  if (assignment.booking?.offer !== offer.id || assignment.end <= now) return [];
  switch (assignment.status) {
    case 'moved':
      return ['keep'];
    case 'accepted':
      return ['give_back'];
    case 'confirmed':
      return [
        ...(isSameDay(assignment, { now, centre }) ? (['running_late'] as const) : []),
        ...(canSayNobodyHere(assignment, now) ? (['nobody_here'] as const) : []),
        'give_back',
      ];
    default:
      return [];
  }
}

function canSayNobodyHere(assignment: Assignment, now: Date): boolean {
  const isSaid = saidSinceFirm(assignment, 'nobody_here').some(({ role }) => role === 'interpreter');
  return !isSaid && isTimeForNobodyHere(assignment, now);
}
