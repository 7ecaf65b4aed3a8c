/** What a refusal says: a heading, and what happened and what to do next. */

export const errors = {
  agency_inactive: {
    title: 'Diese Einrichtung fragt nicht mehr an',
    detail:
      'Die Einrichtung ist nicht mehr aktiv. Soll sie wieder anfragen, muss Ihr Zentrum sie zuerst aktiv setzen.',
  },
  already_booked: {
    title: 'Zu dieser Zeit schon belegt',
    detail:
      'Die Person hat zu dieser Zeit schon einen anderen Einsatz, die Fahrt mitgerechnet. Es wurde nichts geändert.',
  },
  already_taken: {
    title: 'Schon vergeben',
    detail: 'Für diesen Termin hat schon jemand anderes zugesagt. Es wurde nichts geändert.',
  },
  already_there: {
    title: 'Das gibt es schon',
    detail:
      'Ein solcher Eintrag steht schon in der Liste. Es wurde nichts geändert. Ändern Sie den vorhandenen.',
  },
  bookings_ahead: {
    title: 'Es liegen noch Einsätze an',
    detail:
      'Es gibt noch Einsätze oder Anfragen, die dann enden. Sie stehen dabei. Bestätigen Sie, dann enden sie, und alle bekommen Bescheid.',
  },
  busy: {
    title: 'Gerade ändern mehrere dasselbe',
    detail: 'Andere waren jedes Mal schneller. Bitte versuchen Sie es in ein paar Sekunden noch einmal.',
  },
  code_wrong: {
    title: 'Der Code stimmt nicht',
    detail:
      'Der Code ist falsch, abgelaufen oder schon benutzt. Es gilt nur der neueste Code, 10 Minuten lang und für fünf Versuche. Fordern Sie sonst einen neuen an.',
  },
  cross_site: {
    title: 'Das kam von einer anderen Seite',
    detail:
      'Diese Eingabe kam nicht von unserer Seite und wurde deshalb nicht angenommen. Öffnen Sie die Seite bei uns und versuchen Sie es dort noch einmal.',
  },
  email_full: {
    title: 'Diese Adresse nutzen schon viele',
    detail:
      'Diese E-Mail-Adresse teilen sich schon so viele Personen, wie möglich ist. Bitte nehmen Sie eine andere.',
  },
  forbidden: {
    title: 'Das darf Ihre Rolle nicht',
    detail: 'Ihre Rolle erlaubt das nicht. Brauchen Sie es? Fragen Sie Ihr Zentrum.',
  },
  held: {
    title: 'Die Anfrage wird noch geprüft',
    detail: 'Diese Anfrage wird noch geprüft. Erst danach kann jemand gefragt werden.',
  },
  internal: {
    title: 'Bei uns ist etwas schiefgegangen',
    detail:
      'Das liegt an uns, nicht an Ihnen. Bitte versuchen Sie es in ein paar Minuten noch einmal. Hilft das nicht, rufen Sie uns an.',
  },
  invalid_input: {
    title: 'Bitte prüfen Sie Ihre Angaben',
    detail: 'Etwas fehlt oder stimmt nicht. Es wurde nichts gespeichert.',
  },
  key_reused: {
    title: 'Dieser Schlüssel ist schon benutzt',
    detail:
      'Mit diesem Idempotency-Key kam in den letzten sieben Tagen schon ein anderer Aufruf. Es wurde nichts geändert. Nehmen Sie für jeden neuen Aufruf einen neuen Schlüssel.',
  },
  last_lead: {
    title: 'Die letzte leitende Person',
    detail: 'Eine Einrichtung braucht jemanden, der sie leitet. Bestimmen Sie zuerst eine andere Person.',
  },
  link_invalid: {
    title: 'Dieser Link gilt nicht mehr',
    detail:
      'Der Link ist abgelaufen, schon benutzt oder nicht vollständig. Fordern Sie einen neuen an oder rufen Sie uns an.',
  },
  no_candidates: {
    title: 'Niemand mehr zu fragen',
    detail: 'Alle, die passen, sind schon gefragt, oder es passt niemand.',
  },
  not_eligible: {
    title: 'Diese Person passt nicht',
    detail: 'Diese Person kann für diesen Termin nicht gefragt oder gebucht werden.',
  },
  not_found: {
    title: 'Das haben wir nicht gefunden',
    detail:
      'Das gibt es hier nicht, oder es ist nicht für Sie. Prüfen Sie die Adresse oder rufen Sie uns an.',
  },
  not_now: {
    title: 'Das geht gerade nicht',
    detail: 'Dafür ist es zu früh oder zu spät, oder es ist schon mehrmals gemeldet. Rufen Sie uns bitte an.',
  },
  offer_withdrawn: {
    title: 'Die Anfrage hat sich erledigt',
    detail: 'Auf diese Anfrage brauchen Sie nicht mehr zu antworten. Es wurde nichts geändert.',
  },
  person_only: {
    title: 'Das ändert die Person selbst',
    detail:
      'Diese Person gehört auch zu einem anderen Zentrum oder hat eine weitere Rolle. Name, Telefonnummer und Sprache ändert deshalb nur sie selbst. Es wurde nichts geändert.',
  },
  rate_limited: {
    title: 'Zu viele Versuche',
    detail: 'Das waren zu viele Versuche in kurzer Zeit. Bitte warten Sie einige Minuten.',
  },
  stale_version: {
    title: 'Inzwischen geändert',
    detail:
      'Jemand hat das geändert, während Sie es offen hatten. Laden Sie den neuen Stand und versuchen Sie es dann noch einmal.',
  },
  time_ambiguous: {
    title: 'Diese Uhrzeit gibt es zweimal',
    detail:
      'In dieser Nacht wird die Uhr zurückgestellt. Bitte sagen Sie, ob die erste oder die zweite gemeint ist.',
  },
  time_skipped: {
    title: 'Diese Uhrzeit gibt es nicht',
    detail: 'In dieser Nacht wird die Uhr vorgestellt. Bitte wählen Sie eine andere Uhrzeit.',
  },
  token_by_token: {
    title: 'Ein Zugangstoken macht kein neues',
    detail: 'Mit einem Zugangstoken lässt sich kein weiteres anlegen. Bitte melden Sie sich dafür selbst an.',
  },
  token_invalid: {
    title: 'Dieses Zugangstoken gilt nicht',
    detail:
      'Das Zugangstoken ist falsch, abgelaufen oder gelöscht. Legen Sie ein neues an: POST /api/v1/tokens.',
  },
  token_read_only: {
    title: 'Dieses Zugangstoken darf nur lesen',
    detail: 'Mit diesem Zugangstoken können Sie lesen, aber nichts ändern. Es wurde nichts geändert.',
  },
  too_late: {
    title: 'Dafür ist es zu spät',
    detail: 'Der Termin hat schon begonnen. Rufen Sie uns bitte an.',
  },
  too_large: {
    title: 'Zu viel auf einmal',
    detail: 'Das ist mehr, als wir auf einmal annehmen. Bitte senden Sie weniger.',
  },
  unauthenticated: {
    title: 'Bitte melden Sie sich an',
    detail: 'Sie sind nicht angemeldet, oder Ihre Anmeldung ist abgelaufen. Melden Sie sich bitte an.',
  },
  unavailable: {
    title: 'Wir sind gerade nicht erreichbar',
    detail: 'Das dauert meist nur kurz. Bitte versuchen Sie es in einer Minute noch einmal.',
  },
  unsupported_media_type: {
    title: 'Dieses Format lesen wir nicht',
    detail: 'Bitte senden Sie JSON, mit der Angabe Content-Type: application/json.',
  },
  wrong_status: {
    title: 'Das geht in diesem Stand nicht',
    detail: 'Der Stand des Einsatzes erlaubt das nicht. Es wurde nichts geändert.',
  },
};

/** The same, said more exactly where the rule tells more. */
export const errorDetails = {
  held: (what: string) =>
    `Diese Anfrage wird noch geprüft (${what}). Erst danach kann jemand gefragt werden.`,
  not_eligible: (why: string) => `Diese Person kann nicht gefragt oder gebucht werden. Grund: ${why}.`,
  rate_limited: (minutes: number) =>
    `Das waren zu viele Versuche. Bitte warten Sie ${minutes} Minuten und versuchen Sie es dann noch einmal.`,
  stale_version: (seen: string, now: string) =>
    `Jemand hat das geändert, während Sie es offen hatten: Sie haben Version ${seen}, jetzt ist es Version ${now}. Laden Sie den neuen Stand und versuchen Sie es dann noch einmal.`,
  time_ambiguous: (time: string, date: string) =>
    `In der Nacht zum ${date} wird die Uhr zurückgestellt, ${time} Uhr gibt es zweimal. Bitte sagen Sie, ob die erste oder die zweite gemeint ist.`,
  time_skipped: (time: string, date: string) =>
    `In der Nacht zum ${date} wird die Uhr vorgestellt, ${time} Uhr gibt es nicht. Bitte wählen Sie eine andere Uhrzeit.`,
  unsupported_media_type: (sent: string) =>
    `Gesendet wurde: „${sent}“. Bitte senden Sie JSON, mit der Angabe Content-Type: application/json.`,
  wrong_status: (state: string, code: string) =>
    `Der Stand ist „${state}“ (${code}), da geht das nicht. Es wurde nichts geändert.`,
  wrong_status_allowed: (state: string, code: string, allowed: string) =>
    `Der Stand ist „${state}“ (${code}), das geht aber nur bei: ${allowed}. Es wurde nichts geändert.`,
};
