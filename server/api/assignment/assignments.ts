/** Assignments: asked for, listed, read; who fits; asking, confirming, cancelling. */
import { z } from 'zod';
import { findAgency } from '../../../models/agency.ts';
import { confirmBooking } from '../../../models/assignment/answers.ts';
import { act, findAssignment } from '../../../models/assignment/change.ts';
import { listAssignments } from '../../../models/assignment/list.ts';
import { changeDetails } from '../../../models/assignment/moving.ts';
import { createRequest, newRequest } from '../../../models/assignment/request.ts';
import { askByName, askNext, standingOffer } from '../../../models/assignment/search.ts';
import type { Assignment, Offer } from '../../../models/assignment/shape.ts';
import { status } from '../../../models/assignment/shape.ts';
import { PoolError } from '../../../models/pool-error.ts';
import { entryOf } from '../../../models/rules/repeated.ts';
import type { Details } from '../../../models/rules/transitions/moving.ts';
import { id, instant, line } from '../../../models/shape.ts';
import { actingAs, actorFor, type Caller, coordinatorFor, scopeOf } from '../../access.ts';
import { endpoint, expectedVersion } from '../../endpoint.ts';
import { readCursor, writeCursor } from '../cursor.ts';
import { describesLanguage } from '../languages.ts';
import { linkToNext } from '../next.ts';
import { requesterFor } from './requester.ts';
import { assignmentView, offerOfAssignment, viewAssignment, viewAssignments } from './view.ts';

const byId = z.strictObject({ id });
/** What a client sends to change details: what a new request says, without time and place. */
const details = newRequest
  .omit({ start: true, end: true, alternatives: true, venue: true })
  .extend({
    language: describesLanguage(newRequest.shape.language),
    alsoLanguages: describesLanguage(id.array().max(5)),
    alsoModes: newRequest.shape.alsoModes.unwrap(),
    programmes: newRequest.shape.programmes.unwrap(),
    genderWish: newRequest.shape.genderWish.unwrap(),
    targetGroup: newRequest.shape.targetGroup.unwrap().nullable(),
    persons: newRequest.shape.persons.unwrap().nullable(),
    reference: newRequest.shape.reference.unwrap().nullable(),
    notes: newRequest.shape.notes.unwrap().nullable(),
    onsiteContact: newRequest.shape.onsiteContact.unwrap().nullable(),
    urgent: newRequest.shape.urgent.unwrap().nullable(),
    agencyContact: id,
  })
  .partial();
const several = z
  .string()
  .transform((value) => value.split(','))
  .pipe(z.array(status));

export const assignmentEndpoints = [
  endpoint({
    method: 'post',
    path: '/assignments',
    summary: 'Ask for an interpreter.',
    status: 201,
    body: newRequest.extend({
      agency: id.optional(),
      language: describesLanguage(newRequest.shape.language),
      alsoLanguages: describesLanguage(newRequest.shape.alsoLanguages),
    }),
    reply: assignmentView,
    heads: ['ETag', 'Location'],
    refuses: [403, 404],
    handle: async ({ body: { agency, ...input }, caller, now, context }) => {
      const requester = await requesterFor(caller, agency);
      const { role, ...owner } = requester;
      const assignment = await createRequest(input, owner, { actor: actingAs(caller, role), now });
      context.wake();
      return {
        body: await viewAssignment(assignment, caller),
        version: assignment.version,
        location: `/api/v1/assignments/${assignment._id}`,
      };
    },
  }),
  endpoint({
    method: 'get',
    path: '/assignments',
    summary: 'The assignments one may see, by start. `status` takes several, joined by commas.',
    status: 200,
    query: z.strictObject({
      status: several.optional(),
      language: describesLanguage(id).optional(),
      from: instant.optional(),
      to: instant.optional(),
      updatedSince: instant.optional(),
      cursor: line(200).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    reply: z.object({ items: z.array(assignmentView), next: z.string().optional() }),
    heads: ['Link'],
    handle: async ({ query: { cursor, limit, ...filter }, caller, request, context }) => {
      const { items, next } = await listAssignments(scopeOf(caller), filter, {
        limit,
        after: readCursor(cursor),
      });
      const following = next && writeCursor(next);
      const body = { items: await viewAssignments(items, caller), ...(following && { next: following }) };
      return { body, ...linkToNext(following, request, context) };
    },
  }),
  endpoint({
    method: 'get',
    path: '/assignments/{id}',
    summary: 'One assignment. The ETag is its version.',
    status: 200,
    params: byId,
    reply: assignmentView,
    heads: ['ETag'],
    refuses: [404],
    handle: async ({ params, caller }) => replyWith(await findAssignment(params.id), caller),
  }),
  endpoint({
    method: 'patch',
    path: '/assignments/{id}',
    summary: 'Change details; null takes away what need not be there. Time and place are moved by /move.',
    status: 200,
    params: byId,
    body: details,
    reply: assignmentView,
    heads: ['ETag'],
    refuses: [403, 404, 409, 412],
    handle: async ({ params, body, caller, now, versions, context }) => {
      const before = await findAssignment(params.id);
      const actor = actorFor(caller, before, 'change');
      const { agencyContact, ...rest } = body;
      const contact = await contactOf(before.agency, agencyContact);
      const version = expectedVersion(versions, before.version);
      const after = await changeDetails(params.id, { ...rest, ...contact } as Details, {
        actor,
        now,
        version,
      });
      context.wake();
      return replyWith(after, caller);
    },
  }),
  endpoint({
    method: 'post',
    path: '/assignments/{id}/offers',
    summary: 'Ask people by name, or the next round now. Asking somebody again returns the same offer.',
    status: 201,
    repeatStatus: 200,
    params: byId,
    body: z.strictObject({ interpreters: z.array(id).min(1).max(50).optional() }),
    reply: z.object({ items: z.array(offerOfAssignment) }),
    heads: ['ETag'],
    refuses: [403, 404, 409, 412],
    handle: async ({ params, body, caller, now, versions, context }) => {
      const before = await findAssignment(params.id);
      const version = expectedVersion(versions, before.version);
      const by = { actor: coordinatorFor(caller, before), now, version };
      const { interpreters } = body;
      const after = interpreters
        ? await askByName(params.id, interpreters, by)
        : await askNext(params.id, by);
      context.wake();
      const repeated = entryOf(after.history, caller.request, now);
      const asked = interpreters
        ? interpreters.map((one) => standingOffer(after, one))
        : offersOf(after, repeated?.at);
      const { offers = [] } = await viewAssignment(after, caller);
      const isNew = repeated !== undefined || after.version !== before.version;
      return {
        body: { items: offers.filter((offer) => asked.some((one) => one?.id === offer.id)) },
        status: isNew ? 201 : 200,
        version: after.version,
      };
    },
  }),
  endpoint({
    method: 'post',
    path: '/assignments/{id}/confirm',
    summary: 'Book firmly the one who said yes, or the one chosen among several.',
    status: 200,
    params: byId,
    body: z.strictObject({ interpreter: id.optional() }),
    reply: assignmentView,
    heads: ['ETag'],
    refuses: [403, 404, 409, 412],
    handle: async ({ params, body, caller, now, versions, context }) => {
      const before = await findAssignment(params.id);
      const actor = coordinatorFor(caller, before);
      const version = expectedVersion(versions, before.version);
      const after = await confirmBooking(params.id, body.interpreter, { actor, now, version });
      context.wake();
      return replyWith(after, caller);
    },
  }),
  endpoint({
    method: 'post',
    path: '/assignments/{id}/cancel',
    summary: 'The appointment does not take place.',
    status: 200,
    params: byId,
    body: z.strictObject({ reason: line(200) }),
    reply: assignmentView,
    heads: ['ETag'],
    refuses: [403, 404, 409, 412],
    handle: async ({ params, body, caller, now, versions, context }) => {
      const before = await findAssignment(params.id);
      const actor = actorFor(caller, before, 'cancel');
      const version = expectedVersion(versions, before.version);
      const after = await act(params.id, 'cancel', body, { actor, now, version });
      context.wake();
      return replyWith(after, caller);
    },
  }),
];

/** Who at the agency is written to from now on. @throws `invalid_input` for somebody who does not belong to it */
async function contactOf(agency: string, account: string | undefined): Promise<{ contact?: string }> {
  if (account === undefined) return {};
  const { contacts } = await findAgency(agency);
  if (contacts.some((one) => one.account === account)) return { contact: account };
  const options = contacts.map((one) => one.account);
  const errors = [{ path: 'agencyContact', code: 'not_in_list', params: { sent: account, options } }];
  throw new PoolError('invalid_input', { errors });
}

async function replyWith(assignment: Assignment, caller: Caller) {
  return { body: await viewAssignment(assignment, caller), version: assignment.version };
}

/** Those of the latest round, or those that were made at this time. */
function offersOf({ offers, round }: Assignment, at: Date | undefined): Offer[] {
  return offers.filter((offer) => (at ? offer.askedAt.getTime() === at.getTime() : offer.round === round));
}
