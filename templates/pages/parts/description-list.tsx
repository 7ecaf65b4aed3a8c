/** Facts with their names, one below the other. */
import type { ComponentChildren, VNode } from 'preact';

export type Fact = { key: string; value: ComponentChildren };

/** The facts that are there; what is missing is left out beforehand. */
export function DescriptionList({ facts }: { facts: Fact[] }): VNode {
  return (
    <dl class="kern-description-list kern-description-list--col">
      {facts.map(({ key, value }) => (
        <div class="kern-description-list-item">
          <dt class="kern-description-list-item__key">{key}</dt>
          <dd class="kern-description-list-item__value">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
