/** The page of a request behind the link that agencies get by mail. */
import { nbsp, type Text } from '../../text.ts';

export const requestPage = {
  greeting: (name: string) => `Guten Tag, ${name}`,
  titled: (state: string, language: string, when: string, number: string) =>
    `${state} – ${language} am ${when} – Anfrage ${number}`,
  stateOver: 'Termin vorbei',
  stateElsewhere: 'Anders gelöst',
  hearBy: (until: string): Text => ['Sie hören von uns bis ', { strong: until }, '.'],
  instead: (where: string): Text => [{ strong: 'Hilfe hier:' }, ` ${where}`],
  factsTitle: 'Ihre Angaben',
  facts: {
    where: 'Wo',
    interpreter: 'Dolmetscher:in',
    onsiteContact: 'Vor Ort',
    alternatives: 'Auch möglich',
    number: 'Nummer',
  },
  late: (minutes: number): Text => [
    'Gerade gemeldet: Wer dolmetscht, kommt ',
    { strong: `etwa ${minutes}${nbsp}Minuten später` },
    '.',
  ],
  lateTitle: 'Kommt später',
  nobodySaidTitle: 'Sie haben gemeldet: Niemand ist da',
  nobodySaid: (time: string) =>
    `Um ${time} haben Koordination und Dolmetscher:in Bescheid bekommen. Bitte bleiben Sie erreichbar.`,
  actionsTitle: 'Hat sich etwas geändert?',
  choicesTitle: 'So kann es weitergehen',
  actions: {
    move: 'Termin verschieben …',
    cancel: 'Termin absagen …',
    nobody_here: 'Niemand ist da',
    other_time: 'Anderer Termin …',
    other_mode: 'Per Telefon oder Video …',
    other_language: 'Verwandte Sprache …',
    search_on: 'Weiter suchen …',
  },
  notNeeded: 'Nicht mehr nötig …',
  questions: {
    move: 'Auf wann verschieben Sie?',
    cancel: 'Möchten Sie den Termin absagen?',
    nobody_here: 'Ist niemand da?',
    other_time: 'Wann geht es auch?',
    other_mode: 'Am Telefon oder per Video?',
    other_language: 'Welche Sprache geht auch?',
    search_on: 'Sollen wir weiter suchen?',
  },
  leads: {
    moveBooked:
      'Wer eingeplant ist, wird gefragt, ob die neue Zeit geht. Bis zur Antwort ist der Termin nicht mehr fest.',
    moveOpen: 'Wir suchen dann jemanden für die neue Zeit.',
    cancelLateTitle: 'Das ist kurzfristig',
    cancelLate:
      'Absagen geht trotzdem und ist besser als umsonst zu kommen. Wer gebucht ist, erfährt es sofort. Es wird als kurzfristig vermerkt.',
    cancelInTime: (until: string) =>
      `Das ist rechtzeitig. Kurzfristig wäre es ab ${until}. Wer eingeplant oder gefragt ist, bekommt Bescheid.`,
    cancelOpen: 'Noch ist niemand fest eingeplant. Wer gefragt ist, bekommt Bescheid.',
    nobodyHere:
      'Koordination und Dolmetscher:in bekommen sofort Bescheid. Rufen Sie uns außerdem an, wenn es eilt.',
    other_time: 'Wir suchen dann wieder, für die neue Zeit.',
    other_mode: 'Wir suchen dann auch nach Menschen, die am Telefon oder per Video dolmetschen.',
    other_language: 'Nur wenn die Familie oder Person diese Sprache gut versteht. Wir suchen dann in beiden.',
    search_on: 'Wir suchen dann weiter wie bisher. Versprechen können wir nichts.',
  },
  date: 'Tag',
  dateHint: 'Zum Beispiel 26.11.2026.',
  from: 'Beginn',
  fromHint: 'Uhrzeit in Deutschland, auf 5 Minuten genau.',
  to: 'Ende',
  toHint: 'Höchstens 12 Stunden nach dem Beginn.',
  occurrence: 'In dieser Nacht wird die Uhr zurückgestellt. Welche Stunde meinen Sie?',
  occurrences: { first: 'die erste (Sommerzeit)', second: 'die zweite (Winterzeit)' },
  mode: 'Wie',
  language: 'Sprache',
  reason: 'Grund',
  reasonHint: 'Ein kurzer Satz für die Koordination. Bitte nichts über Ratsuchende schreiben.',
  buttons: {
    move: 'Jetzt verschieben',
    cancel: 'Ja, jetzt absagen',
    nobody_here: 'Ja, niemand ist da',
    other_time: 'Für diese Zeit suchen',
    other_mode: 'Auch so suchen',
    other_language: 'Auch in dieser Sprache suchen',
    search_on: 'Ja, weiter suchen',
  },
  back: 'Zurück, nichts ändern',
  errorTitle: (count: number) =>
    count === 1 ? 'Bitte prüfen Sie eine Angabe' : `Bitte prüfen Sie ${count} Angaben`,
  kept: 'Alles andere, was Sie eingetragen haben, ist noch da.',
  call: 'Fragen? Rufen Sie an:',
  refusals: {
    wrong_status: {
      title: 'Das geht jetzt nicht mehr',
      text: 'Der Stand hat sich inzwischen geändert. Unten steht, was jetzt gilt. Es wurde nichts gespeichert.',
    },
    not_now: {
      title: 'Das geht gerade nicht',
      text: 'Das geht von 15 Minuten vor dem Beginn bis zum Ende des Termins. Rufen Sie uns sonst bitte an.',
    },
    too_late: {
      title: 'Dafür ist es zu spät',
      text: 'Die Zeit des Termins ist vorbei. Wählen Sie einen anderen Termin, oder rufen Sie uns an.',
    },
    stale_version: {
      title: 'Der Termin ist inzwischen verschoben',
      text: 'Jemand war schneller. Es wurde nichts gespeichert. Bitte sehen Sie nach, was jetzt gilt, und versuchen Sie es dann noch einmal.',
    },
    already_booked: {
      title: 'Zu dieser Zeit geht es nicht',
      text: 'Wer eingeplant ist, hat dann schon einen anderen Einsatz. Es wurde nichts geändert. Rufen Sie uns bitte an.',
    },
  },
};
