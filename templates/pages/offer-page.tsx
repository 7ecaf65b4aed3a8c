/** The page behind a mailed question: two buttons, and afterwards the state in words. */
import type { VNode } from 'preact';
import { clockOf } from '../words/time.ts';
import { words } from '../words/words.ts';
import { AnswerForm, DeclineForm } from './offer/answer.tsx';
import { Appointment, OfferDetails } from './offer/appointment.tsx';
import { GiveBackForm } from './offer/own.tsx';
import { OfferState, stateOf } from './offer/state.tsx';
import { Alert } from './parts/alert.tsx';
import { renderPage } from './parts/page.tsx';
import { CallUs } from './parts/rich-text.tsx';
import type { Frame, OfferView } from './views.ts';

/** Opening it changes nothing. The title begins with the state. */
export function offerPage(frame: Frame, view: OfferView): string {
  const { offer: say } = words(frame.locale).pages;
  const { language, start, number, zone } = view;
  const clock = clockOf(frame.locale, zone);
  const when = `${clock.shortDate(start)}, ${clock.time(start)}`;
  const state = titleOf(frame, view);
  return renderPage(frame, {
    title: say.titled(state, language, when, number),
    isSlim: true,
    content: isGivingBack(view) ? (
      <GivingBack frame={frame} view={view} />
    ) : isQuestion(view) ? (
      <Question frame={frame} view={view} />
    ) : (
      <Answered frame={frame} view={view} />
    ),
  });
}

/** The state comes first, unless something must be read before it. */
function titleOf({ locale }: Frame, view: OfferView): string {
  const { offer, own } = words(locale).pages;
  if (view.refusal) return offer.refusals[view.refusal].title;
  return isGivingBack(view) ? own.question : stateOf(locale, view).words;
}

/** Who cannot give back any more reads the state instead. */
function isGivingBack({ step, can }: OfferView): boolean {
  return step === 'give_back' && can.includes('give_back');
}

function isQuestion({ situation }: OfferView): boolean {
  return situation === 'open' || situation === 'late';
}

type Shown = { frame: Frame; view: OfferView };

function Question({ frame, view }: Shown): VNode {
  const { offer: say } = words(frame.locale).pages;
  return (
    <>
      <div class="pool-phone pool-stack">
        <Heading frame={frame} view={view} title={say.question} />
        <Refusal frame={frame} view={view} />
        <Appointment frame={frame} view={view} />
        <AnswerForm frame={frame} view={view} />
      </div>
      <div class="pool-phone pool-stack pool-section">
        <OfferDetails frame={frame} view={view} isOpen />
        <DeclineForm frame={frame} view={view} />
        <CallUs words={say.questions} phone={frame.brand.phone} />
      </div>
    </>
  );
}

function GivingBack({ frame, view }: Shown): VNode {
  const { offer, own } = words(frame.locale).pages;
  return (
    <div class="pool-phone pool-stack">
      <Heading frame={frame} view={view} title={own.question} />
      <Appointment frame={frame} view={view} />
      <GiveBackForm frame={frame} view={view} />
      <CallUs words={offer.questions} phone={frame.brand.phone} />
    </div>
  );
}

function Answered({ frame, view }: Shown): VNode {
  return (
    <div class="pool-phone pool-stack">
      <Heading frame={frame} view={view} title={stateOf(frame.locale, view).heading} />
      <Refusal frame={frame} view={view} />
      <OfferState frame={frame} view={view} />
    </div>
  );
}

function Heading({ frame, view, title }: Shown & { title: string }): VNode {
  return (
    <div class="kern-hgroup">
      <h1 class="kern-heading-large">{title}</h1>
      <p class="kern-preline">{words(frame.locale).pages.offer.greeting(view.name)}</p>
    </div>
  );
}

/** Why the answer that was just given does not count. */
function Refusal({ frame, view: { refusal } }: Shown): VNode | null {
  if (!refusal) return null;
  const { title, text } = words(frame.locale).pages.offer.refusals[refusal];
  return (
    <Alert tone="warning" title={title} isUrgent>
      <p class="kern-body">{text}</p>
    </Alert>
  );
}
