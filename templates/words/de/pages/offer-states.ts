/** What the page of a question says once it is answered: heading, and what happens next. The state itself is in `statuses`. */
import type { Text } from '../../text.ts';

export const offerStates = {
  noted: {
    heading: 'Danke für Ihr Ja',
    next: 'Bitte halten Sie sich die Zeit frei. Wir schreiben Ihnen, ob Sie gebucht sind.',
    nextUntil: (day: string): Text => [
      'Bitte halten Sie sich die Zeit frei. Wir schreiben Ihnen bis ',
      { strong: day },
      ', ob Sie gebucht sind.',
    ],
  },
  willing: {
    heading: 'Danke, Ihr Ja ist da',
    next: 'Mehrere dürfen Ja sagen. Wir wählen dann eine Person aus und schreiben Ihnen.',
    nextUntil: (day: string): Text => [
      'Mehrere dürfen Ja sagen. Wir wählen bis ',
      { strong: day },
      ' eine Person aus und schreiben Ihnen.',
    ],
  },
  moved: {
    heading: 'Geht die neue Zeit?',
    next: 'Der Termin hat sich verschoben. Bitte sagen Sie uns, ob Sie auch dann können. Hören wir nichts, suchen wir jemand anderen.',
    nextUntil: (until: string): Text => [
      'Der Termin hat sich verschoben. Bitte sagen Sie uns bis ',
      { strong: until },
      ', ob Sie auch dann können. Hören wir nichts, suchen wir jemand anderen.',
    ],
  },
  movedPlace: {
    heading: 'Geht der neue Ort?',
    next: 'Der Termin ist an einem anderen Ort. Tag und Uhrzeit bleiben. Bitte sagen Sie uns, ob Sie auch dort können. Hören wir nichts, suchen wir jemand anderen.',
    nextUntil: (until: string): Text => [
      'Der Termin ist an einem anderen Ort. Tag und Uhrzeit bleiben. Bitte sagen Sie uns bis ',
      { strong: until },
      ', ob Sie auch dort können. Hören wir nichts, suchen wir jemand anderen.',
    ],
  },
  booked: {
    heading: 'Sie dolmetschen',
    next: 'Der Einsatz ist Ihrer. Wir erinnern Sie vorher per E-Mail.',
  },
  checking: {
    heading: 'Wir prüfen diese Anfrage noch einmal',
    state: 'Bitte warten Sie – noch keine Antwort nötig',
    next: 'Sie brauchen gerade nichts zu tun. Sobald es weitergeht, können Sie auf dieser Seite antworten.',
  },
  unbooked: {
    heading: 'Es wurde keine Buchung daraus',
    state: 'Nicht gebucht',
    next: 'Sie hatten zugesagt, aber der Einsatz ist nicht rechtzeitig fest geworden. Das tut uns leid. Danke für Ihr Ja.',
  },
  over: {
    heading: 'Der Einsatz ist vorbei',
    state: 'Termin vorbei',
    next: 'Danke, dass Sie gedolmetscht haben.',
  },
  cancelled: {
    heading: 'Der Termin fällt aus',
    stateElsewhere: 'Abgesagt – der Termin fällt aus',
    next: 'Sie brauchen nichts mehr zu tun. Die Zeit gehört wieder Ihnen.',
  },
  givenBack: {
    heading: 'Danke, dass Sie Bescheid gesagt haben',
    next: 'Wir suchen jemand anderen. Sie brauchen nichts mehr zu tun.',
  },
  released: {
    heading: 'Sie sind für diesen Termin nicht mehr eingeplant',
    state: 'Nicht mehr eingeplant – bitte nicht hinfahren',
    stateElsewhere: 'Nicht mehr eingeplant – Sie brauchen nichts zu tun',
    next: 'Die Zeit gehört wieder Ihnen. Danke, dass Sie für uns da sind.',
  },
  declined: {
    heading: 'Danke für Ihre Antwort',
    next: 'Sie brauchen nichts mehr zu tun. Wir fragen Sie gern ein anderes Mal.',
  },
  lost: {
    heading: 'Jemand anderes übernimmt',
    next: 'Sie brauchen nichts zu tun. Wir fragen Sie gern ein anderes Mal.',
  },
  withdrawn: {
    heading: 'Sie brauchen nicht zu antworten',
    next: 'Es ist nichts mehr zu tun. Wir fragen Sie gern ein anderes Mal.',
  },
  missed: {
    heading: 'Die Zeit zum Antworten ist vorbei',
    next: 'Sie brauchen nichts zu tun. Wir fragen Sie gern ein anderes Mal.',
  },
  mistake: 'War das ein Versehen? Rufen Sie uns bitte gleich an:',
  changedMind: 'Doch nicht? Rufen Sie uns bitte gleich an:',
  changedMindDeclined: 'Geht es doch? Rufen Sie uns bitte an:',
};
