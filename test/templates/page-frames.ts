/** Invented frames and views for pages. */

import type { OfferSituation } from '../../models/rules/offer-situation.ts';
import type { AgencySituation } from '../../models/rules/own-page/agency-situation.ts';
import type { Locale } from '../../models/shape.ts';
import type { Frame, OfferView, RequestView } from '../../templates/pages/views.ts';
import { venue } from './mail-facts.ts';

/** A page of the demo pool; the same page is there in the other language. */
export function aFrame(locale: Locale, account?: Frame['account']): Frame {
  const other: Locale = locale === 'de' ? 'en' : 'de';
  return {
    brand: {
      poolName: 'Dolmetscherpool Kreis Soest',
      unit: 'Kommunales Integrationszentrum',
      address: 'Beispielweg 1, 59494 Soest',
      phone: '0221 4710 100',
      email: 'dolmetscherpool@example.org',
      notice: 'demo',
    },
    locale,
    otherLanguages: [{ locale: other, url: `?lang=${other}` }],
    ...(account && { account }),
  };
}

/** Every situation an offer can be in. */
export const situations = Object.keys({
  open: 1,
  late: 1,
  noted: 1,
  willing: 1,
  moved: 1,
  checking: 1,
  unbooked: 1,
  booked: 1,
  over: 1,
  cancelled: 1,
  given_back: 1,
  released: 1,
  declined: 1,
  lost: 1,
  withdrawn: 1,
  missed: 1,
} satisfies Record<OfferSituation, number>) as OfferSituation[];

const afterYes: OfferSituation[] = ['noted', 'moved', 'booked', 'over', 'cancelled'];

/** What the person may see in this situation. */
export function anOffer(situation: OfferSituation, values: Partial<OfferView> = {}): OfferView {
  return {
    situation,
    name: 'Amal Beispiel',
    number: '2026-0431',
    language: 'Arabisch',
    start: new Date('2026-12-03T09:00:00Z'),
    end: new Date('2026-12-03T10:00:00Z'),
    zone: 'Europe/Berlin',
    mode: 'onsite',
    town: { postcode: '59555', city: 'Lippstadt' },
    kilometres: 12,
    agency: afterYes.includes(situation) ? 'Kita Musterplatz' : 'kita',
    expiresAt: new Date('2026-11-25T17:00:00Z'),
    sameDay: 0,
    action: '/offers/7Q2M-K4VD',
    can: [],
    isLate: false,
    sequence: 1,
    ...(afterYes.includes(situation) && { venue }),
    ...values,
  };
}

/** Every situation an agency can read. */
export const agencySituations = Object.keys({
  draft: 1,
  unverified: 1,
  held: 1,
  requested: 1,
  given_back: 1,
  accepted: 1,
  confirmed: 1,
  moved: 1,
  unfilled: 1,
  elsewhere: 1,
  rejected: 1,
  cancelled: 1,
  completed: 1,
  settled: 1,
} satisfies Record<AgencySituation, number>) as AgencySituation[];

/** What an agency sees of its request in this situation. */
export function aRequest(situation: AgencySituation, values: Partial<RequestView> = {}): RequestView {
  return {
    situation,
    can: [],
    isLate: false,
    inTimeUntil: new Date('2026-12-02T09:00:00Z'),
    name: 'Kim Muster',
    number: '2026-0431',
    language: 'Arabisch',
    start: new Date('2026-12-03T09:00:00Z'),
    end: new Date('2026-12-03T10:00:00Z'),
    zone: 'Europe/Berlin',
    mode: 'onsite',
    alternatives: [],
    venue,
    action: '/requests/5H7N-RT2W',
    sequence: 1,
    typed: { date: '2026-12-03', from: '10:00', to: '11:00' },
    modes: ['phone', 'video'],
    languages: [{ code: 'ckb', label: 'Sorani' }],
    ...values,
  };
}
