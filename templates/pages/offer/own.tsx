/** What the person booked can do on their own page: answer a move, give back, say that they are late or stand there alone. */
import type { VNode } from 'preact';
import { clockOf } from '../../words/time.ts';
import { words } from '../../words/words.ts';
import { below } from '../parts/addresses.ts';
import { Alert } from '../parts/alert.tsx';
import { LinkButton, SubmitButton } from '../parts/button.tsx';
import { InputField, SelectField } from '../parts/form-field.tsx';
import { RichText } from '../parts/rich-text.tsx';
import type { Frame, OfferView } from '../views.ts';

type Shown = { frame: Frame; view: OfferView };

/** Minutes to choose from. */
const delays = [5, 10, 15, 20, 30, 45, 60];

/** The two answers to a move, as large as those to the first question. */
export function KeepForm({ frame, view }: Shown): VNode | null {
  if (!view.can.includes('keep')) return null;
  const { own: say } = words(frame.locale).pages;
  return (
    <form class="pool-answers" action={view.action} method="post">
      <input type="hidden" name="sequence" value={String(view.sequence)} />
      <SubmitButton answer="keep" icon="check" label={view.isNewPlace ? say.keepPlace : say.keep} />
      <SubmitButton answer="not_keep" icon="close" label={say.notKeep} isSecondary />
    </form>
  );
}

/** Everything else that may change, most urgent first; nothing where there is nothing. */
export function OwnActions({ frame, view }: Shown): VNode | null {
  const { can, action, situation } = view;
  const { own: say } = words(frame.locale).pages;
  const hasAny = can.some((one) => one !== 'keep');
  if (!hasAny && view.saidLate === undefined && !view.saidNobody) return null;
  return (
    <section class="pool-stack" aria-labelledby="changes">
      <h2 class="kern-heading-medium" id="changes">
        {say.title}
      </h2>
      <Said frame={frame} view={view} />
      {can.includes('running_late') && <LateForm frame={frame} view={view} />}
      {can.includes('nobody_here') && (
        <form class="pool-stack" action={action} method="post">
          <p class="kern-body">{say.nobodyLead}</p>
          <SubmitButton answer="nobody_here" label={say.nobody} isSecondary isBlock />
        </form>
      )}
      {can.includes('give_back') && (
        <div class="pool-stack">
          <p class="kern-body">{say.giveBackLead}</p>
          <LinkButton
            href={below(action, 'give-back')}
            label={situation === 'noted' ? say.giveBackYes : say.giveBack}
            isSecondary
            isBlock
          />
        </div>
      )}
    </section>
  );
}

/** The one step before giving back: what happens then, and a reason for those who want to give one. */
export function GiveBackForm({ frame, view }: Shown): VNode {
  const { own: say } = words(frame.locale).pages;
  const { isLate, action } = view;
  return (
    <>
      {isLate ? (
        <Alert tone="warning" title={say.lateTitle}>
          <p class="kern-body">{say.lateText}</p>
        </Alert>
      ) : (
        <p class="kern-body">{say.inTimeText}</p>
      )}
      <form class="pool-stack" action={action} method="post">
        <InputField
          id="reason"
          name="reason"
          label={say.reason}
          hint={say.reasonHint}
          input={{ type: 'text', maxlength: 200, autocomplete: 'off' }}
        />
        <div class="pool-answers">
          <SubmitButton answer="give_back" label={say.giveBackNow} />
          <LinkButton href={action} label={say.back} isSecondary />
        </div>
      </form>
    </>
  );
}

function LateForm({ frame, view }: Shown): VNode {
  const { own: say } = words(frame.locale).pages;
  return (
    <form class="pool-stack" action={view.action} method="post">
      <SelectField
        id="minutes"
        name="minutes"
        label={say.late}
        hint={say.lateHint}
        options={delays.map((minutes) => ({ value: String(minutes), label: say.minutes(minutes) }))}
        selected={String(view.saidLate ?? 15)}
      />
      <SubmitButton answer="running_late" label={say.sendLate} isSecondary isBlock />
    </form>
  );
}

/** What has been said already, so that nobody wonders whether it arrived. */
function Said({ frame, view: { saidLate, saidNobody, zone } }: Shown): VNode | null {
  const { own: say } = words(frame.locale).pages;
  if (saidLate === undefined && !saidNobody) return null;
  const clock = clockOf(frame.locale, zone);
  return (
    <Alert tone="info" title={say.saidTitle}>
      {saidLate !== undefined && (
        <p class="kern-body">
          <RichText text={say.saidLate(saidLate)} />
        </p>
      )}
      {saidNobody && <p class="kern-body">{say.saidNobody(clock.time(saidNobody))}</p>}
    </Alert>
  );
}
