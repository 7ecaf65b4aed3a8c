/** An assignment that was agreed without the pool, or has been already: entered afterwards by a coordinator, with its reason. */
import type { z } from 'zod';
import { createOnce } from '../calls/once.ts';
import { readLanguages } from '../language.ts';
import { namedByLists } from '../lists/named.ts';
import { positionOfPostcode } from '../municipality.ts';
import { PoolError } from '../pool-error.ts';
import { localFields } from '../rules/local-time.ts';
import { checkRequest } from '../rules/request-check.ts';
import { applyChange } from '../rules/transitions/change.ts';
import type { Actor } from '../rules/transitions/situation.ts';
import { decide } from '../rules/transitions.ts';
import { isDuplicateOf } from '../storage.ts';
import { situationOf } from './change.ts';
import { agreedBooking, type Placing, saidBy } from './placing.ts';
import { draftOf, findMade, type newRequest, type Requester, storeNumbered } from './request.ts';
import type { Assignment } from './shape.ts';
import { noDoubleBooking } from './storage.ts';

/**
 * Stores it booked, or completed when it is over. What is booked is told as any booking is; what is over tells nobody.
 * The same call again is answered with what it has entered before.
 * @throws `invalid_input`; `key_reused`; `already_booked` when the interpreter is elsewhere then, unless overridden; `not_found`
 */
export async function logAssignment(
  input: z.output<typeof newRequest>,
  placing: Placing,
  requester: Requester,
  by: { actor: Actor; now: Date },
): Promise<Assignment> {
  const call = { request: by.actor.request, now: by.now };
  return createOnce(call, findMade, (id) => storeLogged(id, input, placing, requester, by));
}

async function storeLogged(
  id: string,
  input: z.output<typeof newRequest>,
  placing: Placing,
  requester: Requester,
  { actor, now }: { actor: Actor; now: Date },
): Promise<Assignment> {
  const [languages, situation, position] = await Promise.all([
    readLanguages(),
    situationOf(requester.centre, actor, now),
    input.venue && positionOfPostcode(input.venue.postcode, requester.centre),
  ]);
  const { localDate } = localFields(input.start, situation.centre.zone);
  const { named, errors: unnamed } = await namedByLists(input, requester.centre, localDate);
  const errors = [...checkRequest(input, { languages, now, mayBePast: true }), ...unnamed];
  if (errors.length > 0) throw new PoolError('invalid_input', { errors });
  const at = { now, zone: situation.centre.zone };
  const first = draftOf({ ...named, ...(position && { position }) }, requester, {
    ...at,
    number: '0000-0000',
    id,
  });
  const { booking, offer } = await agreedBooking(first, placing, situation);
  return refusingTwins(() =>
    storeNumbered(situation, (number) => {
      const draft: Assignment = { ...first, number, offers: [offer] };
      const change = decide(draft, 'log', { booking, reason: saidBy(placing) }, situation);
      return change ? applyChange(draft, change) : draft;
    }),
  );
}

async function refusingTwins<T>(store: () => Promise<T>): Promise<T> {
  try {
    return await store();
  } catch (error) {
    if (isDuplicateOf(error, noDoubleBooking)) throw new PoolError('already_booked');
    throw error;
  }
}
