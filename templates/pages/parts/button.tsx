/** Buttons say what happens. One that changes something is a real button in a form; one that only leads on is a link. */
import type { VNode } from 'preact';
import { Icon, type IconName } from './icon.tsx';

type Look = { label: string; icon?: IconName; isSecondary?: boolean; isBlock?: boolean };

/** Sends the form it stands in; `answer` goes with it. */
export function SubmitButton({ answer, ...look }: Look & { answer?: string }): VNode {
  return (
    <button class={classOf(look)} type="submit" {...(answer && { name: 'answer', value: answer })}>
      <Face {...look} />
    </button>
  );
}

/** Leads to another page. */
export function LinkButton({ href, ...look }: Look & { href: string }): VNode {
  return (
    <a class={classOf(look)} href={href}>
      <Face {...look} />
    </a>
  );
}

function Face({ label, icon }: Look): VNode {
  return (
    <>
      {icon && <Icon name={icon} />}
      <span class="kern-label">{label}</span>
    </>
  );
}

function classOf({ isSecondary, isBlock }: Look): string {
  return `kern-btn kern-btn--${isSecondary ? 'secondary' : 'primary'}${isBlock ? ' kern-btn--block' : ''}`;
}
