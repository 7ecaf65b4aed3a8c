/** An agency that asks no more, and its people: each change is one update of the agency. */
import { Agencies, type Agency, type GoingContact } from '../agency.ts';
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
    .sort({ 'freeing.at': 1, _id: 1 })
    .limit(100)
    .lean<(Agency & { freeing: Freeing })[]>();
}

/** Nothing lies ahead any more. */
export async function agencyIsFree({ _id, freeing }: Agency & { freeing: Freeing }): Promise<void> {
  await Agencies.updateOne({ _id, 'freeing.at': freeing.at }, { $unset: { freeing: 1 } });
}

/** Somebody else asks for the agency from now on, once, however often it is said; said as a lead, they lead it from then on. */
export async function addContact(
  agency: string,
  { account, lead }: Agency['contacts'][number],
): Promise<void> {
  const { matchedCount } = await Agencies.updateOne(
    { _id: agency, 'contacts.account': trusted({ $ne: account }) },
    { $push: { contacts: { account, lead } }, $pull: { going: { account } } } as never,
  );
  if (matchedCount === 1 || !lead) return;
  await Agencies.updateOne(
    { _id: agency, 'contacts.account': account },
    {
      $set: { 'contacts.$[same].lead': true },
    } as never,
    { arrayFilters: [{ 'same.account': account }] },
  );
}

/**
 * Somebody asks for the agency no more; the same write marks that their role and what is open have yet to follow. One
 * update decides, so that of two leads who remove each other one stays. Who leads nothing can always go.
 * @throws `last_lead`; `not_found`
 */
export async function removeContact(agency: string, going: GoingContact): Promise<void> {
  const { account } = going;
  const another = { $elemMatch: { lead: true, account: { $ne: account } } };
  const leading = { $elemMatch: { lead: true, account } };
  const { matchedCount } = await Agencies.updateOne(
    {
      _id: agency,
      $or: [{ contacts: trusted(another) }, { contacts: trusted({ $not: leading }) }],
    } as never,
    { $pull: { contacts: { account } }, $push: { going } } as never,
  );
  if (matchedCount === 1) return;
  found(await Agencies.exists({ _id: agency }));
  throw new PoolError('last_lead');
}

/** Agencies that somebody is leaving whose role or open requests have yet to follow, longest waiting first. */
export async function agenciesWithGoing(): Promise<Agency[]> {
  return Agencies.find({ 'going.at': trusted({ $gt: new Date(0) }) })
    .sort({ 'going.at': 1, _id: 1 })
    .limit(100)
    .lean<Agency[]>();
}

/** Nothing of this person is left at the agency. */
export async function contactIsGone(agency: string, { account, at }: GoingContact): Promise<void> {
  await Agencies.updateOne({ _id: agency }, { $pull: { going: { account, at } } } as never);
}
