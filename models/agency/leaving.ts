/** An agency that asks no more, and its people: each change is one update of the agency. */
import { Agencies, type Agency } from '../agency.ts';
import type { Freeing } from '../interpreter/freeing.ts';
import { PoolError } from '../pool-error.ts';
import { found, trusted } from '../storage.ts';

/** From now on it cannot ask; what lies ahead has yet to be cancelled. The first reason stays. @throws `not_found` */
export async function endAgency(agency: string, freeing: Freeing): Promise<void> {
  await Agencies.updateOne(
    { _id: agency, inactiveSince: trusted({ $exists: false }) },
    { $set: { inactiveSince: freeing.at, freeing } },
  );
}

/** It asks again. */
export async function wakeAgency(agency: string): Promise<void> {
  found(
    await Agencies.findOneAndUpdate({ _id: agency }, { $unset: { inactiveSince: 1, freeing: 1 } }).lean(),
  );
}

/** Agencies that have ended and may still have assignments ahead. */
export async function agenciesToFree(): Promise<(Agency & { freeing: Freeing })[]> {
  return Agencies.find({ 'freeing.at': trusted({ $gt: new Date(0) }) })
    .limit(100)
    .lean<(Agency & { freeing: Freeing })[]>();
}

/** Nothing lies ahead any more. */
export async function agencyIsFree({ _id, freeing }: Agency & { freeing: Freeing }): Promise<void> {
  await Agencies.updateOne({ _id, 'freeing.at': freeing.at }, { $unset: { freeing: 1 } });
}

/** Somebody else asks for the agency from now on; once, however often it is said. */
export async function addContact(agency: string, contact: Agency['contacts'][number]): Promise<void> {
  await Agencies.updateOne({ _id: agency, 'contacts.account': trusted({ $ne: contact.account }) }, {
    $push: { contacts: contact },
  } as never);
}

/**
 * Somebody asks for the agency no more. One update decides, so that of two leads who remove each other one stays.
 * @throws `last_lead`; `not_found`
 */
export async function removeContact(agency: string, account: string): Promise<void> {
  const another = { $elemMatch: { lead: true, account: { $ne: account } } };
  const { matchedCount } = await Agencies.updateOne({ _id: agency, contacts: trusted(another) }, {
    $pull: { contacts: { account } },
  } as never);
  if (matchedCount === 1) return;
  found(await Agencies.exists({ _id: agency }));
  throw new PoolError('last_lead');
}
