/** How the story tells what the pool has found and sent: who fits and why, who does not, and the mails as they left. */
import type { Printer } from './printer.ts';
import type { Mail, Theatre } from './theatre.ts';

type Candidate = { name: string; score: number; reasons: { points: number; text: string }[] };
type Exclusion = { name: string; code: string; text: string };

/** So many people are named; of the others their number is told. */
const named = 4;

/** Prints the reply of the API: the best with their points, those who nearly fit with their reason, the rest as a count. */
export function tellMatches(
  { candidates, excluded }: { candidates: Candidate[]; excluded: Exclusion[] },
  printer: Printer,
): void {
  printer.say(`Es passen ${candidates.length}:`);
  for (const { name, score, reasons } of candidates.slice(0, named)) {
    const why = reasons.filter(({ points }) => points !== 0);
    printer.item(
      `${name}, ${score} Punkte`,
      why.map(({ points, text }) => `${text} (${signed(points)})`).join(' · '),
    );
  }
  const count = (code: string) => excluded.filter((one) => one.code === code).length;
  const nearly = excluded.filter(({ code }) => code !== 'language' && code !== 'not_active');
  printer.say('Es passen nicht, obwohl sie die Sprache können:');
  for (const { name, text } of nearly.slice(0, 2 * named)) printer.item(`${name}: ${text}`);
  const [away, others] = [count('not_active'), count('language')];
  printer.say(`${others} weitere sprechen die Sprache nicht, ${away} sind gerade nicht dabei.`);
}

/** Prints the mails about this number that have left since the last time. @returns them */
export async function tellMails(
  { newMails, printer }: Pick<Theatre, 'newMails'> & { printer: Printer },
  number: string,
): Promise<Mail[]> {
  const { mails, others } = await newMails(number);
  for (const alike of grouped(mails)) {
    const [{ subject, text, calendar }] = alike;
    const lines = firstLines(text);
    printer.mail(
      alike.flatMap(({ to }) => to),
      subject,
      calendar ? [...lines, `[Kalender: ${calendar.method}]`] : lines,
    );
  }
  if (mails.length === 0) printer.say('Keine Mail dazu.');
  if (others > 0)
    printer.say(`(${others === 1 ? 'Eine weitere Mail' : `${others} weitere Mails`} zu anderen Einsätzen.)`);
  return mails;
}

/** Several coordinators get the same mail, but for the salutation. */
function grouped(mails: Mail[]): [Mail, ...Mail[]][] {
  const groups = new Map<string, [Mail, ...Mail[]]>();
  for (const mail of mails) {
    const key = [mail.subject, ...firstLines(mail.text)].join('|');
    const group = groups.get(key);
    if (group) group.push(mail);
    else groups.set(key, [mail]);
  }
  return [...groups.values()];
}

/** The heading, and the first paragraph behind the salutation. */
function firstLines(text: string): string[] {
  const paragraphs = text.split(/\n\s*\n/).map((paragraph) => paragraph.replace(/\s+/g, ' ').trim());
  const [, heading = '', , first = ''] = paragraphs.filter((paragraph) => paragraph !== '');
  return [heading, first.charAt(0).toUpperCase() + first.slice(1)];
}

/** What happened, in a word each. */
const turns: Record<string, string> = {
  submit: 'eingegangen',
  ask: 'gefragt',
  decline: 'nein',
  accept: 'ja',
  confirm: 'fest gebucht',
  give_back: 'abgegeben',
  end: 'vorbei',
};

/** The history of an assignment in one line. */
export function tellHistory(history: { action: string }[], printer: Printer): void {
  const told = history.map(({ action }) => turns[action] ?? action);
  printer.say(`Der Einsatz ist vorbei. Was war, steht in seiner Geschichte: ${told.join(' · ')}.`);
}

function signed(points: number): string {
  return points > 0 ? `+${points}` : `−${-points}`;
}
