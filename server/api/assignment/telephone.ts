/** What a coordinator enters after a call: an answer on somebody's behalf, an assignment that was agreed without the pool. */
import { z } from 'zod';
import { acceptOffer, declineOffer } from '../../../models/assignment/answers.ts';
import { act, findAssignment } from '../../../models/assignment/change.ts';
import { logAssignment } from '../../../models/assignment/logging.ts';
import { newRequest } from '../../../models/assignment/request.ts';
import { closeCallTask } from '../../../models/message/call-tasks.ts';
import { PoolError } from '../../../models/pool-error.ts';
import type { Actor } from '../../../models/rules/transitions/situation.ts';
import { id, line } from '../../../models/shape.ts';
import { found } from '../../../models/storage.ts';
import { actingAs, coordinatorFor } from '../../access.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';
import { describesLanguage } from '../languages.ts';
import { requesterFor } from './requester.ts';
import { assignmentView, viewAssignment } from './view.ts';

const answer = z.strictObject({ answer: z.enum(['yes', 'no', 'not_reached']), note: line(200).optional() });

export const telephoneEndpoints: Endpoint[] = [
  endpoint({
    method: 'post',
    path: '/assignments/{id}/offers/{offer}/answer',
    summary: 'The answer of somebody who was called. `not_reached` asks the next; a late yes still counts.',
    status: 200,
    params: z.strictObject({ id, offer: id }),
    body: answer,
    reply: assignmentView,
    heads: ['ETag'],
    refuses: [403, 404, 409],
    handle: async ({ params, body, caller, now, context }) => {
      const before = await findAssignment(params.id);
      const actor = coordinatorFor(caller, before);
      found(before.offers.find((one) => one.id === params.offer));
      await answerFor(params, body, { actor, now });
      const after = await findAssignment(params.id);
      context.wake();
      return { body: await viewAssignment(after, caller), version: after.version };
    },
  }),
  endpoint({
    method: 'post',
    path: '/assignments/log',
    summary:
      'Enter an assignment that has been already, or was agreed without the pool, with the reason (`note`).',
    status: 201,
    body: newRequest.extend({
      agency: id,
      language: describesLanguage(newRequest.shape.language),
      alsoLanguages: describesLanguage(newRequest.shape.alsoLanguages),
      interpreter: id,
      note: line(200),
      override: line(200).optional(),
    }),
    reply: assignmentView,
    heads: ['ETag', 'Location'],
    refuses: [403, 404, 409],
    handle: async ({ body: { agency, interpreter, note, override, ...input }, caller, now, context }) => {
      const { role, ...owner } = await requesterFor(caller, agency, { isOver: input.end <= now });
      if (role !== 'coordinator') throw new PoolError('forbidden', { params: { action: 'log' } });
      const actor = actingAs(caller, role);
      const logged = await logAssignment(input, { interpreter, note, override }, owner, { actor, now });
      context.wake();
      return {
        body: await viewAssignment(logged, caller),
        version: logged.version,
        location: `/api/v1/assignments/${logged._id}`,
      };
    },
  }),
];

async function answerFor(
  params: { id: string; offer: string },
  { answer: given, note }: z.output<typeof answer>,
  by: { actor: Actor; now: Date },
): Promise<void> {
  if (given === 'not_reached') {
    await act(params.id, 'not_reached', { offer: params.offer, ...(note && { note }) }, by);
    return;
  }
  if (given === 'yes') await acceptOffer(params.offer, { ...by, note });
  else await declineOffer(params.offer, note, by);
  await closeCallTask(params.offer, by.now);
}
