/** Regions: groups of centres that work together. */
import { z } from 'zod';
import { id, line } from './shape.ts';
import { defineModel, type Fields, found, required, schemaVersion } from './storage.ts';

export const region = z.strictObject({ _id: id, schemaVersion: z.number().int(), name: line(80) });
export type Region = z.infer<typeof region>;

const fields: Fields<Region> = {
  _id: required.string,
  schemaVersion: required.number,
  name: required.string,
};
const Regions = defineModel<Region>('regions', fields);

/** Stores a region. @throws E11000 when the id is taken. */
export async function insertRegion(values: Omit<Region, 'schemaVersion'>): Promise<Region> {
  return (await Regions.create({ ...values, schemaVersion })).toObject();
}

/** The region with this id. @throws `not_found` */
export async function findRegion(region: string): Promise<Region> {
  return found(await Regions.findOne({ _id: region }).lean<Region>());
}

/** Whether there is such a region. */
export async function isRegion(region: string): Promise<boolean> {
  return (await Regions.exists({ _id: region })) !== null;
}
