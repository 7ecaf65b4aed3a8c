/** What stands around every page. */

export const frame = {
  skip: 'Zum Inhalt springen',
  demo: 'Beispiel mit erfundenen Daten',
  chooseLanguage: 'Sprache wählen',
  signIn: 'Anmelden',
  signOut: 'Abmelden',
  phone: 'Telefon',
  errorPrefix: 'Fehler: ',
};
