/** Signing in without a password: ask for a mail, then its code or its link. */
import type { VNode } from 'preact';
import { words } from '../words/words.ts';
import { addresses } from './parts/addresses.ts';
import { Alert } from './parts/alert.tsx';
import { LinkButton, SubmitButton } from './parts/button.tsx';
import { InputField } from './parts/form-field.tsx';
import { renderPage } from './parts/page.tsx';
import { CallUs } from './parts/rich-text.tsx';
import type { Frame, SignInView } from './views.ts';

/** The page for each step. After an error the title says so first, and what was typed is still there. */
export function signInPage(frame: Frame, view: SignInView): string {
  const { signIn, frame: around } = words(frame.locale).pages;
  const hasError = 'error' in view && view.error !== undefined;
  const title = titleOf(view, signIn);
  return renderPage(frame, {
    title: `${hasError ? around.errorPrefix : ''}${title}`,
    isSlim: view.step === 'link',
    content: (
      <div class="pool-phone pool-stack--large">
        {view.step === 'ask' && <Ask frame={frame} view={view} />}
        {view.step === 'sent' && <Sent frame={frame} view={view} />}
        {view.step === 'link' && <Link frame={frame} view={view} />}
      </div>
    ),
  });
}

type Step<Name> = { frame: Frame; view: Extract<SignInView, { step: Name }> };
type Say = ReturnType<typeof words>['pages']['signIn'];

function titleOf(view: SignInView, say: Say): string {
  if (view.step === 'ask') return say.title;
  if (view.step === 'sent') return say.sentTitle;
  return view.isUsable ? say.linkTitle : say.linkInvalidTitle;
}

function Ask({ frame, view }: Step<'ask'>): VNode {
  const { signIn: say } = words(frame.locale).pages;
  return (
    <>
      <div class="pool-stack">
        <h1 class="kern-heading-large">{say.title}</h1>
        {view.error && <ErrorSummary title={say.errorTitle} field="email" text={say.emailError} />}
        <p class="kern-body">{say.lead}</p>
        <form class="pool-stack" action={addresses.signIn} method="post" novalidate>
          <EmailField say={say} email={view.email ?? ''} hasError={view.error !== undefined} />
          <SubmitButton icon="mail" label={say.send} isBlock />
        </form>
      </div>
      <Missing frame={frame} />
    </>
  );
}

function Sent({ frame, view }: Step<'sent'>): VNode {
  const { signIn: say } = words(frame.locale).pages;
  const { email, minutes, mailboxUrl, error } = view;
  return (
    <>
      <div class="pool-stack">
        <h1 class="kern-heading-large">{say.sentTitle}</h1>
        {error && <ErrorSummary title={say.errorTitle} field="code" text={say.codeError} />}
        <p class="kern-body">{say.sent(email)}</p>
        <p class="kern-body">{say.shared}</p>
        {mailboxUrl && (
          <p class="kern-body">
            {say.mailboxLead}{' '}
            <a class="kern-link kern-link--no-visited-state" href={mailboxUrl}>
              {say.mailbox}
            </a>
          </p>
        )}
        <form class="pool-stack" action={addresses.signInByCode} method="post" novalidate>
          {email === '' ? (
            <EmailField say={say} email="" hasError={false} />
          ) : (
            <input type="hidden" name="email" value={email} />
          )}
          <InputField
            id="code"
            name="code"
            label={say.code}
            hint={say.codeHint(minutes)}
            error={error && say.codeError}
            input={codeInput}
          />
          <SubmitButton label={say.useCode} isBlock />
        </form>
      </div>
      <Missing frame={frame} email={email} />
    </>
  );
}

const codeInput = {
  type: 'text',
  class: 'pool-code',
  inputmode: 'numeric',
  autocomplete: 'one-time-code',
  maxlength: 6,
} as const;

function Link({ frame, view }: Step<'link'>): VNode {
  const { signIn: say } = words(frame.locale).pages;
  if (!view.isUsable) {
    return (
      <div class="pool-stack">
        <h1 class="kern-heading-large">{say.linkInvalidTitle}</h1>
        <p class="kern-body">{say.linkInvalid}</p>
        <LinkButton href={addresses.signIn} label={say.newLink} isBlock />
        <CallUs words={say.help} phone={frame.brand.phone} />
      </div>
    );
  }
  return (
    <div class="pool-stack">
      <h1 class="kern-heading-large">{say.linkTitle}</h1>
      <p class="kern-body">{say.linkLead}</p>
      <form action={view.action} method="post">
        <SubmitButton icon="check" label={say.useLink} isBlock />
      </form>
    </div>
  );
}

function EmailField({ say, email, hasError }: { say: Say; email: string; hasError: boolean }): VNode {
  return (
    <InputField
      id="email"
      name="email"
      label={say.email}
      hint={say.emailHint}
      error={hasError ? say.emailError : undefined}
      input={{ type: 'email', value: email, autocomplete: 'email', inputmode: 'email', spellcheck: false }}
    />
  );
}

/** What is wrong, with a link to the field. */
function ErrorSummary({ title, field, text }: { title: string; field: string; text: string }): VNode {
  return (
    <Alert tone="danger" title={title} isUrgent>
      <p class="kern-body">
        <a class="kern-link kern-link--no-visited-state" href={`#${field}`}>
          {text}
        </a>
      </p>
    </Alert>
  );
}

/** Why no mail may have come. With an address, another one can be sent. */
function Missing({ frame, email = '' }: { frame: Frame; email?: string }): VNode {
  const { signIn: say } = words(frame.locale).pages;
  return (
    <section class="pool-stack" aria-labelledby="missing">
      <h2 class="kern-heading-small" id="missing">
        {say.missingTitle}
      </h2>
      <p class="kern-body">{say.missing}</p>
      {email !== '' && (
        <form action={addresses.signIn} method="post">
          <input type="hidden" name="email" value={email} />
          <SubmitButton label={say.sendAgain} isSecondary />
        </form>
      )}
      <CallUs words={say.help} phone={frame.brand.phone} />
    </section>
  );
}
