/** Languages as the pool speaks of them: opaque codes with our own labels, varieties and groups; a centre lead can add one. */
import { z } from 'zod';
import { type Call, requestPart } from './calls/once.ts';
import { type Patch, patched, revise } from './calls/revision.ts';
import { PoolError } from './pool-error.ts';
import { checkLanguageEntry } from './rules/lists/language-entry.ts';
import { isDoneBy } from './rules/repeated.ts';
import { id, type Locale, line, requestKey } from './shape.ts';
import { defineModel, type Fields, found, isRepeated, part, required, schemaVersion } from './storage.ts';

const language = z.strictObject({
  _id: id,
  schemaVersion: z.number().int(),
  label: z.strictObject({ de: line(80), en: line(80) }),
  /** Its own name for itself. */
  own: line(80).optional(),
  kind: z.enum(['language', 'variety', 'group']),
  /** The language a variety belongs to. */
  of: id.optional(),
  /** The languages that share a group's name. */
  members: z.array(id).optional(),
  aliases: z.array(line(80)),
  version: z.number().int().optional(),
  createdAt: z.date().optional(),
  request: requestKey.optional(),
});
export type Language = z.infer<typeof language>;

/** What a centre says about a language; its code and what kind of thing it is stay as they are. */
export const writtenLanguage = language.pick({
  label: true,
  own: true,
  of: true,
  members: true,
  aliases: true,
});
type Written = z.infer<typeof writtenLanguage>;

/** A code in the manner of ISO 639-3 and BCP 47; opaque to the pool. */
export const languageCode = z.string().regex(/^[a-z]{2,8}(-[a-z0-9]{1,8}){0,3}$/, { error: 'language_code' });

export const languageKind = language.shape.kind;

/** Code → language, as rules and templates need it. */
export type Languages = ReadonlyMap<string, Language>;

const fields: Fields<Language> = {
  _id: required.string,
  schemaVersion: required.number,
  label: part<Language['label']>({ de: required.string, en: required.string }),
  own: String,
  kind: required.string,
  of: String,
  members: { type: [String], default: undefined },
  aliases: [String],
  version: Number,
  createdAt: Date,
  request: requestPart,
};
const LanguageDocuments = defineModel<Language>('languages', fields);

type NewLanguage = Omit<Language, 'schemaVersion'>;

/** A table of these languages, as if they had been stored. */
export function tableOf(values: readonly NewLanguage[]): Languages {
  return new Map(values.map((value) => [value._id, { ...value, schemaVersion }]));
}

/** Adds what is missing of these languages; what a centre has changed stays as it is. */
export async function addLanguages(values: NewLanguage[]): Promise<void> {
  await LanguageDocuments.bulkWrite(
    values.map(({ _id, ...rest }) => ({
      updateOne: { filter: { _id }, update: { $setOnInsert: { ...rest, schemaVersion } }, upsert: true },
    })),
  );
}

/** The whole table; some eighty rows. */
export async function readLanguages(): Promise<Languages> {
  const all = await LanguageDocuments.find({}).lean<Language[]>();
  return new Map(all.map((one) => [one._id, one]));
}

/** The name of a language as it is read; its code when the table has lost it. */
export function languageLabel(languages: Languages, code: string, locale: Locale): string {
  return languages.get(code)?.label[locale] ?? code;
}

/** The language with this code. @throws `not_found` */
export async function findLanguage(code: string): Promise<Language> {
  return found(await LanguageDocuments.findOne({ _id: code }).lean<Language>());
}

/**
 * Adds a language, a variety of one, or a name that several share.
 * @throws `invalid_input` when it does not fit the table; `already_there` when the code is taken; `key_reused`
 */
export async function createLanguage(
  values: Written & Pick<Language, '_id' | 'kind'>,
  { request, now }: Call,
): Promise<Language> {
  const taken = await LanguageDocuments.findOne({ _id: values._id }).lean<Language>();
  if (taken) return answeredAgain(taken, { request, now });
  refuseWrong(values, await readLanguages());
  const kept = { schemaVersion, version: 1, createdAt: now, ...(request && { request }) };
  try {
    return (await LanguageDocuments.create({ ...values, ...kept })).toObject<Language>();
  } catch (error) {
    if (!isRepeated(error)) throw error;
    return answeredAgain(await findLanguage(values._id), { request, now });
  }
}

/** Changes what is known about a language. @throws `not_found`; `stale_version`; `invalid_input` */
export async function changeLanguage(
  code: string,
  patch: Patch<Written>,
  versions: number[] | undefined,
): Promise<Language> {
  return revise<Language>(LanguageDocuments, code, versions, async (present) => {
    refuseWrong(patched(present, patch as Patch<Language>), await readLanguages());
    return patch as Patch<Language>;
  });
}

/** The code is the key of a language, so a call that comes again is known by what it has left there. */
function answeredAgain(taken: Language, { request, now }: Call): Language {
  const { createdAt: at = new Date(0) } = taken;
  if (isDoneBy({ at, request: taken.request }, request, now)) return taken;
  throw new PoolError('already_there');
}

function refuseWrong(entry: Omit<Language, 'schemaVersion'>, languages: Languages): void {
  const errors = checkLanguageEntry(entry, languages);
  if (errors.length > 0) throw new PoolError('invalid_input', { errors });
}
