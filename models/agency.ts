/** Agencies: schools, Kitas, offices, advice centres … that ask for an interpreter. */
import { z } from 'zod';
import { type Call, createOnce, requestPart } from './calls/once.ts';
import { type Place, readPage, type Wanted } from './calls/page.ts';
import { type Patch, revise } from './calls/revision.ts';
import { freeing, freeingPart } from './interpreter/freeing.ts';
import { findMunicipalities } from './municipality.ts';
import { PoolError } from './pool-error.ts';
import { id, line, requestKey, type Venue, venue } from './shape.ts';
import {
  defineModel,
  type Fields,
  found,
  part,
  present,
  required,
  schemaVersion,
  trusted,
} from './storage.ts';

export const agencyType = z.enum([
  'kita',
  'school',
  'municipality',
  'welfare_association',
  'migrant_organisation',
  'council_group',
  'education_provider',
  'leisure_provider',
  'advice_centre',
  'kaoa_office',
  'chamber',
  'health_service',
  'jobcentre',
]);
export type AgencyType = z.infer<typeof agencyType>;

/** Somebody who asks for an agency; a lead invites and removes colleagues. */
const contact = z.strictObject({ account: id, lead: z.boolean() });
type Contact = z.infer<typeof contact>;

/** Somebody who asks for it no more, and by whom that was said; gone once their role is, and a colleague has taken over. */
const goingContact = z.strictObject({
  account: id,
  at: z.date(),
  role: z.enum(['coordinator', 'contact']),
  by: id,
});
export type GoingContact = z.infer<typeof goingContact>;

export const agency = z.strictObject({
  _id: id,
  schemaVersion: z.number().int(),
  centre: id,
  name: line(120),
  type: agencyType,
  municipality: id.optional(),
  address: venue.omit({ meetingPoint: true }),
  contacts: z.array(contact),
  going: z.array(goingContact).optional(),
  /** Since when it asks no more. */
  inactiveSince: z.date().optional(),
  freeing: freeing.optional(),
  createdAt: z.date(),
  version: z.number().int().optional(),
  request: requestKey.optional(),
});
export type Agency = z.infer<typeof agency>;

/** What a client says about an agency. Who asks for it is said where accounts are made. */
export const writtenAgency = agency.pick({ name: true, type: true, municipality: true, address: true });
type Written = z.infer<typeof writtenAgency>;

/** How a place lies inside an agency or an assignment. */
export const venuePart = part<Venue>({
  name: required.string,
  street: required.string,
  postcode: required.string,
  city: required.string,
  meetingPoint: String,
});

const fields: Fields<Agency> = {
  _id: required.string,
  schemaVersion: required.number,
  centre: required.string,
  name: required.string,
  type: required.string,
  municipality: String,
  address: venuePart,
  contacts: [part<Contact>({ account: required.string, lead: required.boolean })],
  going: {
    type: [
      part<GoingContact>({
        account: required.string,
        at: required.date,
        role: required.string,
        by: required.string,
      }),
    ],
    default: undefined,
  },
  inactiveSince: Date,
  freeing: freeingPart,
  createdAt: required.date,
  version: Number,
  request: requestPart,
};
/** For this file and those of the folder `agency/`; elsewhere agencies are read and changed through functions. */
export const Agencies = defineModel<Agency>('agencies', fields, [
  { key: { centre: 1 }, options: { name: 'centre' } },
  { key: { 'freeing.at': 1 }, options: { name: 'freeing', sparse: true } },
  { key: { 'going.at': 1 }, options: { name: 'going', sparse: true } },
]);

/** Stores agencies. */
export async function insertAgencies(values: Omit<Agency, 'schemaVersion'>[]): Promise<void> {
  await Agencies.insertMany(values.map((value) => ({ ...value, schemaVersion })));
}

/** The agency with this id. @throws `not_found` */
export async function findAgency(agency: string): Promise<Agency> {
  return found(await Agencies.findOne({ _id: agency }).lean<Agency>());
}

/** These agencies, by id. */
export async function findAgencies(ids: string[]): Promise<Map<string, Agency>> {
  const all = await Agencies.find({ _id: trusted({ $in: ids }) }).lean<Agency[]>();
  return new Map(all.map((one) => [one._id, one]));
}

/** Which agencies: everything of these centres, and these by their ids. */
export type AgencyFilter = {
  centres: string[];
  agencies: string[];
  centre?: string | undefined;
  type?: AgencyType | undefined;
  municipality?: string | undefined;
  /** Those that ask, or those that ask no more. */
  active?: boolean | undefined;
};

/** One page of the agencies, by name. */
export async function listAgencies(
  { centres, agencies, centre, type, municipality, active }: AgencyFilter,
  wanted: Wanted,
): Promise<{ items: Agency[]; next?: Place }> {
  const own = [{ centre: trusted({ $in: centres }) }, { _id: trusted({ $in: agencies }) }];
  const narrowed = present({ centre, type, municipality });
  const asking = active === undefined ? {} : { inactiveSince: trusted({ $exists: !active }) };
  return readPage(Agencies, 'name', { $or: own, ...narrowed, ...asking }, wanted);
}

/** Adds an agency to a centre; nobody asks for it yet. @throws `invalid_input`; `key_reused` */
export async function createAgency(centre: string, values: Written, call: Call): Promise<Agency> {
  const { request, now } = call;
  return createOnce(call, findMade, async (_id) => {
    await refuseForeignMunicipality(centre, values.municipality);
    const kept = { _id, centre, schemaVersion, version: 1, contacts: [], createdAt: now };
    return (await Agencies.create({ ...values, ...kept, ...(request && { request }) })).toObject<Agency>();
  });
}

/** Changes what is known about an agency. @throws `not_found`; `stale_version`; `invalid_input` */
export async function changeAgency(
  agency: string,
  patch: Patch<Written>,
  versions: number[] | undefined,
): Promise<Agency> {
  return revise<Agency>(Agencies, agency, versions, async ({ centre }) => {
    await refuseForeignMunicipality(centre, patch.municipality);
    return patch;
  });
}

async function refuseForeignMunicipality(centre: string, named: string | null | undefined): Promise<void> {
  if (!named || (await findMunicipalities([named])).get(named)?.centre === centre) return;
  throw new PoolError('invalid_input', {
    errors: [{ path: 'municipality', code: 'municipality_unknown', params: { sent: named } }],
  });
}

async function findMade(id: string) {
  const made = await Agencies.findOne({ _id: id }).lean<Agency>();
  return made ? { made, done: { at: made.createdAt, request: made.request } } : undefined;
}
