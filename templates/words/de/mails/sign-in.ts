/** The mail with a link and a code to sign in. */
import { nbsp, type Text } from '../../text.ts';

export const signInMails = {
  signIn: {
    subject: (pool: string) => `Anmelden: ${pool}`,
    state: 'Anmelden',
    preheader: (minutes: number) => `Ihr Link und Ihr Code, gültig ${minutes}${nbsp}Minuten.`,
    heading: 'Ihr Link und Ihr Code zum Anmelden',
    lead: 'Sie möchten sich anmelden? Öffnen Sie die Seite und drücken Sie dort auf „Jetzt anmelden“. Oder geben Sie den Code auf der Anmeldeseite ein.',
    forOneOfSeveral: (name: string): Text => [
      'mehrere Personen nutzen diese E-Mail-Adresse. Dieser Link und dieser Code sind für ',
      { strong: name },
      '. Für jede andere kommt eine eigene E-Mail.',
    ],
    button: 'Anmeldeseite öffnen',
    validFor: (minutes: number) =>
      `${minutes}${nbsp}Minuten, für eine Anmeldung. Es gilt nur der neueste Code.`,
    keepSecret: 'Geben Sie den Code niemandem weiter. Wir fragen nie danach, auch nicht am Telefon.' as Text,
    notYou:
      'Sie wollten sich nicht anmelden? Dann tun Sie nichts. Ohne diese E-Mail kommt niemand in Ihr Konto.' as Text,
  },
};
