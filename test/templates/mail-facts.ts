/** Invented facts for mails, one set for every kind and role that is told something. */
import type { ActingRole } from '../../models/assignment/shape.ts';
import { isPersonal, type NoticeKind } from '../../models/notice.ts';
import type { Locale } from '../../models/shape.ts';
import type { AssignmentFacts, CentreFacts, EventFacts, MailFacts } from '../../templates/mail/facts.ts';
import { words } from '../../templates/words/words.ts';

export const offerUrl = 'https://pool.example.org/offers/7Q2M-K4VD';
export const requestUrl = 'https://pool.example.org/requests/5H7N-RT2W';
const verifyUrl = 'https://pool.example.org/verify/3B6K-PL8S';
const loginUrl = 'https://pool.example.org/login/9F3K-QX7T';
const changeUrl = 'https://pool.example.org/email-change/5H2N-P8LS';
const stopUrl = 'https://pool.example.org/email-change/6J4M-R1WB';
const feedUrl = 'https://pool.example.org/calendar/4T8W-ZZ1P.ics';

export const centre: CentreFacts = {
  name: 'Kommunales Integrationszentrum Kreis Soest',
  poolName: 'Dolmetscherpool Kreis Soest',
  unit: 'Kommunales Integrationszentrum',
  address: 'Beispielweg 1, 59494 Soest',
  phone: '0221 4710 100',
  email: 'dolmetscherpool@example.org',
  zone: 'Europe/Berlin',
};

export const venue = {
  name: 'Kita Musterplatz',
  street: 'Musterplatz 1',
  postcode: '59555',
  city: 'Lippstadt',
  meetingPoint: 'Eingang am Hof',
};
const interpreter = { name: 'Amal Beispiel', phone: '0221 4710 300' };
const onsiteContact = { name: 'Petra Muster', phone: '0221 4710 200' };

/** Thursday, 3 December 2026, 10 to 11 in Germany. */
export function appointment(locale: Locale, values: Partial<AssignmentFacts> = {}): AssignmentFacts {
  return {
    number: '2026-0431',
    language: locale === 'de' ? 'Arabisch' : 'Arabic',
    start: new Date('2026-12-03T09:00:00Z'),
    end: new Date('2026-12-03T10:00:00Z'),
    mode: 'onsite',
    town: { postcode: '59555', city: 'Lippstadt' },
    agency: 'Kita Musterplatz',
    inTimeUntil: new Date('2026-12-02T09:00:00Z'),
    ...values,
  };
}

type Told = {
  kind: NoticeKind;
  role: ActingRole;
  reason?: string;
  assignment?: Partial<AssignmentFacts>;
  more?: Partial<MailFacts>;
};

const moved = {
  action: 'move',
  before: { start: new Date('2026-12-02T08:00:00Z'), end: new Date('2026-12-02T09:00:00Z') },
};
const afterYes = { venue, url: offerUrl };
const expiresAt = new Date('2026-11-25T17:00:00Z');

/** Everybody who can be told something, with what they may know by then. */
export const told: Told[] = [
  {
    kind: 'sign_in',
    role: 'system',
    more: { signIn: { url: loginUrl, code: '482913', minutes: 10 } },
  },
  {
    kind: 'sign_in',
    role: 'system',
    reason: 'shared',
    more: { signIn: { url: loginUrl, code: '482913', minutes: 10, isShared: true } },
  },
  { kind: 'welcome', role: 'interpreter' },
  { kind: 'welcome', role: 'contact', more: { agency: 'Kita Musterplatz' } },
  {
    kind: 'email_change_new',
    role: 'system',
    more: { emailChange: { to: 'new@example.org', confirmUrl: changeUrl, days: 7 } },
  },
  {
    kind: 'email_change_old',
    role: 'system',
    more: { emailChange: { to: 'new@example.org', confirmUrl: changeUrl, stopUrl, days: 7 } },
  },
  { kind: 'receipt', role: 'contact', assignment: { venue, onsiteContact } },
  { kind: 'receipt', role: 'contact', assignment: { venue, isHeld: true } },
  { kind: 'check_address', role: 'contact', assignment: { venue, url: verifyUrl } },
  {
    kind: 'new_request',
    role: 'coordinator',
    assignment: {
      venue,
      alternatives: [{ start: new Date('2026-12-04T09:00:00Z'), end: new Date('2026-12-04T10:00:00Z') }],
      alsoLanguages: ['Kurmandschi'],
      alsoModes: ['phone'],
    },
  },
  {
    kind: 'offer',
    role: 'interpreter',
    assignment: { url: offerUrl },
    more: { offer: { expiresAt, kilometres: 12, url: offerUrl } },
  },
  {
    kind: 'offer',
    role: 'interpreter',
    reason: 'of several centres',
    assignment: { url: offerUrl },
    more: { offer: { expiresAt, url: offerUrl }, isOfSeveralCentres: true },
  },
  { kind: 'offer_withdrawn', role: 'interpreter' },
  { kind: 'taken', role: 'interpreter' },
  { kind: 'yes_noted', role: 'interpreter', assignment: afterYes },
  { kind: 'willing_noted', role: 'interpreter', assignment: { url: offerUrl } },
  { kind: 'not_chosen', role: 'interpreter' },
  { kind: 'please_confirm', role: 'coordinator', assignment: { venue, interpreter } },
  { kind: 'please_confirm', role: 'coordinator', assignment: { venue } },
  {
    kind: 'booked',
    role: 'interpreter',
    assignment: { ...afterYes, onsiteContact },
    more: { hasCalendar: true, reminders: [new Date('2026-12-01T09:00:00Z')], feedUrl },
  },
  { kind: 'booked', role: 'contact', assignment: { venue, interpreter }, more: { hasCalendar: true } },
  {
    kind: 'reminder',
    role: 'interpreter',
    assignment: { ...afterYes, onsiteContact },
    more: { leadHours: 48 },
  },
  { kind: 'reminder', role: 'contact', assignment: { venue, interpreter }, more: { leadHours: 48 } },
  { kind: 'cancelled', role: 'interpreter', assignment: { venue }, more: { hasCalendar: true } },
  { kind: 'cancelled', role: 'contact', assignment: { venue }, more: { hasCalendar: true } },
  { kind: 'cancelled', role: 'coordinator', assignment: { venue } },
  { kind: 'released', role: 'interpreter', reason: 'Absprache am Telefon' },
  { kind: 'released', role: 'interpreter', reason: 'not_confirmed' },
  { kind: 'released', role: 'interpreter', reason: 'moved' },
  { kind: 'released', role: 'interpreter', reason: 'replaced' },
  ...(['in_time', 'late', 'moved'] as const).flatMap((reason): Told[] => [
    { kind: 'given_back', role: 'interpreter', reason },
    { kind: 'given_back', role: 'contact', reason, assignment: { venue } },
    { kind: 'given_back', role: 'coordinator', reason, assignment: { venue } },
  ]),
  { kind: 'replaced', role: 'contact', assignment: { venue, interpreter } },
  { kind: 'moved', role: 'interpreter', assignment: { ...afterYes, answerBy: expiresAt, cause: moved } },
  { kind: 'moved', role: 'contact', assignment: { venue, interpreter } },
  { kind: 'moved', role: 'contact', assignment: { venue } },
  { kind: 'moved', role: 'coordinator', assignment: { venue, interpreter } },
  { kind: 'changed', role: 'interpreter', assignment: afterYes },
  { kind: 'check_booking', role: 'coordinator', assignment: { venue, interpreter } },
  {
    kind: 'changed',
    role: 'interpreter',
    assignment: { ...afterYes, cause: { action: 'change', parts: ['onsiteContact', 'notes'] } },
  },
  ...Object.keys(words('de').mails.refusals).map(
    (reason): Told => ({ kind: 'rejected', role: 'contact', reason, assignment: { venue } }),
  ),
  { kind: 'rejected', role: 'contact', reason: 'Absprache', assignment: { venue } },
  {
    kind: 'unfilled',
    role: 'contact',
    reason: 'no_answer',
    assignment: {
      venue,
      choices: (['other_time', 'other_mode', 'other_language', 'search_on', 'cancel'] as const).map(
        (action) => ({ action, url: `${requestUrl}/${action.replace('_', '-')}` }),
      ),
    },
  },
  { kind: 'unfilled', role: 'contact', reason: 'placed_elsewhere', assignment: { venue } },
  { kind: 'unfilled', role: 'coordinator', reason: 'not_confirmed', assignment: { venue } },
  { kind: 'still_open', role: 'coordinator', assignment: { venue } },
  { kind: 'still_open', role: 'coordinator', reason: 'soon', assignment: { venue } },
  { kind: 'still_open', role: 'coordinator', reason: 'your_turn', assignment: { venue } },
  { kind: 'new_request', role: 'coordinator', reason: 'overdue', assignment: { venue } },
  { kind: 'new_request', role: 'coordinator', reason: 'reopened', assignment: { venue } },
  { kind: 'new_request', role: 'coordinator', reason: 'ask_anew', assignment: { venue } },
  { kind: 'given_back', role: 'contact', reason: 'released', assignment: { venue } },
  { kind: 'cancelled', role: 'contact', reason: 'by_centre', assignment: { venue } },
  { kind: 'still_searching', role: 'contact', assignment: { venue } },
  { kind: 'restored', role: 'contact', assignment: { venue } },
  { kind: 'event_receipt', role: 'contact', more: { event: evening({ onsiteContact }) } },
  { kind: 'event_request', role: 'coordinator', more: { event: evening({ onsiteContact }) } },
  { kind: 'event_cancelled', role: 'contact', more: { event: evening({ left: 0 }) } },
  { kind: 'event_cancelled', role: 'contact', more: { event: evening({ left: 3 }) } },
  { kind: 'event_cancelled', role: 'coordinator', more: { event: evening({ left: 0 }) } },
  { kind: 'event_cancelled', role: 'coordinator', more: { event: evening({ left: 3 }) } },
  { kind: 'restored', role: 'contact', assignment: { venue, cause: { action: 'restore' } } },
  {
    kind: 'booked',
    role: 'interpreter',
    assignment: { ...afterYes, onsiteContact, cause: moved },
    more: { hasCalendar: true },
  },
  {
    kind: 'booked',
    role: 'contact',
    assignment: { venue, interpreter, cause: moved },
    more: { hasCalendar: true },
  },
  { kind: 'running_late', role: 'contact', reason: '15', assignment: { venue, interpreter } },
  { kind: 'running_late', role: 'coordinator', reason: '15', assignment: { venue, interpreter } },
  { kind: 'nobody_here', role: 'interpreter', reason: 'contact', assignment: afterYes },
  { kind: 'nobody_here', role: 'contact', reason: 'interpreter', assignment: { venue, interpreter } },
  { kind: 'nobody_here', role: 'coordinator', reason: 'contact', assignment: { venue, interpreter } },
  { kind: 'nobody_here', role: 'coordinator', reason: 'interpreter', assignment: { venue, interpreter } },
];

/** Two blocks of a parents' evening on Thursday, 3 December 2026. */
function evening(values: Partial<EventFacts>): EventFacts {
  const at = (time: string) => new Date(`2026-12-03T${time}:00Z`);
  return {
    start: at('15:00'),
    end: at('17:00'),
    mode: 'onsite',
    venue: { name: 'Schule am See', street: 'Seeweg 3', postcode: '59555', city: 'Lippstadt' },
    agency: 'Schule am See',
    slots: 12,
    languages: 2,
    blocks: [
      { language: 'Sorani', start: at('15:00'), end: at('16:00'), number: '2026-0431' },
      { language: 'Dari', start: at('16:00'), end: at('17:00'), number: undefined },
    ],
    ...values,
  };
}

/** The facts of one mail in one language. */
export function factsFor({ kind, role, reason, assignment, more }: Told, locale: Locale): MailFacts {
  return {
    kind,
    role,
    locale,
    name: 'Kim Probe',
    baseUrl: 'https://pool.example.org',
    centre,
    hasCalendar: false,
    ...(reason && { reason }),
    ...(!more?.event &&
      !isPersonal(kind) && {
        assignment: appointment(locale, { ...(role === 'contact' && { url: requestUrl }), ...assignment }),
      }),
    ...more,
  };
}

/** Name of a case for a test title. */
export function titleOf({ kind, role, reason }: Told): string {
  return [kind, role, reason].filter((part) => part !== undefined).join(' ');
}
