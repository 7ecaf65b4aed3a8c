/** The page of a request, for the agency: the state in its words, who comes only once firm, and one button an action. */
import { expect, test } from '@jest/globals';
import { requestPage } from '../../templates/pages/request-page.tsx';
import { words } from '../../templates/words/words.ts';
import { attributes, elements, readable } from './html.ts';
import { aFrame, agencySituations, aRequest } from './page-frames.ts';

const german = aFrame('de');

const expected = {
  unverified: ['kern-alert--warning', 'Noch nicht bei uns – bitte den Link in der E-Mail öffnen'],
  held: ['kern-alert--info', 'Eingegangen, wir prüfen'],
  requested: ['kern-alert--info', 'Wir suchen – noch nicht gebucht'],
  given_back: ['kern-alert--danger', 'Die gebuchte Person kann nicht – wir suchen Ersatz'],
  accepted: ['kern-alert--warning', 'Es gibt eine Zusage – noch NICHT gebucht'],
  confirmed: ['kern-alert--success', 'Fest gebucht'],
  moved: ['kern-alert--warning', 'Verschoben – noch nicht wieder fest'],
  unfilled: ['kern-alert--danger', 'Leider niemand gefunden'],
  rejected: ['kern-alert--danger', 'Für diesen Anlass nicht möglich'],
  cancelled: ['pool-box', 'Abgesagt'],
  completed: ['pool-box', 'Termin vorbei'],
  settled: ['pool-box', 'Abgeschlossen'],
} as const;

test.each(Object.entries(expected))(
  'when it is %s, colour, title and words say so',
  (situation, [look, state]) => {
    const html = requestPage(german, aRequest(situation as keyof typeof expected));

    expect(html).toContain(`class="${look.startsWith('kern') ? 'kern-alert ' : ''}${look}`);
    expect(readable(html)).toContain(state);
    expect(html).toContain(`<title>${state} – Arabisch am `);
    expect(readable(html)).toContain('0221 4710 100');
  },
);

test('green is for a firm booking only', () => {
  for (const situation of agencySituations.filter((one) => one !== 'confirmed')) {
    expect(requestPage(german, aRequest(situation))).not.toContain('success');
  }
});

test('each action has a page of its own, and the language stays', () => {
  const html = requestPage(
    aFrame('en'),
    aRequest('confirmed', { can: ['nobody_here', 'move', 'cancel'], action: '/requests/5H7N?lang=en' }),
  );

  const pages = attributes(html, 'href').filter((href) => href.startsWith('/requests'));
  expect(pages).toEqual([
    '/requests/5H7N/nobody-here?lang=en',
    '/requests/5H7N/move?lang=en',
    '/requests/5H7N/cancel?lang=en',
  ]);
  expect(elements(html, 'button')).toEqual([]);
});

test.each([
  [true, 'Das ist kurzfristig'],
  [false, 'Das ist rechtzeitig. Kurzfristig wäre es ab Mittwoch, 2. Dezember, 10:00 Uhr.'],
] as const)('cancelling says beforehand whether it counts as late (%s)', (isLate, sentence) => {
  const html = requestPage(german, aRequest('confirmed', { can: ['cancel'], step: 'cancel', isLate }));

  expect(readable(html)).toContain(sentence);
  expect(attributes(html, 'action')).toEqual(['/requests/5H7N-RT2W/cancel']);
  expect(elements(html, 'button')).toHaveLength(1);
});

test('a wrong time is said first and at its field, and what was typed stays', () => {
  const html = requestPage(
    german,
    aRequest('confirmed', {
      can: ['move'],
      step: 'move',
      typed: { date: '2026-12-04', from: '10:07', to: '11:00' },
      errors: [{ field: 'from', text: 'Nur auf 5 Minuten genau.' }],
    }),
  );

  expect(html).toMatch(/role="alert".*href="#from"/s);
  expect(html).toContain('<title>Fehler: Auf wann verschieben Sie?');
  const fields = elements(html, 'input').filter((input) => !input.includes('hidden'));
  expect(fields.flatMap((input) => attributes(input, 'value'))).toEqual(['2026-12-04', '10:07', '11:00']);
  expect(fields[1]).toContain('aria-invalid="true"');
});

test('what is not possible any more is not asked; the state stands there instead', () => {
  const html = requestPage(german, aRequest('cancelled', { step: 'cancel', refusal: 'wrong_status' }));

  expect(elements(html, 'form')).toEqual([]);
  expect(readable(html)).toContain('Das geht jetzt nicht mehr');
  expect(readable(html)).toContain('Es kommt niemand.');
});

test('a refused occasion says who helps instead', () => {
  const html = requestPage(german, aRequest('rejected', { rejection: 'police' }));

  expect(readable(html)).toContain('Bei der Polizei dolmetschen Ehrenamtliche nicht.');
  expect(readable(html)).toContain(`Hilfe hier: ${words('de').mails.refusals.police.instead}`);
});
