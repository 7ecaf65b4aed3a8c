/** A second choice of the agency, language or mode: who fits it, for what they are asked, and which time it takes. */
import { describe, expect, test } from '@jest/globals';
import { defaultRules } from '../../models/centre/rules.ts';
import type { Interpreter } from '../../models/interpreter.ts';
import { agreed, secondChoiceOf } from '../../models/rules/agreed.ts';
import { type Candidate, matchPeople, type Wanted } from '../../models/rules/matching.ts';
import { fitBetween, homeOf } from '../../models/rules/occupied.ts';
import {
  aBooking,
  aCentre,
  anAssignment,
  anInterpreter,
  aPerson,
  languages,
  lippstadt,
  soest,
} from '../support/factories.ts';

type Spoken = Interpreter['languages'][number];

/** Speaks a language by these modes. */
const speaks = (language: string, ...modes: Spoken['modes']): Spoken => ({ language, level: 'C1', modes });

function matched(asked: Partial<Wanted>, ...people: Interpreter[]) {
  return matchPeople(
    { ...anAssignment(), ...asked },
    people.map((one) => aPerson(one)),
    { centre: aCentre(), languages },
  );
}

/** The reason why this person is not asked, or what they would be asked for. */
function outcome(asked: Partial<Wanted>, values: Partial<Interpreter>) {
  const { candidates, excluded } = matched(asked, anInterpreter(values));
  return excluded[0]?.code ?? candidates[0]?.secondChoice ?? 'as wished first';
}

const reasonsOf = (candidate: Candidate | undefined) => candidate?.reasons.map(({ code }) => code);

describe('somebody is asked', () => {
  test.each<[string, Partial<Wanted>, Spoken[], unknown]>([
    [
      'for the first wish, when it fits',
      { alsoLanguages: ['tr'], alsoModes: ['phone'] },
      [speaks('ar', 'onsite')],
      'as wished first',
    ],
    [
      'for the second language, when only that fits',
      { alsoLanguages: ['ckb'] },
      [speaks('ckb', 'onsite')],
      { language: 'ckb' },
    ],
    [
      'for the second mode, when only that fits',
      { alsoModes: ['phone'] },
      [speaks('ar', 'phone')],
      { mode: 'phone' },
    ],
    [
      'for both second choices, when only they fit',
      { alsoLanguages: ['ckb'], alsoModes: ['phone'] },
      [speaks('ckb', 'phone')],
      { language: 'ckb', mode: 'phone' },
    ],
    [
      'for the second language, when the first is spoken by other modes only',
      { alsoLanguages: ['ckb'] },
      [speaks('ar', 'phone'), speaks('ckb', 'onsite')],
      { language: 'ckb' },
    ],
    [
      'for the second language, when the first is spoken too little',
      { alsoLanguages: ['ckb'] },
      [{ ...speaks('ar', 'onsite'), level: 'A2' }, speaks('ckb', 'onsite')],
      { language: 'ckb' },
    ],
  ])('%s', (_for, asked, spoken, expected) => {
    expect(outcome(asked, { languages: spoken })).toEqual(expected);
  });

  test('for the second choice after everybody who fits the first, and the coordinator reads why', () => {
    const asked = { alsoLanguages: ['ckb'], alsoModes: ['phone' as const] };

    const { candidates } = matched(
      asked,
      anInterpreter({ _id: 'a', languages: [speaks('ckb', 'phone')] }),
      anInterpreter({ _id: 'b', languages: [speaks('ar', 'onsite')] }),
    );

    expect(candidates.map(({ interpreter }) => interpreter._id)).toEqual(['b', 'a']);
    expect(reasonsOf(candidates[1])).toEqual(expect.arrayContaining(['second_language', 'second_mode']));
    expect(reasonsOf(candidates[0])).not.toContain('second_language');
  });
});

describe('nobody is asked', () => {
  test.each<[string, Partial<Wanted>, Spoken[], string]>([
    ['who speaks none of the languages', { alsoLanguages: ['ckb'] }, [speaks('tr', 'onsite')], 'language'],
    ['who works by none of the modes', { alsoModes: ['video'] }, [speaks('ar', 'phone')], 'mode'],
  ])('%s', (_who, asked, spoken, expected) => {
    expect(outcome(asked, { languages: spoken })).toBe(expected);
  });
});

describe('somebody who would telephone', () => {
  const far = { position: lippstadt, radiusKilometres: 5 };

  test('is not too far away, and no way is counted', () => {
    const asked = { alsoModes: ['phone' as const] };

    const { candidates } = matched(asked, anInterpreter({ ...far, languages: [speaks('ar', 'phone')] }));

    expect(candidates).toHaveLength(1);
    expect(candidates[0]).not.toHaveProperty('kilometres');
    expect(reasonsOf(candidates[0])).not.toContain('near');
  });

  test('is too far away where nobody would like a call', () => {
    expect(outcome({}, { ...far, languages: [speaks('ar', 'onsite', 'phone')] })).toBe('too_far');
  });

  test('is only occupied while they speak', () => {
    const home = homeOf({ _id: 'amal', position: lippstadt });
    const onTheWay = anAssignment({ booking: aBooking() });
    const byPhone = anAssignment({ booking: aBooking({ secondChoice: { mode: 'phone' } }) });

    const cellsOf = (appointment: typeof byPhone) => {
      const fit = fitBetween(appointment, home, [], defaultRules.travel);
      return 'cells' in fit ? fit.cells.length : fit;
    };

    expect(cellsOf(byPhone)).toBe(12);
    expect(cellsOf(onTheWay)).toBe(12 + 2 * 7);
  });

  test('can be elsewhere as soon as the way from home allows', () => {
    const home = homeOf({ _id: 'amal', position: soest });
    const call = anAssignment({ _id: 'call', booking: aBooking({ secondChoice: { mode: 'phone' } }) });
    const rightAfter = anAssignment({ start: call.end });

    expect(fitBetween(rightAfter, home, [call], defaultRules.travel)).toEqual({ conflict: 'call' });
  });
});

test('what is agreed is the second choice where there is one, and the first wish otherwise', () => {
  const first = { language: 'ar', mode: 'onsite' as const };

  expect(agreed(first, undefined)).toEqual(first);
  expect(agreed(first, {})).toEqual(first);
  expect(agreed(first, { secondChoice: { mode: 'phone' } })).toEqual({ language: 'ar', mode: 'phone' });
  expect(agreed(first, { secondChoice: { language: 'ckb' } })).toEqual({ language: 'ckb', mode: 'onsite' });
  expect(secondChoiceOf(first, first)).toBeUndefined();
});
