/** What the links in mails can do, and until when people hear: rules that pages and mails share. */
import { expect, test } from '@jest/globals';
import { agencyActions, relatedLanguages } from '../../models/rules/own-page/agency-actions.ts';
import { agencySituation } from '../../models/rules/own-page/agency-situation.ts';
import { agencyHearsBy, volunteerHearsBy } from '../../models/rules/own-page/hear-by.ts';
import { offerActions } from '../../models/rules/own-page/offer-actions.ts';
import { decide } from '../../models/rules/transitions.ts';
import {
  aBooking,
  aCentre,
  anAssignment,
  anOffer,
  aSituation,
  berlin,
  languages,
  now,
} from '../support/factories.ts';

const at = (time: string) => berlin('2026-11-26', time);
const confirmed = anAssignment({ status: 'confirmed', booking: aBooking(), firmAt: now });
const entry = {
  at: now,
  role: 'interpreter' as const,
  from: 'confirmed' as const,
  to: 'requested' as const,
  version: 3,
};

test.each([
  ['days before', now, ['move', 'cancel']],
  ['a quarter of an hour before', at('09:45'), ['nobody_here', 'move', 'cancel']],
  ['while it takes place', at('10:30'), ['nobody_here', 'cancel']],
  ['afterwards', at('11:00'), []],
] as const)('what an agency can do about a firm booking %s', (_when, moment, actions) => {
  expect(agencyActions(confirmed, languages, moment)).toEqual(actions);
});

test('when nobody was found the agency chooses; once the time has passed only another one helps', () => {
  const unfilled = anAssignment({ status: 'unfilled', language: 'kmr' });

  expect(agencyActions(unfilled, languages, now)).toEqual([
    'other_time',
    'other_mode',
    'other_language',
    'search_on',
    'cancel',
  ]);
  expect(agencyActions(unfilled, languages, at('10:00'))).toEqual(['other_time']);
  expect(
    agencyActions({ ...unfilled, unfilled: { at: now, reason: 'placed_elsewhere' } }, languages, now),
  ).toEqual([]);
});

test('related are languages that share a name or a parent, and none that is asked for already', () => {
  expect(relatedLanguages({ language: 'kmr', alsoLanguages: [] }, languages)).toContain('ckb');
  expect(relatedLanguages({ language: 'kmr', alsoLanguages: ['ckb'] }, languages)).not.toContain('ckb');
  expect(relatedLanguages({ language: 'kmr', alsoLanguages: [] }, languages)).not.toContain('kmr');
  expect(relatedLanguages({ language: 'ar', alsoLanguages: [] }, languages)).toEqual([]);
});

test.each([
  ['on another day', now, ['give_back']],
  ['on the day', at('08:00'), ['running_late', 'give_back']],
  ['at the start', at('10:00'), ['running_late', 'nobody_here', 'give_back']],
  ['when it is over', at('11:00'), []],
] as const)('what the person booked can do %s', (_when, moment, actions) => {
  const offer = anOffer({ state: 'accepted' });

  expect(offerActions(confirmed, offer, { now: moment, centre: aCentre() })).toEqual(actions);
  expect(offerActions(confirmed, { id: 'offer-noor' }, { now: moment, centre: aCentre() })).toEqual([]);
});

test('being late is said at most three times, the same once, and by nobody but the person booked', () => {
  const said = (minutes: number) => ({
    ...entry,
    at: at('08:00'),
    action: 'running_late',
    to: 'confirmed' as const,
    reason: String(minutes),
  });
  const attempt = (history: ReturnType<typeof said>[], minutes: number, interpreter = 'amal') =>
    decide(
      { ...confirmed, history },
      'running_late',
      { minutes },
      {
        ...aSituation('interpreter', { interpreter }),
        now: at('09:00'),
      },
    );

  expect(attempt([said(10)], 10)).toBeNull();
  expect(attempt([said(10), said(20)], 30)?.outbox.map(({ role }) => role)).toEqual([
    'contact',
    'coordinator',
  ]);
  expect(() => attempt([said(10), said(20), said(30)], 45)).toThrow(
    expect.objectContaining({ code: 'not_now' }),
  );
  expect(() => attempt([], 10, 'noor')).toThrow(expect.objectContaining({ code: 'not_found' }));
});

test('that nobody is there reaches the side that is missing, and the coordinators', () => {
  const tell = (role: 'contact' | 'interpreter') =>
    decide(
      confirmed,
      'nobody_here',
      {},
      {
        ...aSituation(role, { interpreter: 'amal' }),
        now: at('10:05'),
      },
    )?.outbox.map((one) => [one.role, one.notAfter]);

  expect(tell('contact')).toEqual([
    ['coordinator', confirmed.end],
    ['interpreter', confirmed.end],
  ]);
  expect(tell('interpreter')).toEqual([
    ['coordinator', confirmed.end],
    ['contact', confirmed.end],
  ]);
});

test('a search that follows a lost booking says so, until the agency turns it into another', () => {
  const lost = [{ ...entry, action: 'give_back' }];

  expect(agencySituation(anAssignment({ history: lost }))).toBe('given_back');
  expect(agencySituation(anAssignment({ history: [...lost, { ...entry, action: 'move' }] }))).toBe(
    'requested',
  );
  expect(
    agencySituation(
      anAssignment({ history: [{ ...lost[0], ...entry, action: 'give_back', from: 'accepted' }] }),
    ),
  ).toBe('requested');
});

test('nobody is told a time that has passed', () => {
  const giveUpAt = at('08:00');

  expect(agencyHearsBy(anAssignment({ giveUpAt }), now)).toEqual(giveUpAt);
  expect(agencyHearsBy(anAssignment({ giveUpAt }), at('08:00'))).toBeUndefined();
  expect(volunteerHearsBy(anAssignment({ status: 'accepted' }), aCentre().rules, now)).toEqual(at('07:00'));
  expect(volunteerHearsBy(confirmed, aCentre().rules, now)).toBeUndefined();
});
