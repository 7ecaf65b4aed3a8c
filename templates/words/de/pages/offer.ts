/** The page that a mailed question opens. */
import type { Text } from '../../text.ts';

export const offerPage = {
  greeting: (name: string) => `Guten Tag, ${name}`,
  titled: (state: string, language: string | undefined, when: string, number: string) =>
    `${state} – ${language ? `${language} am ` : ''}${when} – Einsatzanfrage ${number}`,
  question: 'Können Sie dolmetschen?',
  answerBy: (until: string): Text => ['Bitte antworten Sie bis ', { strong: until }, '.'],
  yes: 'Ja, ich kann',
  no: 'Nein, ich kann nicht',
  noBookingYet: [
    { strong: 'Ein Ja ist noch keine Buchung.' },
    ' Wir schreiben Ihnen, ob Sie gebucht sind. Nein sagen ist in Ordnung, auch ohne Grund.',
  ] as Text,
  noBookingYetUntil: (day: string): Text => [
    { strong: 'Ein Ja ist noch keine Buchung.' },
    ` Wir schreiben Ihnen bis ${day}, ob Sie gebucht sind. Nein sagen ist in Ordnung, auch ohne Grund.`,
  ],
  late: 'Sie können trotzdem noch antworten. Ein Ja zählt, solange wir suchen.',
  more: 'Mehr über diesen Einsatz',
  where: 'Wo',
  roughly: (town: string) => `${town}. Die genaue Adresse sehen Sie, sobald Sie Ja gesagt haben.`,
  withWhom: 'Bei wem',
  professional: (agency: string) => `${agency}. Eine Fachkraft leitet das Gespräch.`,
  onsiteContact: 'Ansprechperson',
  calendar: 'Ihr Kalender',
  sameDay: [
    'An diesem Tag haben Sie noch keinen Einsatz.',
    'An diesem Tag haben Sie schon einen anderen Einsatz.',
    `An diesem Tag haben Sie schon mehrere andere Einsätze.`,
  ] as [string, string, string],
  number: 'Nummer',
  declineTitle: 'Nein – und einen Grund nennen (freiwillig)',
  reason: 'Grund',
  reasons: {
    no_time: 'Keine Zeit',
    too_far: 'Zu weit',
    not_there: 'Möchte dort nicht dolmetschen',
    other: 'Etwas anderes',
  },
  declineWithReason: 'Nein mit Grund senden',
  questions: 'Fragen? Rufen Sie an:',
  feedTitle: 'Alle Einsätze im eigenen Kalender',
  feed: 'Adresse für Ihr Kalenderprogramm',
  feedHint:
    'Kopieren Sie die Adresse und abonnieren Sie sie dort. Sie gilt nur für Sie, geben Sie sie nicht weiter.',
  refusals: {
    already_taken: {
      title: 'Schon vergeben',
      text: 'Jemand anderes hat vor Ihnen zugesagt. Sie brauchen nichts zu tun. Danke, dass Sie geholfen hätten.',
    },
    already_booked: {
      title: 'Zu dieser Zeit haben Sie schon einen Einsatz',
      text: `Ihr Ja ist nicht gespeichert: Sie haben zu dieser Zeit schon einen anderen Einsatz, die Fahrt mitgerechnet. Stimmt das nicht? Rufen Sie uns bitte an.`,
    },
    offer_withdrawn: {
      title: 'Die Anfrage hat sich erledigt',
      text: 'Sie brauchen nicht mehr zu antworten. Danke, dass Sie da sind.',
    },
    held: {
      title: 'Wir prüfen diese Anfrage noch einmal',
      text: 'Ihre Antwort ist noch nicht gespeichert. Sobald es weitergeht, können Sie auf dieser Seite antworten.',
    },
    wrong_status: {
      title: 'Das geht jetzt nicht mehr',
      text: 'Der Stand hat sich inzwischen geändert. Unten steht, was jetzt gilt. Es wurde nichts gespeichert.',
    },
    not_now: {
      title: 'Das geht gerade nicht',
      text: 'Dafür ist es zu früh oder zu spät, oder Sie haben es schon mehrmals gemeldet. Rufen Sie uns bitte an.',
    },
    stale_version: {
      title: 'Der Termin hat sich noch einmal geändert',
      text: 'Ihre Antwort ist nicht gespeichert, denn sie galt einer anderen Zeit. Bitte lesen Sie, was jetzt gilt, und antworten Sie noch einmal.',
    },
    too_late: {
      title: 'Der Termin hat schon begonnen',
      text: `Ihr Ja ist nicht gespeichert. Sind Sie trotzdem unterwegs? Rufen Sie uns bitte sofort an.`,
    },
  },
};
