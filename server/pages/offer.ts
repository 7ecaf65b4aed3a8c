/** The page of one offer: a question with two buttons, then the own page of the assignment. Looking changes nothing. */
import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { findAccount } from '../../models/account.ts';
import type { Asked } from '../../models/assignment/answers.ts';
import { findCentre } from '../../models/centre.ts';
import { type ErrorCode, PoolError } from '../../models/pool-error.ts';
import { line } from '../../models/shape.ts';
import { offerPage } from '../../templates/pages/offer-page.tsx';
import type { OfferView } from '../../templates/pages/views.ts';
import { acceptByToken, actByToken, declineByToken, offerByToken } from '../asked.ts';
import type { Context } from '../context.ts';
import { parseInput } from '../input.ts';
import { statusOf } from '../problems.ts';
import { frameOf } from './frame.ts';
import { localised } from './localised.ts';
import { offerView } from './offer-view.ts';

/** How much later somebody may say they come, in minutes. */
const delay = z.coerce.number().int().min(5).max(60);

const reason = line(200).optional().catch(undefined);
const sequence = z.coerce.number().int().optional().catch(undefined);
const answer = z.discriminatedUnion('answer', [
  z.object({ answer: z.enum(['accept', 'nobody_here']) }),
  z.object({ answer: z.enum(['decline', 'give_back']), reason }),
  z.object({ answer: z.enum(['keep', 'not_keep']), sequence }),
  z.object({ answer: z.literal('running_late'), minutes: delay }),
]);
type Answer = z.output<typeof answer>;

const told = [
  'already_taken',
  'already_booked',
  'offer_withdrawn',
  'held',
  'too_late',
  'wrong_status',
  'not_now',
  'stale_version',
] as const;
type Refusal = (typeof told)[number];

/** What a page shows besides the state: why an answer does not count, or the question behind "give back". */
type Besides = Pick<OfferView, 'refusal' | 'step'>;

export function offerPages(context: Context): Router {
  const router = Router();
  router.get('/offers/:token', async (request, response) => {
    await show(await offerByToken(request.params.token, context), {}, request, response, context);
  });
  router.get('/offers/:token/give-back', async (request, response) => {
    const asked = await offerByToken(request.params.token, context);
    await show(asked, { step: 'give_back' }, request, response, context);
  });
  router.post('/offers/:token', async (request, response) => {
    const { token } = request.params;
    const given = parseInput(answer, request.body ?? {});
    const refusal = await answered(token, given, context);
    if (!refusal) return response.redirect(303, localised(request, `/offers/${token}`));
    response.status(statusOf(refusal));
    await show(await offerByToken(token, context), { refusal }, request, response, context);
  });
  return router;
}

/** Passes the answer on. @returns why it does not count, when the person should read that on the same page */
async function answered(token: string, given: Answer, context: Context): Promise<Refusal | undefined> {
  try {
    await passOn(token, given, context);
    return undefined;
  } catch (error) {
    if (error instanceof PoolError && isTold(error.code)) return error.code;
    throw error;
  }
}

function passOn(token: string, given: Answer, context: Context): Promise<Asked> {
  switch (given.answer) {
    case 'accept':
      return acceptByToken(token, context);
    case 'decline':
      return declineByToken(token, given.reason, context);
    case 'give_back':
      return actByToken(token, 'give_back', given.reason ? { reason: given.reason } : {}, context);
    case 'keep':
    case 'not_keep':
      return actByToken(token, given.answer, {}, context, given.sequence);
    case 'running_late':
      return actByToken(token, 'running_late', { minutes: given.minutes }, context);
    case 'nobody_here':
      return actByToken(token, 'nobody_here', {}, context);
  }
}

function isTold(code: ErrorCode): code is Refusal {
  return (told as readonly string[]).includes(code);
}

async function show(
  asked: Asked,
  besides: Besides,
  request: Request<{ token: string }>,
  response: Response,
  context: Context,
): Promise<void> {
  const [centre, account] = await Promise.all([
    findCentre(asked.assignment.centre),
    findAccount(asked.offer.account),
  ]);
  response.locals.locale ??= account.locale;
  const frame = await frameOf(request as unknown as Request, response, context, centre);
  const view = await offerView(asked, account.name, {
    centre,
    context,
    locale: frame.locale,
    action: localised(request, `/offers/${request.params.token}`),
  });
  response.set('Cache-Control', 'no-store').send(offerPage(frame, { ...view, ...besides }));
}
