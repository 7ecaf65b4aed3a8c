/** The dated lists of a centre, one address a list: occasions, fields of action, programmes, target groups, funding lines, agency groups. */
import { z } from 'zod';
import { type AnyEntry, type Kind, written } from '../../../models/lists/entry.ts';
import {
  changeEntry,
  createEntry,
  findEntry,
  listEntries,
  type Values,
} from '../../../models/lists/lists.ts';
import type { Role } from '../../../models/shape.ts';
import { id, localDate } from '../../../models/shape.ts';
import type { Caller } from '../../access.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';
import { centreMeant, centresOf, mustKeep, mustSee, staff } from './belonging.ts';
import { answerOne, answerPage, byId, changesOf, pageQuery, wantedPage } from './documents.ts';

type List = {
  kind: Kind;
  path: string;
  /** What is in it, as it is said in the description. */
  what: string;
  /** Filters that make sense for this list only. */
  filters?: Record<string, z.ZodOptional<typeof id>>;
  /** Whom it concerns, when it is not everybody who belongs to the centre. */
  readers?: readonly Role[];
};

const lists: List[] = [
  { kind: 'occasion', path: '/occasions', what: 'occasions', filters: { fieldOfAction: id.optional() } },
  { kind: 'field_of_action', path: '/fields-of-action', what: 'fields of action' },
  {
    kind: 'programme',
    path: '/programmes',
    what: 'programmes with owner, and where they run',
    filters: { municipality: id.optional() },
  },
  { kind: 'target_group', path: '/target-groups', what: 'target groups with age bands' },
  {
    kind: 'funding_line',
    path: '/funding-lines',
    what: 'funding lines with funder and legal basis',
    readers: staff,
  },
  {
    kind: 'agency_group',
    path: '/agency-groups',
    what: 'groups of agencies with their members',
    filters: { agency: id.optional() },
    readers: staff,
  },
];

/** Nothing of the administration leaves; the shape of the kind lets nothing else through. */
function viewOf({ _id, schemaVersion: _s, version: _v, createdAt: _c, request: _r, ...entry }: AnyEntry) {
  return { id: _id, ...entry };
}

function endpointsOf({ kind, path, what, filters = {}, readers }: List): Endpoint[] {
  const shape: z.ZodObject = written[kind];
  const view = shape
    .extend({ id, centre: id, kind: z.literal(kind) })
    .strip()
    .meta({ id: kind.replace(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase()) });
  const replyWith = (entry: AnyEntry, location?: string) => answerOne(viewOf(entry), entry, location);
  const seenBy = async (caller: Caller, entry: string) => {
    const found = await findEntry(kind, entry);
    mustSee(caller, found.centre, readers);
    return found;
  };
  return [
    endpoint({
      method: 'get',
      path: path as '/',
      summary: `The ${what}, by label; with \`on\` those that are valid that day.`,
      status: 200,
      query: z.strictObject({ centre: id.optional(), on: localDate.optional(), ...filters, ...pageQuery }),
      reply: z.object({ items: z.array(view), next: z.string().optional() }),
      heads: ['Link'],
      handle: async ({ query: { centre, cursor, limit, ...filter }, caller, request, context }) => {
        const centres = centresOf(caller, readers).filter((one) => !centre || one === centre);
        const found = await listEntries({ centres, kind, ...filter }, wantedPage({ cursor, limit }));
        return answerPage(found, viewOf, request, context);
      },
    }),
    endpoint({
      method: 'post',
      path: path as '/',
      summary: `Add to the ${what} of a centre one coordinates.`,
      status: 201,
      body: shape.extend({ centre: id.optional() }),
      reply: view,
      heads: ['ETag', 'Location'],
      refuses: [403, 409],
      handle: async ({ body, caller, now }) => {
        const { centre, ...values } = body as Values & { centre?: string };
        const where = { kind, centre: centreMeant(caller, centre) };
        const made = await createEntry(where, values, { request: caller.request, now });
        return replyWith(made, `/api/v1${path}/${made._id}`);
      },
    }),
    endpoint({
      method: 'get',
      path: `${path}/{id}` as '/',
      summary: `One of the ${what}. The ETag is its version.`,
      status: 200,
      params: byId,
      reply: view,
      heads: ['ETag'],
      refuses: [404],
      handle: async ({ params, caller }) => replyWith(await seenBy(caller, params.id)),
    }),
    endpoint({
      method: 'patch',
      path: `${path}/{id}` as '/',
      summary: `Change one of the ${what}. Nothing is deleted: what is over gets a last day (\`to\`).`,
      status: 200,
      params: byId,
      body: changesOf(shape),
      reply: view,
      heads: ['ETag'],
      refuses: [403, 404, 409, 412],
      handle: async ({ params, body, caller, versions }) => {
        mustKeep(caller, (await seenBy(caller, params.id)).centre);
        return replyWith(await changeEntry(params.id, body as Partial<Values>, versions));
      },
    }),
  ];
}

export const listEndpoints = lists.flatMap(endpointsOf);
