/** The pages around signing in. */
import { nbsp } from '../../text.ts';

export const signIn = {
  title: 'Anmelden',
  lead: 'Sie brauchen kein Passwort. Wir schicken Ihnen eine E-Mail mit einem Link und einem Code aus sechs Ziffern.',
  email: 'Ihre E-Mail-Adresse',
  emailHint: 'Die Adresse, die das Zentrum von Ihnen kennt.',
  emailError: 'Bitte geben Sie eine vollständige E-Mail-Adresse ein, zum Beispiel name@example.org.',
  send: 'Link und Code schicken',
  errorTitle: 'Bitte prüfen Sie eine Angabe',
  sentTitle: 'Sehen Sie in Ihre E-Mails',
  sent: (email: string) =>
    `Kennen wir die Adresse ${email}, ist jetzt eine E-Mail zu Ihnen unterwegs. Öffnen Sie den Link darin oder geben Sie hier den Code ein.`,
  shared:
    'Nutzen mehrere Personen diese Adresse? Dann kommt für jede eine eigene E-Mail. Darin steht, für wen sie ist.',
  code: 'Code aus der E-Mail',
  codeHint: (minutes: number) => `Sechs Ziffern, gültig ${minutes}${nbsp}Minuten. Es zählt der neueste Code.`,
  codeError: 'Der Code stimmt nicht oder gilt nicht mehr. Nehmen Sie den Code aus der neuesten E-Mail.',
  useCode: 'Mit Code anmelden',
  mailbox: 'Postfach öffnen',
  mailboxLead: 'Von hier aus werden keine E-Mails verschickt. Sie liegen alle im Postfach.',
  missingTitle: 'Keine E-Mail angekommen?',
  missing: 'Sehen Sie im Spam-Ordner nach. Ist die Adresse bei uns nicht bekannt, schicken wir nichts.',
  help: 'Wir helfen gern:',
  sendAgain: 'Neuen Code schicken',
  linkTitle: 'Jetzt anmelden',
  linkLead: 'Ein Schritt noch: Drücken Sie auf die Taste, dann sind Sie angemeldet.',
  useLink: 'Jetzt anmelden',
  linkInvalidTitle: 'Dieser Link gilt nicht mehr',
  linkInvalid: 'Der Link ist schon benutzt oder zu alt. Fordern Sie einen neuen an, das dauert eine Minute.',
  newLink: 'Neuen Link anfordern',
};
