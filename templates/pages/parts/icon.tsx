/** An icon. It never says anything by itself: the words beside it do. */
import type { VNode } from 'preact';

export type IconName =
  | 'account-circle'
  | 'arrow-back'
  | 'arrow-down'
  | 'check'
  | 'close'
  | 'danger'
  | 'info'
  | 'language'
  | 'mail'
  | 'success'
  | 'warning';

/** Hidden from screen readers. */
export function Icon({ name }: { name: IconName }): VNode {
  return <span class={`kern-icon kern-icon--${name}`} aria-hidden="true" />;
}
