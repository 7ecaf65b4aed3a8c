/** What is said of an interpreter beyond its shape: languages there are, a municipality and agencies of the centre. */
import { findAgencies } from '../../../models/agency.ts';
import type { Interpreter } from '../../../models/interpreter.ts';
import { type Language, type Languages, readLanguages } from '../../../models/language.ts';
import { findMunicipalities } from '../../../models/municipality.ts';
import { type FieldError, PoolError } from '../../../models/pool-error.ts';
import { checkLanguage } from '../../../models/rules/request-check.ts';
import type { Position } from '../../../models/shape.ts';

type Own = {
  languages?: Interpreter['languages'] | undefined;
  alsoUnderstands?: Interpreter['alsoUnderstands'] | undefined;
  municipality?: string | null | undefined;
};

/** @throws `invalid_input` with every field that is wrong */
export async function checkOwnPart({ languages, alsoUnderstands, municipality }: Own): Promise<void> {
  const known = await readLanguages();
  const place = municipality ? (await findMunicipalities([municipality])).get(municipality) : undefined;
  refuse([
    ...(languages ?? []).flatMap(({ language, variety }, index) => [
      ...checkLanguage(`languages.${index}.language`, language, known),
      ...(variety ? checkVariety(`languages.${index}.variety`, variety, known.get(language), known) : []),
    ]),
    ...twice(languages ?? []),
    ...(alsoUnderstands ?? []).flatMap(({ language }, index) =>
      checkLanguage(`alsoUnderstands.${index}.language`, language, known),
    ),
    ...(municipality && !place
      ? [{ path: 'municipality', code: 'municipality_unknown', params: { sent: municipality } }]
      : []),
  ]);
}

/** A variety has to be known, and one of the language that stands beside it. */
function checkVariety(
  path: string,
  variety: string,
  language: Language | undefined,
  known: Languages,
): FieldError[] {
  const errors = checkLanguage(path, variety, known);
  if (errors.length > 0 || !language || known.get(variety)?.of === language._id) return errors;
  return [{ path, code: 'variety_of_another', params: { sent: variety } }];
}

/** Whoever says the same language twice contradicts themselves, about level or modes. */
function twice(languages: Interpreter['languages']): FieldError[] {
  const keys = languages.map(({ language, variety }) => `${language} ${variety ?? ''}`);
  return languages.flatMap(({ language, variety }, index) =>
    keys.indexOf(keys[index] ?? '') < index
      ? [{ path: `languages.${index}`, code: 'language_twice', params: { sent: variety ?? language } }]
      : [],
  );
}

type Office = {
  centre: string;
  excludedAgencies?: string[] | undefined;
  preferredAgencies?: string[] | undefined;
  assessedLevels?: { language: string }[] | undefined;
};

/** @throws `invalid_input` with every field that is wrong */
export async function checkMembership(membership: Office): Promise<void> {
  const { centre, excludedAgencies = [], preferredAgencies = [], assessedLevels = [] } = membership;
  const [known, agencies] = await Promise.all([
    readLanguages(),
    findAgencies([...excludedAgencies, ...preferredAgencies]),
  ]);
  const foreign = (key: string, ids: string[]): FieldError[] =>
    ids.flatMap((sent, index) =>
      agencies.get(sent)?.centre === centre
        ? []
        : [{ path: `membership.${key}.${index}`, code: 'agency_of_others', params: { sent } }],
    );
  refuse([
    ...foreign('excludedAgencies', excludedAgencies),
    ...foreign('preferredAgencies', preferredAgencies),
    ...assessedLevels.flatMap(({ language }, index) =>
      checkLanguage(`membership.assessedLevels.${index}.language`, language, known),
    ),
  ]);
}

/** Where somebody sets out from; without a municipality nowhere that we know. */
export async function positionFor(
  municipality: string | null | undefined,
): Promise<{ position?: Position | null }> {
  if (municipality === undefined) return {};
  if (municipality === null) return { position: null };
  const place = (await findMunicipalities([municipality])).get(municipality);
  return place ? { position: place.position } : {};
}

function refuse(errors: FieldError[]): void {
  if (errors.length > 0) throw new PoolError('invalid_input', { errors });
}
