/** What an offer means to the person asked right now: the one word behind the state they read. */
import { type Assignment, type Offer, occupying } from '../assignment/shape.ts';
import { wasLetGo } from './own-page/as-asked.ts';

/**
 * - `open`: answer, please · `late`: the time has passed, a yes still counts
 * - `noted`: said yes, not booked · `willing`: said yes, the coordinator chooses · `moved`: a new time, can you still?
 * - `checking`: somebody has to look first, no answer now · `unbooked`: said yes, but it never became a booking
 * - `booked` · `over`: took place · `cancelled`: do not go
 * - `given_back`: was booked or noted, and cannot after all
 * - `released`: was booked or noted, and others have ended it: do not go
 * - `declined` · `lost`: somebody else · `withdrawn`: not needed any more · `missed`: the time to answer is over for good
 */
export type OfferSituation =
  | 'open'
  | 'late'
  | 'noted'
  | 'willing'
  | 'moved'
  | 'checking'
  | 'unbooked'
  | 'booked'
  | 'over'
  | 'cancelled'
  | 'given_back'
  | 'released'
  | 'declined'
  | 'lost'
  | 'withdrawn'
  | 'missed';

/** What closes a question for good: the page tells of the appointment as it was asked for, and not of what came later. */
export const closedSituations: readonly OfferSituation[] = [
  'given_back',
  'released',
  'declined',
  'lost',
  'withdrawn',
  'missed',
];

/** Derived from assignment and offer together, never stored. */
export function offerSituation(assignment: Assignment, offer: Offer, now: Date): OfferSituation {
  if (assignment.booking?.offer === offer.id) return situationOfBooked(assignment);
  const canAnswer = assignment.status === 'requested' && assignment.start > now;
  switch (offer.state) {
    case 'pending':
    case 'lapsed':
      if (assignment.status === 'requested' && assignment.hold) return 'checking';
      if (!canAnswer) return assignment.booking ? 'lost' : 'missed';
      return offer.state === 'lapsed' || offer.expiresAt <= now ? 'late' : 'open';
    case 'willing':
      return 'willing';
    case 'declined':
      return hasGivenBack(assignment, offer) ? 'given_back' : 'declined';
    case 'lost':
      return 'lost';
    default:
      return wasLetGo(assignment, offer) ? 'released' : 'withdrawn';
  }
}

/** Whether the person had said yes by this offer and has taken it back since, by themselves; what the coordination did for them reads as a no. */
export function hasGivenBack({ history }: Assignment, { state, account, answeredAt }: Offer): boolean {
  const actions = ['give_back', 'not_keep'];
  return (
    state === 'declined' &&
    history.some(
      (entry) =>
        actions.includes(entry.action) &&
        entry.account === account &&
        (!answeredAt || entry.at >= answeredAt),
    )
  );
}

function situationOfBooked({ status }: Assignment): OfferSituation {
  if (status === 'cancelled') return 'cancelled';
  if (status === 'moved') return 'moved';
  if (status === 'confirmed') return 'booked';
  if (status === 'accepted') return 'noted';
  if (status === 'unfilled') return 'unbooked';
  return occupying.includes(status) ? 'over' : 'missed';
}
