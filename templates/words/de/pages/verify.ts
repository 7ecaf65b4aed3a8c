/** The page that checks an address. */

export const verifyPage = {
  heading: 'Ist das Ihre Anfrage?',
  lead: 'Drücken Sie auf die Taste, dann ist die Anfrage bei uns und wir suchen.',
  button: 'Ja, anfragen',
  notYou: 'Sie waren das nicht? Dann schließen Sie die Seite. Wir löschen die Anfrage nach 14 Tagen.',
  doneHeading: 'Danke, Ihre Anfrage ist bei uns',
  done: 'Wir haben Ihnen eine E-Mail mit einem Link geschickt. Dort sehen Sie den Stand, verschieben den Termin oder sagen ab.',
  closedHeading: 'Diese Anfrage ist nicht mehr offen',
  closed: 'Es ist nichts mehr zu bestätigen. Brauchen Sie noch jemanden? Rufen Sie uns bitte an.',
};
