/** A message leaves only while what it says holds; what came later overtakes it. */
import { expect, test } from '@jest/globals';
import type { Assignment, OfferState } from '../../models/assignment/shape.ts';
import type { NoticeKind } from '../../models/notice.ts';
import { isStillTrue } from '../../models/rules/still-true.ts';
import { aBooking, anAssignment, anOffer } from '../support/factories.ts';

type Said = Parameters<typeof isStillTrue>[2];
const toAmal: Said = { account: 'account-amal', role: 'interpreter', offer: 'offer-amal', sequence: 0 };
const toAgency: Said = { account: 'kim', role: 'contact', sequence: 0 };
const withOffer = (state: OfferState, values: Partial<Assignment> = {}) =>
  anAssignment({ offers: [anOffer({ state })], ...values });
const held = { booking: aBooking() };

test.each<[NoticeKind, string, boolean, Assignment, Said]>([
  ['offer', 'while the answer is awaited', true, withOffer('pending'), toAmal],
  ['offer', 'after the search has ended', false, withOffer('withdrawn'), toAmal],
  ['offer', 'once the time to answer has passed', false, withOffer('lapsed'), toAmal],
  [
    'offer',
    'while somebody looks into the request: it waits',
    true,
    withOffer('pending', { hold: { code: 'duplicate', answerBy: new Date() } }),
    toAmal,
  ],
  ['yes_noted', 'until it is booked', true, withOffer('accepted', { status: 'accepted', ...held }), toAmal],
  [
    'yes_noted',
    'after it has been booked',
    false,
    withOffer('accepted', { status: 'confirmed', ...held }),
    toAmal,
  ],
  ['booked', 'as it stands', true, withOffer('accepted', { status: 'confirmed', ...held }), toAmal],
  [
    'booked',
    'after a move',
    false,
    withOffer('accepted', { status: 'confirmed', sequence: 1, ...held }),
    toAmal,
  ],
  [
    'booked',
    'to somebody who has been replaced',
    false,
    anAssignment({ status: 'confirmed', booking: aBooking({ interpreter: 'noor' }) }),
    toAmal,
  ],
  [
    'booked',
    'to the agency, whoever comes',
    true,
    anAssignment({ status: 'confirmed', booking: aBooking({ interpreter: 'noor' }) }),
    toAgency,
  ],
  ['booked', 'after a cancellation', false, anAssignment({ status: 'cancelled', ...held }), toAgency],
  ['reminder', 'after giving back', false, anAssignment(), toAmal],
  ['taken', 'to who has lost it', true, withOffer('lost', { status: 'accepted' }), toAmal],
  [
    'taken',
    'to who is asked again since',
    false,
    anAssignment({ offers: [anOffer({ state: 'lost' }), { ...anOffer(), id: 'new' }] }),
    toAmal,
  ],
  ['cancelled', 'to who was booked', true, anAssignment({ status: 'cancelled', ...held }), toAmal],
  ['cancelled', 'to who was booked, after it was undone for the search', true, anAssignment(), toAmal],
  ['cancelled', 'to who is booked again', false, anAssignment({ status: 'accepted', ...held }), toAmal],
  ['cancelled', 'to the agency, after it was undone', false, anAssignment(), toAgency],
  ['please_confirm', 'until somebody has', true, anAssignment({ status: 'accepted' }), toAgency],
  ['please_confirm', 'after somebody has', false, anAssignment({ status: 'confirmed' }), toAgency],
  ['given_back', 'to the agency while a replacement is sought', true, anAssignment(), toAgency],
  [
    'given_back',
    'to the agency when one has been found',
    false,
    anAssignment({ status: 'confirmed' }),
    toAgency,
  ],
  [
    'receipt',
    'of a request that is cancelled meanwhile',
    false,
    anAssignment({ status: 'cancelled' }),
    toAgency,
  ],
])('%s %s: %p', (kind, _when, expected, assignment, said) => {
  expect(isStillTrue(kind, assignment, said)).toBe(expected);
});
