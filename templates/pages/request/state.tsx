/** The state of a request in the words that the agency reads, with what comes next. */
import type { VNode } from 'preact';
import type { AgencySituation } from '../../../models/rules/own-page/agency-situation.ts';
import type { Locale } from '../../../models/shape.ts';
import { capitalised, type Text } from '../../words/text.ts';
import { clockOf } from '../../words/time.ts';
import { words } from '../../words/words.ts';
import { Alert, type AlertTone, CalmBox } from '../parts/alert.tsx';
import { RichText } from '../parts/rich-text.tsx';
import type { Frame, RequestView } from '../views.ts';

const tones: Record<AgencySituation, AlertTone | 'calm'> = {
  draft: 'calm',
  unverified: 'warning',
  held: 'info',
  requested: 'info',
  given_back: 'danger',
  accepted: 'warning',
  confirmed: 'success',
  moved: 'warning',
  unfilled: 'danger',
  elsewhere: 'calm',
  rejected: 'danger',
  cancelled: 'calm',
  completed: 'calm',
  settled: 'calm',
};

/** The state in words; the title of the page begins with it. */
export function agencyState(locale: Locale, situation: AgencySituation, isNewPlace = false): string {
  const { statuses, pages } = words(locale);
  switch (situation) {
    case 'moved':
      return isNewPlace ? statuses.agency.movedPlace : statuses.agency.moved;
    case 'given_back':
      return statuses.agency.givenBack;
    case 'elsewhere':
      return pages.request.stateElsewhere;
    case 'completed':
      return pages.request.stateOver;
    default:
      return statuses.agency[situation];
  }
}

/** The heading of the page in this situation. */
export function headingOf({ locale }: Frame, { situation, isNewPlace }: RequestView): string {
  const { requestStates } = words(locale).pages;
  return situation === 'moved' && isNewPlace
    ? requestStates.moved.headingPlace
    : requestStates[situation].heading;
}

/** State, what comes next and until when; where to go instead, or why nobody was found. */
export function RequestState({ frame, view }: { frame: Frame; view: RequestView }): VNode {
  const { locale } = frame;
  const tone = tones[view.situation];
  const title = agencyState(locale, view.situation, view.isNewPlace);
  const sentences = sentencesOf(locale, view).map((sentence) => (
    <p class="kern-body">
      <RichText text={sentence} />
    </p>
  ));
  if (tone === 'calm') return <CalmBox title={title}>{sentences}</CalmBox>;
  return (
    <Alert tone={tone} title={title}>
      {sentences}
    </Alert>
  );
}

function sentencesOf(locale: Locale, view: RequestView): Text[] {
  const { mails, pages } = words(locale);
  const { request: say, requestStates } = pages;
  const { situation, hearBy, rejection = '', reason, zone } = view;
  const { next } = requestStates[situation];
  const refusal = Object.hasOwn(mails.refusals, rejection)
    ? mails.refusals[rejection as keyof typeof mails.refusals]
    : undefined;
  if (situation === 'rejected' && refusal) return [capitalised(refusal.why), say.instead(refusal.instead)];
  if (situation === 'unfilled' && reason) return [capitalised(mails.unfilledAgency.reasons[reason]), next];
  return [next, ...(hearBy ? [say.hearBy(clockOf(locale, zone).moment(hearBy))] : [])];
}
