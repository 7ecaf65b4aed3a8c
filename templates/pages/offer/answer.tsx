/** The two answers to a question, and a no with a reason for those who want to give one. */
import type { VNode } from 'preact';
import { clockOf } from '../../words/time.ts';
import { words } from '../../words/words.ts';
import { Accordion } from '../parts/accordion.tsx';
import { Alert } from '../parts/alert.tsx';
import { SubmitButton } from '../parts/button.tsx';
import { RadioGroup } from '../parts/form-field.tsx';
import { RichText } from '../parts/rich-text.tsx';
import type { Frame, OfferView } from '../views.ts';

type Shown = { frame: Frame; view: OfferView };

/** Until when, yes, no, and that a yes is not a booking. */
export function AnswerForm({ frame, view }: Shown): VNode {
  const { offer: say } = words(frame.locale).pages;
  const { decisionBy, action } = view;
  const clock = clockOf(frame.locale, view.zone);
  return (
    <>
      <Deadline frame={frame} view={view} />
      <form class="pool-answers" action={action} method="post">
        <SubmitButton answer="accept" icon="check" label={say.yes} />
        <SubmitButton answer="decline" icon="close" label={say.no} isSecondary />
      </form>
      <p class="kern-body">
        <RichText text={decisionBy ? say.noBookingYetUntil(clock.day(decisionBy)) : say.noBookingYet} />
      </p>
    </>
  );
}

/** Closed, because no reason is needed. */
export function DeclineForm({ frame, view }: Shown): VNode {
  const { offer: say } = words(frame.locale).pages;
  return (
    <Accordion title={say.declineTitle}>
      <form class="pool-stack" action={view.action} method="post">
        <RadioGroup name="reason" legend={say.reason} options={say.reasons} />
        <SubmitButton answer="decline" label={say.declineWithReason} isSecondary />
      </form>
    </Accordion>
  );
}

function Deadline({ frame, view }: Shown): VNode {
  const { pages, statuses } = words(frame.locale);
  if (view.situation === 'late') {
    return (
      <Alert tone="info" title={statuses.offers.lapsed}>
        <p class="kern-body">{pages.offer.late}</p>
      </Alert>
    );
  }
  const until = clockOf(frame.locale, view.zone).moment(view.expiresAt);
  return (
    <p class="kern-body">
      <RichText text={pages.offer.answerBy(until)} />
    </p>
  );
}
