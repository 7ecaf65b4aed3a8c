/** The catalogues: every code has its sentence in every language, and the sentence says what is allowed and what was sent. */
import { expect, test } from '@jest/globals';
import { offerState, status } from '../../models/assignment/shape.ts';
import type { ErrorCode } from '../../models/pool-error.ts';
import type { ExclusionCode, ReasonCode } from '../../models/rules/matching.ts';
import { locale as locales } from '../../models/shape.ts';
import { errorText, fieldErrorText } from '../../templates/words/errors.ts';
import { exclusionText, reasonText } from '../../templates/words/matching.ts';
import { words } from '../../templates/words/words.ts';

const label = (code: string) => ({ ar: 'Arabisch', apc: 'Arabisch (Levante)' })[code] ?? code;

const errorCodes = Object.keys({
  agency_inactive: 1,
  already_booked: 1,
  already_taken: 1,
  already_there: 1,
  bookings_ahead: 1,
  busy: 1,
  code_wrong: 1,
  cross_site: 1,
  email_full: 1,
  forbidden: 1,
  held: 1,
  invalid_input: 1,
  last_lead: 1,
  link_invalid: 1,
  no_candidates: 1,
  not_eligible: 1,
  key_reused: 1,
  not_found: 1,
  not_now: 1,
  offer_withdrawn: 1,
  person_only: 1,
  rate_limited: 1,
  stale_version: 1,
  time_ambiguous: 1,
  time_skipped: 1,
  token_by_token: 1,
  token_invalid: 1,
  token_read_only: 1,
  too_late: 1,
  too_large: 1,
  unauthenticated: 1,
  unsupported_media_type: 1,
  wrong_status: 1,
} satisfies Record<ErrorCode, number>);

test.each(errorCodes)('the refusal %s has a heading and a sentence in every language', (code) => {
  const texts = locales.options.map((locale) => errorText(code, {}, locale));

  for (const { title, detail } of texts) {
    expect(title).toMatch(/^\p{Lu}.{5,60}[^.]$/u);
    expect(detail).toMatch(/^\p{Lu}.{20,}\.$/u);
  }
  expect(new Set(texts.map(({ title }) => title)).size).toBe(locales.options.length);
  if (code !== 'not_found') expect(texts[0]).not.toEqual(errorText('not_found', {}, 'de'));
});

test('a refusal says what it knows', () => {
  const texts = {
    held: errorText('held', { code: 'duplicate' }, 'de').detail,
    wait: errorText('rate_limited', { minutes: 15 }, 'de').detail,
    version: errorText('stale_version', { seen: 3, now: 5 }, 'de').detail,
    twice: errorText('time_ambiguous', { date: '2026-10-25', time: '02:30', zone: 'Europe/Berlin' }, 'de')
      .detail,
    never: errorText('time_skipped', { date: '2026-03-29', time: '02:30', zone: 'Europe/Berlin' }, 'en')
      .detail,
    status: errorText('wrong_status', { action: 'confirm', status: 'cancelled', allowed: ['accepted'] }, 'de')
      .detail,
    sent: errorText('unsupported_media_type', { sent: 'text/xml' }, 'en').detail,
    person: errorText('not_eligible', { interpreter: 'x', code: 'language', language: 'ar' }, 'de', label)
      .detail,
  };

  expect(texts.held).toContain('(doppelt)');
  expect(texts.wait).toContain('15 Minuten');
  expect(texts.version).toContain('Version 3, jetzt ist es Version 5');
  expect(texts.twice).toContain(
    'Sonntag, 25. Oktober 2026 wird die Uhr zurückgestellt, 02:30 Uhr gibt es zweimal',
  );
  expect(texts.never).toContain('Sunday, 29 March 2026 the clock is set forward, 02:30 does not exist');
  expect(texts.status).toContain(
    '„Abgesagt“ (cancelled), das geht aber nur bei: Zusage – bitte buchen (accepted)',
  );
  expect(texts.sent).toContain('“text/xml”');
  expect(texts.person).toContain('spricht Arabisch nicht');
});

test('an unknown refusal reads like a fault of ours and says nothing of its cause', () => {
  const text = errorText('E11000', { sent: 'secret' }, 'de');

  expect(text.title).toBe('Bei uns ist etwas schiefgegangen');
  expect(text.detail).not.toContain('secret');
});

const fieldCodes: [code: string, params: Record<string, unknown>, allowed: string][] = [
  ['control_characters', {}, 'Steuerzeichen'],
  ['instant', {}, '2026-11-26T10:00:00+01:00'],
  ['day_or_instant', {}, '2026-11-26T10:00:00+01:00'],
  ['off_grid', {}, '5 Minuten'],
  ['time_of_day', {}, '00:00 bis 24:00'],
  ['local_date', {}, '2026-11-26'],
  ['postcode', {}, 'fünf Ziffern'],
  ['six_digits', {}, 'sechs Ziffern'],
  ['zone', {}, 'Europe/Berlin'],
  ['in_the_past', {}, 'Zukunft'],
  ['too_far_ahead', { days: 550 }, '550 Tage'],
  ['end_before_start', {}, 'nach dem Beginn'],
  ['too_long', { hours: 12 }, '12 Stunden'],
  ['venue_missing', {}, 'Straße'],
  ['language_unknown', {}, 'Liste der Sprachen'],
  ['unknown_key', { key: 'colour' }, '„colour“'],
  ['required', {}, 'fehlt'],
  ['wrong_type', { expected: 'number' }, 'eine Zahl'],
  ['too_short', { minimum: 3 }, '3 Zeichen'],
  ['too_short', { minimum: 1 }, 'nicht leer'],
  ['too_long_text', { maximum: 120 }, '120 Zeichen'],
  ['too_small', { minimum: 1 }, 'Mindestens 1'],
  ['not_above', { minimum: 0 }, 'größer als 0'],
  ['phone', {}, 'fünf Ziffern'],
  ['municipality_unknown', {}, 'GET /api/v1/municipalities'],
  ['too_big', { maximum: 500 }, 'Höchstens 500'],
  ['too_many', { maximum: 2 }, '2 Einträge'],
  ['too_many_blocks', { maximum: 100 }, 'mehr als 100 Einsätze'],
  ['not_in_list', { options: ['onsite', 'phone'] }, 'onsite, phone'],
  ['invalid_email', {}, 'name@example.org'],
  ['email_same', {}, 'schon die Adresse'],
  ['email_ambiguous', {}, 'sharesEmail'],
  ['agency_of_others', {}, 'gehört nicht zu diesem Zentrum'],
  ['empty_window', {}, 'zwei verschiedene Uhrzeiten'],
  ['mixed_exception', {}, 'ganze Tage'],
  ['unknown_interpreter', {}, 'gibt es in Ihrem Zentrum nicht'],
  ['invalid_json', {}, 'JSON'],
  ['invalid', {}, 'verstehen wir nicht'],
  ['something_new', {}, 'verstehen wir nicht'],
];

test.each(fieldCodes)(
  'the field error %s with %j says what is allowed and what was sent',
  (code, params, allowed) => {
    const bare = fieldErrorText(code, {}, 'de');
    const german = fieldErrorText(code, { ...params, sent: '10 Uhr' }, 'de');
    const english = fieldErrorText(code, { ...params, sent: '10 Uhr' }, 'en');

    expect(bare).toMatch(/^\p{L}.*\.$/u);
    expect(german).toContain(allowed);
    expect(german).toContain('Gesendet wurde: „10 Uhr“.');
    expect(english).toContain('You sent: “10 Uhr”.');
    expect(english).not.toMatch(/[äöüß„]/);
  },
);

test('the name of a group of languages leads to its members and their codes', () => {
  const members = [
    { de: 'Kurmandschi', en: 'Kurmanji' },
    { de: 'Sorani', en: 'Sorani' },
  ];
  const params = { sent: 'ku', label: { de: 'Kurdisch', en: 'Kurdish' }, codes: ['kmr', 'ckb'], members };

  expect(fieldErrorText('language_group', params, 'de')).toBe(
    'Kurdisch ist der Name mehrerer Sprachen. Bitte wählen Sie eine davon: Kurmandschi (kmr), Sorani (ckb). Gesendet wurde: „ku“.',
  );
  expect(fieldErrorText('language_group', params, 'en')).toContain('Kurmanji (kmr), Sorani (ckb)');
  expect(fieldErrorText('language_group', { sent: 'ku', codes: ['kmr'] }, 'de')).toContain('kmr (kmr)');
});

test('what was sent is shown short, on one line', () => {
  const text = fieldErrorText('invalid', { sent: `a\r\nb\u202e${'x'.repeat(200)}` }, 'de');
  const object = fieldErrorText('invalid', { sent: { a: [1] } }, 'de');

  expect(text).toContain('„a b');
  expect(text).not.toMatch(/[\r\n\u202e]/);
  expect(text.length).toBeLessThan(150);
  expect(object).toContain('„{"a":[1]}“');
});

const reasonCodes = {
  exact_variety: { language: 'apc' },
  same_language: { language: 'ar' },
  other_variety: { language: 'apc' },
  also_understands: { language: 'ar' },
  second_language: { language: 'ar' },
  second_mode: {},
  free: {},
  availability_unknown: {},
  little_asked: { served: 4, asked: 2 },
  near: { kilometres: 12 },
  soft_hold: { offers: 1 },
  reachable_by_phone: {},
  preferred_pair: {},
} satisfies Record<ReasonCode, Record<string, unknown>>;

test.each(Object.entries(reasonCodes))('the reason %s is a sentence in every language', (code, params) => {
  const texts = locales.options.map((locale) => reasonText(code as ReasonCode, params, locale, label));

  for (const text of texts) {
    expect(text.length).toBeGreaterThan(8);
    expect(text).not.toMatch(/undefined|NaN|\u00a0/);
    for (const value of Object.values(params)) expect(text).toContain(label(String(value)));
  }
  expect(texts[0]).not.toBe(texts[1]);
});

const exclusionCodes = {
  not_active: { status: 'paused' },
  language: { language: 'ar' },
  level: { language: 'ar', level: 'A2', minimumLevel: 'B1' },
  mode: { modes: ['onsite', 'phone'] },
  gender: { wish: 'female' },
  not_available: {},
  booked: {},
  excluded_pair: {},
  withdrawn: {},
  already_asked: { state: 'pending' },
  declined: {},
  cap: { cap: 2, booked: 3 },
  too_far: { kilometres: 42, radius: 30 },
  proof_expired: { at: new Date('2026-11-30T23:00:00Z') },
  not_willing: {},
} satisfies Record<ExclusionCode | 'not_willing', Record<string, unknown>>;

test.each(Object.entries(exclusionCodes))(
  'the exclusion %s is a sentence in every language',
  (code, params) => {
    const texts = locales.options.map((locale) => exclusionText(code, params, locale, label));

    for (const text of texts) {
      expect(text.length).toBeGreaterThan(8);
      expect(text).not.toMatch(/undefined|NaN|\u00a0/);
    }
    expect(texts[0]).not.toBe(texts[1]);
    expect(texts[0]).not.toBe(words('de').matching.other);
  },
);

test('an exclusion says the figures behind it', () => {
  const say = (code: string, params: Record<string, unknown>) => exclusionText(code, params, 'de', label);

  expect(say('level', exclusionCodes.level)).toBe('Arabisch: Niveau A2, gebraucht wird mindestens B1');
  expect(say('mode', exclusionCodes.mode)).toBe('dolmetscht nicht vor Ort oder am Telefon');
  expect(say('gender', exclusionCodes.gender)).toBe('gewünscht ist eine Frau');
  expect(say('cap', exclusionCodes.cap)).toBe('Einsätze in dieser Woche: 3, höchstens gewünscht: 2');
  expect(say('too_far', exclusionCodes.too_far)).toBe('42 km entfernt, fährt höchstens 30 km');
  expect(say('proof_expired', exclusionCodes.proof_expired)).toContain('Dienstag, 1. Dezember 2026');
  expect(say('not_active', exclusionCodes.not_active)).toBe('ist nicht aktiv (pausiert)');
  expect(say('something_new', {})).toBe('passt nicht');
});

test('the words for states are those that everybody agreed on', () => {
  const { agency, volunteer, coordinator, offers } = words('de').statuses;

  expect(agency.accepted).toBe('Es gibt eine Zusage – noch NICHT gebucht');
  expect(agency.requestedUntil('Mittwoch')).toBe('Wir suchen – noch nicht gebucht, Nachricht bis Mittwoch');
  expect(agency.moved).toBe('Verschoben – noch nicht wieder fest');
  expect(volunteer.accepted).toBe('Zusage angekommen – vorgemerkt, noch NICHT gebucht');
  expect(volunteer.cancelled).toBe('Abgesagt – bitte nicht hinfahren');
  expect(coordinator.search(2, 3)).toBe('Suche, Runde 2, 3 offen');
  expect(offers.willingUntil('Freitag')).toBe('Danke. Noch kein Einsatz – wir entscheiden bis Freitag');
  expect(offers.lost).toBe('Schon vergeben, danke');
});

test.each(locales.options)('every status and every state of an offer has its word (%s)', (locale) => {
  const { agency, coordinator, offers } = words(locale).statuses;

  for (const one of status.options) {
    expect(typeof agency[one]).toBe('string');
    expect(typeof coordinator[one]).toBe('string');
  }
  for (const one of offerState.options) expect(offers[one].length).toBeGreaterThan(5);
});
