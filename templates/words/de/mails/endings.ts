/** Mails about how an appointment ends before it has begun: cancelled, or nobody found. */
import type { Text } from '../../text.ts';

export const endingMails = {
  cancelledVolunteer: {
    subject: 'Abgesagt',
    stateElsewhere: 'Abgesagt – der Termin fällt aus',
    heading: (day: string, start: string) => `Der Termin am ${day}, ${start} fällt aus`,
    preheader: 'Sie brauchen nichts mehr zu tun.',
    lead: 'der Termin ist abgesagt. Bitte fahren Sie nicht hin. Die Zeit gehört wieder Ihnen.',
    leadElsewhere: 'der Termin ist abgesagt. Sie brauchen nichts zu tun. Die Zeit gehört wieder Ihnen.',
    thanks: 'Danke, dass Sie für uns da sind.',
  },
  cancelledAgency: {
    subject: 'Abgesagt',
    heading: (day: string, start: string) => `Ihr Termin am ${day}, ${start} ist abgesagt`,
    preheader: 'Es kommt niemand. Alle, die es betrifft, bekommen Bescheid.',
    lead: 'die Absage ist vermerkt. Es kommt niemand. Wer eingeplant oder gefragt war, bekommt Bescheid.',
    leadByCentre:
      'wir mussten Ihren Termin leider absagen. Es kommt niemand. Wer eingeplant oder gefragt war, bekommt Bescheid.',
    talk: (phone: string): Text => [
      'Haben Sie Fragen, oder brauchen Sie weiter jemanden? Rufen Sie uns bitte an: ',
      { phone },
      '.',
    ],
    mistake: (phone: string): Text => [
      'War das ein Versehen? Rufen Sie uns bitte gleich an: ',
      { phone },
      '.',
    ],
  },
  cancelledCoordinator: {
    heading: (day: string, start: string) => `Die Einrichtung hat abgesagt: ${day}, ${start}`,
    preheader: 'Sie brauchen nichts zu tun. Wer eingeplant oder gefragt war, bekommt Bescheid.',
    lead: 'die Einrichtung hat diesen Termin abgesagt. Wer eingeplant oder gefragt war, bekommt Bescheid.',
  },
  unfilledAgency: {
    subject: 'Leider niemand gefunden',
    subjectElsewhere: 'Anders gelöst',
    heading: (day: string, start: string) => `Für ${day}, ${start} haben wir niemanden gefunden`,
    headingElsewhere: (day: string, start: string) => `Der Termin am ${day}, ${start} ist anders gelöst`,
    preheader: 'So kann es weitergehen.',
    preheaderElsewhere: 'Sie brauchen nichts zu tun.',
    reasons: {
      no_speaker: 'zurzeit haben wir niemanden, der diese Sprache spricht. Das tut uns leid.',
      nobody_free:
        'alle, die diese Sprache sprechen, haben zu dieser Zeit schon etwas anderes. Das tut uns leid.',
      no_answer: 'wir haben gefragt, aber rechtzeitig hat niemand zugesagt. Das tut uns leid.',
      too_late: 'die Zeit bis zum Termin hat nicht gereicht. Das tut uns leid.',
      not_confirmed: 'es gab eine Zusage, aber sie ist nicht rechtzeitig fest geworden. Das tut uns leid.',
      placed_elsewhere: 'für diesen Termin ist eine andere Lösung gefunden. Wir suchen nicht weiter.',
    },
    unknown: 'wir haben leider niemanden gefunden. Das tut uns leid.',
    options: (phone: string): Text => [
      { strong: 'So kann es weitergehen:' },
      ' Wählen Sie unten aus, jede Taste öffnet die passende Seite. Oder antworten Sie auf diese E-Mail oder rufen Sie an: ',
      { phone },
      '.',
    ],
    choices: {
      other_time: 'Anderer Termin',
      other_mode: 'Per Telefon oder Video',
      other_language: 'Verwandte Sprache',
      search_on: 'Weiter suchen',
      cancel: 'Nicht mehr nötig',
    },
  },
  unfilledCoordinator: {
    heading: (day: string, start: string) => `Nicht besetzt: ${day}, ${start}`,
    preheader: 'Bitte klären Sie, ob der Termin stattgefunden hat.',
    lead: (reason: string) => `dieser Einsatz ist nicht besetzt. Grund: ${reason}.`,
    next: 'Die Einrichtung weiß Bescheid und kann selbst wählen: anderer Termin, Telefon oder Video, verwandte Sprache, weiter suchen, nicht mehr nötig.',
    preheaderAhead: 'Die Suche ist beendet, die Einrichtung weiß Bescheid.',
    ask: 'Bitte fragen Sie die Einrichtung: Hat der Termin trotzdem stattgefunden?',
  },
};
