/** The beginning of a pool in earnest: a region, a centre and the person who coordinates and leads it and looks after the installation. */
import { z } from 'zod';
import {
  type Account,
  account,
  addMemberships,
  findAccount,
  findAccountByEmail,
  foldEmail,
  insertAccounts,
} from '../account.ts';
import { defaultRules } from '../centre/rules.ts';
import { type Centre, centre, findCentre, insertCentre, listCentres } from '../centre.ts';
import { findRegion, insertRegion, type Region, region } from '../region.ts';
import { phone } from '../shape.ts';
import { isDuplicateOf, isRepeated, newId } from '../storage.ts';

const slug = z
  .string()
  .max(40)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'slug' });

/** What has to be known; the shapes are those of the documents. */
export const foundation = z.strictObject({
  region: region.pick({ name: true }).extend({ _id: slug }),
  centre: centre
    .pick({ name: true, poolName: true, unit: true, address: true, phone: true, email: true, zone: true })
    .extend({ _id: slug, phone }),
  coordinator: account.pick({ name: true, locale: true }).extend({ email: account.shape.email.unwrap() }),
});
export type Foundation = z.infer<typeof foundation>;

/** The parts as they are stored, and which of them were made just now; the others were there already and are as they were. */
export type Founded = {
  region: Region;
  centre: Centre;
  coordinator: Account;
  isNew: Record<keyof Foundation, boolean>;
};

/**
 * Stores what is missing of it, in an order in which each part finds what it refers to; the second time nothing
 * changes. Somebody who has an account gets the roles in it; a centre that is there stays in its region, and no other
 * one is made for it.
 */
export async function found({ region, centre, coordinator }: Foundation, now: Date): Promise<Founded> {
  const present = (await listCentres()).find(({ _id }) => _id === centre._id);
  const isRegionNew = !present && (await isStored(() => insertRegion(region)));
  const isCentreNew = await isStored(() =>
    insertCentre({ ...centre, region: region._id, rules: defaultRules }),
  );
  const memberships = (['coordinator', 'lead', 'operator'] as const).map((role) => ({
    role,
    centre: centre._id,
  }));
  const email = foldEmail(coordinator.email);
  const values = { ...coordinator, _id: newId(), email, memberships, createdAt: now };
  const isNew = await isStored(() => insertAccounts([values]), 'email');
  const known = isNew ? null : await findAccountByEmail(email);
  const hasNewRole = known !== null && (await addMemberships(known._id, memberships));
  const stored = await findCentre(centre._id);
  return {
    region: await findRegion(stored.region),
    centre: stored,
    coordinator: await findAccount(known?._id ?? values._id),
    isNew: { region: isRegionNew, centre: isCentreNew, coordinator: isNew || hasNewRole },
  };
}

/** False when it is there already: the database decides, not a look before. */
async function isStored(insert: () => Promise<unknown>, index?: string): Promise<boolean> {
  try {
    await insert();
    return true;
  } catch (error) {
    if (index ? isDuplicateOf(error, index) : isRepeated(error)) return false;
    throw error;
  }
}
