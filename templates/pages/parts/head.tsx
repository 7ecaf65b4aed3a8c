/** The top of every page: whose it is, who is signed in, and the same page in another language. */
import type { VNode } from 'preact';
import { labelOf } from '../../words/params.ts';
import { words } from '../../words/words.ts';
import type { Frame } from '../views.ts';
import { addresses } from './addresses.ts';
import { Icon } from './icon.tsx';

/** `isSlim`: a page behind a mailed link, with brand and language only. */
export function Head({ frame, isSlim }: { frame: Frame; isSlim: boolean }): VNode {
  const { brand, locale, account } = frame;
  const say = words(locale).pages.frame;
  const notice = brand.notice === 'demo' ? say.demo : brand.notice;
  return (
    <header>
      <div class="kern-kopfzeile">
        <div class="pool-frame">
          <div class="kern-kopfzeile__content">
            <span class="kern-kopfzeile__label">{notice || brand.unit || brand.poolName}</span>
          </div>
        </div>
      </div>
      <div class="pool-head">
        <div class="pool-frame">
          <div class="pool-head__row">
            <Brand frame={frame} />
            <Languages frame={frame} />
            {!isSlim && account && <Account frame={frame} account={account} />}
          </div>
        </div>
      </div>
    </header>
  );
}

function Brand({ frame: { brand } }: { frame: Frame }): VNode {
  return (
    <a class="pool-brand" href={addresses.home}>
      <svg viewBox="0 0 40 40" aria-hidden="true" focusable="false">
        <path d="M4 4h20a3 3 0 0 1 3 3v11a3 3 0 0 1-3 3H12l-6 6v-6H4a3 3 0 0 1-3-3V7a3 3 0 0 1 3-3z" />
        <path d="M30 13h6a3 3 0 0 1 3 3v12a3 3 0 0 1-3 3h-2v6l-6-6H17a3 3 0 0 1-3-3v-4h10a6 6 0 0 0 6-6z" />
      </svg>
      <span>
        <strong>{brand.poolName}</strong>
        <span>{brand.unit}</span>
      </span>
    </a>
  );
}

/** Each language by its own name. */
function Languages({ frame: { locale, otherLanguages } }: { frame: Frame }): VNode | null {
  if (otherLanguages.length === 0) return null;
  return (
    <nav class="pool-row" aria-label={words(locale).pages.frame.chooseLanguage}>
      {otherLanguages.map((other) => {
        const { ownName, dir } = words(other.locale).labels;
        return (
          <a
            class="kern-link kern-link--no-visited-state"
            href={other.url}
            lang={other.locale}
            hreflang={other.locale}
            dir={dir}
          >
            <Icon name="language" />
            <span>{ownName}</span>
          </a>
        );
      })}
    </nav>
  );
}

function Account({ frame, account }: { frame: Frame; account: NonNullable<Frame['account']> }): VNode {
  const { labels, pages } = words(frame.locale);
  const roles = [...new Set(account.roles)].map((role) => labelOf(labels.roles, role));
  return (
    <details class="pool-who">
      <summary>
        <Icon name="account-circle" />
        <span>
          {roles.join(' · ')}
          {roles.length > 0 && <br />}
          <strong>{account.name}</strong>
        </span>
        <Icon name="arrow-down" />
      </summary>
      <form action={addresses.signOut} method="post">
        <button class="kern-btn kern-btn--tertiary" type="submit">
          <span class="kern-label">{pages.frame.signOut}</span>
        </button>
      </form>
    </details>
  );
}
