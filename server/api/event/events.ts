/** Events: a parents' evening entered as slots × languages, with one status, one plan, and one way to call it off. */
import { z } from 'zod';
import { type AskedBlock, askedForEvent, askForEvent } from '../../../models/event/asking.ts';
import { cancelEvent } from '../../../models/event/cancelling.ts';
import { enterEvent } from '../../../models/event/entering.ts';
import { findEvent, listEvents } from '../../../models/event/list.ts';
import { type Event, newEvent } from '../../../models/event/shape.ts';
import { id, instant, type Locale, line } from '../../../models/shape.ts';
import { actingAs, actorFor, type Caller, coordinatorFor, scopeOf } from '../../access.ts';
import { endpoint, expectedVersion } from '../../endpoint.ts';
import { requesterFor } from '../assignment/requester.ts';
import { readCursor, writeCursor } from '../cursor.ts';
import { linkToNext } from '../next.ts';
import { eventSummary, eventView, viewEvent, viewEvents } from './view.ts';

const byId = z.strictObject({ id });

export const eventEndpoints = [
  endpoint({
    method: 'post',
    path: '/events',
    summary:
      'Enter an event, such as a parents’ evening. Consecutive slots of a language become one block, which is one assignment; a language named twice in a slot needs two interpreters.',
    status: 201,
    body: newEvent.extend({ agency: id.optional() }),
    reply: eventView,
    heads: ['ETag', 'Location'],
    refuses: [403, 404],
    handle: async ({ body: { agency, ...input }, caller, locale, now, context }) => {
      const { role, ...owner } = await requesterFor(caller, agency);
      const event = await enterEvent(input, owner, { actor: actingAs(caller, role), now });
      context.wake();
      return { ...(await replyWith(event, caller, locale)), location: `/api/v1/events/${event._id}` };
    },
  }),
  endpoint({
    method: 'get',
    path: '/events',
    summary: 'The events one may see, by start, each with its status.',
    status: 200,
    query: z.strictObject({
      from: instant.optional(),
      to: instant.optional(),
      cursor: line(200).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    reply: z.object({ items: z.array(eventSummary), next: z.string().optional() }),
    heads: ['Link'],
    handle: async ({ query: { cursor, limit, ...filter }, caller, locale, request, context }) => {
      const page = { limit, after: readCursor(cursor) };
      const { items, next } = await listEvents(scopeOf(caller), filter, page);
      const following = next && writeCursor(next);
      const body = { items: await viewEvents(items, locale), ...(following && { next: following }) };
      return { body, ...linkToNext(following, request, context) };
    },
  }),
  endpoint({
    method: 'get',
    path: '/events/{id}',
    summary: 'One event: its status, its blocks, and slot by slot who comes. The ETag is its version.',
    status: 200,
    params: byId,
    reply: eventView,
    heads: ['ETag'],
    refuses: [404],
    handle: async ({ params, caller, locale }) => {
      const event = await findEvent(params.id);
      actorFor(caller, event);
      return replyWith(event, caller, locale);
    },
  }),
  endpoint({
    method: 'post',
    path: '/events/{id}/offers',
    summary: 'Ask the next round for every block that is open and waits for nobody’s answer.',
    status: 200,
    params: byId,
    body: z.strictObject({}),
    reply: z.object({
      items: z.array(
        z.object({ assignment: id, language: id, asked: z.number().int(), refusal: z.string().optional() }),
      ),
    }),
    refuses: [403, 404],
    handle: async ({ params, caller, now, context }) => {
      const actor = coordinatorFor(caller, await findEvent(params.id));
      const blocks = await askForEvent(params.id, { actor, now });
      context.wake();
      return { body: { items: blocks.map(viewAsked) } };
    },
    again: async ({ params, caller, now }) => {
      const actor = coordinatorFor(caller, await findEvent(params.id));
      return { body: { items: (await askedForEvent(params.id, { actor, now })).map(viewAsked) } };
    },
  }),
  endpoint({
    method: 'post',
    path: '/events/{id}/cancel',
    summary:
      'Call off all of it, or only some assignments or slots. An assignment keeps its time until none of its conversations is left. Doing it twice is doing it once.',
    status: 200,
    params: byId,
    body: z.strictObject({
      reason: line(200),
      assignments: z.array(id).min(1).max(100).optional(),
      slots: z
        .array(z.strictObject({ slot: z.number().int().min(1), language: id.optional() }))
        .min(1)
        .max(100)
        .optional(),
    }),
    reply: eventView,
    heads: ['ETag'],
    refuses: [403, 404, 409, 412],
    handle: async ({ params, body, caller, locale, now, versions, context }) => {
      const before = await findEvent(params.id);
      const actor = actorFor(caller, before);
      const version = expectedVersion(versions, before.version);
      const event = await cancelEvent(params.id, body, { actor, now, version });
      context.wake();
      return replyWith(event, caller, locale);
    },
  }),
];

function viewAsked({ assignment: { _id, language, offers }, refusal }: AskedBlock) {
  const asked = refusal ? 0 : offers.filter(({ state }) => state === 'pending').length;
  return { assignment: _id, language, asked, ...(refusal && { refusal }) };
}

async function replyWith(event: Event, caller: Caller, locale: Locale) {
  return { body: await viewEvent(event, caller, locale), version: event.version };
}
