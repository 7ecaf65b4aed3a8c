/** Text as it was written, line by line, its addresses to be followed. */
import type { VNode } from 'preact';

const address = /(https?:\/\/[^\s<>"]+)/;

/** Only http and https become links; everything else stays text. */
export function LinkedText({ text }: { text: string }): VNode {
  return (
    <pre class="pool-pre">
      {text.split(address).map((part, index) =>
        index % 2 === 1 ? (
          <a class="kern-link" href={part}>
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </pre>
  );
}
