/** Mails about a request: received, to be checked, new, refused, open again. */
import type { Text } from '../../text.ts';

export const requestMails = {
  receipt: {
    subject: 'Eingegangen – noch nicht gebucht',
    heading: 'Ihre Anfrage ist bei uns',
    preheader: 'Wir kümmern uns darum und schreiben Ihnen.',
    lead: 'Ihre Anfrage ist angekommen. Wir suchen jemanden, der passt.',
    leadHeld:
      'Ihre Anfrage ist angekommen. Wir prüfen sie und schreiben Ihnen dann. Vorher fragen wir niemanden.',
    notYet: 'Bitte rechnen Sie erst fest mit jemandem, wenn unsere Bestätigung kommt.',
    mistake: (phone: string): Text => [
      'Stimmt etwas nicht, oder brauchen Sie den Termin nicht mehr? Auf dieser Seite verschieben Sie ihn oder sagen ab. Oder rufen Sie an: ',
      { phone },
      '.',
    ],
    mistakeByReply: (phone: string): Text => [
      'Stimmt etwas nicht, oder brauchen Sie den Termin nicht mehr? Antworten Sie auf diese E-Mail oder rufen Sie an: ',
      { phone },
      '.',
    ],
    button: 'Anfrage ansehen',
  },
  checkAddress: {
    subject: 'Bitte bestätigen Sie Ihre Anfrage',
    state: 'Noch nicht bei uns – bitte bestätigen',
    heading: 'Bitte bestätigen Sie Ihre Anfrage',
    preheader: 'Erst danach suchen wir.',
    lead: 'jemand hat mit Ihrer E-Mail-Adresse bei uns angefragt. Waren Sie das? Dann öffnen Sie bitte die Seite und bestätigen Sie dort. Erst danach suchen wir.',
    leadWithoutPage:
      'jemand hat mit Ihrer E-Mail-Adresse bei uns angefragt. Waren Sie das? Dann antworten Sie bitte kurz auf diese E-Mail. Erst danach suchen wir.',
    button: 'Anfrage bestätigen',
    notYou: 'Sie waren das nicht? Dann tun Sie nichts. Wir löschen die Anfrage nach 14 Tagen.',
  },
  newRequest: {
    subject: 'Neue Anfrage',
    state: 'Neue Anfrage – bitte ansehen',
    heading: (day: string, range: string) => `Neue Anfrage für ${day}, ${range}`,
    preheader: 'Noch ist niemand gefragt.',
    lead: (agency: string): Text => [
      { strong: agency },
      ' hat angefragt. Bitte sehen Sie sich die Anfrage an: Vorher wird niemand gefragt.',
    ],
    stateOverdue: 'Bitte jetzt ansehen',
    preheaderOverdue: 'Die Einrichtung wartet auf Nachricht.',
    leadOverdue: 'bis jetzt sollte die Einrichtung von uns hören. Noch ist niemand gefragt.',
    stateAskAnew: 'Geändert – bitte neu fragen',
    preheaderAskAnew: 'Wer gefragt war, ist frei.',
    leadAskAnew: (agency: string): Text => [
      { strong: agency },
      ' hat die Anfrage geändert. Wer gefragt war, ist frei. Bitte sehen Sie nach, was jetzt gilt, und fragen Sie neu.',
    ],
    stateReopened: 'Es wird wieder gesucht',
    leadReopened: (agency: string): Text => [
      { strong: agency },
      ' lässt weiter suchen. Bitte sehen Sie nach, was jetzt gilt, und fragen Sie die Nächsten.',
    ],
  },
  stillOpen: {
    subject: 'Suche: alle gefragt, keine Zusage',
    heading: (day: string, start: string) => `Noch niemand für ${day}, ${start}`,
    preheader: 'Alle, die passen, sind gefragt.',
    lead: 'alle, die passen, sind gefragt. Zugesagt hat noch niemand.',
    subjectYourTurn: 'Suche: alle haben geantwortet',
    preheaderYourTurn: 'Die nächste Runde liegt bei Ihnen.',
    leadYourTurn:
      'wer gefragt ist, hat geantwortet, oder die Zeit dafür ist vorbei. Zugesagt hat niemand. Von selbst wird niemand mehr gefragt.',
    subjectSoon: 'Bald, und noch niemand gefunden',
    preheaderSoon: 'Der Termin rückt näher, und zugesagt hat noch niemand.',
    leadSoon:
      'der Termin rückt näher, und zugesagt hat noch niemand. Am schnellsten geht es jetzt am Telefon.',
    next: 'Bitte entscheiden Sie: jemanden mit Namen fragen, mit der Einrichtung über einen anderen Weg sprechen oder die Suche beenden.',
  },
  rejected: {
    subject: 'Für diesen Anlass nicht möglich',
    heading: 'Diese Anfrage können wir leider nicht annehmen',
    preheader: 'Unten steht, wer stattdessen helfen kann.',
    lead: 'für diesen Anlass können wir leider niemanden vermitteln.',
    instead: (where: string): Text => [{ strong: 'Hilfe hier:' }, ` ${where}`],
    question: (phone: string): Text => [
      'Passt das nicht zu Ihrem Anlass? Antworten Sie auf diese E-Mail oder rufen Sie an: ',
      { phone },
      '.',
    ],
    help: (phone: string): Text => [
      { strong: 'Wer kann stattdessen helfen?' },
      ' Das sagen wir Ihnen gern. Antworten Sie auf diese E-Mail oder rufen Sie an: ',
      { phone },
      '.',
    ],
  },
  restored: {
    subject: 'Wir suchen wieder – noch nicht gebucht',
    heading: (day: string, start: string) => `Wir suchen wieder für ${day}, ${start}`,
    preheader: 'Ihre Anfrage ist wieder offen.',
    lead: 'Ihre Anfrage ist wieder offen, wir suchen jemanden. Sie brauchen nichts zu tun.',
    leadUndone:
      'die Absage ist zurückgenommen. Ihre Anfrage ist wieder offen, und wir suchen jemanden. Rechnen Sie bitte erst wieder fest mit jemandem, wenn unsere Bestätigung kommt.',
  },
  stillSearching: {
    subject: 'Wir suchen noch – noch nicht gebucht',
    heading: (day: string, start: string) => `Wir suchen noch für ${day}, ${start}`,
    preheader: 'Bisher hat niemand zugesagt. Wir suchen weiter.',
    lead: 'bisher hat noch niemand zugesagt. Wir suchen weiter, Sie brauchen nichts zu tun.',
    otherWay: (phone: string): Text => [
      'Geht es auch zu einer anderen Zeit? Auf dieser Seite verschieben Sie den Termin, das hilft oft. Brauchen Sie ihn nicht mehr, sagen Sie dort ab. Oder rufen Sie an: ',
      { phone },
      '.',
    ],
  },
  news: {
    subject: 'Neuigkeit',
    heading: 'Zu diesem Einsatz gibt es etwas Neues',
    preheader: 'Unten steht, was jetzt gilt.',
    lead: 'zu diesem Einsatz hat sich etwas geändert. Unten steht, was jetzt gilt.',
  },
};
