/** What the person booked can do on their own page. */
import { nbsp, type Text } from '../../text.ts';

export const ownPage = {
  title: 'Hat sich etwas geändert?',
  keep: 'Ja, die neue Zeit geht',
  keepPlace: 'Ja, der neue Ort geht',
  notKeep: 'Nein, dann kann ich nicht',
  late: 'Sie kommen später? Um wie viel ungefähr?',
  lateHint: 'Einrichtung und Koordination lesen es sofort.',
  minutes: (minutes: number) => `${minutes}${nbsp}Minuten`,
  sendLate: 'Bescheid geben',
  saidTitle: 'Das haben Sie gemeldet',
  saidLate: (minutes: number): Text => [
    'Sie kommen ',
    { strong: `etwa ${minutes}${nbsp}Minuten später` },
    '. Einrichtung und Koordination haben Bescheid.',
  ],
  saidNobody: (time: string) =>
    `Um ${time}: Niemand ist da. Einrichtung und Koordination haben Bescheid. Bitte bleiben Sie erreichbar.`,
  nobodyLead: 'Sie sind am Treffpunkt und finden niemanden?',
  nobody: 'Niemand ist da',
  giveBackLead: 'Sie können doch nicht? Abgeben ist immer möglich – je früher, desto besser.',
  giveBack: 'Einsatz abgeben …',
  giveBackYes: 'Zusage zurückgeben …',
  question: 'Möchten Sie den Einsatz abgeben?',
  inTimeText:
    'Das ist rechtzeitig und in Ordnung. Wir suchen dann jemand anderen, und die Zeit gehört wieder Ihnen.',
  lateTitle: 'Das ist kurzfristig',
  lateText:
    'Abgeben geht trotzdem. Einrichtung und Koordination erfahren es sofort, und wir suchen gleich jemand anderen. Es wird als kurzfristig vermerkt.',
  reason: 'Grund (freiwillig)',
  reasonHint: 'Nur die Koordination liest ihn. Bitte nichts über Ratsuchende schreiben.',
  giveBackNow: 'Ja, jetzt abgeben',
  back: 'Nein, zurück',
};
