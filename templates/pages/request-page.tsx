/** The page of a request behind the link of a mail: state, facts, who comes, and what the agency can do now. */
import type { VNode } from 'preact';
import type { AgencyAction } from '../../models/rules/own-page/agency-actions.ts';
import { labelOf } from '../words/params.ts';
import { clockOf } from '../words/time.ts';
import { words } from '../words/words.ts';
import { below } from './parts/addresses.ts';
import { Alert } from './parts/alert.tsx';
import { LinkButton } from './parts/button.tsx';
import { ErrorSummary } from './parts/error-summary.tsx';
import { renderPage } from './parts/page.tsx';
import { CallUs, RichText } from './parts/rich-text.tsx';
import { When } from './parts/when.tsx';
import { ActionForm } from './request/action.tsx';
import { Facts } from './request/facts.tsx';
import { agencyState, headingOf, RequestState } from './request/state.tsx';
import type { Frame, RequestView } from './views.ts';

type Shown = { frame: Frame; view: RequestView };

/** Opening it changes nothing. The title begins with the state, or with the question that was opened. */
export function requestPage(frame: Frame, view: RequestView): string {
  const { request: say, frame: around } = words(frame.locale).pages;
  const { language, start, number, zone, errors = [] } = view;
  const clock = clockOf(frame.locale, zone);
  const when = `${clock.shortDate(start)}, ${clock.time(start)}`;
  const step = possibleStep(view);
  const heading = step ? say.questions[step] : headingOf(frame, view);
  const first = view.refusal
    ? say.refusals[view.refusal].title
    : step
      ? say.questions[step]
      : agencyState(frame.locale, view.situation, view.isNewPlace);
  const { date, from, to, reason, mode, language: languageLabel } = say;
  const fields = { date, from, to, reason, mode, language: languageLabel };
  const prefix = errors.length > 0 ? around.errorPrefix : '';
  return renderPage(frame, {
    title: say.titled(`${prefix}${first}`, language, when, number),
    isSlim: true,
    content: (
      <div class="pool-phone pool-stack">
        <div class="kern-hgroup">
          <h1 class="kern-heading-large">{heading}</h1>
          <p class="kern-preline">{say.greeting(view.name)}</p>
        </div>
        <ErrorSummary
          title={say.errorTitle(errors.length)}
          errors={errors.map(({ field, text }) => ({ field, text: `${labelOf(fields, field)}: ${text}` }))}
          kept={say.kept}
        />
        <Refusal frame={frame} view={view} />
        {step ? <Doing frame={frame} view={view} step={step} /> : <Standing frame={frame} view={view} />}
        <CallUs words={say.call} phone={frame.brand.phone} />
      </div>
    ),
  });
}

/** What is not possible any more is not asked; the state says why. */
function possibleStep({ step, can }: RequestView): AgencyAction | undefined {
  return step && can.includes(step) ? step : undefined;
}

function Doing({ frame, view, step }: Shown & { step: AgencyAction }): VNode {
  return (
    <>
      <Appointment frame={frame} view={view} />
      <ActionForm frame={frame} view={view} step={step} />
    </>
  );
}

function Standing({ frame, view }: Shown): VNode {
  return (
    <>
      <RequestState frame={frame} view={view} />
      <OnTheDay frame={frame} view={view} />
      <Appointment frame={frame} view={view} />
      <Facts frame={frame} view={view} />
      <Actions frame={frame} view={view} />
    </>
  );
}

function Appointment({ frame: { locale }, view }: Shown): VNode {
  const { labels, place } = words(locale);
  const { mode, venue } = view;
  const roughly = mode === 'onsite' && venue ? place.onsiteIn(venue.city) : labels.modes[mode];
  return <When locale={locale} when={{ ...view, place: roughly }} />;
}

/** Why what was just tried does not count. */
function Refusal({ frame, view: { refusal } }: Shown): VNode | null {
  if (!refusal) return null;
  const { title, text } = words(frame.locale).pages.request.refusals[refusal];
  return (
    <Alert tone="warning" title={title} isUrgent>
      <p class="kern-body">{text}</p>
    </Alert>
  );
}

/** What has been said today, by either side. */
function OnTheDay({ frame, view: { late, nobodySaid, zone } }: Shown): VNode | null {
  const { request: say } = words(frame.locale).pages;
  if (late === undefined && !nobodySaid) return null;
  return (
    <>
      {late !== undefined && (
        <Alert tone="warning" title={say.lateTitle}>
          <p class="kern-body">
            <RichText text={say.late(late)} />
          </p>
        </Alert>
      )}
      {nobodySaid && (
        <Alert tone="info" title={say.nobodySaidTitle}>
          <p class="kern-body">{say.nobodySaid(clockOf(frame.locale, zone).time(nobodySaid))}</p>
        </Alert>
      )}
    </>
  );
}

/** One button an action, the most useful first. */
function Actions({ frame, view }: Shown): VNode | null {
  const { request: say } = words(frame.locale).pages;
  const { can, situation, action } = view;
  if (can.length === 0) return null;
  const isUnfilled = situation === 'unfilled';
  return (
    <section class="pool-stack" aria-labelledby="actions">
      <h2 class="kern-heading-medium" id="actions">
        {isUnfilled ? say.choicesTitle : say.actionsTitle}
      </h2>
      {can.map((one, index) => (
        <LinkButton
          href={below(action, one.replaceAll('_', '-'))}
          label={isUnfilled && one === 'cancel' ? say.notNeeded : say.actions[one]}
          isSecondary={index > 0 || !(isUnfilled || one === 'nobody_here')}
          isBlock
        />
      ))}
    </section>
  );
}
