/** A yes and the booking that comes of it: accepted, willing among several, confirmed. */
import type { Assignment, Booking, Offer } from '../../assignment/shape.ts';
import { PoolError } from '../../pool-error.ts';
import { answerBy } from '../offer-plan.ts';
import type { Notice, Writes } from './change.ts';
import type { Situation } from './situation.ts';
import {
  closeOffers,
  offersIn,
  tellAsked,
  tellBooked,
  tellContact,
  tellCoordinators,
  withOffer,
} from './telling.ts';

/** `asked` comes along when a coordinator records the yes of somebody whom no round has asked. */
type Yes = { offer: string; booking: Booking; asked?: Offer; note?: string };

/** The one booking update. The first yes wins; a late one counts while the search is open and the offer not withdrawn. */
export const accept = {
  before(assignment: Assignment, input: Yes, situation: Situation): 'unchanged' | undefined {
    return answerable(withAsked(assignment, input.asked), input.offer, situation.now);
  },
  write(before: Assignment, { offer, booking, asked, note }: Yes, situation: Situation): Writes {
    const { now, centre } = situation;
    const assignment = withAsked(before, asked);
    const others = offersIn(assignment, 'pending', 'willing').filter(
      (one) => one.interpreter !== booking.interpreter,
    );
    const answered = withOffer(assignment.offers, offer, { state: 'accepted', answeredAt: now });
    const after: Assignment = { ...assignment, booking };
    const isAutomatic = centre.rules.confirmation === 'automatic';
    return {
      status: isAutomatic ? 'confirmed' : 'accepted',
      set: {
        booking,
        ...(isAutomatic ? { firmAt: now } : isNearEnoughToWarn(assignment, situation) && { warnedAt: now }),
      },
      unset: ['exhausted', 'askFirst'],
      reason: note,
      offers: closeOffers(answered, ['pending', 'willing'], 'lost'),
      say: [
        ...(isAutomatic
          ? bookedNotices(after)
          : [...tellBooked(after, 'yes_noted'), ...tellCoordinators(situation, 'please_confirm')]),
        ...tellAsked(others, 'taken'),
      ],
    };
  },
};

/** A yes where several may say yes: noted, without booking anybody. Until when one of them is chosen is set with the first. */
export const beWilling = {
  before(assignment: Assignment, input: { offer: string }, situation: Situation): 'unchanged' | undefined {
    return answerable(assignment, input.offer, situation.now);
  },
  write(assignment: Assignment, input: { offer: string }, situation: Situation): Writes {
    const { now } = situation;
    const offers = withOffer(assignment.offers, input.offer, { state: 'willing', answeredAt: now });
    const mine = offers.filter((one) => one.id === input.offer);
    const open = offersIn(assignment, 'pending').map(({ expiresAt }) => expiresAt.getTime());
    const wished = Math.max(answerBy(now, assignment.start).getTime(), ...open);
    const chooseBy = new Date(Math.min(wished, beforeTheEnd(assignment, now)));
    return {
      set: { chooseBy: assignment.chooseBy ?? chooseBy },
      unset: ['exhausted', 'askFirst'],
      offers,
      say: [...tellAsked(mine, 'willing_noted'), ...tellCoordinators(situation, 'please_confirm')],
    };
  },
};

/** Books firmly: the one who said yes, or the one chosen among several. The same confirmation twice is one. */
export const confirm = {
  before(
    assignment: Assignment,
    input: { interpreter?: string; booking?: Booking },
  ): 'unchanged' | undefined {
    const { status, booking } = assignment;
    if (booking && input.interpreter && booking.interpreter !== input.interpreter) {
      throw new PoolError('already_taken');
    }
    return status === 'confirmed' ? 'unchanged' : undefined;
  },
  write(
    assignment: Assignment,
    input: { interpreter?: string; booking?: Booking },
    { now }: Situation,
  ): Writes {
    const booking = assignment.booking ?? input.booking;
    if (!booking) throw nobodyToBook(assignment);
    const others = (state: Offer['state']) =>
      offersIn(assignment, state).filter((one) => one.id !== booking.offer);
    const chosen = withOffer(assignment.offers, booking.offer, { state: 'accepted' });
    return {
      status: 'confirmed',
      set: { ...(!assignment.booking && { booking }), firmAt: now },
      offers: closeOffers(chosen, ['pending', 'willing'], 'lost'),
      say: [
        ...bookedNotices({ ...assignment, booking }),
        ...tellAsked(others('willing'), 'not_chosen'),
        ...tellAsked(others('pending'), 'taken'),
      ],
    };
  },
};

/** Whether so little time is left that a cancellation or a giving back counts as late (setting of the centre). */
export function isLate(
  assignment: Pick<Assignment, 'start'>,
  { now, centre }: Pick<Situation, 'now' | 'centre'>,
): boolean {
  return assignment.start.getTime() - now.getTime() < centre.rules.lateHours * 3_600_000;
}

/** The coordinators are told of the yes at once: so near the appointment nobody has to be warned again. */
function isNearEnoughToWarn(assignment: Assignment, { now, centre }: Situation): boolean {
  return assignment.start.getTime() - now.getTime() <= centre.rules.confirmWarningHours * 3_600_000;
}

/** What is said when a booking becomes firm, or firm again: to the person booked and to the agency. */
export function bookedNotices(after: Assignment): Notice[] {
  return [...tellBooked(after, 'booked'), ...tellContact(after, 'booked')];
}

/** Where several are willing, somebody has to be chosen; otherwise there is no yes to book. */
function nobodyToBook(assignment: Assignment): PoolError {
  const options = offersIn(assignment, 'willing').map(({ interpreter }) => interpreter);
  const params = { action: 'confirm', status: assignment.status };
  return options.length > 0
    ? new PoolError('invalid_input', {
        errors: [{ path: 'interpreter', code: 'not_in_list', params: { options } }],
      })
    : new PoolError('wrong_status', { params });
}

/** With a quarter of the time still left, so that somebody can choose before the search is given up. */
function beforeTheEnd({ giveUpAt, start }: Assignment, now: Date): number {
  const end = (giveUpAt ?? start).getTime();
  return end - (end - now.getTime()) / 4;
}

/** The assignment with the offer to somebody whom no round has asked. */
export function withAsked(assignment: Assignment, asked: Offer | undefined): Assignment {
  return asked ? { ...assignment, offers: [...assignment.offers, asked] } : assignment;
}

/** Whether this offer can still be answered; the first answer stays, and each refusal says why. */
function answerable(assignment: Assignment, id: string, now: Date): 'unchanged' | undefined {
  const offer = assignment.offers.find((one) => one.id === id);
  if (!offer) throw new PoolError('not_found');
  switch (offer.state) {
    case 'accepted':
    case 'willing':
    case 'declined':
      return 'unchanged';
    case 'lost':
      throw new PoolError('already_taken');
    case 'withdrawn':
      throw new PoolError('offer_withdrawn');
  }
  if (assignment.booking) throw new PoolError('already_taken');
  if (assignment.start <= now) throw new PoolError('too_late');
  if (assignment.status !== 'requested') throw new PoolError('offer_withdrawn');
  if (assignment.hold) throw new PoolError('held');
  return undefined;
}
