/** What has become of a question, for everybody who has answered or need not any more. */
import type { VNode } from 'preact';
import type { OfferSituation } from '../../../models/rules/offer-situation.ts';
import type { Locale } from '../../../models/shape.ts';
import type { Words } from '../../words/de.ts';
import type { Text } from '../../words/text.ts';
import { type Clock, clockOf } from '../../words/time.ts';
import { words } from '../../words/words.ts';
import { Alert, type AlertTone, CalmBox } from '../parts/alert.tsx';
import { CallUs, RichText } from '../parts/rich-text.tsx';
import type { Frame, OfferView } from '../views.ts';
import { Appointment, OfferDetails } from './appointment.tsx';
import { CalendarFeed } from './calendar-feed.tsx';
import { KeepForm, OwnActions } from './own.tsx';

type State = { words: string; heading: string; next: Text; tone: AlertTone | 'calm' };
type Known = {
  say: Words['pages']['offerStates'];
  statuses: Words['statuses'];
  clock: Clock;
  view: OfferView;
};

const states: Record<Exclude<OfferSituation, 'open' | 'late'>, (known: Known) => State> = {
  noted: ({ say: { noted }, statuses, clock, view: { decisionBy } }) => ({
    words: statuses.offers.accepted,
    heading: noted.heading,
    next: decisionBy ? noted.nextUntil(clock.day(decisionBy)) : noted.next,
    tone: 'warning',
  }),
  willing: ({ say: { willing }, statuses, clock, view: { decisionBy } }) => ({
    words: decisionBy ? statuses.offers.willingUntil(clock.day(decisionBy)) : statuses.offers.willing,
    heading: willing.heading,
    next: decisionBy ? willing.nextUntil(clock.day(decisionBy)) : willing.next,
    tone: 'warning',
  }),
  moved: ({ say, statuses, clock, view: { keepBy, isNewPlace } }) => {
    const moved = isNewPlace ? say.movedPlace : say.moved;
    return {
      words: isNewPlace ? statuses.volunteer.movedPlace : statuses.volunteer.moved,
      heading: moved.heading,
      next: keepBy ? moved.nextUntil(clock.moment(keepBy)) : moved.next,
      tone: 'warning',
    };
  },
  booked: ({ say: { booked }, statuses }) => ({
    words: statuses.volunteer.confirmed,
    heading: booked.heading,
    next: booked.next,
    tone: 'success',
  }),
  checking: ({ say: { checking } }) => ({
    words: checking.state,
    heading: checking.heading,
    next: checking.next,
    tone: 'info',
  }),
  unbooked: ({ say: { unbooked } }) => ({
    words: unbooked.state,
    heading: unbooked.heading,
    next: unbooked.next,
    tone: 'warning',
  }),
  over: ({ say: { over } }) => ({ words: over.state, heading: over.heading, next: over.next, tone: 'calm' }),
  cancelled: ({ say: { cancelled }, statuses, view: { mode } }) => ({
    words: mode === 'onsite' ? statuses.volunteer.cancelled : cancelled.stateElsewhere,
    heading: cancelled.heading,
    next: cancelled.next,
    tone: 'danger',
  }),
  given_back: ({ say, statuses }) => calm(statuses.volunteer.givenBack, say.givenBack),
  released: ({ say: { released }, view: { mode } }) => ({
    words: mode === 'onsite' ? released.state : released.stateElsewhere,
    heading: released.heading,
    next: released.next,
    tone: 'danger',
  }),
  declined: ({ say, statuses }) => calm(statuses.offers.declined, say.declined),
  lost: ({ say, statuses }) => calm(statuses.offers.lost, say.lost),
  withdrawn: ({ say, statuses }) => calm(statuses.offers.withdrawn, say.withdrawn),
  missed: ({ say, statuses }) => calm(statuses.offers.lapsed, say.missed),
};

/** The state in the words that everybody reads, with its heading. A question still open has its question as its state. */
export function stateOf(locale: Locale, view: OfferView): State {
  const { statuses, pages } = words(locale);
  const { situation } = view;
  if (situation === 'open' || situation === 'late') {
    return { words: statuses.offers.pending, heading: pages.offer.question, next: '', tone: 'info' };
  }
  return states[situation]({ say: pages.offerStates, statuses, clock: clockOf(locale, view.zone), view });
}

/** State (unless a refusal above says it), appointment, what comes next, and whom to call when something is different after all. */
export function OfferState({ frame, view }: { frame: Frame; view: OfferView }): VNode {
  const { locale, brand } = frame;
  const state = stateOf(locale, view);
  return (
    <>
      {!view.refusal && <StateBox state={state} />}
      <Appointment frame={frame} view={view} />
      <KeepForm frame={frame} view={view} />
      <CallUs words={callWords(locale, view)} phone={brand.phone} />
      <OfferDetails frame={frame} view={view} isOpen={isStanding(view.situation)} />
      <OwnActions frame={frame} view={view} />
      {view.feedUrl && <CalendarFeed locale={locale} url={view.feedUrl} />}
    </>
  );
}

function StateBox({ state }: { state: State }): VNode {
  const next = (
    <p class="kern-body">
      <RichText text={state.next} />
    </p>
  );
  if (state.tone === 'calm') return <CalmBox title={state.words}>{next}</CalmBox>;
  return (
    <Alert tone={state.tone} title={state.words}>
      {next}
    </Alert>
  );
}

function calm(state: string, { heading, next }: { heading: string; next: string }): State {
  return { words: state, heading, next, tone: 'calm' };
}

/** The person is expected, or may be. */
function isStanding(situation: OfferSituation): boolean {
  return ['noted', 'willing', 'moved', 'booked'].includes(situation);
}

function callWords(locale: Locale, { situation, can }: OfferView): string {
  const { offerStates, offer } = words(locale).pages;
  if (can.length > 0) return offer.questions;
  if (isStanding(situation)) return offerStates.changedMind;
  if (situation === 'given_back') return offerStates.mistake;
  return situation === 'declined' ? offerStates.changedMindDeclined : offer.questions;
}
