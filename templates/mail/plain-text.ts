/** The text part: complete by itself, with every fact and every link written out. */
import type { Words } from '../words/de.ts';
import { capitalised, nbsp, piecesOf, type Text, unmarked } from '../words/text.ts';
import { words } from '../words/words.ts';
import type { Block, Description, FactRow } from './description.ts';
import type { MailFacts } from './facts.ts';

type Shown = Pick<Description, 'state' | 'heading' | 'blocks'>;
type Spoken = Words['spoken'];

/** Where lines are broken; an address is never broken. */
const width = 76;

/** Everything the HTML part says, from the same description. Lines end with LF. */
export function textPart({ state, heading, blocks }: Shown, facts: MailFacts): string {
  const { mails, spoken } = words(facts.locale);
  const { frame } = mails;
  if (facts.isReadOut) return readOut({ state, heading, blocks }, facts, spoken);
  const { poolName, name, address, phone } = facts.centre;
  const sections = [
    `${poolName}\n${state}`,
    wrap(heading),
    wrap(frame.greeting(facts.name)),
    ...blocks.filter((block) => !repeatsButton(block, blocks)).map(section),
    ['—', wrap(`${name}, ${address}`), wrap(frame.replies(phone))].join('\n'),
  ];
  return `${sections.join('\n\n')}\n`.replaceAll(nbsp, ' ');
}

/** The same as it is said to somebody on the telephone, who has no e-mail and no page before them. */
function readOut(
  { state, heading, blocks }: Shown,
  { name, locale, centre }: MailFacts,
  say: Spoken,
): string {
  const sections = [
    state,
    wrap(heading),
    wrap(words(locale).mails.frame.greeting(name)),
    ...blocks.flatMap((block) => {
      if (block.kind === 'button') return [];
      if (block.kind === 'facts') return [factsSection(block.rows)];
      const text = aloud(unmarked(block.text), say);
      return text === '' ? [] : [wrap(text)];
    }),
    ['—', wrap(`${centre.name}, ${centre.phone}`)].join('\n'),
  ];
  return `${sections.join('\n\n')}\n`.replaceAll(nbsp, ' ');
}

/** Sentence by sentence; a number with its full stop, as in a date, ends none. */
function aloud(text: string, { instead, written, goesOn }: Spoken): string {
  const said = instead.reduce((whole, [from, to]) => whole.replace(from, to), text);
  const kept = said.split(/(?<=[^\d][.?!]) /).filter((sentence) => !written.test(sentence));
  return kept
    .map((sentence) => sentence.replace(goesOn, ''))
    .map((sentence, index) => (index > 0 ? unmarked(capitalised(sentence)) : sentence))
    .join(' ');
}

function section(block: Block): string {
  switch (block.kind) {
    case 'button':
      return `${block.label}:\n${block.url}`;
    case 'facts':
      return factsSection(block.rows);
    default:
      return wrap(block.text);
  }
}

/** The address stands under the button's words here, so a note that says it again is left out. */
function repeatsButton(block: Block, all: Block[]): boolean {
  if (block.kind !== 'note') return false;
  const urls = piecesOf(block.text).flatMap((piece) =>
    typeof piece === 'object' && 'url' in piece ? [piece.url] : [],
  );
  return all.some((other) => other.kind === 'button' && urls.includes(other.url));
}

function factsSection(rows: FactRow[]): string {
  const column = Math.max(...rows.map(({ label }) => label.length)) + 3;
  const indent = `\n${' '.repeat(column)}`;
  return rows
    .map(({ label, lines }) => {
      const value = lines.map((line) => wrap(line, width - column)).join('\n');
      return `${label}:`.padEnd(column) + value.replaceAll('\n', indent);
    })
    .join('\n');
}

/** Breaks between words only, and never before a dash; a no-break space holds until the lines are set. */
function wrap(text: Text, room = width): string {
  const lines: string[] = [''];
  for (const word of unmarked(text).replaceAll(' –', `${nbsp}–`).split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line === '') lines[lines.length - 1] = word;
    else if (line.length + 1 + word.length <= room) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines.join('\n');
}
