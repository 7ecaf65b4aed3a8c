/** What a language has to be to fit the table: a variety belongs to a language, a group is the name of several. */
import type { Language, Languages } from '../../language.ts';
import type { FieldError } from '../../pool-error.ts';

/** Every rule that an entry of the table breaks. Empty when it is fine. */
export function checkLanguageEntry(
  { kind, of, members = [] }: Pick<Language, 'kind' | 'of' | 'members'>,
  languages: Languages,
): FieldError[] {
  const isLanguage = (code: string | undefined) =>
    code !== undefined && languages.get(code)?.kind === 'language';
  const isVarietyRight = kind === 'variety' ? isLanguage(of) : of === undefined;
  const isGroupRight =
    kind === 'group'
      ? members.length >= 2 &&
        members.every((code) => languages.get(code)?.kind !== 'group' && languages.has(code))
      : members.length === 0;
  return [
    ...(isVarietyRight ? [] : [{ path: 'of', code: 'variety_of', params: { sent: of } }]),
    ...(isGroupRight ? [] : [{ path: 'members', code: 'group_members' }]),
  ];
}
