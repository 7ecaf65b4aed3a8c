/** What a request has to be beyond its shape, each mistake named at its field. */
import { expect, test } from '@jest/globals';
import { checkRequest } from '../../models/rules/request-check.ts';
import { anAssignment, berlin, languages, now } from '../support/factories.ts';

const thursday = '2026-11-26';
const fine = anAssignment();

function mistakes(values: Partial<typeof fine>): string[] {
  return checkRequest({ ...fine, ...values }, { languages, now }).map(({ path, code }) => `${path}: ${code}`);
}

test('an ordinary request has none', () => {
  expect(mistakes({})).toEqual([]);
});

test.each<[string, Partial<typeof fine>, string[]]>([
  ['a language that nobody knows', { language: 'xx' }, ['language: language_unknown']],
  ['a name that several languages share', { language: 'ku' }, ['language: language_group']],
  [
    'a second choice that nobody knows',
    { alsoLanguages: ['tr', 'xx'] },
    ['alsoLanguages.1: language_unknown'],
  ],
  ['a day that has passed', { start: berlin('2026-11-22', '10:00') }, ['start: in_the_past']],
  ['an end before the start', { end: berlin(thursday, '09:00') }, ['end: end_before_start']],
  ['an end at the start', { end: fine.start }, ['end: end_before_start']],
  ['more than twelve hours', { end: berlin('2026-11-27', '10:00') }, ['end: too_long']],
  ['a day years ahead', { start: berlin('2029-11-22', '10:00') }, ['start: too_far_ahead']],
  ['a place missing where people meet', { venue: undefined as never }, ['venue: venue_missing']],
  [
    'an alternative in the past',
    { alternatives: [{ start: berlin('2026-11-20', '10:00'), end: berlin('2026-11-20', '11:00') }] },
    ['alternatives.0.start: in_the_past'],
  ],
  [
    'several mistakes at once',
    { language: 'xx', venue: undefined as never },
    ['language: language_unknown', 'venue: venue_missing'],
  ],
])('%s', (_what, values, expected) => {
  expect(mistakes(values)).toEqual(expected);
});

test('by telephone no place is needed', () => {
  expect(mistakes({ mode: 'phone', venue: undefined as never })).toEqual([]);
});

test('the members of a shared name are told, so that one can be chosen', () => {
  const [mistake] = checkRequest({ ...fine, language: 'ku' }, { languages, now });

  expect(mistake?.params).toMatchObject({ codes: ['kmr', 'ckb', 'zza'] });
});
