/** Who fits and why; for everyone else the first reason, in a fixed order, why not. */
import { describe, expect, test } from '@jest/globals';
import type { Interpreter } from '../../models/interpreter.ts';
import { type ExclusionCode, matchPeople, type Person, type Wanted } from '../../models/rules/matching.ts';
import {
  aBooking,
  aCentre,
  anAssignment,
  anInterpreter,
  anOffer,
  aPerson,
  berlin,
  languages,
  lippstadt,
} from '../support/factories.ts';

const situation = { centre: aCentre(), languages };
const wanted = anAssignment();

function codeFor(
  interpreter: Interpreter,
  person: Partial<Person> = {},
  asked: Partial<Wanted> = {},
): string {
  const { candidates, excluded } = matchPeople(
    { ...wanted, ...asked },
    [aPerson(interpreter, person)],
    situation,
  );
  return excluded[0]?.code ?? `candidate with ${candidates[0]?.reasons.map(({ code }) => code).join(', ')}`;
}

const member = (values: object) => ({
  memberships: [{ ...(anInterpreter().memberships[0] as Interpreter['memberships'][number]), ...values }],
});
const speaking = (...codes: string[]) => ({
  languages: codes.map((language) => ({ language, level: 'C1' as const, modes: ['onsite' as const] })),
});
const offerTo = (state: 'pending' | 'declined' | 'lapsed' | 'withdrawn' | 'lost') => ({
  offers: [anOffer({ state })],
});
const elsewhere = anAssignment({ _id: 'other', booking: aBooking() });

describe('nobody is asked who', () => {
  test.each<[string, ExclusionCode, Partial<Interpreter>, Partial<Person>, Partial<Wanted>]>([
    ['belongs to another centre only', 'not_active', member({ centre: 'unna' }), {}, {}],
    ['has only applied', 'not_active', member({ status: 'applied' }), {}, {}],
    ['pauses without an end', 'not_active', member({ status: 'paused' }), {}, {}],
    [
      'pauses beyond the day',
      'not_active',
      member({ status: 'paused', pausedUntil: berlin('2026-12-01', '00:00') }),
      {},
      {},
    ],
    ['does not speak the language', 'language', speaking('tr'), {}, {}],
    [
      'speaks it too little',
      'level',
      { languages: [{ language: 'ar', level: 'A2', modes: ['onsite'] }] },
      {},
      {},
    ],
    [
      'was found to speak it too little',
      'level',
      member({ assessedLevels: [{ language: 'ar', level: 'A2' }] }),
      {},
      {},
    ],
    [
      'works in it by telephone only',
      'mode',
      { languages: [{ language: 'ar', level: 'C1', modes: ['phone'] }] },
      {},
      {},
    ],
    [
      'is not a woman where a woman is wished for',
      'gender',
      { gender: 'male' },
      {},
      { genderWish: 'female' },
    ],
    [
      'is not free',
      'not_available',
      {},
      {},
      { start: berlin('2026-11-27', '10:00'), end: berlin('2026-11-27', '11:00') },
    ],
    ['is booked at that time', 'booked', {}, { bookings: [elsewhere] }, {}],
    ['does not want to go there', 'excluded_pair', member({ excludedAgencies: ['kita'] }), {}, {}],
    ['has been asked and still has time', 'already_asked', {}, {}, offerTo('pending')],
    ['has let the time pass', 'already_asked', {}, {}, offerTo('lapsed')],
    ['has said no', 'declined', {}, {}, offerTo('declined')],
    ['was asked, and the question was taken back', 'withdrawn', {}, {}, offerTo('withdrawn')],
    ['has reached the weekly cap', 'cap', { capPerWeek: 2 }, { bookedThisWeek: 2 }, {}],
    ['lives further away than they travel', 'too_far', { position: lippstadt, radiusKilometres: 10 }, {}, {}],
    [
      'has papers that will have run out',
      'proof_expired',
      member({ proofExpiresAt: berlin('2026-11-25', '00:00') }),
      {},
      {},
    ],
  ])('%s', (_who, code, interpreter, person, asked) => {
    expect(codeFor(anInterpreter(interpreter), person, asked)).toBe(code);
  });

  test('fails at several things: the first of the fixed order is named', () => {
    const far = anInterpreter({
      ...speaking('tr'),
      gender: 'male',
      position: lippstadt,
      radiusKilometres: 1,
    });

    expect(codeFor(far, {}, { genderWish: 'female' })).toBe('language');
  });
});

describe('somebody is asked who', () => {
  test.each<[string, Partial<Interpreter>, Partial<Person>, Partial<Wanted>]>([
    [
      'pauses until a day before',
      member({ status: 'paused', pausedUntil: berlin('2026-11-20', '00:00') }),
      {},
      {},
    ],
    [
      'was found to speak it better than they said',
      {
        ...member({ assessedLevels: [{ language: 'ar', level: 'B2' }] }),
        languages: [{ language: 'ar', level: 'A1', modes: ['onsite'] }],
      },
      {},
      {},
    ],
    ['has not said when they are free', { availability: { weekly: [], exceptions: [] } }, {}, {}],
    ['lost it to somebody else, who gave it back', {}, {}, offerTo('lost')],
    ['has a cap that is not reached', { capPerWeek: 2 }, { bookedThisWeek: 1 }, {}],
    [
      'lives in a place that the table does not know',
      { position: undefined as never, radiusKilometres: 10 },
      {},
      {},
    ],
    [
      'works by telephone, which will do as well',
      { languages: [{ language: 'ar', level: 'C1', modes: ['phone'] }] },
      {},
      { alsoModes: ['phone'] },
    ],
  ])('%s', (_who, interpreter, person, asked) => {
    expect(codeFor(anInterpreter(interpreter), person, asked)).toMatch(/^candidate/);
  });
});

describe('languages', () => {
  const fits = (interpreter: Partial<Interpreter>, language: string, alsoLanguages: string[] = []) =>
    codeFor(anInterpreter(interpreter), {}, { language, alsoLanguages });

  test('Kurmandschi never stands in for Sorani by itself', () => {
    expect(fits(speaking('kmr'), 'ckb')).toBe('language');
  });

  test('understanding well is enough to be asked, understanding some is not', () => {
    const understanding = (strength: 'well' | 'some') => ({
      ...speaking('kmr'),
      alsoUnderstands: [{ language: 'ckb', strength }],
    });

    expect(fits(understanding('well'), 'ckb')).toContain('also_understands');
    expect(fits(understanding('some'), 'ckb')).toBe('language');
  });

  test('who asks for Arabic accepts every variety of it', () => {
    expect(
      fits({ languages: [{ language: 'ar', variety: 'ary', level: 'C1', modes: ['onsite'] }] }, 'ar'),
    ).toContain('same_language');
    expect(fits(speaking('apc'), 'ar')).toContain('same_language');
  });

  test('who asks for a variety prefers it and still gets the language', () => {
    expect(
      fits({ languages: [{ language: 'ar', variety: 'apc', level: 'C1', modes: ['onsite'] }] }, 'apc'),
    ).toContain('exact_variety');
    expect(fits(speaking('ar'), 'apc')).toContain('other_variety');
  });

  test('a second choice of the agency counts when the first does not fit', () => {
    expect(fits(speaking('en'), 'ar', ['en'])).toContain('second_language');
  });
});

describe('the order of candidates', () => {
  const scores = (people: Person[], asked: Partial<Wanted> = {}) =>
    matchPeople({ ...wanted, ...asked }, people, situation).candidates.map(
      ({ interpreter }) => interpreter._id,
    );
  const amal = anInterpreter();
  const noor = (values: Partial<Interpreter> = {}) => anInterpreter({ _id: 'noor', ...values });

  test.each<[string, Person, Person, Partial<Wanted>]>([
    [
      'known to be free before not known',
      aPerson(noor()),
      aPerson(anInterpreter({ availability: { weekly: [], exceptions: [] } })),
      {},
    ],
    ['seldom asked before often asked', aPerson(noor()), aPerson(amal, { asked: 3 }), {}],
    ['seldom served before often served', aPerson(noor()), aPerson(amal, { served: 12 }), {}],
    ['near before far', aPerson(noor()), aPerson(anInterpreter({ position: lippstadt })), {}],
    ['with no other question open before with one', aPerson(noor()), aPerson(amal, { openOffers: 1 }), {}],
    [
      'reachable by phone first when it is urgent',
      aPerson(noor({ reachableByPhone: true })),
      aPerson(amal),
      { urgent: { reason: 'Gefahr im Verzug' } },
    ],
    [
      'preferred by the agency first',
      aPerson(noor(member({ preferredAgencies: ['kita'] }))),
      aPerson(amal),
      {},
    ],
  ])('%s', (_order, first, second, asked) => {
    expect(scores([second, first], asked)).toEqual(['noor', 'amal']);
  });

  test('equals are put in the same order every time', () => {
    expect(scores([aPerson(noor()), aPerson(amal)])).toEqual(['amal', 'noor']);
  });

  test('every point of a score is accounted for', () => {
    const [best] = matchPeople(
      wanted,
      [aPerson(amal, { asked: 2, served: 1, openOffers: 1 })],
      situation,
    ).candidates;

    expect(best?.score).toBe(best?.reasons.reduce((sum, { points }) => sum + points, 0));
    expect(best?.reasons.map(({ code, points }) => [code, points])).toEqual([
      ['same_language', 20],
      ['free', 20],
      ['little_asked', 15],
      ['near', 15],
      ['soft_hold', -15],
    ]);
  });
});

test('a coordinator who asks by name passes over the cap and nothing else', () => {
  const full = aPerson(anInterpreter({ capPerWeek: 1 }), { bookedThisWeek: 1 });

  expect(matchPeople(wanted, [full], situation, ['cap']).candidates).toHaveLength(1);
  expect(matchPeople({ ...wanted, genderWish: 'male' }, [full], situation, ['cap']).excluded[0]?.code).toBe(
    'gender',
  );
});
