/** Day, start and end on the clock of the place; which of two hours is meant only where that is a question. */
import type { VNode } from 'preact';
import { words } from '../../words/words.ts';
import { InputField, RadioGroup } from '../parts/form-field.tsx';
import type { Frame, RequestView } from '../views.ts';

/** The fields as they were typed, each with its own error. */
export function TimeFields({ frame, view }: { frame: Frame; view: RequestView }): VNode {
  const { request: say } = words(frame.locale).pages;
  const { typed, sequence, asksOccurrence } = view;
  const error = (name: string) => view.errors?.find(({ field }) => field === name)?.text;
  return (
    <>
      <input type="hidden" name="sequence" value={String(sequence)} />
      <InputField
        id="date"
        name="date"
        label={say.date}
        hint={say.dateHint}
        error={error('date')}
        input={{ type: 'date', value: typed.date, required: true }}
      />
      <div class="pool-fields">
        <InputField
          id="from"
          name="from"
          label={say.from}
          hint={say.fromHint}
          error={error('from')}
          input={{ type: 'time', value: typed.from, step: 300, required: true }}
        />
        <InputField
          id="to"
          name="to"
          label={say.to}
          hint={say.toHint}
          error={error('to')}
          input={{ type: 'time', value: typed.to, step: 300, required: true }}
        />
      </div>
      {(asksOccurrence || typed.occurrence) && (
        <RadioGroup
          name="occurrence"
          legend={say.occurrence}
          options={say.occurrences}
          chosen={typed.occurrence}
        />
      )}
    </>
  );
}
