/** Whether what a message says still holds when it is about to leave: one predicate a kind, never by version. */
import { type Assignment, type Offer, occupying } from '../assignment/shape.ts';
import type { Message } from '../message.ts';
import type { AssignmentNoticeKind, NoticeKind } from '../notice.ts';

type Said = Pick<Message, 'account' | 'role' | 'offer' | 'sequence'>;
type Predicate = (assignment: Assignment, said: Said) => boolean;

const isRequested: Predicate = ({ status }) => status === 'requested';
const offerIs =
  (state: Offer['state']): Predicate =>
  (assignment, said) =>
    offerOf(assignment, said)?.state === state;

/** A booking is told to whom it concerns, as it stands: same time, same person. */
const isBookedAsSaid: Predicate = (assignment, said) =>
  assignment.status === 'confirmed' && assignment.sequence === said.sequence && concerns(assignment, said);

const predicates: Record<AssignmentNoticeKind, Predicate> = {
  receipt: ({ status }) => status !== 'cancelled' && status !== 'rejected',
  check_address: ({ status }) => status === 'unverified',
  new_request: isRequested,
  offer: (assignment, said) => isRequested(assignment, said) && offerIs('pending')(assignment, said),
  offer_withdrawn: (assignment, said) =>
    isClosed(offerOf(assignment, said)) && !isAskedAnew(assignment, said),
  taken: (assignment, said) => offerIs('lost')(assignment, said) && !isAskedAnew(assignment, said),
  yes_noted: (assignment, said) =>
    concerns(assignment, said) &&
    (assignment.status === 'accepted' ||
      (assignment.status === 'moved' && assignment.sequence === said.sequence)),
  willing_noted: offerIs('willing'),
  not_chosen: offerIs('lost'),
  please_confirm: ({ status, offers }) =>
    status === 'accepted' || (status === 'requested' && offers.some((offer) => offer.state === 'willing')),
  booked: isBookedAsSaid,
  reminder: isBookedAsSaid,
  cancelled: (assignment, { role, account }) =>
    role === 'interpreter' ? !isHeldBy(assignment, account) : assignment.status === 'cancelled',
  released: (assignment, { account }) => !isHeldBy(assignment, account),
  given_back: (assignment, { role, account }) =>
    role === 'interpreter' ? !isHeldBy(assignment, account) : assignment.status === 'requested',
  replaced: (assignment, said) => assignment.booking !== undefined && assignment.sequence === said.sequence,
  moved: (assignment, said) =>
    assignment.sequence === said.sequence &&
    (assignment.status === 'moved' || assignment.status === 'requested'),
  changed: (assignment, said) => concerns(assignment, said),
  check_booking: ({ booking }) => booking !== undefined,
  rejected: ({ status }) => status === 'rejected',
  unfilled: ({ status }) => status === 'unfilled',
  still_open: isRequested,
  still_searching: isRequested,
  running_late: isBookedAsSaid,
  nobody_here: isBookedAsSaid,
  restored: isRequested,
};

/** Whether it must wait: nobody is asked while somebody has to look first. */
export function mustWait(kind: NoticeKind, { hold }: Pick<Assignment, 'hold'>): boolean {
  return kind === 'offer' && hold !== undefined;
}

/** Whether a message about an assignment may still leave as it is. */
export function isStillTrue(kind: NoticeKind, assignment: Assignment, said: Said): boolean {
  return !isAboutAssignment(kind) || predicates[kind](assignment, said);
}

function isAboutAssignment(kind: NoticeKind): kind is AssignmentNoticeKind {
  return Object.hasOwn(predicates, kind);
}

function offerOf({ offers }: Assignment, { offer }: Said): Offer | undefined {
  return offers.find((one) => one.id === offer);
}

function isClosed(offer: Offer | undefined): boolean {
  return offer?.state === 'withdrawn' || offer?.state === 'lapsed';
}

/** The same person has been asked again since: the newer question is what counts. */
function isAskedAnew({ offers }: Assignment, said: Said): boolean {
  const interpreter = offers.find((one) => one.id === said.offer)?.interpreter;
  return offers.some(
    (one) => one.interpreter === interpreter && one.id !== said.offer && one.state === 'pending',
  );
}

/** An agency is always concerned; an interpreter while they are the one booked. */
function concerns({ booking }: Assignment, { role, account }: Said): boolean {
  return role !== 'interpreter' || booking?.account === account;
}

function isHeldBy({ status, booking }: Assignment, account: string): boolean {
  return booking?.account === account && occupying.includes(status);
}
