/** The first page. */

export const home = {
  title: 'Wir dolmetschen, damit Gespräche gelingen',
  lead: 'Ehrenamtliche Dolmetscher:innen begleiten Gespräche in Kita, Schule, Amt und Beratung – vor Ort, am Telefon oder per Video. Hier fragen Einrichtungen an, sagen Dolmetscher:innen zu und bucht das Zentrum.',
  signIn: 'Anmelden',
  hello: (name: string) => `Guten Tag, ${name}`,
  rolesTitle: 'Ihre Rollen',
  nextTitle: 'So geht es weiter',
  interpreter:
    'Einsatzanfragen kommen per E-Mail. Mit dem Link darin sagen Sie Ja oder Nein und sehen später den Stand.',
  contact: 'Zum Stand Ihrer Anfragen schreiben wir Ihnen E-Mails. Antworten darauf kommen im Zentrum an.',
  staff: 'Neue Anfragen, Zusagen und offene Fristen meldet Ihnen der Pool per E-Mail.',
  mailboxLead: 'Von hier aus werden keine E-Mails verschickt. Sie liegen alle im Postfach.',
  mailbox: 'Postfach öffnen',
};
