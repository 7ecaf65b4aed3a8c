/** Mails to people who are asked: the question itself, and what becomes of it. */
import type { Text } from '../../text.ts';

export const offerMails = {
  offer: {
    subject: 'Können Sie?',
    state: 'Anfrage – noch NICHT gebucht',
    preheader: (until: string) => `Antwort bis ${until}. Eine Anfrage, noch keine Buchung.`,
    heading: (day: string, start: string) => `Können Sie am ${day}, um ${start} dolmetschen?`,
    lead: (until: string): Text => [
      'bitte antworten Sie bis ',
      { strong: until },
      '. Auch ein Nein hilft uns. Einen Grund brauchen Sie nicht.',
    ],
    button: 'Ja oder Nein sagen',
    howItWorks:
      'Es öffnet sich eine Seite mit zwei Tasten. Erst dort zählt Ihre Antwort. Bitte leiten Sie diesen Link nicht weiter, er gilt nur für Sie.',
    repliesAreRead:
      'Eine Antwort per E-Mail liest das Büro, kein Programm. Sie zählt erst, wenn jemand sie eingetragen hat.',
    askedBy: (centre: string): Text => ['die Anfrage kommt von: ', { strong: centre }, '.'],
    leadReadOut:
      'bitte sagen Sie Ja oder Nein. Auch ein Nein hilft uns. Einen Grund brauchen Sie nicht.' as Text,
    noBookingYet: 'Ein Ja ist noch keine Buchung. Wir schreiben Ihnen, ob es dabei bleibt.',
    noBookingYetUntil: (day: string) =>
      `Ein Ja ist noch keine Buchung. Wir schreiben Ihnen bis ${day}, ob es dabei bleibt.`,
  },
  offerWithdrawn: {
    subject: 'Anfrage hat sich erledigt',
    preheader: 'Sie brauchen nichts mehr zu tun.',
    heading: 'Sie brauchen nicht mehr zu antworten',
    lead: 'diese Anfrage hat sich erledigt. Haben Sie sich die Zeit freigehalten? Sie ist wieder frei.',
    thanks: 'Vielleicht fragen wir Sie noch einmal. Danke, dass Sie für uns da sind.',
  },
  taken: {
    subject: 'Schon vergeben, danke',
    preheader: 'Sie brauchen nichts mehr zu tun.',
    heading: 'Jemand anderes übernimmt den Termin',
    lead: 'für diesen Termin hat schon jemand anderes zugesagt. Sie brauchen nicht mehr zu antworten, die Zeit ist wieder frei.',
    thanks: 'Danke, dass Sie für uns da sind. Wir fragen Sie gern wieder.',
  },
  notChosen: {
    subject: 'Schon vergeben, danke',
    preheader: 'Sie brauchen nichts mehr zu tun.',
    heading: 'Der Termin ist vergeben',
    lead: 'für diesen Termin haben wir jemand anderen ausgewählt. Die Zeit ist für Sie wieder frei.',
    thanks: 'Danke, dass Sie für uns da sind. Wir fragen Sie gern wieder.',
  },
  yesNoted: {
    subject: 'Zusage angekommen – noch NICHT gebucht',
    preheader: 'Danke für Ihr Ja. Bitte halten Sie sich die Zeit frei.',
    heading: 'Danke für Ihr Ja',
    lead: 'Ihre Zusage ist da. Wir haben Sie vorgemerkt. Bitte halten Sie sich die Zeit frei.' as Text,
    notBooked: (day: string): Text => [
      { strong: 'Das ist noch keine Buchung.' },
      ' Wir schreiben Ihnen bis ',
      { strong: day },
      ', ob es dabei bleibt.',
    ],
    notBookedSoon: [
      { strong: 'Das ist noch keine Buchung.' },
      ' Wir schreiben Ihnen, sobald es fest ist.',
    ] as Text,
    button: 'Stand ansehen',
    changedMind: (phone: string): Text => [
      { strong: 'Sie können doch nicht?' },
      ' Auf dieser Seite geben Sie Ihre Zusage zurück. Oder rufen Sie an: ',
      { phone },
      '.',
    ],
  },
  willingNoted: {
    subject: 'Danke. Noch kein Einsatz',
    preheader: 'Wir wählen aus und schreiben Ihnen. Noch NICHT gebucht.',
    heading: 'Danke, Ihr Ja ist da',
    lead: 'bei diesem Termin dürfen mehrere Ja sagen. Wir wählen dann eine Person aus.',
    decide: (day: string): Text => [
      { strong: 'Noch ist das kein Einsatz.' },
      ' Wir entscheiden bis ',
      { strong: day },
      ' und schreiben Ihnen.',
    ],
    changedMind: (phone: string): Text => [
      { strong: 'Sie können doch nicht?' },
      ' Dann sagen Sie uns bitte gleich Bescheid: Antworten Sie auf diese E-Mail oder rufen Sie an: ',
      { phone },
      '.',
    ],
    decideSoon: [
      { strong: 'Noch ist das kein Einsatz.' },
      ' Wir entscheiden bald und schreiben Ihnen.',
    ] as Text,
  },
};
