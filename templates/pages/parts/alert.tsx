/** A state or a refusal in a box: colour, icon and words say the same. */
import type { ComponentChildren, VNode } from 'preact';
import { Icon } from './icon.tsx';

export type AlertTone = 'info' | 'success' | 'warning' | 'danger';

type AlertProps = {
  tone: AlertTone;
  title: string;
  /** Read out at once: only for what went wrong. */
  isUrgent?: boolean;
  children: ComponentChildren;
};

/** An alert; `children` are paragraphs. */
export function Alert({ tone, title, isUrgent = false, children }: AlertProps): VNode {
  return (
    <div class={`kern-alert kern-alert--${tone}`} {...(isUrgent && { role: 'alert' as const })}>
      <div class="kern-alert__header">
        <Icon name={tone} />
        <h2 class="kern-title">{title}</h2>
      </div>
      <div class="kern-alert__body">{children}</div>
    </div>
  );
}

/** A state that asks for nothing any more: without a colour of its own. */
export function CalmBox({ title, children }: { title: string; children: ComponentChildren }): VNode {
  return (
    <div class="pool-box kern-layer kern-level-1 pool-stack--tight">
      <h2 class="kern-title pool-icon-title">
        <Icon name="info" />
        <span>{title}</span>
      </h2>
      {children}
    </div>
  );
}
