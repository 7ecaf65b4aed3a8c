/** What mails must never do: read like a booking too early, tell too much, or carry what somebody typed as code. */
import { expect, test } from '@jest/globals';
import { isPersonal, type NoticeKind } from '../../models/notice.ts';
import { type Locale, locale as locales } from '../../models/shape.ts';
import type { MailFacts } from '../../templates/mail/facts.ts';
import { renderMail } from '../../templates/mail/mail.ts';
import { normal, readable } from './html.ts';
import { appointment, factsFor, titleOf, told, venue } from './mail-facts.ts';

const beforeBooking: NoticeKind[] = [
  'receipt',
  'check_address',
  'new_request',
  'offer',
  'offer_withdrawn',
  'taken',
  'yes_noted',
  'willing_noted',
  'not_chosen',
  'please_confirm',
  'still_open',
  'still_searching',
  'rejected',
  'restored',
  'event_receipt',
  'event_request',
];
const early = told.filter(({ kind }) => beforeBooking.includes(kind));

test.each(early.map((one) => [titleOf(one), one] as const))(
  'nothing in %s reads like a booking: "gebucht" stands there only as "noch NICHT gebucht"',
  (_title, one) => {
    const { subject, text, html } = renderMail(factsFor(one, 'de'));

    for (const part of [subject, normal(text), readable(html)]) {
      expect(part.replace(/noch nicht gebucht/gi, '')).not.toMatch(/gebucht/i);
    }
  },
);

test.each(early.map((one) => [titleOf(one), one] as const))(
  'nothing in the English %s reads like a booking: "booked" stands there only as "NOT yet booked"',
  (_title, one) => {
    const { subject, text, html } = renderMail(factsFor(one, 'en'));

    for (const part of [subject, normal(text), readable(html)]) {
      expect(part.replace(/not yet booked/gi, '')).not.toMatch(/booked/i);
    }
  },
);

test('a noted yes says in subject, state and text that it is not a booking', () => {
  const noted = told.find(({ kind }) => kind === 'yes_noted');

  const { subject, text } = renderMail(factsFor(noted ?? { kind: 'yes_noted', role: 'interpreter' }, 'de'));

  expect(subject).toMatch(/^Zusage angekommen – noch NICHT gebucht: /);
  expect(text).toContain('\nZusage angekommen – vorgemerkt, noch NICHT gebucht\n');
  expect(normal(text)).toContain('Das ist noch keine Buchung.');
});

test('the question says until when, on which weekday, and that a yes is no booking', () => {
  const offer = told.find(({ kind }) => kind === 'offer') ?? { kind: 'offer', role: 'interpreter' };
  const facts = factsFor(offer, 'de');
  const hearBy = new Date('2026-11-26T17:00:00Z');

  const { text, subject } = renderMail({ ...facts, assignment: appointment('de', { hearBy }) });

  expect(subject).toBe('Können Sie? Do 3.12.2026, 10:00 Uhr (2026-0431), Arabisch, Lippstadt');
  expect(normal(text)).toContain('bitte antworten Sie bis Mittwoch, 25. November, 18:00 Uhr.');
  expect(normal(text)).toContain(
    'Ein Ja ist noch keine Buchung. Wir schreiben Ihnen bis Donnerstag, 26. November',
  );
});

test.each(locales.options)('nobody learns the exact address before they may know it (%s)', (locale) => {
  const without = told.filter(({ assignment, kind }) => !assignment?.venue && !isPersonal(kind));

  expect(without.length).toBeGreaterThan(6);
  for (const one of without) {
    const { subject, text, html } = renderMail(factsFor(one, locale));
    for (const part of [subject, text, html]) {
      expect(part).not.toContain(venue.street);
      expect(part).not.toContain(venue.name);
      expect(part).not.toContain(venue.meetingPoint);
    }
  }
});

test.each([
  [
    'de',
    'Eine Antwort per E-Mail liest das Büro, kein Programm. Sie zählt erst, wenn jemand sie eingetragen hat.',
  ],
  [
    'en',
    'An answer by e-mail is read by the office, not by a machine. It counts only once somebody has entered it.',
  ],
] as const)('whoever is asked reads that answers by mail are read by people (%s)', (locale, sentence) => {
  const offer = told.find(({ kind }) => kind === 'offer') ?? { kind: 'offer', role: 'interpreter' };

  const { text, html } = renderMail(factsFor(offer, locale));

  expect(normal(text)).toContain(sentence);
  expect(readable(html)).toContain(sentence);
});

test('whoever serves several centres reads first which one asks', () => {
  const facts = factsFor(
    { kind: 'offer', role: 'interpreter', ...told.find(({ reason }) => reason === 'of several centres') },
    'de',
  );

  const { text } = renderMail(facts);

  expect(normal(text)).toContain(
    'die Anfrage kommt von: Kommunales Integrationszentrum Kreis Soest. Bitte antworten Sie',
  );
});

test('what is read out on the telephone names no page', () => {
  const facts = factsFor(
    told.find(({ kind }) => kind === 'offer') ?? { kind: 'offer', role: 'interpreter' },
    'de',
  );

  const { text } = renderMail({ ...facts, isReadOut: true });

  expect(text).not.toMatch(/https?:|Tasten/);
  expect(normal(text)).toContain('Ein Ja ist noch keine Buchung');
});

test.each([
  ['de', /E-Mail|schreiben|Seite|Taste|https?:|antworten Sie bis/i],
  ['en', /e-mail|\bwrite\b|\bpage\b|button|https?:|answer by/i],
] as const)(
  'nothing that is said on the telephone speaks of mails, pages or buttons (%s)',
  (locale, unsaid) => {
    const calls = told.filter(({ kind, role }) => role === 'interpreter' && kind !== 'moved');

    for (const one of calls) {
      const { text } = renderMail({ ...factsFor(one, locale), isReadOut: true });
      expect([titleOf(one), text.match(unsaid)?.[0]]).toEqual([titleOf(one), undefined]);
    }
  },
);

test('who is called hears that they are called again', () => {
  const noted = { ...factsFor({ kind: 'yes_noted', role: 'interpreter' }, 'de'), isReadOut: true };
  const hearBy = new Date('2026-11-26T17:00:00Z');

  const { text } = renderMail({ ...noted, assignment: appointment('de', { hearBy }) });

  expect(normal(text)).toContain(
    'Das ist noch keine Buchung. Wir rufen Sie bis Donnerstag, 26. November an und sagen Ihnen, ob es dabei bleibt.',
  );
  expect(normal(text)).toContain('Sie können doch nicht? Rufen Sie an: 0221 4710 100.');
});

test('in English every mail goes on after the greeting with a capital', () => {
  for (const one of told) {
    const facts = factsFor(one, 'en');
    const { text } = renderMail(facts);
    const first = text.split(`Hello, ${facts.name},\n\n`)[1] ?? '';
    expect([titleOf(one), first.slice(0, 40)]).toEqual([titleOf(one), expect.stringMatching(/^\p{Lu}/u)]);
  }
});

test('another place at the same time is called a new place, for everybody who reads it', () => {
  const { start, end } = appointment('de');
  const cause = { action: 'move', before: { start, end }, parts: ['time'] };
  const interpreter = { name: 'Amal Beispiel' };
  const subjects = (['interpreter', 'contact', 'coordinator'] as const).map((role) => {
    const known = role === 'interpreter' ? {} : { interpreter };
    const mail = renderMail(factsFor({ kind: 'moved', role, assignment: { cause, ...known } }, 'de'));
    expect(normal(mail.text)).not.toMatch(/neue Zeit/i);
    return mail.subject.slice(0, 9);
  });

  expect(subjects).toEqual(['Neuer Ort', 'Neuer Ort', 'Neuer Ort']);
});

test('who has only said yes is not told of an assignment when details change', () => {
  const { text } = renderMail(
    factsFor({ kind: 'changed', role: 'interpreter', assignment: { isNoted: true } }, 'de'),
  );

  expect(normal(text)).toContain('Sie sind noch NICHT gebucht.');
  expect(text).not.toMatch(/Einsatz/);
});

test('an agency whose appointment the centre had to cancel does not read that it cancelled', () => {
  const { text } = renderMail(factsFor({ kind: 'cancelled', role: 'contact', reason: 'by_centre' }, 'de'));

  expect(normal(text)).toContain('wir mussten Ihren Termin leider absagen.');
  expect(text).not.toMatch(/Absage ist vermerkt|Versehen/);
});

test('who was silent after a move is not told that they said no, and coordinators read who it was', () => {
  const more = { isSilent: true, former: 'Amal Beispiel' };
  const to = (role: 'interpreter' | 'coordinator') =>
    normal(renderMail(factsFor({ kind: 'given_back', role, reason: 'moved', assignment: more }, 'de')).text);

  expect(to('interpreter')).toContain('bis zur Frist kam von Ihnen keine Antwort');
  expect(to('coordinator')).toContain('Amal Beispiel hat auf die Änderung nicht rechtzeitig geantwortet.');
});

test('the reason a coordinator wrote down for letting somebody go is not repeated', () => {
  const released = factsFor({ kind: 'released', role: 'interpreter', reason: 'war unpünktlich' }, 'de');

  const { text, html } = renderMail(released);

  expect(text + html).not.toContain('unpünktlich');
});

const attack =
  '"><img src=x onerror=alert(1)>\r\nBcc: all@example.org\r\n\r\n<script>alert(2)</script>\u202e';

test.each(locales.options.flatMap((locale) => told.map((one) => [titleOf(one), locale, one] as const)))(
  'what people typed stays text in %s (%s)',
  (_title, locale, one) => {
    const { subject, text, html } = renderMail(attacked(factsFor(one, locale)));

    expect(subject).not.toMatch(/[\r\n\u202e]/);
    expect(text).not.toMatch(/[\r\u202e]/);
    expect(text.split('\n').filter((line) => line.startsWith('Bcc:'))).toEqual([]);
    expect(html).not.toMatch(/<img|<script|\u202e|\r/);
    expect(html).not.toContain(attack);
  },
);

test('a long language or town does not push the number out of sight', () => {
  const facts = factsFor({ kind: 'booked', role: 'contact' }, 'de');
  const long = {
    language: 'Sprache '.repeat(10).trim(),
    town: { postcode: '59555', city: 'Ort '.repeat(19) },
  };

  const { subject, text } = renderMail({ ...facts, assignment: appointment('de', long) });

  expect(subject).toBe('Fest gebucht: Do 3.12.2026, 10:00 Uhr (2026-0431)');
  expect(normal(text)).toContain(long.language);
});

test.each([
  ['phone', 'am Telefon'],
  ['video', 'per Video'],
] as const)('a cancelled appointment by %s tells nobody not to drive there', (mode, label) => {
  const facts = factsFor({ kind: 'cancelled', role: 'interpreter' }, 'de');

  const { text } = renderMail({ ...facts, assignment: appointment('de', { mode }) });

  expect(text).not.toContain('hinfahren');
  expect(text).toContain('Abgesagt – der Termin fällt aus');
  expect(text).toContain(label);
});

test('a deadline that has passed when the mail is written is not mentioned', () => {
  const facts = factsFor({ kind: 'booked', role: 'interpreter' }, 'de');
  const before = { ...facts, at: new Date('2026-12-02T08:00:00Z') };
  const after = { ...facts, at: new Date('2026-12-02T12:00:00Z') };

  expect(renderMail(before).text).toContain('Rechtzeitig');
  expect(renderMail(after).text).not.toContain('Rechtzeitig');
});

test('who had only said yes is not called booked when they cannot come', () => {
  const facts = factsFor({ kind: 'given_back', role: 'contact', reason: 'in_time' }, 'de');
  const firm = renderMail({ ...facts, assignment: appointment('de', { wasFirm: true }) });
  const noted = renderMail({ ...facts, assignment: appointment('de', { wasFirm: false }) });

  expect(firm.text).toContain('Die gebuchte Person kann nicht – wir suchen Ersatz');
  expect(noted.text).toContain('Die vorgemerkte Person kann nicht – wir suchen Ersatz');
  expect(noted.text).not.toContain('gebuchte');
});

test('an appointment after the clock is set back says which of the two hours is meant', () => {
  const facts = factsFor({ kind: 'booked', role: 'interpreter' }, 'de');
  const night = { start: new Date('2026-10-25T00:30:00Z'), end: new Date('2026-10-25T01:30:00Z') };

  const { text } = renderMail({ ...facts, assignment: appointment('de', night) });

  expect(normal(text)).toContain('2:30 Uhr (Sommerzeit) bis 2:30 Uhr (Winterzeit)');
});

/** The same facts with an attack in every field that a person can type. */
function attacked(facts: MailFacts): MailFacts {
  const { assignment, event } = facts;
  return {
    ...facts,
    name: attack,
    reason: attack,
    centre: { ...facts.centre, name: attack, poolName: attack, unit: attack, address: attack, phone: attack },
    ...(event && {
      event: {
        ...event,
        agency: attack,
        blocks: event.blocks.map((block) => ({ ...block, language: attack, number: attack })),
      },
    }),
    ...(assignment && {
      assignment: {
        ...assignment,
        language: attack,
        agency: attack,
        town: { postcode: '59555', city: attack },
        interpreter: { name: attack, phone: attack },
        onsiteContact: { name: attack, phone: attack },
        ...(assignment.venue && {
          venue: { name: attack, street: attack, postcode: '59555', city: attack, meetingPoint: attack },
        }),
      },
    }),
  };
}

/** Every sentence of a language that a mail uses is in that language. */
test.each([
  ['de', /\b(the|you|your|please|appointment)\b/i],
  ['en', /[äöüß]|\b(Sie|nicht|bitte|Termin|Uhr)\b/],
] as const)('mails in %s hold no sentence of the other language', (locale: Locale, foreign) => {
  for (const one of told) {
    const { text } = renderMail(factsFor(one, locale));
    const own = text.replace(/Eingang am Hof|https:\S+/g, '');
    expect(own.match(foreign)?.[0]).toBeUndefined();
  }
});

test('who searches, and the agency itself, read what would do as well', () => {
  const wishes = {
    alternatives: [{ start: new Date('2026-12-04T09:00:00Z'), end: new Date('2026-12-04T10:00:00Z') }],
    alsoLanguages: ['Kurmandschi'],
    alsoModes: ['phone' as const],
  };

  const german = renderMail(factsFor({ kind: 'new_request', role: 'coordinator', assignment: wishes }, 'de'));
  const english = renderMail(factsFor({ kind: 'receipt', role: 'contact', assignment: wishes }, 'en'));

  expect(normal(german.text)).toContain('Auch möglich: Freitag, 4. Dezember, 10:00–11:00 Uhr');
  expect(normal(german.text)).toContain('Geht auch: Kurmandschi, am Telefon');
  expect(normal(english.text)).toContain('Also possible: Friday, 4 December, 10:00–11:00');
});
