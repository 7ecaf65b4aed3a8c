/** What a request is about, and who comes once that is firm. */
import type { VNode } from 'preact';
import { clockOf } from '../../words/time.ts';
import { words } from '../../words/words.ts';
import { DescriptionList, type Fact } from '../parts/description-list.tsx';
import { PhoneLink } from '../parts/rich-text.tsx';
import type { Frame, RequestView } from '../views.ts';

type Shown = { frame: Frame; view: RequestView };

/** What is not known is left out. */
export function Facts({ frame, view }: Shown): VNode {
  const { request: say } = words(frame.locale).pages;
  return (
    <section class="pool-stack" aria-labelledby="facts">
      <h2 class="kern-heading-medium" id="facts">
        {say.factsTitle}
      </h2>
      <DescriptionList facts={factsOf(frame, view)} />
    </section>
  );
}

function factsOf({ locale }: Frame, view: RequestView): Fact[] {
  const { pages, place } = words(locale);
  const { facts: say } = pages.request;
  const { venue, interpreter, onsiteContact, alternatives, number, zone } = view;
  const clock = clockOf(locale, zone);
  const facts: (Fact | false | undefined)[] = [
    interpreter && { key: say.interpreter, value: <Person {...interpreter} /> },
    venue && {
      key: say.where,
      value: (
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
      ),
    },
    onsiteContact && { key: say.onsiteContact, value: <Person {...onsiteContact} /> },
    alternatives.length > 0 && {
      key: say.alternatives,
      value: alternatives
        .map(({ start, end }) => `${clock.day(start)}, ${clock.range(start, end)}`)
        .join('; '),
    },
    { key: say.number, value: number },
  ];
  return facts.filter((fact) => fact !== undefined && fact !== false);
}

function Person({ name, phone }: { name: string; phone?: string }): VNode {
  return (
    <>
      {name}
      {phone && (
        <>
          , <PhoneLink phone={phone} />
        </>
      )}
    </>
  );
}
