/** What a request says in the words of the centre's lists: occasion, programmes, target group. */
import type { FieldError } from '../pool-error.ts';
import { inWordsOf } from '../rules/lists/dated.ts';
import type { AnyEntry, Kind } from './entry.ts';
import { entriesOf } from './lists.ts';

type Named = {
  occasion?: string | undefined;
  programmes?: string[] | undefined;
  targetGroup?: string | null | undefined;
};

/**
 * The same with labels of the lists where it names an entry by its id or label; any other text stays as it was written.
 * @param day of the appointment, on the calendar of the place
 * @returns also every field with the id of an entry that is not valid on that day
 */
export async function namedByLists<T extends Named>(
  input: T,
  centre: string,
  day: string,
): Promise<{ named: T; errors: FieldError[] }> {
  const { occasion, programmes, targetGroup } = input;
  const entries = await entriesOf(centre, ['occasion', 'programme', 'target_group']);
  const errors: FieldError[] = [];
  const say = (kind: Kind, path: string, text: string) => {
    const label = inWordsOf(ofKind(entries, kind), text, day);
    if (label === undefined) errors.push({ path, code: 'entry_not_valid', params: { sent: text } });
    return label ?? text;
  };
  const named = {
    ...input,
    ...(occasion && { occasion: say('occasion', 'occasion', occasion) }),
    ...(programmes && {
      programmes: programmes.map((one, index) => say('programme', `programmes.${index}`, one)),
    }),
    ...(targetGroup && { targetGroup: say('target_group', 'targetGroup', targetGroup) }),
  };
  return { named, errors };
}

function ofKind(entries: AnyEntry[], kind: Kind): AnyEntry[] {
  return entries.filter((one) => one.kind === kind);
}
