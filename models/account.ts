/** Accounts: a person with a name, perhaps an e-mail address, and roles in centres between which they switch. */
import { z } from 'zod';
import { outboxEntry } from './assignment/shape.ts';
import { requestPart } from './calls/once.ts';
import { dropFromOutbox, outboxIndex, outboxPart, withSomethingToSay } from './outbox.ts';
import { PoolError } from './pool-error.ts';
import { id, line, locale, requestKey, role } from './shape.ts';
import {
  defineModel,
  type Fields,
  found,
  isDuplicateOf,
  part,
  required,
  schemaVersion,
  trusted,
} from './storage.ts';

/** One role in one centre; a contact's names the agency, an interpreter's the person. */
export const membership = z.strictObject({
  role,
  centre: id,
  agency: id.optional(),
  interpreter: id.optional(),
});
export type Membership = z.infer<typeof membership>;

/** How many people may share one address: a family, an office. */
const mostPerAddress = 5;

export const account = z.strictObject({
  _id: id,
  schemaVersion: z.number().int(),
  name: line(120),
  /** Folded to lower case; people without one belong to the pool as well. */
  email: z.email().max(254).optional(),
  /** Which of several people behind one address this is; absent for the first. */
  emailPlace: z.number().int().min(2).max(mostPerAddress).optional(),
  phone: line(40).optional(),
  locale,
  memberships: z.array(membership),
  /** What must be said to the person because of who they are now. */
  outbox: z.array(outboxEntry).optional(),
  createdAt: z.date(),
  /** The call that made it, if that brought a key. */
  request: requestKey.optional(),
});
export type Account = z.infer<typeof account>;

const fields: Fields<Account> = {
  _id: required.string,
  schemaVersion: required.number,
  name: required.string,
  email: String,
  emailPlace: Number,
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
  outbox: { type: [outboxPart], default: undefined },
  createdAt: required.date,
  request: requestPart,
};

/** Name of the index that gives each place behind an address once, so that no more than a few share one. */
const onePlaceEach = 'email_place';

/** For this file and those of the folder `account/`; elsewhere accounts are read and changed through functions. */
export const Accounts = defineModel<Account>('accounts', fields, [
  { key: { email: 1, emailPlace: 1 }, options: { name: onePlaceEach, unique: true, sparse: true } },
  { key: { 'memberships.centre': 1, 'memberships.role': 1 }, options: { name: 'memberships' } },
  { key: { 'memberships.agency': 1 }, options: { name: 'agency' } },
  outboxIndex,
]);

/** Lets go of the index that allowed one account an address. Safe to run again. */
export async function allowSharedAddresses(): Promise<void> {
  const names = (await Accounts.collection.indexes()).map(({ name }) => name);
  if (names.includes('email')) await Accounts.collection.dropIndex('email');
}

/** An e-mail address as it is compared and stored. */
export function foldEmail(email: string): string {
  return email.trim().toLowerCase();
}

/** Stores accounts; many at once for the demo pool. @throws E11000 when an address is taken. */
export async function insertAccounts(values: Omit<Account, 'schemaVersion'>[]): Promise<void> {
  await Accounts.insertMany(values.map((value) => ({ ...value, schemaVersion })));
}

/** Stores a new account at this place behind its address. @returns false when somebody else has taken that meanwhile */
export async function insertAccount(
  value: Omit<Account, 'schemaVersion' | 'emailPlace'>,
  place = 1,
): Promise<boolean> {
  try {
    await Accounts.create({ ...value, schemaVersion, ...(place > 1 && { emailPlace: place }) });
    return true;
  } catch (error) {
    if (isDuplicateOf(error, onePlaceEach)) return false;
    throw error;
  }
}

/** The first place behind an address that none of these people has. @throws `email_full` */
export function freePlace(behind: Account[]): number {
  const taken = behind.map(({ emailPlace = 1 }) => emailPlace);
  for (let place = 1; place <= mostPerAddress; place++) if (!taken.includes(place)) return place;
  throw full();
}

function full(): PoolError {
  return new PoolError('email_full', { params: { most: mostPerAddress } });
}

/**
 * Gives an account another address, if it still has the one that it had. The same again changes nothing.
 * @throws `email_full` when too many share the new one already
 */
export async function changeEmail(account: string, from: string | undefined, to: string): Promise<void> {
  const had = from ?? trusted({ $exists: false });
  await atFreePlace((place) =>
    Accounts.updateOne(
      { _id: account, email: had },
      place > 1
        ? { $set: { email: to, emailPlace: place } }
        : { $set: { email: to }, $unset: { emailPlace: 1 } },
    ),
  );
}

/** Tries one place behind an address after the other; the index says which are taken. */
async function atFreePlace(write: (place: number) => Promise<unknown>): Promise<void> {
  for (let place = 1; place <= mostPerAddress; place++) {
    try {
      await write(place);
      return;
    } catch (error) {
      if (!isDuplicateOf(error, onePlaceEach)) throw error;
    }
  }
  throw full();
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

/**
 * Everybody behind this address, eldest first. Whether anybody is, is never told to whoever asks to sign in; whoever adds
 * a person hears at most that another one uses it, never who.
 */
export async function accountsByEmail(email: string): Promise<Account[]> {
  return Accounts.find({ email: foldEmail(email) })
    .sort({ emailPlace: 1 })
    .lean<Account[]>();
}

/** The first of those behind this address, or null. */
export async function findAccountByEmail(email: string): Promise<Account | null> {
  return (await accountsByEmail(email))[0] ?? null;
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

/** What of an account its owner and the office may change; null takes a value away. */
export type AccountDetails = Partial<Pick<Account, 'name' | 'locale'>> & {
  phone?: string | null | undefined;
};

/** Changes name, telephone number or language. @throws `not_found` */
export async function changeAccount(account: string, { phone, ...rest }: AccountDetails): Promise<Account> {
  const set = { ...rest, ...(phone && { phone }) };
  return found(
    await Accounts.findOneAndUpdate(
      { _id: account },
      { $set: set, ...(phone === null && { $unset: { phone: 1 } }) },
      { returnDocument: 'after' },
    ).lean<Account>(),
  );
}

/** What accounts still have to say, for `post`. */
export const accountOutbox = {
  waiting: (limit: number) => withSomethingToSay(Accounts, limit),
  drop: (account: string, entry: string) => dropFromOutbox(Accounts, account, entry),
};
