/** What the page of a request says in each situation: heading, and what happens next. The state itself is in `statuses`. */

export const requestStates = {
  draft: { heading: 'Ihr Entwurf', next: 'Diese Anfrage ist noch nicht abgeschickt.' },
  unverified: {
    heading: 'Bitte bestätigen Sie Ihre Anfrage',
    next: 'Wir haben Ihnen eine E-Mail geschickt. Erst nach dem Öffnen des Links darin suchen wir.',
  },
  held: {
    heading: 'Wir prüfen Ihre Anfrage',
    next: 'Sie brauchen nichts zu tun. Wir schreiben Ihnen, sobald wir suchen oder eine Frage haben.',
  },
  requested: {
    heading: 'Wir suchen jemanden für Sie',
    next: 'Noch ist niemand gebucht. Wir schreiben Ihnen, sobald jemand fest gebucht ist.',
  },
  given_back: {
    heading: 'Wir suchen Ersatz',
    next: 'Sie brauchen keine neue Anfrage zu stellen. Rechnen Sie bitte erst wieder fest mit jemandem, wenn unsere Bestätigung kommt.',
  },
  accepted: {
    heading: 'Jemand hat zugesagt',
    next: 'Die Koordination prüft und bucht fest. Erst dann bekommen Sie eine Bestätigung, und hier steht, wer kommt.',
  },
  confirmed: {
    heading: 'Ihr Termin ist besetzt',
    next: 'Bitte sagen Sie vor Ort Bescheid. Eine Fachkraft Ihrer Einrichtung ist beim Gespräch dabei und leitet es.',
  },
  moved: {
    heading: 'Wir fragen, ob die neue Zeit geht',
    headingPlace: 'Wir fragen, ob der neue Ort geht',
    next: 'Geht das nicht, suchen wir jemand anderen. Sie brauchen nichts zu tun.',
  },
  unfilled: {
    heading: 'Wir haben leider niemanden gefunden',
    next: 'So kann es weitergehen: Wählen Sie unten aus, oder rufen Sie uns an.',
  },
  elsewhere: {
    heading: 'Der Termin ist anders gelöst',
    next: 'Wir suchen nicht weiter. Sie brauchen nichts zu tun.',
  },
  rejected: {
    heading: 'Diese Anfrage können wir leider nicht annehmen',
    next: 'Rufen Sie uns an: Wir sagen Ihnen gern, wer stattdessen helfen kann.',
  },
  cancelled: {
    heading: 'Der Termin ist abgesagt',
    next: 'Es kommt niemand. Alle, die es betrifft, bekommen Bescheid.',
  },
  completed: {
    heading: 'Der Termin ist vorbei',
    next: 'Zum Gegenzeichnen der Zeiten schreiben wir Ihnen, sobald sie eingetragen sind.',
  },
  settled: { heading: 'Der Termin ist abgeschlossen', next: 'Es ist nichts mehr zu tun.' },
};
