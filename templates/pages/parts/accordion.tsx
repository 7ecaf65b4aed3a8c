/** An optional part that opens without any script. */
import type { ComponentChildren, VNode } from 'preact';

type AccordionProps = { title: string; isOpen?: boolean; children: ComponentChildren };

/** Closed unless said otherwise. */
export function Accordion({ title, isOpen = false, children }: AccordionProps): VNode {
  return (
    <details class="kern-accordion" open={isOpen}>
      <summary class="kern-accordion__header">
        <span class="kern-title kern-title--small">{title}</span>
      </summary>
      <div class="kern-accordion__body pool-stack">{children}</div>
    </details>
  );
}
