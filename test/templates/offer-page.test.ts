/** The page behind a mailed question: two buttons while it is open, and afterwards the state in words. */
import { expect, test } from '@jest/globals';
import { offerPage } from '../../templates/pages/offer-page.tsx';
import { words } from '../../templates/words/words.ts';
import { attributes, elements, readable } from './html.ts';
import { venue } from './mail-facts.ts';
import { aFrame, anOffer, situations } from './page-frames.ts';

const german = aFrame('de');

test('an open question shows when, where and in which language, and two buttons', () => {
  const html = offerPage(german, anOffer('open', { decisionBy: new Date('2026-11-26T17:00:00Z') }));

  const shown = readable(html);
  expect(shown).toContain('Donnerstag, 3. Dezember 2026 10:00–11:00 Uhr');
  expect(shown).toContain('Arabisch · vor Ort in Lippstadt, etwa 12 km von Ihnen');
  expect(shown).toContain('Bitte antworten Sie bis Mittwoch, 25. November, 18:00 Uhr.');
  expect(shown).toContain('Ein Ja ist noch keine Buchung. Wir schreiben Ihnen bis Donnerstag, 26. November');
  expect(shown).toContain('Kita. Eine Fachkraft leitet das Gespräch.');
  expect(html).toMatch(
    /<button class="kern-btn kern-btn--primary" type="submit" name="answer" value="accept">/,
  );
  expect(html).toMatch(
    /<button class="kern-btn kern-btn--secondary" type="submit" name="answer" value="decline">/,
  );
  expect(attributes(html, 'action')).toEqual(['/offers/7Q2M-K4VD', '/offers/7Q2M-K4VD']);
});

test('the reasons for a no are offered, none is chosen, none is needed', () => {
  const html = offerPage(german, anOffer('open'));

  const radios = elements(html, 'input').filter((input) => input.includes('type="radio"'));
  expect(radios.flatMap((radio) => attributes(radio, 'value'))).toEqual([
    'no_time',
    'too_far',
    'not_there',
    'other',
  ]);
  expect(radios.join('')).not.toMatch(/checked|required/);
});

test('a late question says that the time is over and can still be answered', () => {
  const html = offerPage(german, anOffer('late'));

  const shown = readable(html);
  expect(shown).toContain('Frist vorbei, kein Problem');
  expect(shown).toContain('Ein Ja zählt, solange wir suchen.');
  expect(shown).not.toContain('Bitte antworten Sie bis');
  expect(html).toContain('value="accept"');
});

const expected = {
  noted: ['kern-alert--warning', 'Zusage angekommen – vorgemerkt, noch NICHT gebucht'],
  willing: ['kern-alert--warning', 'Danke. Noch kein Einsatz'],
  moved: ['kern-alert--warning', 'Neue Zeit: Geht das noch?'],
  booked: ['kern-alert--success', 'Fest gebucht'],
  over: ['pool-box', 'Termin vorbei'],
  cancelled: ['kern-alert--danger', 'Abgesagt – bitte nicht hinfahren'],
  given_back: ['pool-box', 'Sie haben den Einsatz abgegeben'],
  released: ['kern-alert--danger', 'Nicht mehr eingeplant – bitte nicht hinfahren'],
  declined: ['pool-box', 'Sie können nicht – danke für die Antwort'],
  lost: ['pool-box', 'Schon vergeben, danke'],
  withdrawn: ['pool-box', 'Anfrage hat sich erledigt'],
  missed: ['pool-box', 'Frist vorbei, kein Problem'],
} as const;

test.each(Object.entries(expected))(
  'when it is %s, colour, title and heading say so',
  (situation, [look, state]) => {
    const html = offerPage(german, anOffer(situation as keyof typeof expected));

    expect(html).toContain(`class="${look.startsWith('kern') ? 'kern-alert ' : ''}${look}`);
    expect(readable(html)).toContain(state);
    expect(html).toContain(`<title>${state} – Arabisch am `);
    expect(elements(html, 'button')).toEqual([]);
    expect(html).toContain('href="tel:+492214710100"');
  },
);

test('green and "Fest gebucht" are for a booking only', () => {
  const others = situations.filter((situation) => situation !== 'booked');

  for (const situation of others) {
    const html = offerPage(german, anOffer(situation));
    expect(html).not.toContain('success');
    expect(readable(html)).not.toContain('Fest gebucht');
  }
});

test.each(situations)('the exact address stands there only when it is given (%s)', (situation) => {
  const { venue: _venue, ...without } = anOffer(situation);

  const html = offerPage(german, without);

  expect(readable(html)).toContain('Lippstadt');
  expect(html).not.toContain(venue.street);
});

test('a booking shows address, meeting point, contact and the calendar to subscribe to', () => {
  const contact = { name: 'Petra Muster', phone: '0221 4710 200' };
  const feedUrl = 'https://pool.example.org/calendar/secret.ics';

  const html = offerPage(german, anOffer('booked', { onsiteContact: contact, feedUrl }));

  const shown = readable(html);
  expect(shown).toContain('Kita Musterplatz Musterplatz 1 59555 Lippstadt Treffpunkt: Eingang am Hof');
  expect(shown).toContain('Petra Muster, 0221 4710 200');
  expect(html).toContain(`value="${feedUrl}"`);
  expect(html).toContain('href="tel:+492214710200"');
  expect(shown).toContain('Doch nicht? Rufen Sie uns bitte gleich an: 0221 4710 100');
});

test('by telephone there is no place, but the clock is named', () => {
  const { town: _town, ...view } = anOffer('open', { mode: 'phone', sameDay: 2 });

  const shown = readable(offerPage(german, view));

  expect(shown).toContain('Uhrzeit in Deutschland · 1 Stunde · Arabisch · am Telefon');
  expect(shown).toContain('An diesem Tag haben Sie schon mehrere andere Einsätze.');
  expect(shown).not.toContain('genaue Adresse');
});

test.each([
  ['already_taken', 'lost', 'Schon vergeben'],
  ['already_booked', 'open', 'Zu dieser Zeit haben Sie schon einen Einsatz'],
  ['offer_withdrawn', 'withdrawn', 'Die Anfrage hat sich erledigt'],
  ['too_late', 'missed', 'Der Termin hat schon begonnen'],
] as const)('an answer refused as %s is said once, first and aloud', (refusal, situation, title) => {
  const html = offerPage(german, anOffer(situation, { refusal }));

  expect(html).toContain(`<title>${title} – `);
  expect(html.match(/role="alert"/g)).toHaveLength(1);
  expect(html.match(/class="kern-alert |class="pool-box/g)).toHaveLength(1);
  expect(readable(html)).toContain(words('de').pages.offer.refusals[refusal].text);
});

test('a move says until when an answer is needed, on which day', () => {
  const html = offerPage(german, anOffer('moved', { keepBy: new Date('2026-11-25T17:00:00Z') }));

  expect(readable(html)).toContain(
    'Bitte sagen Sie uns bis Mittwoch, 25. November, 18:00 Uhr, ob Sie auch dann können',
  );
});

test('another place at the same time asks about the place, not about a new time', () => {
  const html = offerPage(german, anOffer('moved', { isNewPlace: true, can: ['keep'] }));

  expect(readable(html)).toContain('Geht der neue Ort?');
  expect(readable(html)).toContain('Ja, der neue Ort geht');
  expect(html).not.toMatch(/neue Zeit/i);
});

test('what may have been another language or place is left out of a closed question', () => {
  const { language: _language, town: _town, kilometres: _far, ...rest } = anOffer('lost');

  const shown = readable(offerPage(german, { ...rest, isPlaceUnsure: true }));

  expect(shown).toContain('10:00–11:00 Uhr 1 Stunde');
  expect(shown).not.toMatch(/Arabisch|vor Ort|Lippstadt|undefined/);
});

test('behind a mailed link there is no account and no way to sign out', () => {
  const html = offerPage(aFrame('de', { name: 'Mara Beispiel', roles: ['coordinator'] }), anOffer('open'));

  expect(html).not.toContain('/logout');
  expect(html).not.toContain('Mara Beispiel');
  expect(html).toContain('href="?lang=en"');
});

test('a move is answered with two buttons that name the time they are about', () => {
  const html = offerPage(german, anOffer('moved', { can: ['keep'], sequence: 3 }));

  expect(attributes(elements(html, 'button').join(''), 'value')).toEqual(['keep', 'not_keep']);
  expect(html).toContain('<input type="hidden" name="sequence" value="3"/>');
});

test('on the day a booking can be given back, be late, and say that nobody is there', () => {
  const html = offerPage(
    german,
    anOffer('booked', { can: ['running_late', 'nobody_here', 'give_back'], saidLate: 20 }),
  );

  expect(attributes(elements(html, 'button').join(''), 'value')).toEqual(['running_late', 'nobody_here']);
  expect(attributes(elements(html, 'option').join(''), 'value')).toEqual([
    '5',
    '10',
    '15',
    '20',
    '30',
    '45',
    '60',
  ]);
  expect(attributes(html, 'href')).toContain('/offers/7Q2M-K4VD/give-back');
  expect(readable(html)).toContain('Sie kommen etwa 20 Minuten später. Einrichtung und Koordination haben');
});

test.each([
  [true, 'Das ist kurzfristig', 'Einrichtung und Koordination erfahren es sofort'],
  [false, 'Das ist rechtzeitig', 'Wir suchen dann jemand anderen'],
] as const)('giving back says beforehand what happens (late: %s)', (isLate, first, then) => {
  const html = offerPage(german, anOffer('booked', { can: ['give_back'], step: 'give_back', isLate }));

  expect(readable(html)).toContain(first);
  expect(readable(html)).toContain(then);
  expect(html).toContain('<title>Möchten Sie den Einsatz abgeben? – ');
  expect(attributes(elements(html, 'button').join(''), 'value')).toEqual(['give_back']);
});

test('who has nothing to give back reads the state instead of the question', () => {
  const html = offerPage(german, anOffer('given_back', { step: 'give_back' }));

  expect(elements(html, 'button')).toEqual([]);
  expect(readable(html)).toContain('Sie haben den Einsatz abgegeben');
});
