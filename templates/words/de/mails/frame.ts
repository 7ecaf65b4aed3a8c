/** What stands in every mail: greeting, names of facts, how to reach us. */
import type { Text } from '../../text.ts';

export const mailFrame = {
  greeting: (name: string) => `Guten Tag, ${name},`,
  labels: {
    when: 'Wann',
    newTime: 'Jetzt gilt',
    oldTime: 'Vorher',
    where: 'Wo',
    agency: 'Einrichtung',
    onsiteContact: 'Vor Ort',
    interpreter: 'Dolmetscher:in',
    language: 'Sprache',
    alternatives: 'Auch möglich',
    secondChoices: 'Geht auch',
    number: 'Nummer',
    code: 'Code',
    validFor: 'Gültig',
    modes: { onsite: 'vor Ort', phone: 'am Telefon', video: 'per Video' },
  },
  replies: (phone: string): Text => [{ phone }, ' – Antworten auf diese E-Mail kommen bei uns an.'],
  questions: (phone: string): Text => [
    'Fragen? Antworten Sie auf diese E-Mail oder rufen Sie an: ',
    { phone },
    '.',
  ],
  copyAddress: (url: string): Text => ['Geht die Taste nicht? Kopieren Sie diese Adresse: ', { url }],
  findByNumber: (number: string) => `Sie finden den Einsatz im Dolmetscherpool unter der Nummer ${number}.`,
  hearBy: (day: string): Text => ['Sie hören bis ', { strong: day }, ' von uns.'],
  hearSoon: 'Sie hören von uns, sobald wir mehr wissen.',
  calendarRemoves: 'Stand der Termin in Ihrem Kalender, nimmt diese E-Mail ihn dort heraus.',
};
