/** The offer page: one question with two buttons, and afterwards the state in words. Looking changes nothing. */
import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { findAccount } from '../../models/account.ts';
import { findAgency } from '../../models/agency.ts';
import type { Asked } from '../../models/assignment/answers.ts';
import { bookingsAround } from '../../models/assignment/occupation.ts';
import { type Centre, findCentre } from '../../models/centre.ts';
import { findInterpreter } from '../../models/interpreter.ts';
import { languageLabel, readLanguages } from '../../models/language.ts';
import { type ErrorCode, PoolError } from '../../models/pool-error.ts';
import { agreed } from '../../models/rules/agreed.ts';
import { offerSituation } from '../../models/rules/offer-situation.ts';
import { type Locale, line } from '../../models/shape.ts';
import { offerPage } from '../../templates/pages/offer-page.tsx';
import type { OfferView } from '../../templates/pages/views.ts';
import { acceptByToken, declineByToken, offerByToken } from '../asked.ts';
import type { Context } from '../context.ts';
import { parseInput } from '../input.ts';
import { statusOf } from '../problems.ts';
import { frameOf } from './frame.ts';

const answer = z.object({
  answer: z.enum(['accept', 'decline']),
  reason: line(200).optional().catch(undefined),
});
const told = ['already_taken', 'already_booked', 'offer_withdrawn', 'held', 'too_late'] as const;
type Refusal = (typeof told)[number];

export function offerPages(context: Context): Router {
  const router = Router();
  router.get('/offers/:token', async (request, response) => {
    await show(await offerByToken(request.params.token, context), undefined, request, response, context);
  });
  router.post('/offers/:token', async (request, response) => {
    const { token } = request.params;
    const given = parseInput(answer, request.body ?? {});
    const refusal = await answered(token, given, context);
    if (!refusal) return response.redirect(303, request.originalUrl);
    await show(
      await offerByToken(token, context),
      refusal,
      request,
      response.status(statusOf(refusal)),
      context,
    );
  });
  return router;
}

/** Passes the answer on. @returns why it does not count, when the person should read that on the same page */
async function answered(
  token: string,
  given: z.infer<typeof answer>,
  context: Context,
): Promise<Refusal | undefined> {
  try {
    if (given.answer === 'accept') await acceptByToken(token, context);
    else await declineByToken(token, given.reason, context);
    return undefined;
  } catch (error) {
    if (error instanceof PoolError && isTold(error.code)) return error.code;
    throw error;
  }
}

function isTold(code: ErrorCode): code is Refusal {
  return (told as readonly string[]).includes(code);
}

async function show(
  asked: Asked,
  refusal: Refusal | undefined,
  request: Request,
  response: Response,
  context: Context,
): Promise<void> {
  const [centre, account] = await Promise.all([
    findCentre(asked.assignment.centre),
    findAccount(asked.offer.account),
  ]);
  response.locals.locale ??= account.locale;
  const frame = await frameOf(request, response, context, centre);
  const view = await viewOf(asked, account.name, {
    centre,
    context,
    locale: frame.locale,
    action: request.originalUrl,
  });
  response.set('Cache-Control', 'no-store').send(offerPage(frame, { ...view, ...(refusal && { refusal }) }));
}

type Around = { centre: Centre; context: Context; locale: Locale; action: string };

async function viewOf({ assignment, offer }: Asked, name: string, around: Around): Promise<OfferView> {
  const { centre, context, locale, action } = around;
  const { number, start, end, onsiteContact, booking, status } = assignment;
  const { language, mode, venue } = agreed(assignment, offer);
  const [languages, agency, person, sameDay] = await Promise.all([
    readLanguages(),
    findAgency(assignment.agency),
    findInterpreter(offer.interpreter),
    bookingsAround([offer.interpreter], assignment),
  ]);
  const saidYes = booking?.offer === offer.id;
  const isFirm = saidYes && status === 'confirmed';
  const { secrets, baseUrl } = context;
  return {
    situation: offerSituation(assignment, offer, context.clock()),
    name,
    number,
    language: languageLabel(languages, language, locale),
    start,
    end,
    zone: centre.zone,
    mode,
    agency: saidYes ? agency.name : agency.type,
    expiresAt: offer.expiresAt,
    sameDay: sameDay.filter((one) => one._id !== assignment._id && one.localDate === assignment.localDate)
      .length,
    action,
    ...(assignment.keepBy && { keepBy: assignment.keepBy }),
    ...(venue && { town: { postcode: venue.postcode, city: venue.city } }),
    ...(venue && saidYes && { venue }),
    ...(offer.kilometres !== undefined && { kilometres: offer.kilometres }),
    ...(onsiteContact && isFirm && centre.rules.contactPolicy.onsiteContact && { onsiteContact }),
    ...(isFirm && {
      feedUrl: `${baseUrl}/calendar/${secrets.sign('calendar', person._id, person.calendarVersion)}.ics`,
    }),
  };
}
