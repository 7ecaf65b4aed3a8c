/** Mails about an event as a whole: received, new, called off. */
import type { Text } from '../../text.ts';

const conversations = (count: number) => (count === 1 ? '1 Gespräch' : `${count} Gespräche`);

export const eventMails = {
  event: {
    conversations,
    inLanguages: (slots: number, languages: number) =>
      `${conversations(slots)} in ${languages === 1 ? '1 Sprache' : `${languages} Sprachen`}`,
    labels: { needed: 'Gebraucht', calledOff: 'Abgesagt', languages: 'Sprachen' },
    block: (language: string, when: string, number: string | undefined) =>
      `${language}: ${when}${number ? ` (${number})` : ''}`,
  },
  eventReceipt: {
    subject: 'Eingegangen – noch nicht gebucht',
    heading: 'Ihre Anfrage ist bei uns',
    preheader: 'Wir kümmern uns um jede Sprache und schreiben Ihnen.',
    lead: 'Ihre Anfrage ist angekommen. Wir suchen für jede Sprache jemanden, der passt.',
    blocks:
      'Gespräche einer Sprache, die aufeinander folgen, übernimmt in der Regel dieselbe Person. Zu jeder dieser Zeiten schreiben wir Ihnen einzeln.',
  },
  eventRequest: {
    subject: 'Neue Anfrage',
    state: 'Neue Anfrage – bitte ansehen',
    heading: (day: string, conversations: string) => `Neue Anfrage für ${day}: ${conversations}`,
    preheader: 'Mehrere Gespräche an einem Ort.',
    lead: (agency: string): Text => [
      { strong: agency },
      ' hat für mehrere Gespräche angefragt. Jede Zeile unten ist ein Einsatz mit eigener Nummer. Bitte sehen Sie sich die Anfrage an.',
    ],
  },
  eventCancelled: {
    subject: 'Abgesagt',
    subjectSome: 'Zum Teil abgesagt',
    heading: (day: string) => `Alle Gespräche am ${day} sind abgesagt`,
    headingSome: (day: string, conversations: string) => `Abgesagt am ${day}: ${conversations}`,
    headingByAgency: (day: string, conversations: string) =>
      `Die Einrichtung hat abgesagt: ${day}, ${conversations}`,
    preheader: 'Die Absage ist vermerkt.',
    lead: 'die Absage ist vermerkt. Es kommt niemand. Wer eingeplant oder gefragt war, bekommt Bescheid.',
    leadSome: (left: string): Text => ['die Absage ist vermerkt. Weiter geplant: ', { strong: left }, '.'],
    keepsTime:
      'Fallen in einer Sprache nicht alle Gespräche weg, bleibt es für die Person bei der geplanten Zeit.',
    leadByAgency: 'die Einrichtung hat abgesagt. Wer eingeplant oder gefragt war, bekommt Bescheid.',
    leadSomeByAgency: (left: string): Text => [
      'die Einrichtung hat einen Teil abgesagt. Weiter geplant: ',
      { strong: left },
      '.',
    ],
  },
};
