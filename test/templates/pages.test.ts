/** What holds for every page in every state: language, one heading, bound labels, nothing inline. */
import { expect, test } from '@jest/globals';
import type { AgencyAction } from '../../models/rules/own-page/agency-actions.ts';
import { type Locale, locale as locales } from '../../models/shape.ts';
import { emailChangePage } from '../../templates/pages/email-change-page.tsx';
import { errorPage } from '../../templates/pages/error-page.tsx';
import { homePage } from '../../templates/pages/home-page.tsx';
import { mailboxPage, mailPage } from '../../templates/pages/mailbox-page.tsx';
import { offerPage } from '../../templates/pages/offer-page.tsx';
import { requestPage } from '../../templates/pages/request-page.tsx';
import { signInPage } from '../../templates/pages/sign-in-page.tsx';
import { verifyPage } from '../../templates/pages/verify-page.tsx';
import { errorText } from '../../templates/words/errors.ts';
import { attributes, elements, readable } from './html.ts';
import { aFrame, agencySituations, anOffer, aRequest, situations } from './page-frames.ts';

const account = { name: 'Mara Beispiel', roles: ['coordinator', 'interpreter', 'contact'] };
const zone = 'Europe/Berlin';
const email = 'amal@example.org';
const mail = {
  date: new Date('2026-11-23T09:42:00Z'),
  to: email,
  subject: 'Fest gebucht (2026-0431)',
  text: 'Einsatz ansehen:\nhttps://pool.example.org/offers/7Q2M-K4VD\n\n<b>Text</b>',
  htmlUrl: '/mailbox/1/html',
  zone,
};

const agencyActions = [
  'move',
  'cancel',
  'nobody_here',
  'other_time',
  'other_mode',
  'other_language',
  'search_on',
] as const satisfies AgencyAction[];

const pages: Record<string, (locale: Locale) => string> = {
  'home, signed out': (locale) => homePage(aFrame(locale), { isSignedIn: false, mailboxUrl: '/mailbox' }),
  'home, signed in': (locale) => homePage(aFrame(locale, account), { isSignedIn: true }),
  'sign-in': (locale) => signInPage(aFrame(locale), { step: 'ask' }),
  'sign-in, wrong address': (locale) =>
    signInPage(aFrame(locale), { step: 'ask', email: 'amal@', error: 'email' }),
  code: (locale) => signInPage(aFrame(locale), { step: 'sent', email, minutes: 10, mailboxUrl: '/mailbox' }),
  'code, wrong': (locale) => signInPage(aFrame(locale), { step: 'sent', email, minutes: 10, error: 'code' }),
  'code, wrong and without address': (locale) =>
    signInPage(aFrame(locale), { step: 'sent', email: '', minutes: 10, error: 'code' }),
  link: (locale) => signInPage(aFrame(locale), { step: 'link', action: '/login/x', isUsable: true }),
  'link, too old': (locale) =>
    signInPage(aFrame(locale), { step: 'link', action: '/login/x', isUsable: false }),
  mailbox: (locale) =>
    mailboxPage(aFrame(locale), { items: [{ ...mail, id: '1', url: '/mailbox/1' }], zone }),
  'mailbox, empty': (locale) => mailboxPage(aFrame(locale), { items: [], zone }),
  mail: (locale) =>
    mailPage(aFrame(locale), { ...mail, calendar: { method: 'REQUEST', content: 'BEGIN:VCALENDAR' } }),
  error: (locale) =>
    errorPage(aFrame(locale), { status: 404, code: 'not_found', ...errorText('not_found', {}, locale) }),
  'error, not signed in': (locale) =>
    errorPage(aFrame(locale), {
      status: 401,
      code: 'unauthenticated',
      ...errorText('unauthenticated', {}, locale),
    }),
  'error, a bug': (locale) => errorPage(aFrame(locale), { status: 500, code: 'internal', detail: 'x' }),
  ...Object.fromEntries(
    (['new', 'old', 'stop'] as const).map((link) => [
      `change of e-mail, ${link}`,
      (locale: Locale) => emailChangePage(aFrame(locale), { link, state: 'open', to: email, action: '/x' }),
    ]),
  ),
  ...Object.fromEntries(
    (['half', 'done', 'stopped', 'over', 'full'] as const).map((state) => [
      `change of e-mail, ${state}`,
      (locale: Locale) => emailChangePage(aFrame(locale), { link: 'old', state, to: email, action: '/x' }),
    ]),
  ),
  ...Object.fromEntries(
    situations.map((situation) => [
      `offer, ${situation}`,
      (locale: Locale) => offerPage(aFrame(locale), anOffer(situation)),
    ]),
  ),
  'own page, on the day': (locale) =>
    offerPage(
      aFrame(locale),
      anOffer('booked', { can: ['running_late', 'nobody_here', 'give_back'], saidLate: 15 }),
    ),
  'own page, give back': (locale) =>
    offerPage(aFrame(locale), anOffer('booked', { can: ['give_back'], step: 'give_back', isLate: true })),
  'own page, moved': (locale) => offerPage(aFrame(locale), anOffer('moved', { can: ['keep'] })),
  ...Object.fromEntries(
    agencySituations.map((situation) => [
      `request, ${situation}`,
      (locale: Locale) => requestPage(aFrame(locale), aRequest(situation, { can: ['move', 'cancel'] })),
    ]),
  ),
  ...Object.fromEntries(
    agencyActions.map((step) => [
      `request, to do: ${step}`,
      (locale: Locale) => requestPage(aFrame(locale), aRequest('confirmed', { can: [step], step })),
    ]),
  ),
  'request, wrong time': (locale) =>
    requestPage(
      aFrame(locale),
      aRequest('confirmed', {
        can: ['move'],
        step: 'move',
        asksOccurrence: true,
        errors: [
          { field: 'date', text: 'Falsch' },
          { field: 'from', text: 'Falsch' },
        ],
      }),
    ),
  verify: (locale) => verifyPage(aFrame(locale), aRequest('unverified')),
  'verify, done': (locale) => verifyPage(aFrame(locale), aRequest('requested')),
  'verify, closed': (locale) => verifyPage(aFrame(locale), aRequest('cancelled')),
};
const all = locales.options.flatMap((locale) => Object.keys(pages).map((name) => [name, locale] as const));

function render(name: string, locale: Locale): string {
  return pages[name]?.(locale) ?? '';
}

test.each(all)('the page %s (%s) says its language, its title and one heading', (name, locale) => {
  const html = render(name, locale);

  expect(html).toMatch(new RegExp(`^<!doctype html>\\n<html lang="${locale}" dir="ltr">`));
  expect(elements(html, 'h1')).toHaveLength(1);
  expect(html.match(/<title>(.*?)<\/title>/)?.[1]).toMatch(/^.{4,} – Dolmetscherpool Kreis Soest$/);
  expect(elements(html, 'main')).toEqual(['<main id="content" tabindex="-1">']);
  expect(html).toMatch(/<body><a class="pool-skip kern-link" href="#content">/);
});

test.each(all)('the page %s (%s) holds nothing inline and loads only our own files', (name, locale) => {
  const html = render(name, locale);

  expect(html).not.toMatch(/\sstyle=|<style|<script|\son\w+=|javascript:/i);
  const files = [
    ...attributes(html, 'src'),
    ...elements(html, 'link').flatMap((link) => attributes(link, 'href')),
  ];
  for (const file of files) expect(file).toMatch(/^\/(assets|mailbox)\//);
  for (const action of attributes(html, 'action')) expect(action).toMatch(/^\//);
});

test.each(all)('on the page %s (%s) every field has its label, every id is there once', (name, locale) => {
  const html = render(name, locale);

  const ids = attributes(html, 'id');
  expect(new Set(ids).size).toBe(ids.length);
  const fields = elements(html, 'input').filter((input) => !input.includes('type="hidden"'));
  const labelled = attributes(html, 'for');
  for (const field of fields) expect(labelled).toContain(attributes(field, 'id')[0]);
  const referred = [...attributes(html, 'aria-describedby'), ...attributes(html, 'aria-labelledby')];
  for (const id of referred.flatMap((list) => list.split(' '))) expect(ids).toContain(id);
});

test.each(all)(
  'on the page %s (%s) every button and link has words, and every form is posted',
  (name, locale) => {
    const html = render(name, locale);

    const named = html.match(/<(a|button|summary)[\s>].*?<\/\1>/gs) ?? [];
    for (const one of named) expect(readable(one)).toMatch(/\p{L}{2}|\d{4}/u);
    for (const form of elements(html, 'form')) expect(form).toContain('method="post"');
    for (const icon of elements(html, 'span').filter((span) => span.includes('kern-icon'))) {
      expect(icon).toContain('aria-hidden="true"');
    }
  },
);

test.each([
  ['de', /\b(the|you|your|please)\b/i],
  ['en', /[äöüß]|\b(Sie|nicht|bitte)\b/],
] as const)('pages in %s hold no sentence of the other language', (locale, foreign) => {
  for (const name of Object.keys(pages)) {
    const shown = readable(render(name, locale)).replace(
      /Dolmetscherpool|Deutsch|English|Eingang am Hof/g,
      '',
    );
    expect({ name, found: shown.match(foreign)?.[0] }).toEqual({ name, found: undefined });
  }
});

test('after a wrong address the page says so first, marks the field and keeps what was typed', () => {
  const html = render('sign-in, wrong address', 'de');

  expect(html).toContain('<title>Fehler: Anmelden – ');
  expect(html).toMatch(/<h1[^>]*>Anmelden<\/h1><div class="kern-alert kern-alert--danger" role="alert">/);
  expect(html).toContain('href="#email"');
  const [input] = elements(html, 'input');
  expect(input).toContain('value="amal@"');
  expect(input).toContain('aria-invalid="true"');
  expect(input).toContain('aria-describedby="email-hint email-error"');
});

test('whether an address is known is not told', () => {
  const shown = readable(render('code', 'de'));

  expect(shown).toContain('Ist die Adresse bei uns nicht bekannt, schicken wir nichts.');
  expect(shown).toContain('Es zählt der neueste Code.');
});

test('the code goes to its address together with the e-mail it was sent to', () => {
  const html = render('code', 'de');

  expect(html).toContain('<form class="pool-stack" action="/login/code" method="post"');
  expect(html).toContain('<input type="hidden" name="email" value="amal@example.org"/>');
  expect(html).toMatch(/inputmode="numeric"[^>]*autocomplete="one-time-code"/);
  expect(html).toContain('href="/mailbox"');
});

test('a link signs in only when its button is pressed; a used one leads to a new one', () => {
  const usable = render('link', 'de');
  const old = render('link, too old', 'de');

  expect(usable).toContain('<form action="/login/x" method="post">');
  expect(readable(usable)).toContain('Jetzt anmelden');
  expect(elements(old, 'form')).toEqual([]);
  expect(old).toContain('href="/login"');
});

test('a signed-in person sees who they are, what they are, and can sign out', () => {
  const html = render('home, signed in', 'de');

  const shown = readable(html);
  expect(shown).toContain('Guten Tag, Mara Beispiel');
  expect(shown).toContain('Koordination · Dolmetscher:in · Ansprechperson');
  expect(html).toContain('<form action="/logout" method="post">');
});

test('a mail is shown in a frame that can run nothing, its text with addresses to follow', () => {
  const html = render('mail', 'de');

  const [frame] = elements(html, 'iframe');
  expect(frame).toContain('src="/mailbox/1/html"');
  expect(frame).toMatch(/sandbox="allow-popups allow-popups-to-escape-sandbox"/);
  expect(html).toContain('<a class="kern-link" href="https://pool.example.org/offers/7Q2M-K4VD">');
  expect(html).toContain('&lt;b>Text&lt;/b>');
  expect(readable(html)).toContain('Anhang für den Kalender (REQUEST)');
});

test('a page without a centre is a page as well', () => {
  const brand = { poolName: 'Dolmetscherpool', unit: '', address: '', phone: '', email: '' };
  const detail = errorText('unavailable', {}, 'de').detail;

  const html = errorPage(
    { brand, locale: 'de', otherLanguages: [] },
    { status: 503, code: 'unavailable', detail },
  );

  expect(readable(html)).toContain('Bitte versuchen Sie es in einer Minute noch einmal.');
  expect(html).not.toMatch(/href="(tel|mailto):"/);
});

test('what people typed stays text on every page', () => {
  const attack = '"><img src=x onerror=alert(1)>';
  const frame = aFrame('de', { name: attack, roles: [attack] });
  const attacked = {
    ...frame,
    brand: { ...frame.brand, poolName: attack, unit: attack, address: attack, notice: attack, phone: attack },
  };
  const place = { name: attack, street: attack, postcode: '59555', city: attack, meetingPoint: attack };

  const rendered = [
    homePage(attacked, { isSignedIn: true }),
    signInPage(attacked, { step: 'ask', email: attack, error: 'email' }),
    signInPage(attacked, { step: 'sent', email: attack, minutes: 10 }),
    mailboxPage(attacked, {
      items: [{ ...mail, id: '1', url: '/mailbox/1', to: attack, subject: attack }],
      zone,
    }),
    mailPage(attacked, { ...mail, subject: attack, text: attack, to: attack }),
    offerPage(attacked, anOffer('booked', { name: attack, language: attack, agency: attack, venue: place })),
    offerPage(attacked, anOffer('open', { agency: attack, town: { postcode: '59555', city: attack } })),
    errorPage(attacked, { status: 400, code: attack, detail: attack }),
  ];

  for (const html of rendered) expect(html).not.toContain('<img');
});
