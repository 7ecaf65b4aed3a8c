/** Mails to people about themselves: the first one, and a change of their address. */
import { nbsp, type Text } from '../../text.ts';

export const peopleMails = {
  welcome: {
    subject: (pool: string) => `Willkommen: ${pool}`,
    state: 'Willkommen',
    preheader: 'Wer wir sind, wie Sie sich anmelden und wie es weitergeht.',
    heading: (pool: string) => `Willkommen im ${pool}`,
    volunteer: (centre: string): Text => [
      'schön, dass Sie mitmachen. Ihre Ansprechstelle: ',
      { strong: centre },
      '. Wir fragen Sie, wenn jemand in Ihren Sprachen Hilfe beim Verstehen braucht.',
    ],
    contact: (centre: string, agency: string | undefined): Text => [
      agency
        ? `Sie können jetzt für ${agency} Dolmetscher:innen anfragen. Ihre Ansprechstelle: `
        : 'Sie können jetzt Dolmetscher:innen anfragen. Ihre Ansprechstelle: ',
      { strong: centre },
      '. Wir suchen zu jeder Anfrage jemanden, der passt.',
    ],
    volunteerNext:
      'So geht es weiter: Passt ein Termin zu Ihnen, bekommen Sie eine Anfrage. Sie sagen Ja oder Nein, ganz wie es Ihnen passt. Ein Ja ist erst dann ein Einsatz, wenn wir es Ihnen schreiben.' as Text,
    contactNext:
      'So geht es weiter: Sie nennen uns Sprache, Zeit und Ort. Wir suchen und schreiben Ihnen, sobald jemand fest gebucht ist.' as Text,
    labels: { signIn: 'Anmelden', office: 'Fragen' },
    signIn: 'Mit Ihrer E-Mail-Adresse. Sie bekommen dann einen Link und einen Code.',
    byPhone: 'Nicht nötig. Wir rufen Sie an.',
    button: 'Anmeldeseite öffnen',
    noPassword: 'Ein Passwort brauchen Sie nicht, und wir fragen nie danach.' as Text,
  },
  emailChange: {
    subject: (pool: string) => `Neue E-Mail-Adresse: ${pool}`,
    state: 'Neue E-Mail-Adresse',
    preheader: 'Bitte bestätigen Sie die Änderung.',
    headingNew: 'Ist das Ihre neue E-Mail-Adresse?',
    headingOld: 'Möchten Sie Ihre E-Mail-Adresse ändern?',
    leadNew:
      'jemand möchte diese Adresse im Dolmetscherpool nutzen. Waren Sie das, bestätigen Sie es bitte.' as Text,
    leadOld:
      'für Ihr Konto im Dolmetscherpool wurde eine neue E-Mail-Adresse angegeben. Waren Sie das, bestätigen Sie es bitte.' as Text,
    buttonNew: 'Adresse bestätigen',
    buttonOld: 'Änderung bestätigen',
    labels: { to: 'Neue Adresse', validFor: 'Gültig' },
    validFor: (days: number) => `${days}${nbsp}Tage`,
    bothNeeded:
      'Die neue Adresse gilt erst, wenn sie von beiden Adressen aus bestätigt ist. Bis dahin bleibt alles, wie es ist.',
    notYouOld: (url: string): Text => ['Das waren Sie nicht? Dann öffnen Sie bitte diese Seite: ', { url }],
    notYouNew: 'Das waren Sie nicht? Dann tun Sie nichts. Ohne Ihre Bestätigung ändert sich nichts.' as Text,
  },
};
