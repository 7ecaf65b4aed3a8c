/** An offer reached by its mailed link: the token is the capability for this one question, and for nothing else. */
import { type Asked, acceptOffer, declineOffer, findOffer } from '../models/assignment/answers.ts';
import { actAsBooked, type BookedAction } from '../models/assignment/booked.ts';
import type { Offer } from '../models/assignment/shape.ts';
import { PoolError } from '../models/pool-error.ts';
import type { Input } from '../models/rules/transitions.ts';
import { idInToken } from '../models/secrets.ts';
import type { Context } from './context.ts';

type Tools = Pick<Context, 'secrets' | 'clock' | 'wake'>;

/** The offer that a token names. @throws `not_found` for anything that we have not signed */
export async function offerByToken(token: string, { secrets }: Pick<Context, 'secrets'>): Promise<Asked> {
  const id = idInToken(token);
  if (!id) throw new PoolError('not_found');
  const asked = await findOffer(id);
  if (!secrets.isSigned('offer', token, asked.offer.sequence)) throw new PoolError('not_found');
  return asked;
}

/** The person who holds the link says yes. @throws what the rule refuses with */
export async function acceptByToken(token: string, tools: Tools): Promise<Asked> {
  const { offer } = await offerByToken(token, tools);
  const answered = await acceptOffer(offer.id, { actor: holderOf(offer), now: tools.clock() });
  tools.wake();
  return answered;
}

/** The person who holds the link says no. */
export async function declineByToken(
  token: string,
  reason: string | undefined,
  tools: Tools,
): Promise<Asked> {
  const { offer } = await offerByToken(token, tools);
  const answered = await declineOffer(offer.id, reason, { actor: holderOf(offer), now: tools.clock() });
  tools.wake();
  return answered;
}

/**
 * The person who holds the link does something about the booking that came of it.
 * @param sequence the appointment as they have seen it; one that has moved since is not answered
 * @throws what the rule refuses with
 */
export async function actByToken<Name extends BookedAction>(
  token: string,
  action: Name,
  input: Input<Name>,
  tools: Tools,
  sequence?: number,
): Promise<Asked> {
  const { offer } = await offerByToken(token, tools);
  const by = { actor: holderOf(offer), now: tools.clock(), sequence };
  const acted = await actAsBooked(offer.id, action, input, by);
  tools.wake();
  return acted;
}

function holderOf({ account, interpreter }: Offer) {
  return { role: 'interpreter' as const, account, interpreter };
}
