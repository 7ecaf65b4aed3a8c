/** A whole page around its content: title, styles, skip link, head, main part and foot. */
import type { ComponentChildren } from 'preact';
import { render } from 'preact-render-to-string';
import { plain } from '../../words/text.ts';
import { words } from '../../words/words.ts';
import type { Frame } from '../views.ts';
import { addresses } from './addresses.ts';
import { Foot } from './foot.tsx';
import { Head } from './head.tsx';

type Page = {
  /** State and subject; the name of the pool follows. */
  title: string;
  /** Behind a mailed link: no account, no way around. */
  isSlim?: boolean;
  content: ComponentChildren;
};

/** The HTML document. Nothing in it is inline, so a strict CSP holds; it works without any script. */
export function renderPage(frame: Frame, { title, isSlim = false, content }: Page): string {
  const { labels, pages } = words(frame.locale);
  const document = (
    <html lang={frame.locale} dir={labels.dir}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        {isSlim && <meta name="robots" content="noindex, nofollow" />}
        <title>{`${plain(title)} – ${frame.brand.poolName}`}</title>
        <link rel="icon" href={addresses.icon} type="image/svg+xml" />
        {addresses.styles.map((href) => (
          <link rel="stylesheet" href={href} />
        ))}
      </head>
      <body>
        <a class="pool-skip kern-link" href="#content">
          {pages.frame.skip}
        </a>
        <Head frame={frame} isSlim={isSlim} />
        <main id="content" tabindex={-1}>
          <div class="pool-frame">{content}</div>
        </main>
        <Foot frame={frame} />
      </body>
    </html>
  );
  return `<!doctype html>\n${render(document)}\n`;
}
