/** The address under which a calendar program finds all assignments of one person. */
import type { VNode } from 'preact';
import type { Locale } from '../../../models/shape.ts';
import { words } from '../../words/words.ts';
import { Accordion } from '../parts/accordion.tsx';
import { InputField } from '../parts/form-field.tsx';

/** In a field, because that is easiest to mark and copy. */
export function CalendarFeed({ locale, url }: { locale: Locale; url: string }): VNode {
  const { offer: say } = words(locale).pages;
  return (
    <Accordion title={say.feedTitle}>
      <InputField
        id="feed"
        name="feed"
        label={say.feed}
        hint={say.feedHint}
        input={{ type: 'text', value: url, readonly: true, spellcheck: false }}
      />
    </Accordion>
  );
}
