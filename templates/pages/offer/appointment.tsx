/** The appointment of a question: when, in which language, roughly or exactly where. */
import type { VNode } from 'preact';
import { labelOf } from '../../words/params.ts';
import { words } from '../../words/words.ts';
import { Accordion } from '../parts/accordion.tsx';
import { DescriptionList, type Fact } from '../parts/description-list.tsx';
import { PhoneLink } from '../parts/rich-text.tsx';
import { When } from '../parts/when.tsx';
import type { Frame, OfferView } from '../views.ts';

type Shown = { frame: Frame; view: OfferView };

/** Day and time large, language and place below. */
export function Appointment({ frame, view }: Shown): VNode {
  return <When locale={frame.locale} when={{ ...view, place: roughPlace(frame, view) }} />;
}

/** Everything else that the person may know, closed or open. */
export function OfferDetails({ frame, view, isOpen }: Shown & { isOpen: boolean }): VNode {
  const { offer: say } = words(frame.locale).pages;
  return (
    <Accordion title={say.more} isOpen={isOpen}>
      <DescriptionList facts={factsOf(frame, view)} />
    </Accordion>
  );
}

function factsOf(frame: Frame, view: OfferView): Fact[] {
  const { offer: say } = words(frame.locale).pages;
  const { onsiteContact, number, sameDay, situation } = view;
  const where = exactPlace(frame, view);
  const facts: (Fact | false | undefined)[] = [
    where !== undefined && { key: say.where, value: where },
    { key: say.withWhom, value: say.professional(agencyOf(frame, view)) },
    onsiteContact && {
      key: say.onsiteContact,
      value: (
        <>
          {onsiteContact.name}, <PhoneLink phone={onsiteContact.phone} />
        </>
      ),
    },
    isAsked(situation) && { key: say.calendar, value: say.sameDay[Math.min(sameDay, 2) as 0 | 1 | 2] },
    { key: say.number, value: number },
  ];
  return facts.filter((fact) => fact !== undefined && fact !== false);
}

/** The question is still open. */
function isAsked(situation: OfferView['situation']): boolean {
  return situation === 'open' || situation === 'late';
}

/** The kind of agency before a yes comes as a code; a name stays as it is. */
function agencyOf({ locale }: Frame, { agency }: OfferView): string {
  return labelOf(words(locale).labels.agencyTypes, agency);
}

function roughPlace({ locale }: Frame, view: OfferView): string | undefined {
  const { mode, town, kilometres, isPlaceUnsure } = view;
  const { labels, place } = words(locale);
  if (isPlaceUnsure) return undefined;
  if (mode !== 'onsite' || !town) return labels.modes[mode];
  const distance = kilometres === undefined ? '' : `, ${place.kilometres(kilometres)}`;
  return `${place.onsiteIn(town.city)}${distance}`;
}

function exactPlace(
  { locale }: Frame,
  { mode, town, venue, situation }: OfferView,
): VNode | string | undefined {
  const { pages, place } = words(locale);
  if (mode !== 'onsite') return undefined;
  if (!venue) {
    const roughly = town && `${town.postcode} ${town.city}`;
    return roughly && isAsked(situation) ? pages.offer.roughly(roughly) : roughly;
  }
  return (
    <>
      {venue.name}
      <br />
      {venue.street}
      <br />
      {venue.postcode} {venue.city}
      {venue.meetingPoint && (
        <>
          <br />
          {place.meetingPoint(venue.meetingPoint)}
        </>
      )}
    </>
  );
}
