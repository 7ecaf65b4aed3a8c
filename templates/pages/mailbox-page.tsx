/** The built-in mailbox: the list of mails, and one mail with all its parts. */
import type { VNode } from 'preact';
import { clockOf } from '../words/time.ts';
import { words } from '../words/words.ts';
import { addresses } from './parts/addresses.ts';
import { CalmBox } from './parts/alert.tsx';
import { DescriptionList } from './parts/description-list.tsx';
import { Icon } from './parts/icon.tsx';
import { LinkedText } from './parts/linked-text.tsx';
import { renderPage } from './parts/page.tsx';
import type { Frame, MailboxView, MailView } from './views.ts';

/** All mails, newest first. */
export function mailboxPage(frame: Frame, view: MailboxView): string {
  const { mailbox } = words(frame.locale).pages;
  return renderPage(frame, {
    title: mailbox.title,
    content: (
      <div class="pool-stack">
        <h1 class="kern-heading-large">{mailbox.title}</h1>
        <p class="kern-body pool-measure">{mailbox.lead}</p>
        {view.items.length > 0 ? (
          <Mails frame={frame} view={view} />
        ) : (
          <CalmBox title={mailbox.empty}>
            <p class="kern-body">{mailbox.emptyLead}</p>
          </CalmBox>
        )}
      </div>
    ),
  });
}

/** One mail. The HTML part stands in a frame of its own that can run nothing. */
export function mailPage(frame: Frame, view: MailView): string {
  const { mailbox } = words(frame.locale).pages;
  const facts = [
    { key: mailbox.to, value: view.to },
    { key: mailbox.time, value: sentAt(view.date, frame, view.zone) },
  ];
  return renderPage(frame, {
    title: view.subject,
    content: (
      <div class="pool-stack--large">
        <div class="pool-stack">
          <a class="kern-link kern-link--no-visited-state" href={addresses.mailbox}>
            <Icon name="arrow-back" />
            <span>{mailbox.back}</span>
          </a>
          <h1 class="kern-heading-large">{view.subject}</h1>
          <DescriptionList facts={facts} />
        </div>
        <Part id="html" title={mailbox.htmlTitle}>
          <iframe class="pool-mail" src={view.htmlUrl} title={mailbox.htmlTitle} sandbox={allowed} />
        </Part>
        <Part id="text" title={mailbox.textTitle}>
          <LinkedText text={view.text} />
        </Part>
        {view.calendar && (
          <Part id="calendar" title={mailbox.calendarTitle(view.calendar.method)}>
            <LinkedText text={view.calendar.content} />
          </Part>
        )}
      </div>
    ),
  });
}

/** A button of a mail may open its page in another tab, and nothing else. */
const allowed = 'allow-popups allow-popups-to-escape-sandbox';

type PartProps = { id: string; title: string; children: VNode };

function Part({ id, title, children }: PartProps): VNode {
  return (
    <section class="pool-stack" aria-labelledby={id}>
      <h2 class="kern-heading-medium" id={id}>
        {title}
      </h2>
      {children}
    </section>
  );
}

function Mails({ frame, view }: { frame: Frame; view: MailboxView }): VNode {
  const { mailbox } = words(frame.locale).pages;
  return (
    <div class="kern-table-responsive">
      <table class="kern-table pool-table pool-table--list">
        <caption class="kern-sr-only">{mailbox.caption}</caption>
        <thead class="kern-table__head">
          <tr class="kern-table__row">
            {[mailbox.subject, mailbox.to, mailbox.time].map((title) => (
              <th class="kern-table__header" scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody class="kern-table__body">
          {view.items.map(({ url, subject, to, date }) => (
            <tr class="kern-table__row">
              <th class="kern-table__header" scope="row">
                <a class="kern-link" href={url}>
                  {subject}
                </a>
              </th>
              <td class="kern-table__cell" data-label={mailbox.to}>
                {to}
              </td>
              <td class="kern-table__cell" data-label={mailbox.time}>
                {sentAt(date, frame, view.zone)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function sentAt(date: Date, { locale }: Frame, zone: string): string {
  const clock = clockOf(locale, zone);
  return `${clock.shortDate(date)}, ${clock.time(date)}`;
}
