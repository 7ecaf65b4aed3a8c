/** The story that `npm run demo` plays: a Kita needs somebody for Sorani on Thursday, and not everything goes as planned. */
import type { Printer } from './printer.ts';
import { tellHistory, tellMails, tellMatches } from './telling.ts';
import { daysLater, type Mail, type Player, type Theatre } from './theatre.ts';

/** Monday morning, on which the story begins. */
export const beginning = new Date('2026-11-23T08:00:00+01:00');

type Person = { name: string; email: string };
type Known = { id: string; number: string };
type Play = Theatre & { printer: Printer; mara: Player; kim: Player };

/** Plays it to its end. @throws Error when the pool refuses something that the story needs */
export async function playStory(theatre: Theatre, printer: Printer): Promise<void> {
  const [kim, mara] = [
    await theatre.signIn('kita@example.org'),
    await theatre.signIn('koordination@example.org'),
  ];
  const play = { ...theatre, printer, kim, mara };
  const assignment = await ask(play);
  await look(play, assignment);
  await sayNo(play, assignment);
  const first = await sayYes(play, assignment);
  await book(play, assignment);
  await remind(play, assignment, daysLater(beginning, 1, '10:00'), 'Zwei Tage vorher');
  await giveBack(play, assignment, first);
  await searchAgain(play, assignment);
  await remind(play, assignment, daysLater(beginning, 3, '7:00'), 'Drei Stunden vorher');
  await end(play, assignment);
}

async function ask(play: Play): Promise<Known> {
  const { printer, kim } = play;
  printer.scene(play.when(), 'Wer fragt an');
  const start = daysLater(beginning, 3, '10:00');
  const assignment = await kim.post('/api/v1/assignments', {
    language: 'ckb',
    start: start.toISOString(),
    end: daysLater(beginning, 3, '11:00').toISOString(),
    mode: 'onsite',
    venue: { name: 'Kita Musterplatz', street: 'Musterplatz 1', postcode: '59494', city: 'Soest' },
    occasion: 'Kita-Elterngespräch',
    persons: 3,
  });
  printer.say(
    `Kim Muster von der Kita Musterplatz braucht am Donnerstag von 10 bis 11 Uhr jemanden für Sorani. Die Anfrage bekommt sofort ihre Nummer: ${assignment.number}.`,
  );
  await tellMails(play, assignment.number);
  return assignment;
}

async function look({ printer, mara, when }: Play, { id }: Known): Promise<void> {
  printer.scene(when(), 'Wer passt, und wer nicht');
  tellMatches(await mara.get(`/api/v1/assignments/${id}/matches`), printer);
}

/** The next round asks the best of those who fit; the answer is given by the link in the mail. */
async function sayNo(play: Play, assignment: Known): Promise<void> {
  const { printer, mara, visitor } = play;
  await play.goTo(daysLater(beginning, 0, '8:05'));
  printer.scene(play.when(), 'Wer gefragt wird – und nein sagt');
  const { items } = await mara.post(`/api/v1/assignments/${assignment.id}/offers`);
  printer.say(`Mara Beispiel von der Koordination startet eine Runde: ${items[0].name} wird gefragt.`);
  const mails = await tellMails(play, assignment.number);
  await play.goTo(daysLater(beginning, 0, '8:40'));
  await visitor.post(`/api/v1/offers/${tokenIn(mails)}/decline`);
  printer.say(`${play.when()}: Nein. Ein Grund ist nicht nötig.`);
  await tellMails(play, assignment.number);
}

async function sayYes(play: Play, assignment: Known): Promise<Person> {
  const { printer, mara, visitor } = play;
  await play.goTo(daysLater(beginning, 0, '8:45'));
  printer.scene(play.when(), 'Wer zusagt');
  const { items } = await mara.post(`/api/v1/assignments/${assignment.id}/offers`);
  const [{ name }] = items;
  printer.say(`Die nächste Runde fragt ${name}.`);
  const mails = await tellMails(play, assignment.number);
  await play.goTo(daysLater(beginning, 0, '9:30'));
  await visitor.post(`/api/v1/offers/${tokenIn(mails)}/accept`);
  printer.say(`${play.when()}: ${name} sagt ja. Das ist noch keine Buchung.`);
  await tellMails(play, assignment.number);
  return { name, email: mails[0]?.to[0] ?? '' };
}

async function book(play: Play, { id, number }: Known): Promise<void> {
  const { printer, mara } = play;
  await play.goTo(daysLater(beginning, 0, '9:45'));
  printer.scene(play.when(), 'Fest gebucht');
  await mara.post(`/api/v1/assignments/${id}/confirm`);
  printer.say('Mara Beispiel bucht. Beide Seiten bekommen eine Einladung für den Kalender.');
  await tellMails(play, number);
}

async function remind(play: Play, { number }: Known, at: Date, title: string): Promise<void> {
  await play.goTo(new Date(at.getTime() - 60_000));
  const early = await play.newMails(number);
  await play.goTo(at);
  play.printer.scene(play.when(), `${title}: Erinnerung`);
  play.printer.say(`Eine Minute vorher: ${early.mails.length === 0 ? 'keine Mail' : 'schon Mails'}. Jetzt:`);
  await tellMails(play, number);
}

async function giveBack(play: Play, { id, number }: Known, { name, email }: Person): Promise<void> {
  const { printer } = play;
  await play.goTo(daysLater(beginning, 2, '17:30'));
  printer.scene(play.when(), 'Wer abgibt');
  const volunteer = await play.signIn(email);
  await volunteer.post(`/api/v1/assignments/${id}/give-back`, { reason: 'krank' });
  printer.say(`${name} ist krank und gibt den Einsatz ab. Das geht immer, auch spät.`);
  await tellMails(play, number);
}

/** By name: the coordinator knows who can be reached in the evening. */
async function searchAgain(play: Play, { id, number }: Known): Promise<void> {
  const { printer, mara, visitor } = play;
  await play.goTo(daysLater(beginning, 2, '17:40'));
  printer.scene(play.when(), 'Ersatz am Abend vorher');
  const { candidates } = await mara.get(`/api/v1/assignments/${id}/matches`);
  const [next] = candidates;
  await mara.post(`/api/v1/assignments/${id}/offers`, { interpreters: [next.interpreter] });
  printer.say(`Mara Beispiel fragt namentlich: ${next.name}.`);
  const mails = await tellMails(play, number);
  await play.goTo(daysLater(beginning, 2, '17:55'));
  await visitor.post(`/api/v1/offers/${tokenIn(mails)}/accept`);
  await mara.post(`/api/v1/assignments/${id}/confirm`);
  printer.say(
    `${play.when()}: ${next.name} sagt ja. Weil der Termin schon am nächsten Morgen ist, bucht Mara Beispiel sofort.`,
  );
  await tellMails(play, number);
}

async function end(play: Play, { id, number }: Known): Promise<void> {
  const { printer, mara } = play;
  await play.goTo(daysLater(beginning, 3, '11:00'));
  printer.scene(play.when(), 'Vorbei');
  await tellMails(play, number);
  const { history } = await mara.get(`/api/v1/assignments/${id}`);
  tellHistory(history, printer);
}

function tokenIn(mails: Mail[]): string {
  const token = /\/offers\/([\w-]+)/.exec(mails.map(({ text }) => text).join('\n'))?.[1];
  if (!token) throw new Error('no link to an offer in these mails');
  return token;
}
