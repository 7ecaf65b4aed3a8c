/** The page that checks an address before anybody searches. */
import type { VNode } from 'preact';
import { clockOf } from '../words/time.ts';
import { words } from '../words/words.ts';
import { Alert, CalmBox } from './parts/alert.tsx';
import { SubmitButton } from './parts/button.tsx';
import { renderPage } from './parts/page.tsx';
import { CallUs } from './parts/rich-text.tsx';
import { When } from './parts/when.tsx';
import { agencyState } from './request/state.tsx';
import type { Frame, VerifyView } from './views.ts';

/** Opening it changes nothing; a second press finds it done. */
export function verifyPage(frame: Frame, view: VerifyView): string {
  const { locale } = frame;
  const { request, verify: say } = words(locale).pages;
  const { language, start, number, zone, situation } = view;
  const clock = clockOf(locale, zone);
  const when = `${clock.shortDate(start)}, ${clock.time(start)}`;
  return renderPage(frame, {
    title: request.titled(agencyState(locale, situation), language, when, number),
    isSlim: true,
    content: (
      <div class="pool-phone pool-stack">
        <div class="kern-hgroup">
          <h1 class="kern-heading-large">{headingOf(say, situation)}</h1>
          <p class="kern-preline">{request.greeting(view.name)}</p>
        </div>
        <When locale={locale} when={{ ...view, place: words(locale).labels.modes[view.mode] }} />
        <Outcome frame={frame} view={view} />
        <CallUs words={request.call} phone={frame.brand.phone} />
      </div>
    ),
  });
}

function headingOf(
  say: { heading: string; closedHeading: string; doneHeading: string },
  situation: VerifyView['situation'],
): string {
  if (situation === 'unverified') return say.heading;
  return isClosed(situation) ? say.closedHeading : say.doneHeading;
}

function Outcome({ frame: { locale }, view }: { frame: Frame; view: VerifyView }): VNode {
  const { verify: say } = words(locale).pages;
  const { situation, action } = view;
  if (situation === 'unverified') {
    return (
      <>
        <p class="kern-body">{say.lead}</p>
        <form class="pool-answers" action={action} method="post">
          <SubmitButton icon="check" label={say.button} />
        </form>
        <p class="kern-body">{say.notYou}</p>
      </>
    );
  }
  const title = agencyState(locale, situation);
  if (isClosed(situation)) {
    return (
      <CalmBox title={title}>
        <p class="kern-body">{say.closed}</p>
      </CalmBox>
    );
  }
  return (
    <Alert tone="info" title={title}>
      <p class="kern-body">{say.done}</p>
    </Alert>
  );
}

function isClosed(situation: VerifyView['situation']): boolean {
  return ['cancelled', 'rejected', 'unfilled', 'elsewhere', 'completed', 'settled'].includes(situation);
}
