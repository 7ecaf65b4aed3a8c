/** Somebody without e-mail has been called: from now on their time to answer runs. */
import type { Assignment } from '../../assignment/shape.ts';
import { PoolError } from '../../pool-error.ts';
import { answerBy } from '../offer-plan.ts';
import type { Writes } from './change.ts';
import type { Situation } from './situation.ts';
import { withOffer } from './telling.ts';

type Call = { offer: string; note?: string | undefined };

/** The question has been asked by telephone. A question that has been answered stays as it is. */
export const call = {
  before(assignment: Assignment, input: Call): 'unchanged' | undefined {
    const offer = assignment.offers.find((one) => one.id === input.offer);
    if (!offer) throw new PoolError('not_found');
    return assignment.status === 'requested' && offer.state === 'pending' ? undefined : 'unchanged';
  },
  write(assignment: Assignment, { offer, note }: Call, { now }: Situation): Writes {
    return {
      offers: withOffer(assignment.offers, offer, { expiresAt: answerBy(now, assignment.start) }),
      reason: note,
    };
  },
};
