/** Mails about a change: another time, other details, and whether the person still fits. */
import type { Text } from '../../text.ts';

export const changeMails = {
  movedVolunteer: {
    subject: 'Neue Zeit: Geht das noch?',
    subjectPlace: 'Neuer Ort: Geht das noch?',
    heading: (day: string, range: string) => `Können Sie auch am ${day}, ${range}?`,
    headingPlace: (day: string, range: string) => `Geht am ${day}, ${range} auch ein anderer Ort?`,
    preheaderPlace: 'Der Ort ist ein anderer. Bitte sagen Sie uns, ob es noch geht.',
    preheader: 'Der Termin hat sich verschoben. Bitte sagen Sie uns, ob es noch geht.',
    lead: 'Ihr Termin hat sich verschoben, oder der Ort ist ein anderer. Unten steht, was jetzt gilt. Geht das noch?',
    leadTime:
      'Ihr Termin hat sich verschoben. Unten steht, was vorher ausgemacht war und was jetzt gilt. Geht das noch?',
    leadPlace: 'Ihr Termin findet an einem anderen Ort statt. Tag und Uhrzeit bleiben. Geht das noch?',
    until: (until: string): Text => ['Bitte antworten Sie bis ', { strong: until }, '.'],
    silence: 'Hören wir nichts von Ihnen, suchen wir jemand anderen.',
    button: 'Neue Zeit ansehen',
    buttonPlace: 'Neuen Ort ansehen',
    either: (phone: string): Text => [
      'Auf der Seite stehen zwei Tasten, ein Ja oder ein Nein genügt. Oder rufen Sie an: ',
      { phone },
      '.',
    ],
  },
  movedAgency: {
    subject: 'Verschoben',
    searching: 'Verschoben – wir suchen, noch nicht gebucht',
    heading: (day: string, range: string) => `Ihr Termin ist jetzt am ${day}, ${range}`,
    preheader: 'Wir melden uns, sobald klar ist, wer kommt.',
    lead: 'wir haben die neue Zeit vermerkt und fragen die Person, die eingeplant ist, ob sie auch dann kann.',
    leadSearching: 'wir haben die neue Zeit vermerkt und suchen jemanden für diese Zeit.',
    place: {
      subject: 'Neuer Ort',
      searching: 'Neuer Ort – wir suchen, noch nicht gebucht',
      heading: (day: string, range: string) => `Neuer Ort für Ihren Termin am ${day}, ${range}`,
      lead: 'wir haben den neuen Ort vermerkt und fragen die Person, die eingeplant ist, ob sie auch dort kann.',
      leadSearching: 'wir haben den neuen Ort vermerkt und suchen jemanden, der dorthin kommt.',
    },
    mistake: (phone: string): Text => [
      'Stimmt etwas nicht? Auf der Seite verschieben Sie noch einmal oder sagen ab. Oder rufen Sie an: ',
      { phone },
      '.',
    ],
  },
  movedCoordinator: {
    heading: (day: string, range: string) => `Verschoben auf ${day}, ${range}`,
    preheader: 'Die Antwort der eingeplanten Person fehlt noch.',
    lead: (name: string): Text => [
      { strong: name },
      ' soll sagen, ob die neue Zeit geht. Die Antwort fehlt noch.',
    ],
    leadUnnamed: 'die eingeplante Person soll sagen, ob die neue Zeit geht. Die Antwort fehlt noch.' as Text,
    place: {
      heading: (day: string, range: string) => `Neuer Ort: ${day}, ${range}`,
      lead: (name: string): Text => [
        { strong: name },
        ' soll sagen, ob der neue Ort geht. Die Antwort fehlt noch.',
      ],
      leadUnnamed: 'die eingeplante Person soll sagen, ob der neue Ort geht. Die Antwort fehlt noch.' as Text,
    },
    until: (until: string): Text => [
      'Kommt bis ',
      { strong: until },
      ' nichts, öffnet sich die Suche wieder.',
    ],
  },
  changed: {
    subject: 'Angaben geändert',
    heading: 'Zu Ihrem Einsatz gibt es neue Angaben',
    preheader: 'Bitte lesen Sie, was jetzt gilt. Sonst bleibt alles, wie es war.',
    lead: 'an den Angaben zu Ihrem Einsatz hat sich etwas geändert. Unten steht, was jetzt gilt. Sonst bleibt alles, wie es war.' as Text,
    what: (what: string): Text => ['Geändert hat sich: ', { strong: what }, '.'],
    parts: {
      time: 'Uhrzeit',
      place: 'Ort',
      language: 'Sprache',
      mode: 'vor Ort, Telefon oder Video',
      genderWish: 'Wunsch nach Frau oder Mann',
      onsiteContact: 'Ansprechperson vor Ort',
      notes: 'Hinweise der Einrichtung (fragen Sie uns danach)',
      reference: 'Zeichen der Einrichtung',
      persons: 'Zahl der Personen',
    },
    button: 'Einsatz ansehen',
    noted: {
      heading: 'Zu Ihrer Zusage gibt es neue Angaben',
      lead: [
        'an den Angaben zu dem Termin, für den Sie zugesagt haben, hat sich etwas geändert. Unten steht, was jetzt gilt. ',
        { strong: 'Sie sind noch NICHT gebucht.' },
      ] as Text,
      button: 'Stand ansehen',
      notPossible: (phone: string): Text => [
        'Passt das für Sie nicht? Auf der Seite geben Sie Ihre Zusage zurück. Oder rufen Sie an: ',
        { phone },
        '.',
      ],
    },
    notPossible: (phone: string): Text => [
      'Passt das für Sie nicht? Auf der Seite geben Sie den Einsatz ab. Oder rufen Sie an: ',
      { phone },
      '.',
    ],
  },
  checkBooking: {
    subject: 'Bitte prüfen: Passt die Person noch?',
    state: 'Angaben geändert – passt die Person noch?',
    heading: 'Passt die eingeplante Person noch?',
    preheader: 'Sprache, Art oder Wunsch haben sich geändert.',
    lead: (name: string): Text => [
      'Sprache, Art oder Wunsch haben sich geändert. Eingeplant ist ',
      { strong: name },
      '. Bitte prüfen Sie, ob das noch passt.',
    ],
    leadUnnamed:
      'Sprache, Art oder Wunsch haben sich geändert. Bitte prüfen Sie, ob die eingeplante Person noch passt.' as Text,
  },
};
