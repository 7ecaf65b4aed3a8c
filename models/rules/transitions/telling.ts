/** Whom a change concerns: the agency, the coordinators, the person booked, those who still have to answer. */
import type { Assignment, Offer, OfferState } from '../../assignment/shape.ts';
import type { NoticeKind } from '../../notice.ts';
import type { Notice } from './change.ts';
import type { Situation } from './situation.ts';

/** Tells whoever is written to at the agency, if anybody is. */
export function tellContact(assignment: Assignment, kind: NoticeKind, reason?: string): Notice[] {
  const { contact } = assignment;
  return contact ? [{ kind, role: 'contact', account: contact, ...(reason && { reason }) }] : [];
}

/** Tells everybody who coordinates in the centre. */
export function tellCoordinators(situation: Situation, kind: NoticeKind, reason?: string): Notice[] {
  return situation.coordinators.map((account) => ({
    kind,
    role: 'coordinator',
    account,
    ...(reason && { reason }),
  }));
}

/** Tells the person who is booked, if anybody is. */
export function tellBooked(assignment: Assignment, kind: NoticeKind, reason?: string): Notice[] {
  const { booking } = assignment;
  if (!booking) return [];
  const { account, offer } = booking;
  return [{ kind, role: 'interpreter', account, ...(offer && { offer }), ...(reason && { reason }) }];
}

/** Tells the people with these offers. */
export function tellAsked(offers: Offer[], kind: NoticeKind): Notice[] {
  return offers.map(({ id, account }) => ({ kind, role: 'interpreter', account, offer: id }));
}

/** The offers in one of these states. */
export function offersIn(assignment: Assignment, ...states: OfferState[]): Offer[] {
  return assignment.offers.filter((offer) => states.includes(offer.state));
}

/** The same offers, those in one of the states `from` now in the state `to`. */
export function closeOffers(offers: Offer[], from: OfferState[], to: OfferState): Offer[] {
  return offers.map((offer) => (from.includes(offer.state) ? { ...offer, state: to } : offer));
}

/** The same offers, one of them changed. */
export function withOffer(offers: Offer[], id: string | undefined, values: Partial<Offer>): Offer[] {
  return offers.map((offer) => (offer.id === id ? { ...offer, ...values } : offer));
}

/** The same offers, those that `which` names no longer in the way of asking the same people anew. */
export function formerOffers(offers: Offer[], which: (offer: Offer) => boolean): Offer[] {
  return offers.map((offer) => (which(offer) ? { ...offer, former: true } : offer));
}
