/** Centres: each Kommunales Integrationszentrum runs one pool by rules of its own. */
import { z } from 'zod';
import { type Call, createOnce, requestPart } from './calls/once.ts';
import { type Place, readPage, type Wanted } from './calls/page.ts';
import { type Patch, patched, revise } from './calls/revision.ts';
import { type CentreRules, centreRules, defaultRules, ruleFields } from './centre/rules.ts';
import { id, line, requestKey, zone } from './shape.ts';
import { defineModel, type Fields, found, part, required, schemaVersion, trusted } from './storage.ts';

export const centre = z.strictObject({
  _id: id,
  schemaVersion: z.number().int(),
  region: id,
  name: line(120),
  poolName: line(120),
  unit: line(120),
  address: line(200),
  phone: line(40),
  email: z.email(),
  zone,
  rules: centreRules,
  version: z.number().int().optional(),
  createdAt: z.date().optional(),
  request: requestKey.optional(),
});
export type Centre = z.infer<typeof centre>;

/** What a centre says about itself. Its region and its zone stay as they are: numbers, days and figures go by them. */
export const writtenCentre = centre.pick({
  name: true,
  poolName: true,
  unit: true,
  address: true,
  phone: true,
  email: true,
});
type Written = z.infer<typeof writtenCentre>;

const fields: Fields<Centre> = {
  _id: required.string,
  schemaVersion: required.number,
  region: required.string,
  name: required.string,
  poolName: required.string,
  unit: required.string,
  address: required.string,
  phone: required.string,
  email: required.string,
  zone: required.string,
  rules: part<CentreRules>(ruleFields),
  version: Number,
  createdAt: Date,
  request: requestPart,
};
const Centres = defineModel<Centre>('centres', fields);

/** Stores a centre. @throws E11000 when the id is taken. */
export async function insertCentre(values: Omit<Centre, 'schemaVersion'>): Promise<Centre> {
  return (await Centres.create({ ...values, schemaVersion })).toObject();
}

/** The centre with this id. @throws `not_found` */
export async function findCentre(centre: string): Promise<Centre> {
  return found(await Centres.findOne({ _id: centre }).lean<Centre>());
}

/** All centres; there are some dozens. */
export async function listCentres(): Promise<Centre[]> {
  return Centres.find({}).sort({ _id: 1 }).lean<Centre[]>();
}

/** One page of these centres, or of all, by name. */
export async function pageOfCentres(
  centres: string[] | undefined,
  wanted: Wanted,
): Promise<{ items: Centre[]; next?: Place }> {
  return readPage(Centres, 'name', centres ? { _id: trusted({ $in: centres }) } : {}, wanted);
}

/** Adds a centre with the usual rules where it says none of its own. @throws `key_reused` */
export async function createCentre(
  values: Written & Pick<Centre, 'region' | 'zone'> & { rules?: Patch<CentreRules> | undefined },
  call: Call,
): Promise<Centre> {
  const { request, now } = call;
  const rules = patched(defaultRules, values.rules ?? {});
  return createOnce(call, findMade, async (_id) => {
    const kept = { _id, schemaVersion, version: 1, createdAt: now, ...(request && { request }) };
    return (await Centres.create({ ...values, ...kept, rules })).toObject<Centre>();
  });
}

/** Changes what a centre says about itself, and single ones of its rules. @throws `not_found`; `stale_version` */
export async function changeCentre(
  centre: string,
  { rules, ...patch }: Patch<Written> & { rules?: Patch<CentreRules> | undefined },
  versions: number[] | undefined,
): Promise<Centre> {
  return revise<Centre>(Centres, centre, versions, (present) => ({
    ...patch,
    ...(rules && { rules: patched(present.rules, rules) }),
  }));
}

async function findMade(id: string) {
  const made = await Centres.findOne({ _id: id }).lean<Centre>();
  return made ? { made, done: { at: made.createdAt ?? new Date(0), request: made.request } } : undefined;
}
