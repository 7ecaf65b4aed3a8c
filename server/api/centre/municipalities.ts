/** Municipalities: the table of postcodes and positions from which distances come, kept by the coordination. */
import { z } from 'zod';
import {
  changeMunicipality,
  createMunicipality,
  findMunicipality,
  listMunicipalities,
  type Municipality,
  writtenMunicipality,
} from '../../../models/municipality.ts';
import { id, postcode } from '../../../models/shape.ts';
import { endpoint } from '../../endpoint.ts';
import { centreMeant, centresOf, mustKeep, mustSee } from './belonging.ts';
import { answerOne, answerPage, byId, changesOf, pageQuery, wantedPage } from './documents.ts';

const written = writtenMunicipality.extend({ postcodes: z.array(postcode).min(1).max(100) });
const view = written.extend({ id, centre: id }).strip().meta({ id: 'Municipality' });

function viewOf({ _id, centre, name, postcodes, position }: Municipality): z.input<typeof view> {
  return { id: _id, centre, name, postcodes, position };
}

function replyWith(one: Municipality, location?: string) {
  return answerOne(viewOf(one), one, location);
}

export const municipalityEndpoints = [
  endpoint({
    method: 'get',
    path: '/municipalities',
    summary: 'The municipalities of the centres one belongs to, by name.',
    status: 200,
    query: z.strictObject({ centre: id.optional(), postcode: postcode.optional(), ...pageQuery }),
    reply: z.object({ items: z.array(view), next: z.string().optional() }),
    heads: ['Link'],
    handle: async ({ query: { centre, postcode: wanted, ...page }, caller, request, context }) => {
      const centres = centresOf(caller).filter((one) => !centre || one === centre);
      const found = await listMunicipalities({ centres, postcode: wanted }, wantedPage(page));
      return answerPage(found, viewOf, request, context);
    },
  }),
  endpoint({
    method: 'post',
    path: '/municipalities',
    summary: 'Add a municipality to a centre one coordinates. Its position is the middle, in degrees.',
    status: 201,
    body: written.extend({ centre: id.optional() }),
    reply: view,
    heads: ['ETag', 'Location'],
    refuses: [403],
    handle: async ({ body: { centre, ...values }, caller, now }) => {
      const call = { request: caller.request, now };
      const made = await createMunicipality(centreMeant(caller, centre), values, call);
      return replyWith(made, `/api/v1/municipalities/${made._id}`);
    },
  }),
  endpoint({
    method: 'get',
    path: '/municipalities/{id}',
    summary: 'One municipality. The ETag is its version.',
    status: 200,
    params: byId,
    reply: view,
    heads: ['ETag'],
    refuses: [404],
    handle: async ({ params, caller }) => {
      const found = await findMunicipality(params.id);
      mustSee(caller, found.centre);
      return replyWith(found);
    },
  }),
  endpoint({
    method: 'patch',
    path: '/municipalities/{id}',
    summary: 'Change a municipality; `postcodes` replaces them all.',
    status: 200,
    params: byId,
    body: changesOf(written),
    reply: view,
    heads: ['ETag'],
    refuses: [403, 404, 412],
    handle: async ({ params, body, caller, versions }) => {
      mustKeep(caller, (await findMunicipality(params.id)).centre);
      return replyWith(await changeMunicipality(params.id, body, versions));
    },
  }),
];
