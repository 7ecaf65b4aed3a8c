/** Mails about a booking: made, near, given back, released, taken over by somebody else. */
import type { Text } from '../../text.ts';

function whoWasToCome(name: string | undefined) {
  return name ? [{ strong: name }] : ['die Person, die eingeplant war,'];
}

export const bookingMails = {
  pleaseConfirm: {
    heading: (day: string, start: string) => `Es gibt eine Zusage für ${day}, ${start}`,
    preheader: 'Bitte buchen Sie fest oder geben Sie die Person wieder frei.',
    lead: (name: string): Text => [
      { strong: name },
      ' hat Ja gesagt. Bitte buchen Sie fest oder geben Sie die Person wieder frei.',
    ],
    leadSeveral: 'mindestens eine Person hat Ja gesagt. Bitte wählen Sie aus und buchen Sie fest.' as Text,
    until: (until: string): Text => ['Bitte tun Sie das bis ', { strong: until }, '.'],
    meanwhile: 'Bis dahin lesen alle Beteiligten: noch NICHT gebucht.',
  },
  bookedVolunteer: {
    preheader: (day: string, range: string) => `Sie dolmetschen am ${day}, ${range}.`,
    heading: (day: string, range: string) => `Sie dolmetschen am ${day}, ${range}`,
    lead: ['danke für Ihr Ja. Der Einsatz ist jetzt ', { strong: 'fest gebucht' }, '.'] as Text,
    latest: 'Es gilt, was hier steht, auch wenn eine frühere E-Mail etwas anderes sagt.',
    button: 'Einsatz ansehen',
    changedMind: (phone: string): Text => [
      { strong: 'Sie können doch nicht oder kommen später?' },
      ' Auf dieser Seite geben Sie den Einsatz ab oder sagen, wie viel später Sie kommen. Oder rufen Sie uns bitte gleich an: ',
      { phone },
      '.',
    ],
    onlyByPhone: (phone: string): Text => [
      { strong: 'Sie können doch nicht oder kommen später?' },
      ' Rufen Sie uns bitte gleich an: ',
      { phone },
      '.',
    ],
    leadNewTime: [
      'die Uhrzeit hat sich etwas geändert. Unten steht, was jetzt gilt. Der Einsatz bleibt ',
      { strong: 'fest gebucht' },
      '.',
    ] as Text,
    inTime: (until: string) =>
      `Rechtzeitig abgeben können Sie bis ${until}. Danach bitte auch – je früher, desto besser.`,
  },
  bookedAgency: {
    preheader: (day: string, range: string) => `Ihr Termin am ${day}, ${range} ist besetzt.`,
    heading: (day: string, range: string) => `Fest gebucht für ${day}, ${range}`,
    lead: ['für Ihren Termin ist jetzt jemand ', { strong: 'fest gebucht' }, '.'] as Text,
    leadNewTime: [
      'wir haben die neue Uhrzeit vermerkt, und wer kommt, weiß Bescheid. Der Termin bleibt ',
      { strong: 'fest gebucht' },
      '.',
    ] as Text,
    prepare:
      'Bitte sagen Sie vor Ort Bescheid. Eine Fachkraft Ihrer Einrichtung ist beim Gespräch dabei und leitet es.',
    changedMind: (phone: string): Text => [
      { strong: 'Der Termin ändert sich oder fällt aus?' },
      ' Auf dieser Seite verschieben Sie ihn oder sagen ab. Oder rufen Sie an: ',
      { phone },
      '.',
    ],
    inTime: (until: string) =>
      `Rechtzeitig ist eine Absage bis ${until}. Danach bitte auch – je früher, desto besser.`,
  },
  calendarAttached: 'Der Termin hängt an dieser E-Mail für Ihren Kalender.',
  reminders: (times: string) => `Wir erinnern Sie am ${times}.`,
  remindersJoin: ' und am ',
  feed: (url: string): Text => [
    'Alle Ihre Einsätze im eigenen Kalender: Abonnieren Sie dort diese Adresse. Sie gilt nur für Sie: ',
    { url },
  ],
  reminder: {
    subject: 'Erinnerung – Fest gebucht',
    state: 'Fest gebucht – zur Erinnerung',
    headingVolunteer: (day: string, range: string) => `Bald dolmetschen Sie: ${day}, ${range}`,
    headingAgency: (day: string, range: string) => `Bald ist Ihr Termin: ${day}, ${range}`,
    preheader: (day: string, range: string) =>
      `${day}, ${range}. Alles klar? Dann brauchen Sie nichts zu tun.`,
    leadVolunteer: 'Ihr Einsatz rückt näher. Ist alles klar? Dann brauchen Sie nichts zu tun.',
    leadAgency:
      'Ihr Termin rückt näher, und es ist jemand fest gebucht. Ist alles klar? Dann brauchen Sie nichts zu tun.',
    changedVolunteer: (phone: string): Text => [
      { strong: 'Sie können doch nicht oder kommen später?' },
      ' Auf dieser Seite geben Sie den Einsatz ab oder sagen, wie viel später Sie kommen. Oder rufen Sie uns bitte sofort an: ',
      { phone },
      '.',
    ],
    changedAgency: (phone: string): Text => [
      { strong: 'Der Termin verschiebt sich oder fällt aus?' },
      ' Sagen Sie es gleich auf dieser Seite. Ist zur vereinbarten Zeit niemand da, melden Sie auch das dort. Oder rufen Sie uns bitte sofort an: ',
      { phone },
      '.',
    ],
  },
  givenBackVolunteer: {
    subject: 'Abgegeben',
    subjectMoved: 'Nicht mehr eingeplant',
    heading: 'Danke, dass Sie Bescheid gesagt haben',
    headingMoved: 'Sie sind für diesen Termin nicht mehr eingeplant',
    preheader: 'Sie brauchen nichts mehr zu tun. Wir suchen jemand anderen.',
    lead: 'wir suchen jetzt jemand anderen. Sie brauchen nichts mehr zu tun.',
    leadLate:
      'es ist kurzfristig, deshalb suchen wir sofort jemand anderen. Sie brauchen nichts mehr zu tun.',
    leadMoved:
      'so wie der Termin jetzt ist, können Sie nicht. Kein Problem: Wir suchen jemand anderen. Sie brauchen nichts zu tun.',
    leadSilent:
      'der Termin hat sich geändert, und bis zur Frist kam von Ihnen keine Antwort. Kein Problem: Wir suchen jemand anderen. Sie brauchen nichts zu tun.',
    mistake: (phone: string): Text => [
      'War das ein Versehen? Rufen Sie uns bitte gleich an: ',
      { phone },
      '.',
    ],
  },
  givenBackAgency: {
    subject: 'Wir suchen Ersatz',
    state: 'Die gebuchte Person kann nicht – wir suchen Ersatz',
    stateNotFirm: 'Die vorgemerkte Person kann nicht – wir suchen Ersatz',
    stateMoved: 'Nach der Änderung kann die Person nicht – wir suchen Ersatz',
    stateReleased: 'Die gebuchte Person kommt nicht mehr – wir suchen Ersatz',
    stateReleasedNotFirm: 'Die vorgemerkte Person kommt nicht mehr – wir suchen Ersatz',
    heading: (day: string, start: string) => `Wir suchen Ersatz für ${day}, ${start}`,
    preheader: 'Ihr Termin ist wieder offen. Wir suchen jemand anderen.',
    lead: 'die Person, die für Ihren Termin eingeplant war, kann leider nicht. Wir suchen jemand anderen. Sie brauchen keine neue Anfrage zu stellen.',
    leadLate:
      'die Person, die für Ihren Termin eingeplant war, kann leider nicht. Es ist kurzfristig, deshalb suchen wir sofort jemand anderen. Sie brauchen keine neue Anfrage zu stellen.',
    leadReleased:
      'die Person, die für Ihren Termin eingeplant war, kommt nicht mehr. Wir suchen jemand anderen. Sie brauchen keine neue Anfrage zu stellen.',
    leadMoved:
      'so wie der Termin jetzt ist, kann die Person, die eingeplant war, leider nicht. Wir suchen jemand anderen. Sie brauchen keine neue Anfrage zu stellen.',
    untilThen: 'Bitte rechnen Sie erst wieder fest mit jemandem, wenn unsere Bestätigung kommt.',
    otherWay: (phone: string): Text => [
      'Geht es auch an einem anderen Tag? Auf der Seite verschieben Sie den Termin. Am Telefon oder per Video? Antworten Sie auf diese E-Mail oder rufen Sie an: ',
      { phone },
      '.',
    ],
  },
  givenBackCoordinator: {
    stateMoved: 'Änderung passt nicht, Ersatz gesucht',
    heading: (day: string, start: string) => `Wieder offen: ${day}, ${start}`,
    preheader: 'Die Suche ist wieder offen.',
    lead: (name?: string): Text => [
      ...whoWasToCome(name),
      ' kann nicht. Die Suche ist wieder offen, die Einrichtung bekommt Bescheid.',
    ],
    leadLate: (name?: string): Text => [
      ...whoWasToCome(name),
      ' kann nicht, und es ist kurzfristig. Die Suche ist wieder offen, die Einrichtung bekommt Bescheid. Am schnellsten geht es jetzt am Telefon.',
    ],
    leadMoved: (name?: string): Text => [
      ...whoWasToCome(name),
      ' kann nicht, so wie der Termin jetzt ist. Die Suche ist wieder offen, die Einrichtung bekommt Bescheid.',
    ],
    leadSilent: (name?: string): Text => [
      ...whoWasToCome(name),
      ' hat auf die Änderung nicht rechtzeitig geantwortet. Die Suche ist wieder offen, die Einrichtung bekommt Bescheid.',
    ],
  },
  released: {
    subject: 'Nicht mehr eingeplant',
    state: 'Nicht mehr eingeplant – bitte nicht hinfahren',
    stateElsewhere: 'Nicht mehr eingeplant – Sie brauchen nichts zu tun',
    heading: 'Sie sind für diesen Termin nicht mehr eingeplant',
    preheader: 'Die Zeit ist für Sie wieder frei.',
    lead: 'wir haben Sie für diesen Termin wieder freigegeben. Die Zeit gehört wieder Ihnen.',
    leadMoved:
      'der Termin ist auf eine Zeit verschoben, zu der Sie schon etwas anderes haben. Deshalb suchen wir jemand anderen. Ihre alte Zeit ist wieder frei.',
    leadNotConfirmed:
      'Sie hatten zugesagt, aber der Einsatz ist nicht rechtzeitig fest geworden. Das tut uns leid. Die Zeit gehört wieder Ihnen.',
    leadReplaced: 'jemand anderes übernimmt diesen Termin. Die Zeit gehört wieder Ihnen.',
    thanks: 'Danke, dass Sie für uns da sind.',
  },
  replaced: {
    subject: 'Jemand anderes dolmetscht',
    heading: (day: string, start: string) => `Jemand anderes dolmetscht am ${day}, ${start}`,
    preheader: 'Tag, Uhrzeit und Ort bleiben gleich.',
    lead: 'für Ihren Termin haben wir eine andere Person eingeplant. Tag, Uhrzeit und Ort bleiben gleich. Am Stand Ihrer Anfrage ändert das nichts.',
  },
};
