/** The first page: what this is, or who is signed in and what comes next. */
import type { VNode } from 'preact';
import { labelOf } from '../words/params.ts';
import { words } from '../words/words.ts';
import { addresses } from './parts/addresses.ts';
import { LinkButton } from './parts/button.tsx';
import { renderPage } from './parts/page.tsx';
import { CallUs } from './parts/rich-text.tsx';
import type { Frame, HomeView } from './views.ts';

/** Who is signed in comes with the frame. */
export function homePage(frame: Frame, view: HomeView): string {
  const { home } = words(frame.locale).pages;
  const { account } = frame;
  if (!view.isSignedIn || !account) {
    return renderPage(frame, { title: home.title, content: <Welcome frame={frame} view={view} /> });
  }
  return renderPage(frame, {
    title: home.hello(account.name),
    content: <SignedIn frame={frame} view={view} account={account} />,
  });
}

function Welcome({ frame, view }: { frame: Frame; view: HomeView }): VNode {
  const { home, errors } = words(frame.locale).pages;
  return (
    <div class="pool-box kern-layer kern-level-1 pool-hero pool-stack">
      <div class="kern-hgroup">
        <h1 class="kern-heading-x-large">{home.title}</h1>
        <p class="kern-preline">{frame.brand.poolName}</p>
      </div>
      <p class="kern-body kern-body--large pool-measure">{home.lead}</p>
      <div class="kern-btn-wrapper">
        <LinkButton href={addresses.signIn} label={home.signIn} />
      </div>
      <MailboxLine locale={frame.locale} url={view.mailboxUrl} />
      <CallUs words={errors.help} phone={frame.brand.phone} />
    </div>
  );
}

type SignedInProps = { frame: Frame; view: HomeView; account: NonNullable<Frame['account']> };

function SignedIn({ frame, view, account }: SignedInProps): VNode {
  const { labels, pages } = words(frame.locale);
  const { home, errors } = pages;
  const roles = [...new Set(account.roles)];
  return (
    <div class="pool-measure pool-stack--large">
      <h1 class="kern-heading-large">{home.hello(account.name)}</h1>
      <section class="pool-stack" aria-labelledby="next">
        <h2 class="kern-heading-medium" id="next">
          {home.nextTitle}
        </h2>
        {adviceFor(roles, home).map((advice) => (
          <p class="kern-body">{advice}</p>
        ))}
        <MailboxLine locale={frame.locale} url={view.mailboxUrl} />
        <CallUs words={errors.help} phone={frame.brand.phone} />
      </section>
      {roles.length > 0 && (
        <section class="pool-stack" aria-labelledby="roles">
          <h2 class="kern-heading-medium" id="roles">
            {home.rolesTitle}
          </h2>
          <ul class="kern-list kern-list--bullet">
            {roles.map((role) => (
              <li>{labelOf(labels.roles, role)}</li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

/** One sentence for each side that somebody is on. */
function adviceFor(roles: string[], say: { interpreter: string; contact: string; staff: string }): string[] {
  const isStaff = roles.some((role) => role !== 'interpreter' && role !== 'contact');
  return [
    ...(roles.includes('interpreter') ? [say.interpreter] : []),
    ...(roles.includes('contact') ? [say.contact] : []),
    ...(isStaff ? [say.staff] : []),
  ];
}

function MailboxLine({ locale, url }: { locale: Frame['locale']; url: string | undefined }): VNode | null {
  if (url === undefined) return null;
  const { home } = words(locale).pages;
  return (
    <p class="kern-body">
      {home.mailboxLead}{' '}
      <a class="kern-link kern-link--no-visited-state" href={url}>
        {home.mailbox}
      </a>
    </p>
  );
}
