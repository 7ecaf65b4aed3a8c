/** Municipalities with their postcodes and positions: the editable table from which distances come. */
import { z } from 'zod';
import { id, line, type Position, position } from './shape.ts';
import { defineModel, type Fields, part, required, schemaVersion } from './storage.ts';

export const municipality = z.strictObject({
  _id: id,
  schemaVersion: z.number().int(),
  centre: id,
  name: line(80),
  postcodes: z.array(z.string()),
  position,
});
export type Municipality = z.infer<typeof municipality>;

const fields: Fields<Municipality> = {
  _id: required.string,
  schemaVersion: required.number,
  centre: required.string,
  name: required.string,
  postcodes: { type: [String], default: undefined },
  position: part<Position>({ lat: required.number, lon: required.number }),
};
const Municipalities = defineModel<Municipality>('municipalities', fields, [
  { key: { postcodes: 1 }, options: { name: 'postcodes' } },
]);

/** Stores municipalities; they may lie in any order. */
export async function insertMunicipalities(values: Omit<Municipality, 'schemaVersion'>[]): Promise<void> {
  await Municipalities.insertMany(values.map((value) => ({ ...value, schemaVersion })));
}

/** Where a postcode lies; undefined when the table does not know it. */
export async function positionOfPostcode(postcode: string): Promise<Position | undefined> {
  const place = await Municipalities.findOne({ postcodes: postcode }).lean<Municipality>();
  return place?.position;
}
