/** Agencies: schools, Kitas, offices, advice centres … that ask for an interpreter. */
import { z } from 'zod';
import { id, line, type Venue, venue } from './shape.ts';
import { defineModel, type Fields, found, part, required, schemaVersion, trusted } from './storage.ts';

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

export const agency = z.strictObject({
  _id: id,
  schemaVersion: z.number().int(),
  centre: id,
  name: line(120),
  type: agencyType,
  municipality: id.optional(),
  address: venue.omit({ meetingPoint: true }),
  contacts: z.array(contact),
  createdAt: z.date(),
});
export type Agency = z.infer<typeof agency>;

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
  createdAt: required.date,
};
const Agencies = defineModel<Agency>('agencies', fields, [
  { key: { centre: 1 }, options: { name: 'centre' } },
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
