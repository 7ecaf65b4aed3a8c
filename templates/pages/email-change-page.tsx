/** One question about a change of e-mail with one button, or what has become of it. */
import type { VNode } from 'preact';
import { words } from '../words/words.ts';
import { SubmitButton } from './parts/button.tsx';
import { renderPage } from './parts/page.tsx';
import { CallUs } from './parts/rich-text.tsx';
import type { EmailChangeView, Frame } from './views.ts';

/** The page of one link. Opening it changes nothing. */
export function emailChangePage(frame: Frame, view: EmailChangeView): string {
  const { emailChange: say } = words(frame.locale).pages;
  const { title } = view.state === 'open' ? say[view.link] : say[view.state];
  return renderPage(frame, {
    title,
    isSlim: true,
    content: (
      <div class="pool-phone pool-stack">
        <h1 class="kern-heading-large">{title}</h1>
        {view.state === 'open' ? (
          <Question frame={frame} view={view} />
        ) : (
          <p class="kern-body">{say[view.state].text}</p>
        )}
        <CallUs words={say.help} phone={frame.brand.phone} />
      </div>
    ),
  });
}

function Question({ frame, view: { link, to, action } }: { frame: Frame; view: EmailChangeView }): VNode {
  const { emailChange: say } = words(frame.locale).pages;
  return (
    <>
      <p class="kern-body">
        {say.to} <strong>{to}</strong>
      </p>
      <p class="kern-body">{say[link].lead}</p>
      <form action={action} method="post">
        <SubmitButton label={say[link].button} isBlock />
      </form>
    </>
  );
}
