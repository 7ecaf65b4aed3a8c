/** The pages behind the links of a change of e-mail. */

export const emailChange = {
  to: 'Neue Adresse:',
  new: {
    title: 'Ist das Ihre neue E-Mail-Adresse?',
    lead: 'Drücken Sie auf die Taste, wenn Sie diese Adresse im Dolmetscherpool nutzen möchten.',
    button: 'Ja, das ist meine Adresse',
  },
  old: {
    title: 'Möchten Sie Ihre E-Mail-Adresse ändern?',
    lead: 'Drücken Sie auf die Taste, wenn Sie das selbst angefordert haben.',
    button: 'Ja, Adresse ändern',
  },
  stop: {
    title: 'Das waren Sie nicht?',
    lead: 'Drücken Sie auf die Taste. Dann bleibt Ihre bisherige Adresse, und die Änderung ist beendet.',
    button: 'Nein, nichts ändern',
  },
  half: {
    title: 'Danke, bestätigt',
    text: 'Jetzt fehlt noch die Bestätigung von der anderen Adresse. Sehen Sie auch dort in die E-Mails. Bis dahin bleibt alles, wie es ist.',
  },
  done: {
    title: 'Die neue Adresse gilt',
    text: 'Beide Adressen haben bestätigt. Ab jetzt schreiben wir Ihnen an die neue, und Sie melden sich mit ihr an.',
  },
  stopped: {
    title: 'Es wird nichts geändert',
    text: 'Die Änderung ist beendet. Ihre bisherige Adresse gilt weiter.',
  },
  over: {
    title: 'Dieser Link gilt nicht mehr',
    text: 'Der Link ist zu alt, oder es gibt einen neueren. Fordern Sie die Änderung noch einmal an oder rufen Sie uns an.',
  },
  full: {
    title: 'Diese Adresse geht leider nicht',
    text: 'Diese E-Mail-Adresse teilen sich schon so viele Personen, wie möglich ist. Ihre bisherige Adresse gilt weiter.',
  },
  help: 'Wir helfen gern:',
};
