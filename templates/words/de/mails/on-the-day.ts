/** Mails on the day itself: somebody comes later, or nobody is there. */
import { nbsp, type Text } from '../../text.ts';

export const onTheDayMails = {
  runningLate: {
    subject: (minutes: string) => `Kommt etwa ${minutes}${nbsp}Minuten später`,
    state: (minutes: string) => `Fest gebucht – kommt etwa ${minutes}${nbsp}Minuten später`,
    heading: (minutes: string) => `Wer dolmetscht, kommt etwa ${minutes}${nbsp}Minuten später`,
    preheader: 'Der Einsatz bleibt fest gebucht.',
    leadAgency: (minutes: string) =>
      `gerade kam Bescheid: Wer dolmetscht, kommt etwa ${minutes}${nbsp}Minuten später. Bitte warten Sie und sagen Sie vor Ort Bescheid.`,
    tooLate: (phone: string): Text => [
      'Ist das zu spät für Sie? Rufen Sie uns bitte sofort an: ',
      { phone },
      '.',
    ],
    leadCoordinator: (name: string, minutes: string): Text => [
      { strong: name },
      ` kommt etwa ${minutes}${nbsp}Minuten später. Die Einrichtung hat Bescheid.`,
    ],
    leadUnnamed: (minutes: string): Text =>
      `die gebuchte Person kommt etwa ${minutes}${nbsp}Minuten später. Die Einrichtung hat Bescheid.`,
  },
  nobodyHere: {
    subjectVolunteer: 'Sind Sie unterwegs?',
    stateVolunteer: 'Sie werden erwartet',
    headingVolunteer: (start: string) => `Sie werden um ${start} erwartet`,
    preheaderVolunteer: 'Es ist noch niemand da. Bitte melden Sie sich gleich.',
    leadVolunteer:
      'die Einrichtung meldet: Es ist noch niemand da. Sind Sie unterwegs? Dann sagen Sie bitte auf dieser Seite, wie viel später Sie kommen.',
    leadVolunteerByPhone: 'die Einrichtung meldet: Es ist noch niemand da. Sind Sie unterwegs?',
    callNow: (phone: string): Text => ['Oder rufen Sie uns bitte sofort an: ', { phone }, '.'],
    subjectAgency: 'Wer dolmetscht, wartet auf Sie',
    stateAgency: 'Wer dolmetscht, ist da und findet niemanden',
    headingAgency: 'Wer dolmetscht, ist da und findet niemanden',
    preheaderAgency: 'Bitte gehen Sie gleich zum Treffpunkt.',
    leadAgency: 'bitte gehen Sie gleich zum Treffpunkt, oder sagen Sie uns, wohin die Person kommen soll.',
    subjectCoordinator: 'Niemand ist da',
    headingCoordinator: (day: string, start: string) => `Niemand ist da: ${day}, ${start}`,
    preheaderCoordinator: 'Bitte rufen Sie gleich an.',
    byAgency: (agency: string): Text => [
      { strong: agency },
      ' meldet: Es ist niemand zum Dolmetschen da. Wer gebucht ist, hat eine E-Mail bekommen. Bitte rufen Sie gleich an.',
    ],
    byVolunteer: (agency: string): Text => [
      'die gebuchte Person steht vor Ort und findet niemanden von ',
      { strong: agency },
      '. Die Einrichtung hat eine E-Mail bekommen. Bitte rufen Sie gleich an.',
    ],
  },
};
