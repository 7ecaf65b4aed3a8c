/** Writes the story for a terminal: wrapped at 100 columns, in colour only where the terminal shows it. */

export type Printer = {
  /** A new part of the story, with its time. */
  scene: (when: string, title: string) => void;
  say: (text: string) => void;
  /** One of several things, with what belongs to it indented below. */
  item: (text: string, ...details: string[]) => void;
  mail: (to: string[], subject: string, lines: string[]) => void;
};

const columns = 100;
const control = '\u001b[';

/** A printer that hands on whole lines. */
export function createPrinter(write: (line: string) => void, isColoured: boolean): Printer {
  const painted = (code: number) => (text: string) =>
    isColoured ? `${control}${code}m${text}${control}0m` : text;
  const [bold, dim, blue, green] = [painted(1), painted(2), painted(34), painted(32)];
  const lines = (text: string, first: string, rest: string, paint = (line: string) => line) => {
    for (const line of wrap(text, first, rest)) write(paint(line));
  };
  return {
    scene: (when, title) => {
      write('');
      lines(title, '── ', '   ', bold);
      lines(when, '   ', '   ', dim);
      write('');
    },
    say: (text) => lines(text, '   ', '   '),
    item: (text, ...details) => {
      lines(text, '   • ', '     ');
      for (const detail of details) lines(detail, '       ', '       ', dim);
    },
    mail: (to, subject, body) => {
      lines(`Mail an ${to.join(' · ')}`, '   > ', '   > ', blue);
      lines(subject, '   > ', '   >   ', green);
      for (const line of body) lines(line, '   > ', '   > ');
      write('');
    },
  };
}

/** The text in lines of at most 100 columns; the first begins with `first`, the others with `rest`. Words are never cut. */
function wrap(text: string, first: string, rest: string): string[] {
  const done: string[] = [];
  let line = first;
  let isEmpty = true;
  for (const word of text.split(/\s+/).filter((one) => one !== '')) {
    if (!isEmpty && line.length + 1 + word.length > columns) {
      done.push(line);
      line = rest;
      isEmpty = true;
    }
    line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  return [...done, line.trimEnd()];
}
