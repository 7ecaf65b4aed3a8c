/** The page that says why something does not work, and what to do next. */
import { errorText } from '../words/errors.ts';
import { words } from '../words/words.ts';
import { addresses } from './parts/addresses.ts';
import { LinkButton } from './parts/button.tsx';
import { renderPage } from './parts/page.tsx';
import { CallUs } from './parts/rich-text.tsx';
import type { ErrorView, Frame } from './views.ts';

/** A refusal or a fault as a page: a heading, the sentence, a way on. */
export function errorPage(frame: Frame, { code, detail }: ErrorView): string {
  const { pages } = words(frame.locale);
  const { title } = errorText(code, {}, frame.locale);
  const mustSignIn = code === 'unauthenticated';
  return renderPage(frame, {
    title: `${pages.frame.errorPrefix}${title}`,
    content: (
      <div class="pool-measure pool-stack">
        <h1 class="kern-heading-large">{title}</h1>
        <p class="kern-body">{detail}</p>
        <div class="kern-btn-wrapper">
          <LinkButton
            href={mustSignIn ? addresses.signIn : addresses.home}
            label={mustSignIn ? pages.errors.signIn : pages.errors.home}
          />
        </div>
        <CallUs words={pages.errors.help} phone={frame.brand.phone} />
      </div>
    ),
  });
}
