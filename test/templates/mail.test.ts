/** Every mail, for everybody who is told something, in every language. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { type NoticeKind, noticeKind } from '../../models/notice.ts';
import { locale as locales } from '../../models/shape.ts';
import { renderMail } from '../../templates/mail/mail.ts';
import { words } from '../../templates/words/words.ts';
import { normal, readable } from './html.ts';
import { appointment, centre, factsFor, requestUrl, titleOf, told } from './mail-facts.ts';

const cases = locales.options.flatMap((locale) => told.map((one) => ({ locale, one })));

test.each(cases.map(({ locale, one }) => [titleOf(one), locale, one] as const))(
  'the mail %s (%s) says its state and its number in the subject, on one short line',
  (_title, locale, one) => {
    const facts = factsFor(one, locale);

    const { subject } = renderMail(facts);

    expect(subject).not.toMatch(/[\p{Cc}\u00a0]/u);
    expect(subject.length).toBeLessThanOrEqual(78);
    if (facts.assignment) {
      expect(subject).toMatch(/^.{4,46}[:?] \p{L}{2,3} \d/u);
      expect(subject).toContain(`(${facts.assignment.number})`);
      expect(subject).toContain('2026, 10:00');
    }
  },
);

test.each(cases.map(({ locale, one }) => [titleOf(one), locale, one] as const))(
  'the text of %s (%s) is complete by itself',
  (_title, locale, one) => {
    const facts = factsFor(one, locale);

    const { text } = renderMail(facts);

    const whole = normal(text);
    expect(whole).toContain(facts.name);
    expect(whole).toContain(centre.phone);
    expect(whole).toContain(centre.address);
    expect(text).not.toMatch(/[\u00a0<>]|&\w+;/);
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThan(900);
    expect(text.split('\n').filter((line) => line.length > 76 && !line.includes('https://'))).toEqual([]);
    const { assignment } = facts;
    if (assignment) {
      expect(whole).toContain(assignment.number);
      expect(whole).toContain(assignment.language);
      expect(whole).toMatch(locale === 'de' ? /Donnerstag, 3\. Dezember 2026/ : /Thursday, 3 December 2026/);
      expect(whole).toContain('10:00–11:00');
      expect(whole).toContain('Lippstadt');
      if (assignment.venue) expect(whole).toContain('Musterplatz 1, 59555 Lippstadt');
      if (assignment.onsiteContact) expect(whole).toContain(assignment.onsiteContact.phone);
      if (assignment.interpreter?.phone) expect(whole).toContain(assignment.interpreter.phone);
    }
  },
);

test.each(cases.map(({ locale, one }) => [titleOf(one), locale, one] as const))(
  'HTML and text of %s (%s) say the same, word for word',
  (_title, locale, one) => {
    const { html, text } = renderMail(factsFor(one, locale));

    const shown = wordsOf(readable(html));
    expect(shown.length).toBeGreaterThan(30);
    const onlyInText = wordsOf(text).filter((word) => !shown.includes(word));
    expect(onlyInText).toEqual([]);
    for (const paragraph of paragraphsOf(html)) {
      const isAddressAgain = paragraph.startsWith(copyWords(locale));
      if (!isAddressAgain) expect(normal(text)).toContain(paragraph);
    }
  },
);

test.each(cases.map(({ locale, one }) => [titleOf(one), locale, one] as const))(
  'the HTML of %s (%s) says its language, has one heading and only layout tables without a role of their own',
  (_title, locale, one) => {
    const { html, subject } = renderMail(factsFor(one, locale));

    expect(html).toMatch(new RegExp(`^<!doctype html>\\s*<html lang="${locale}" dir="ltr">`));
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(readable(html.match(/<title>.*<\/title>/)?.[0] ?? '')).toBe(subject);
    expect(html).not.toMatch(/<img|<script|<link|<style|@import|url\(/);
    const tables = html.match(/<table[^>]*>/g) ?? [];
    const data = tables.filter((table) => !table.includes('role="presentation"'));
    expect(data).toHaveLength(1);
    expect(html.match(/<th [^>]*scope="row"/g)?.length).toBeGreaterThan(1);
  },
);

test('the same facts give the same bytes', () => {
  const twice = told.map((one) => [renderMail(factsFor(one, 'de')), renderMail(factsFor(one, 'de'))]);

  for (const [first, second] of twice) expect(first).toEqual(second);
});

test('everybody whom the transition table tells something has a mail of their own', () => {
  const addressed = noticesInRules();

  expect(addressed.length).toBeGreaterThan(30);
  for (const { kind, role } of addressed) {
    const known = told.find((one) => one.kind === kind && one.role === role);
    expect({ kind, role, isKnown: known !== undefined }).toEqual({ kind, role, isKnown: true });
    if (known) {
      expect(renderMail(factsFor(known, 'de')).text).not.toContain(words('de').mails.news.heading);
    }
  }
  expect(new Set(told.map(({ kind }) => kind))).toEqual(new Set(noticeKind.options));
});

test('a role that has no words of its own still reads what is the case', () => {
  const facts = { ...factsFor({ kind: 'changed', role: 'lead' }, 'de') };

  const { subject, text } = renderMail(facts);

  expect(subject).toContain('Neuigkeit: Do 3.12.2026, 10:00 Uhr (2026-0431)');
  expect(normal(text)).toContain('Unten steht, was jetzt gilt');
});

test('a mail without the appointment it is about is a bug, not a mail', () => {
  const { assignment: _assignment, ...facts } = factsFor({ kind: 'booked', role: 'interpreter' }, 'de');

  expect(() => renderMail(facts)).toThrow('booked needs assignment');
});

test.each(locales.options)(
  'a mail with a page has one button, and its address in the text (%s)',
  (locale) => {
    const withPage = told
      .map((one) => factsFor(one, locale))
      .filter(({ assignment }) => assignment?.url && !assignment.choices);

    expect(withPage.length).toBeGreaterThan(30);
    for (const facts of withPage) {
      const { html, text } = renderMail(facts);
      expect(html.match(/<a href="https:/g)).toHaveLength(1);
      expect(text.split('\n')).toContain(facts.assignment?.url);
    }
  },
);

test.each(locales.options)(
  'every mail to an agency leads to its own page, or by telephone (%s)',
  (locale) => {
    const agencies = told
      .filter(({ role, kind, more }) => role === 'contact' && kind !== 'welcome' && !more?.event)
      .map((one) => factsFor(one, locale));

    for (const facts of agencies) {
      const { text } = renderMail(facts);
      expect(text).toContain(facts.assignment?.url);
      expect(normal(text)).toContain('0221 4710 100');
    }
  },
);

test.each(locales.options)('when nobody was found, each way on has a button of its own (%s)', (locale) => {
  const unfilled = told.find(({ assignment }) => assignment?.choices) ?? fail();

  const { html, text } = renderMail(factsFor(unfilled, locale));

  expect(html.match(/<a href="https:/g)).toHaveLength(5);
  for (const page of ['other-time', 'other-mode', 'other-language', 'search-on', 'cancel']) {
    expect(text.split('\n')).toContain(`${requestUrl}/${page}`);
  }
});

test('a move says what had been agreed, and a change names what is different', () => {
  const movedTo = told.find(({ kind, assignment }) => kind === 'moved' && assignment?.cause) ?? fail();
  const changed = told.find(({ kind, assignment }) => kind === 'changed' && assignment?.cause) ?? fail();

  expect(normal(renderMail(factsFor(movedTo, 'de')).text)).toContain(
    'Vorher: Mittwoch, 2. Dezember, 9:00–10:00 Uhr',
  );
  expect(normal(renderMail(factsFor(changed, 'de')).text)).toContain(
    'Geändert hat sich: Ansprechperson vor Ort, Hinweise der Einrichtung (fragen Sie uns danach).',
  );
});

test('another place at the same time is not called another time', () => {
  const { assignment, ...facts } = factsFor({ kind: 'moved', role: 'interpreter' }, 'de');
  const cause = { action: 'move', before: { start: appointment('de').start, end: appointment('de').end } };

  const { text } = renderMail({ ...facts, assignment: appointment('de', { ...assignment, cause }) });

  expect(normal(text)).toContain('Ihr Termin findet an einem anderen Ort statt. Tag und Uhrzeit bleiben.');
  expect(text).not.toContain('Vorher:');
});

test('who cannot be helped reads where to go instead', () => {
  const { text } = renderMail(factsFor({ kind: 'rejected', role: 'contact', reason: 'court' }, 'de'));

  expect(normal(text)).toContain('vor Gericht dolmetschen Ehrenamtliche nicht.');
  expect(normal(text)).toContain('Hilfe hier: Das Gericht bestellt beeidigte Dolmetscher:innen selbst.');
});

function fail(): never {
  throw new Error('there is no such mail among those told');
}

/** The address under a button stands in its link, so addresses are compared elsewhere. */
function wordsOf(text: string): string[] {
  return text
    .replace(/https:\S+/g, '')
    .split(/[\s():„“”.,—]+/)
    .filter((word) => word !== '');
}

function paragraphsOf(html: string): string[] {
  return (html.match(/<p [^>]*>.*?<\/p>/gs) ?? []).map(readable);
}

function copyWords(locale: 'de' | 'en'): string {
  return String(words(locale).mails.frame.copyAddress('')[0]);
}

const roles = {
  Contact: 'contact',
  Coordinators: 'coordinator',
  Booked: 'interpreter',
  Asked: 'interpreter',
} as const;

/** Reads who is told what from the rules' own source: `tellContact(assignment, 'receipt')`. */
function noticesInRules(): { kind: NoticeKind; role: string }[] {
  const folder = new URL('../../models/rules/transitions/', import.meta.url);
  const source = readdirSync(folder)
    .map((file) => readFileSync(new URL(file, folder), 'utf8'))
    .join('\n');
  return [...source.matchAll(/\btell(Contact|Coordinators|Booked|Asked)\(/g)].flatMap((call) => {
    const [, kinds = ''] = argumentsFrom(source, call.index + call[0].length);
    return [...kinds.matchAll(/'(\w+)'/g)].map(([, kind]) => ({
      kind: kind as NoticeKind,
      role: roles[call[1] as keyof typeof roles],
    }));
  });
}

/** The arguments of a call whose opening bracket ends at `from`. */
function argumentsFrom(source: string, from: number): string[] {
  const found = [''];
  let depth = 0;
  for (const character of source.slice(from)) {
    if ('([{'.includes(character)) depth++;
    if (')]}'.includes(character)) depth--;
    if (depth < 0) break;
    if (character === ',' && depth === 0) found.push('');
    else found[found.length - 1] += character;
  }
  return found;
}
