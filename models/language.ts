/** Languages as the pool speaks of them: opaque codes with our own labels, varieties and groups; a centre lead can add one. */
import { z } from 'zod';
import { id, type Locale, line } from './shape.ts';
import { defineModel, type Fields, part, required, schemaVersion } from './storage.ts';

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
});
export type Language = z.infer<typeof language>;

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
