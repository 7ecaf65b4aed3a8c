/** Municipalities with their postcodes and positions: the editable table from which distances come. */
import { z } from 'zod';
import { type Call, createOnce, requestPart } from './calls/once.ts';
import { type Place, readPage, type Wanted } from './calls/page.ts';
import { type Patch, revise } from './calls/revision.ts';
import { id, line, type Position, position, postcode, requestKey } from './shape.ts';
import { defineModel, type Fields, found, part, required, schemaVersion, trusted } from './storage.ts';

export const municipality = z.strictObject({
  _id: id,
  schemaVersion: z.number().int(),
  centre: id,
  name: line(80),
  postcodes: z.array(postcode),
  position,
  version: z.number().int().optional(),
  createdAt: z.date().optional(),
  request: requestKey.optional(),
});
export type Municipality = z.infer<typeof municipality>;

/** What a client says about a municipality. */
export const writtenMunicipality = municipality.pick({ name: true, postcodes: true, position: true });
type Written = z.infer<typeof writtenMunicipality>;

const fields: Fields<Municipality> = {
  _id: required.string,
  schemaVersion: required.number,
  centre: required.string,
  name: required.string,
  postcodes: { type: [String], default: undefined },
  position: part<Position>({ lat: required.number, lon: required.number }),
  version: Number,
  createdAt: Date,
  request: requestPart,
};
const Municipalities = defineModel<Municipality>('municipalities', fields, [
  { key: { postcodes: 1 }, options: { name: 'postcodes' } },
]);

/** Stores municipalities; they may lie in any order. */
export async function insertMunicipalities(values: Omit<Municipality, 'schemaVersion'>[]): Promise<void> {
  await Municipalities.insertMany(values.map((value) => ({ ...value, schemaVersion })));
}

/**
 * Where a postcode lies, as the centre has written it down itself; else as others have, always the same of them.
 * @returns undefined when no table knows it
 */
export async function positionOfPostcode(postcode: string, centre: string): Promise<Position | undefined> {
  const places = await Municipalities.find({ postcodes: postcode }).sort({ _id: 1 }).lean<Municipality[]>();
  return (places.find((place) => place.centre === centre) ?? places[0])?.position;
}

/** One page of the municipalities of these centres, by name; those with this postcode if one is given. */
export async function listMunicipalities(
  { centres, postcode }: { centres: string[]; postcode?: string | undefined },
  wanted: Wanted,
): Promise<{ items: Municipality[]; next?: Place }> {
  const filter = { centre: trusted({ $in: centres }), ...(postcode && { postcodes: postcode }) };
  return readPage(Municipalities, 'name', filter, wanted);
}

/** The municipality with this id. @throws `not_found` */
export async function findMunicipality(municipality: string): Promise<Municipality> {
  return found(await Municipalities.findOne({ _id: municipality }).lean<Municipality>());
}

/** These municipalities, by id. */
export async function findMunicipalities(ids: string[]): Promise<Map<string, Municipality>> {
  const all = await Municipalities.find({ _id: trusted({ $in: ids }) }).lean<Municipality[]>();
  return new Map(all.map((one) => [one._id, one]));
}

/** Adds a municipality to a centre. @throws `key_reused` */
export async function createMunicipality(
  centre: string,
  values: Written,
  { request, now }: Call,
): Promise<Municipality> {
  return createOnce({ request, now }, findMade, async (_id) =>
    (
      await Municipalities.create({
        ...values,
        _id,
        centre,
        schemaVersion,
        version: 1,
        createdAt: now,
        ...(request && { request }),
      })
    ).toObject<Municipality>(),
  );
}

/** Changes a municipality. @throws `not_found`; `stale_version` */
export async function changeMunicipality(
  municipality: string,
  patch: Patch<Written>,
  versions: number[] | undefined,
): Promise<Municipality> {
  return revise<Municipality>(Municipalities, municipality, versions, () => patch);
}

async function findMade(id: string) {
  const made = await Municipalities.findOne({ _id: id }).lean<Municipality>();
  return made ? { made, done: { at: made.createdAt ?? new Date(0), request: made.request } } : undefined;
}
