/** The text part: complete by itself, with every fact and every link written out. */
import { nbsp, piecesOf, type Text, unmarked } from '../words/text.ts';
import { words } from '../words/words.ts';
import type { Block, Description, FactRow } from './description.ts';
import type { MailFacts } from './facts.ts';

/** Where lines are broken; an address is never broken. */
const width = 76;

/** Everything the HTML part says, from the same description. Lines end with LF. */
export function textPart({ state, heading, blocks }: Description, facts: MailFacts): string {
  const { frame } = words(facts.locale).mails;
  const { poolName, name, address, phone } = facts.centre;
  const sections = [
    `${poolName}\n${state}`,
    wrap(heading),
    wrap(frame.greeting(facts.name)),
    ...blocks
      .filter((block) => !repeatsButton(block, blocks) && !(facts.isReadOut && opensPage(block)))
      .map(section),
    ['—', wrap(`${name}, ${address}`), wrap(frame.replies(phone))].join('\n'),
  ];
  return `${sections.join('\n\n')}\n`.replaceAll(nbsp, ' ');
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

/** Nobody can press a button on the telephone. */
function opensPage({ kind }: Block): boolean {
  return kind === 'button';
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
