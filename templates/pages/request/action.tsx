/** One action of an agency on its own page: what happens then, what has to be said, one button, and a way back. */
import type { VNode } from 'preact';
import type { AgencyAction } from '../../../models/rules/own-page/agency-actions.ts';
import { clockOf } from '../../words/time.ts';
import { words } from '../../words/words.ts';
import { below } from '../parts/addresses.ts';
import { Alert } from '../parts/alert.tsx';
import { LinkButton, SubmitButton } from '../parts/button.tsx';
import { InputField, RadioGroup } from '../parts/form-field.tsx';
import type { Frame, RequestView } from '../views.ts';
import { TimeFields } from './time-fields.tsx';

type Shown = { frame: Frame; view: RequestView; step: AgencyAction };

/** The form of one action. What was typed stays. */
export function ActionForm({ frame, view, step }: Shown): VNode {
  const { request: say } = words(frame.locale).pages;
  return (
    <form class="pool-stack" action={below(view.action, step.replaceAll('_', '-'))} method="post" novalidate>
      <Lead frame={frame} view={view} step={step} />
      <Fields frame={frame} view={view} step={step} />
      <div class="pool-answers">
        <SubmitButton label={say.buttons[step]} />
        <LinkButton href={view.action} label={say.back} isSecondary />
      </div>
    </form>
  );
}

function Lead({ frame, view, step }: Shown): VNode {
  const { leads } = words(frame.locale).pages.request;
  if (step === 'cancel') return <CancelLead frame={frame} view={view} step={step} />;
  return <p class="kern-body">{leadOf(leads, view, step)}</p>;
}

type Leads = ReturnType<typeof words>['pages']['request']['leads'];

function leadOf(leads: Leads, { situation }: RequestView, step: Exclude<AgencyAction, 'cancel'>): string {
  switch (step) {
    case 'move':
      return isPlanned(situation) ? leads.moveBooked : leads.moveOpen;
    case 'nobody_here':
      return leads.nobodyHere;
    default:
      return leads[step];
  }
}

/** Says before whether it counts as late. */
function CancelLead({ frame, view }: Shown): VNode {
  const { leads } = words(frame.locale).pages.request;
  const { isLate, inTimeUntil, zone, situation } = view;
  if (isLate) {
    return (
      <Alert tone="warning" title={leads.cancelLateTitle}>
        <p class="kern-body">{leads.cancelLate}</p>
      </Alert>
    );
  }
  const until = clockOf(frame.locale, zone).moment(inTimeUntil);
  return <p class="kern-body">{isPlanned(situation) ? leads.cancelInTime(until) : leads.cancelOpen}</p>;
}

function isPlanned(situation: RequestView['situation']): boolean {
  return situation === 'accepted' || situation === 'confirmed' || situation === 'moved';
}

function Fields({ frame, view, step }: Shown): VNode | null {
  const { labels, pages } = words(frame.locale);
  const { request: say } = pages;
  switch (step) {
    case 'move':
    case 'other_time':
      return <TimeFields frame={frame} view={view} />;
    case 'cancel':
      return (
        <InputField
          id="reason"
          name="reason"
          label={say.reason}
          hint={say.reasonHint}
          error={view.errors?.find(({ field }) => field === 'reason')?.text}
          input={{ type: 'text', maxlength: 200, autocomplete: 'off', value: view.typed.reason ?? '' }}
        />
      );
    case 'other_mode':
      return (
        <RadioGroup
          name="mode"
          legend={say.mode}
          options={Object.fromEntries(view.modes.map((mode) => [mode, labels.modes[mode]]))}
          error={view.errors?.find(({ field }) => field === 'mode')?.text}
        />
      );
    case 'other_language':
      return (
        <RadioGroup
          name="language"
          legend={say.language}
          options={Object.fromEntries(view.languages.map(({ code, label }) => [code, label]))}
          error={view.errors?.find(({ field }) => field === 'language')?.text}
        />
      );
    default:
      return null;
  }
}
