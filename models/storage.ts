/** How shapes are stored: one way to make a Mongoose model from the keys of a Zod shape, and its indexes. */
import mongoose, { type Model, type mongo, Schema, type SchemaDefinitionProperty } from 'mongoose';
import { PoolError } from './pool-error.ts';

mongoose.set({
  strictQuery: 'throw',
  sanitizeFilter: true,
  runValidators: true,
  autoIndex: false,
  autoCreate: false,
  bufferCommands: false,
});

/** One Mongoose path for every key of the Zod shape, no more and no less: a forgotten one is a compile error. */
export type Fields<Shape> = { [Key in keyof Required<Shape>]: SchemaDefinitionProperty };

/** An index with its options; names are given so that errors and migrations can speak of it. */
export type Index = { key: Record<string, 1 | -1>; options: mongo.CreateIndexesOptions & { name: string } };

/** Stamped on every document; a migration that changes a shape raises it. */
export const schemaVersion = 1;

/** Lets our own operators through the filter that keeps foreign ones out. */
export const trusted = mongoose.trusted;

const models: { model: Model<never>; indexes: Index[] }[] = [];

/** Path types that a stored document always has. */
export const required = {
  string: { type: String, required: true },
  number: { type: Number, required: true },
  boolean: { type: Boolean, required: true },
  date: { type: Date, required: true },
};

/** A part of a document: strict like the whole, without an id of its own. */
export function part<Shape>(fields: Fields<Shape>): Schema {
  return new Schema(fields as never, { _id: false, id: false, strict: 'throw', minimize: false });
}

/** Registers a collection. The model stays inside its file; only functions leave it. */
export function defineModel<Stored extends { _id: string }>(
  collection: string,
  fields: Fields<Stored>,
  indexes: Index[] = [],
): Model<Stored> {
  const schema = new Schema(fields as never, {
    collection,
    strict: 'throw',
    versionKey: false,
    id: false,
    minimize: false,
  });
  const model = mongoose.model<Stored>(collection, schema as never) as Model<Stored>;
  models.push({ model: model as unknown as Model<never>, indexes });
  return model;
}

/** A new id: 24 hex digits that grow with time, kept as a plain string everywhere. */
export function newId(): string {
  return new mongoose.Types.ObjectId().toHexString();
}

/** The same object without its undefined keys, which the driver would store as null. */
export function present<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, held]) => held !== undefined)) as T;
}

/**
 * Creates every collection and index that is missing. Runs at start, before anything is served. An index over much
 * data takes its time, so these commands may be silent for longer than others (`socketTimeoutMS`).
 */
export async function createIndexes(): Promise<void> {
  await Promise.all(
    models.map(async ({ model, indexes }) => {
      await model.createCollection();
      if (indexes.length === 0) return;
      const specified = indexes.map(({ key, options }) => ({ key, ...options }));
      await model.collection.createIndexes(specified as never, { socketTimeoutMS: 0 } as object);
    }),
  );
}

/** Names of the unique indexes that the database lacks; without them it would not be the judge it has to be. */
export async function missingUniqueIndexes(): Promise<string[]> {
  const missing = await Promise.all(
    models.map(async ({ model, indexes }) => {
      const existing = await model.collection.indexes();
      const isThere = (name: string | undefined) => existing.some((one) => one.name === name && one.unique);
      const unique = indexes.filter(({ options }) => options.unique);
      return unique
        .filter(({ options }) => !isThere(options.name))
        .map(({ options }) => `${model.collection.name}.${options.name}`);
    }),
  );
  return missing.flat();
}

/** What every start writes by itself, whether or not there is a pool. */
const filledByStart = ['languages', 'leases', 'migrations', 'unfinished'];

/** Names of the collections that hold something besides what every start writes; none in a database without a pool. */
export async function filledCollections(): Promise<string[]> {
  const filled: string[] = [];
  for (const { model } of models) {
    const { name } = model.collection;
    if (!filledByStart.includes(name) && (await model.exists({}))) filled.push(name);
  }
  return filled;
}

/** Deletes exactly these documents of a collection. */
export async function removeDocuments(collection: string, ids: string[]): Promise<void> {
  const known = models.find(({ model }) => model.collection.name === collection);
  await known?.model.deleteMany({ _id: trusted({ $in: ids }) } as never);
}

/** True for E11000 of exactly this index, told by its name: other engines leave out keyValue. */
export function isDuplicateOf(error: unknown, index: string): boolean {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  return code === 11000 && String(message).includes(index);
}

/** True for E11000 on the id: what was to be inserted is already there. */
export function isRepeated(error: unknown): boolean {
  return isDuplicateOf(error, '_id_');
}

/** MongoDB's codes of a member that shuts down, steps down, or is no primary any more. */
const membersLeaving = new Set<unknown>([91, 189, 10107, 11600, 11602, 13435, 13436]);
/** What a socket says that breaks in the middle of a command; the driver hands it on as it is. */
const brokenSockets = new Set<unknown>(['EPIPE', 'ECONNRESET']);

/** True when the database could not be asked at all, so that everything else would fail in the same way. */
export function isDatabaseAway(error: unknown): boolean {
  const { name, code, syscall } = (error ?? {}) as { name?: unknown; code?: unknown; syscall?: unknown };
  if (/^Mongo(Network|ServerSelection|NotConnected|PoolCleared|TopologyClosed)/.test(String(name)))
    return true;
  return membersLeaving.has(code) || (brokenSockets.has(code) && (syscall === 'write' || syscall === 'read'));
}

/** The value, or `not_found` when there is none. */
export function found<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new PoolError('not_found');
  return value;
}
