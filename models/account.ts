/** Accounts: a person with a name, perhaps an e-mail address, and roles in centres between which they switch. */
import { z } from 'zod';
import { id, line, locale } from './shape.ts';
import { defineModel, type Fields, found, part, required, schemaVersion, trusted } from './storage.ts';

export const role = z.enum(['contact', 'interpreter', 'coordinator', 'lead', 'clerk', 'reader', 'operator']);
export type Role = z.infer<typeof role>;

/** One role in one centre; a contact's names the agency, an interpreter's the person. */
export const membership = z.strictObject({
  role,
  centre: id,
  agency: id.optional(),
  interpreter: id.optional(),
});
export type Membership = z.infer<typeof membership>;

export const account = z.strictObject({
  _id: id,
  schemaVersion: z.number().int(),
  name: line(120),
  /** Folded to lower case; people without one belong to the pool as well. */
  email: z.email().max(254).optional(),
  phone: line(40).optional(),
  locale,
  memberships: z.array(membership),
  createdAt: z.date(),
});
export type Account = z.infer<typeof account>;

const fields: Fields<Account> = {
  _id: required.string,
  schemaVersion: required.number,
  name: required.string,
  email: String,
  phone: String,
  locale: required.string,
  memberships: [
    part<Membership>({
      role: required.string,
      centre: required.string,
      agency: String,
      interpreter: String,
    }),
  ],
  createdAt: required.date,
};
const Accounts = defineModel<Account>('accounts', fields, [
  { key: { email: 1 }, options: { name: 'email', unique: true, sparse: true } },
  { key: { 'memberships.centre': 1, 'memberships.role': 1 }, options: { name: 'memberships' } },
  { key: { 'memberships.agency': 1 }, options: { name: 'agency' } },
]);

/** An e-mail address as it is compared and stored. */
export function foldEmail(email: string): string {
  return email.trim().toLowerCase();
}

/** Stores accounts; many at once for the demo pool. @throws E11000 when an address is taken. */
export async function insertAccounts(values: Omit<Account, 'schemaVersion'>[]): Promise<void> {
  await Accounts.insertMany(values.map((value) => ({ ...value, schemaVersion })));
}

/** Gives an account the roles that it does not have yet. @returns whether there were any */
export async function addMemberships(account: string, memberships: Membership[]): Promise<boolean> {
  let added = 0;
  for (const membership of memberships) {
    const lacking = { memberships: trusted({ $not: { $elemMatch: membership } }) };
    const { modifiedCount } = await Accounts.updateOne(
      { _id: account, ...lacking },
      { $push: { memberships: membership } },
    );
    added += modifiedCount;
  }
  return added > 0;
}

/** The account with this id. @throws `not_found` */
export async function findAccount(account: string): Promise<Account> {
  return found(await Accounts.findOne({ _id: account }).lean<Account>());
}

/** These accounts, by id; those that are gone are left out. */
export async function findAccounts(ids: string[]): Promise<Map<string, Account>> {
  const all = await Accounts.find({ _id: trusted({ $in: ids }) }).lean<Account[]>();
  return new Map(all.map((one) => [one._id, one]));
}

/** The account with this address, or null: whether one exists is never told to the caller outside. */
export async function findAccountByEmail(email: string): Promise<Account | null> {
  return Accounts.findOne({ email: foldEmail(email) }).lean<Account>();
}

/** Ids of the people who ask for this agency now. */
export async function contactsOf(agency: string): Promise<string[]> {
  const all = await Accounts.find({
    memberships: trusted({ $elemMatch: { agency, role: 'contact' } }),
  }).lean<Account[]>();
  return all.map((one) => one._id).sort();
}

/** Ids of the people who coordinate in this centre. */
export async function coordinatorsOf(centre: string): Promise<string[]> {
  const all = await Accounts.find({
    memberships: trusted({ $elemMatch: { centre, role: 'coordinator' } }),
  }).lean<Account[]>();
  return all.map((one) => one._id).sort();
}
