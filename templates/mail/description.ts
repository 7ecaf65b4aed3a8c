/** One mail before it is HTML or text: what it says, piece by piece, so that both parts say the same. */
import type { Text } from '../words/text.ts';

/** The colour behind the state; the words say the same. */
export type Tone = 'info' | 'success' | 'warning' | 'danger' | 'neutral';

/** A row of the facts: its name, and one or more lines. */
export type FactRow = { label: string; lines: Text[] };

export type Block =
  | { kind: 'paragraph'; text: Text }
  | { kind: 'facts'; rows: FactRow[] }
  | { kind: 'button'; label: string; url: string }
  | { kind: 'note'; text: Text };

export type Description = {
  /** The state in at most some forty characters; date, number and the rest of the subject line follow it. */
  subject: string;
  /** What a mailbox shows beside the subject. */
  preheader: string;
  tone: Tone;
  state: string;
  heading: string;
  blocks: Block[];
};

/** A block that may be absent, as descriptions list them. */
export type Optional = Block | false | undefined;

/** A normal paragraph. */
export function paragraph(text: Text): Block {
  return { kind: 'paragraph', text };
}

/** A small one: how things work, rather than what to do. */
export function note(text: Text): Block {
  return { kind: 'note', text };
}

/** The one button of a mail; none where there is no page to open. */
export function button(label: string, url: string | undefined): Optional {
  return url === undefined ? undefined : { kind: 'button', label, url };
}

/** The blocks that are there. */
export function blocks(...all: Optional[]): Block[] {
  return all.filter((one) => one !== undefined && one !== false);
}
