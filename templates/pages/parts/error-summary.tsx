/** What is wrong with a form, said first and aloud, each leading to its field. */
import type { VNode } from 'preact';
import { Alert } from './alert.tsx';

type ErrorSummaryProps = { title: string; errors: { field: string; text: string }[]; kept: string };

/** Nothing where nothing is wrong. */
export function ErrorSummary({ title, errors, kept }: ErrorSummaryProps): VNode | null {
  if (errors.length === 0) return null;
  return (
    <Alert tone="danger" title={title} isUrgent>
      <ul class="kern-list kern-list--bullet">
        {errors.map(({ field, text }) => (
          <li>
            <a class="kern-link kern-link--no-visited-state" href={`#${field}`}>
              {text}
            </a>
          </li>
        ))}
      </ul>
      <p class="kern-body kern-body--small">{kept}</p>
    </Alert>
  );
}
