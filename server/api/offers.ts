/** Offers as the person asked sees them: their own list when signed in, and each one by the token of its mailed link. */
import { z } from 'zod';
import type { Asked } from '../../models/assignment/answers.ts';
import { assignmentsAsking } from '../../models/assignment/list.ts';
import { offerState, status } from '../../models/assignment/shape.ts';
import { type Centre, listCentres } from '../../models/centre.ts';
import { agreed } from '../../models/rules/agreed.ts';
import { offerSituation } from '../../models/rules/offer-situation.ts';
import { id, line, mode, venue } from '../../models/shape.ts';
import { found } from '../../models/storage.ts';
import { scopeOf } from '../access.ts';
import { acceptByToken, actByToken, declineByToken, offerByToken } from '../asked.ts';
import type { Context } from '../context.ts';
import { endpoint, openEndpoint } from '../endpoint.ts';
import { writeInstant, writtenInstant } from './instants.ts';

const offerView = z
  .object({
    id,
    token: z.string(),
    state: offerState,
    situation: z.string(),
    number: z.string(),
    status,
    language: id,
    start: writtenInstant,
    end: writtenInstant,
    mode,
    town: z.object({ postcode: z.string(), city: z.string() }).optional(),
    kilometres: z.number().optional(),
    venue: venue.optional(),
    expiresAt: writtenInstant,
    answeredAt: writtenInstant.optional(),
    /** Rises with every move; after one, until when to answer. */
    sequence: z.number().int(),
    keepBy: writtenInstant.optional(),
  })
  .meta({ id: 'Offer' });

const byToken = z.strictObject({ token: line(80) });

/** The exact address belongs to those who have said yes. */
function viewOf(
  { assignment, offer }: Asked,
  { zone }: Centre,
  { secrets, clock }: Pick<Context, 'secrets' | 'clock'>,
): z.input<typeof offerView> {
  const { number, start, end, booking } = assignment;
  const { language, mode: how, venue: where } = agreed(assignment, offer);
  const saidYes = booking?.offer === offer.id;
  return {
    id: offer.id,
    token: secrets.sign('offer', offer.id, offer.sequence),
    state: offer.state,
    situation: offerSituation(assignment, offer, clock()),
    number,
    status: assignment.status,
    language,
    start: writeInstant(start, zone),
    end: writeInstant(end, zone),
    mode: how,
    ...(where && { town: { postcode: where.postcode, city: where.city } }),
    ...(where && saidYes && { venue: where }),
    ...(offer.kilometres !== undefined && { kilometres: offer.kilometres }),
    expiresAt: writeInstant(offer.expiresAt, zone),
    sequence: assignment.sequence,
    ...(saidYes && assignment.keepBy && { keepBy: writeInstant(assignment.keepBy, zone) }),
    ...(offer.answeredAt && { answeredAt: writeInstant(offer.answeredAt, zone) }),
  };
}

async function viewsOf(asked: Asked[], context: Context): Promise<z.input<typeof offerView>[]> {
  const centres = new Map((await listCentres()).map((centre) => [centre._id, centre]));
  return asked.map((one) => viewOf(one, found(centres.get(one.assignment.centre)), context));
}

async function replyWith(asked: Asked, context: Context) {
  const [body] = await viewsOf([asked], context);
  return { body: found(body) };
}

export const offerEndpoints = [
  endpoint({
    method: 'get',
    path: '/offers',
    summary: 'What one has been asked and that still lies ahead.',
    status: 200,
    reply: z.object({ items: z.array(offerView) }),
    handle: async ({ caller, now, context }) => {
      const { interpreters = [] } = scopeOf(caller);
      const asked: Asked[] = [];
      for (const interpreter of interpreters) {
        for (const assignment of await assignmentsAsking(interpreter, now)) {
          const offers = assignment.offers.filter((offer) => offer.interpreter === interpreter);
          asked.push(...offers.map((offer) => ({ assignment, offer })));
        }
      }
      return { body: { items: await viewsOf(asked, context) } };
    },
  }),
  openEndpoint({
    method: 'get',
    path: '/offers/{token}',
    summary: 'One question, by the token of its link. Looking changes nothing.',
    status: 200,
    params: byToken,
    reply: offerView,
    refuses: [404],
    handle: async ({ params, context }) => replyWith(await offerByToken(params.token, context), context),
  }),
  openEndpoint({
    method: 'post',
    path: '/offers/{token}/accept',
    summary: 'Say yes. Saying it twice is saying it once; a first no stays.',
    status: 200,
    params: byToken,
    body: z.strictObject({}),
    reply: offerView,
    refuses: [404, 409],
    handle: async ({ params, context }) => replyWith(await acceptByToken(params.token, context), context),
  }),
  openEndpoint({
    method: 'post',
    path: '/offers/{token}/decline',
    summary: 'Say no, with or without a reason. A first yes stays.',
    status: 200,
    params: byToken,
    body: z.strictObject({ reason: line(200).optional() }),
    reply: offerView,
    refuses: [404],
    handle: async ({ params, body, context }) =>
      replyWith(await declineByToken(params.token, body.reason, context), context),
  }),
  openEndpoint({
    method: 'post',
    path: '/offers/{token}/give-back',
    summary:
      'Give the assignment back: always possible. Near the start, agency and coordinators hear at once.',
    status: 200,
    params: byToken,
    body: z.strictObject({ reason: line(200).optional() }),
    reply: offerView,
    refuses: [404, 409],
    handle: async ({ params: { token }, body: { reason }, context }) =>
      replyWith(await actByToken(token, 'give_back', reason ? { reason } : {}, context), context),
  }),
  ...(['keep', 'not_keep'] as const).map((action) =>
    openEndpoint({
      method: 'post',
      path: action === 'keep' ? '/offers/{token}/keep' : '/offers/{token}/not-keep',
      summary:
        action === 'keep'
          ? 'The new time is possible. With `sequence`, only the time that was seen.'
          : 'The new time is not possible. With `sequence`, only the time that was seen.',
      status: 200,
      params: byToken,
      body: z.strictObject({ sequence: z.number().int().min(0).optional() }),
      reply: offerView,
      refuses: [404, 409, 412],
      handle: async ({ params: { token }, body: { sequence }, context }) =>
        replyWith(await actByToken(token, action, {}, context, sequence), context),
    }),
  ),
  openEndpoint({
    method: 'post',
    path: '/offers/{token}/running-late',
    summary: 'Later by so many minutes, said on the day itself. Agency and coordinators hear at once.',
    status: 200,
    params: byToken,
    body: z.strictObject({ minutes: z.number().int().min(5).max(60) }),
    reply: offerView,
    refuses: [404, 409],
    handle: async ({ params: { token }, body: { minutes }, context }) =>
      replyWith(await actByToken(token, 'running_late', { minutes }, context), context),
  }),
  openEndpoint({
    method: 'post',
    path: '/offers/{token}/nobody-here',
    summary:
      'Nobody is there: said from shortly before the start until the end. Agency and coordinators hear at once, once.',
    status: 200,
    params: byToken,
    body: z.strictObject({}),
    reply: offerView,
    refuses: [404, 409],
    handle: async ({ params: { token }, context }) =>
      replyWith(await actByToken(token, 'nobody_here', {}, context), context),
  }),
];
