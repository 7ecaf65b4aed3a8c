/** The built-in mailbox. */

export const mailbox = {
  title: 'Postfach',
  lead: 'Hier liegen die E-Mails, die der Pool sonst verschicken würde. Nichts davon verlässt diesen Rechner.',
  empty: 'Noch keine E-Mail',
  emptyLead: 'Sobald der Pool etwas zu sagen hat, steht es hier. Laden Sie die Seite dann neu.',
  caption: 'E-Mails, die neueste zuerst',
  time: 'Zeit',
  to: 'An',
  subject: 'Betreff',
  back: 'Alle E-Mails',
  htmlTitle: 'So sieht die E-Mail aus',
  textTitle: 'Als reiner Text',
  calendarTitle: (method: string) => `Anhang für den Kalender (${method})`,
};
