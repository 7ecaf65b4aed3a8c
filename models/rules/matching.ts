/** Who fits an assignment and why, and for everyone else why not. Pure: the database narrows, this decides. */
import type { Assignment, OfferState, SecondChoice } from '../assignment/shape.ts';
import type { Centre } from '../centre.ts';
import type { CentreMembership, Interpreter } from '../interpreter.ts';
import type { Languages } from '../language.ts';
import { secondChoiceOf } from './agreed.ts';
import { type Free, isFree } from './availability.ts';
import { fitLanguage, type LanguageFit, type LanguageReason } from './language-fit.ts';
import { type Appointment, fitBetween, homeOf } from './occupied.ts';
import { kilometresBetween } from './travel.ts';

/** What matching needs to know of a person besides who they are. */
export type Person = {
  interpreter: Interpreter;
  /** Bookings from a day before to a day after, in every centre. */
  bookings: Appointment[];
  /** Bookings in the same week, in every centre. */
  bookedThisWeek: number;
  /** Open offers to the same person for an overlapping time. */
  openOffers: number;
  /** Assignments served in the last year, offers in the last 30 days. */
  served: number;
  asked: number;
};

export type Wanted = Pick<
  Assignment,
  | '_id'
  | 'agency'
  | 'language'
  | 'alsoLanguages'
  | 'mode'
  | 'alsoModes'
  | 'start'
  | 'end'
  | 'genderWish'
  | 'offers'
> &
  Appointment &
  Partial<Pick<Assignment, 'urgent'>>;

export type MatchingSituation = { centre: Centre; languages: Languages };

export type ExclusionCode =
  | 'not_active'
  | 'language'
  | 'level'
  | 'mode'
  | 'gender'
  | 'not_available'
  | 'booked'
  | 'excluded_pair'
  | 'already_asked'
  | 'withdrawn'
  | 'declined'
  | 'cap'
  | 'too_far'
  | 'proof_expired';

export type ReasonCode =
  | LanguageReason
  | 'second_language'
  | 'second_mode'
  | 'free'
  | 'availability_unknown'
  | 'little_asked'
  | 'near'
  | 'soft_hold'
  | 'reachable_by_phone'
  | 'preferred_pair';

type Params = Record<string, unknown>;
type Reason = { code: ReasonCode; points: number; params: Params };
export type Candidate = {
  interpreter: Interpreter;
  score: number;
  reasons: Reason[];
  kilometres?: number;
  /** What the person would be asked for, where it is not the agency's first wish. */
  secondChoice?: SecondChoice;
};
type Exclusion = { interpreter: Interpreter; code: ExclusionCode; params: Params };
export type Matches = { candidates: Candidate[]; excluded: Exclusion[] };

type Missing = { code: ExclusionCode; params: Params };

/** Sorts people into those who fit, best first, and those who do not. `ignored` filters are passed over (a coordinator asks by name). */
export function matchPeople(
  wanted: Wanted,
  people: Person[],
  situation: MatchingSituation,
  ignored: readonly ExclusionCode[] = [],
): Matches {
  const candidates: Candidate[] = [];
  const excluded: Exclusion[] = [];
  for (const person of people) {
    const result = matchOne(wanted, person, situation, ignored);
    if ('score' in result) candidates.push(result);
    else excluded.push(result);
  }
  candidates.sort((a, b) => b.score - a.score || a.interpreter._id.localeCompare(b.interpreter._id));
  return { candidates, excluded };
}

function matchOne(
  wanted: Wanted,
  person: Person,
  situation: MatchingSituation,
  ignored: readonly ExclusionCode[],
): Candidate | Exclusion {
  const { interpreter } = person;
  const { centre, languages } = situation;
  const membership = interpreter.memberships.find((one) => one.centre === centre._id);
  if (!membership || !isActive(membership, wanted.start)) {
    return { interpreter, code: 'not_active', params: { status: membership?.status ?? 'none' } };
  }
  const language = fitLanguage(wanted, interpreter, membership, {
    languages,
    minimumLevel: centre.rules.minimumLevel,
  });
  if (!('points' in language)) return { interpreter, ...language };
  const asked = { ...wanted, mode: language.mode };
  const one: Case = {
    wanted: asked,
    first: wanted,
    person,
    membership,
    centre,
    language,
    free: freeFor(wanted, person, membership, centre),
  };
  const against = filters
    .filter((filter) => !filter.codes.some((code) => ignored.includes(code)))
    .map((filter) => filter.check(one))
    .find((found) => found !== undefined);
  if (against) return { interpreter, ...against };
  const kilometres = kilometresTo(asked, interpreter);
  const secondChoice = secondChoiceOf(wanted, language);
  const reasons = reasonsFor(one);
  const score = reasons.reduce((sum, reason) => sum + reason.points, 0);
  return {
    interpreter,
    score,
    reasons,
    ...(kilometres !== undefined && { kilometres }),
    ...(secondChoice && { secondChoice }),
  };
}

type Case = {
  /** With the mode in which this person would come. */
  wanted: Wanted;
  /** As the agency wishes it first. */
  first: Wanted;
  person: Person;
  membership: CentreMembership;
  centre: Centre;
  language: LanguageFit;
  free: Free;
};

/** The hard filters behind language, level and mode, in their fixed order; the first that fails is the reason a coordinator reads. */
const filters: { codes: ExclusionCode[]; check: (one: Case) => Missing | undefined }[] = [
  {
    codes: ['gender'],
    check: ({ wanted, person }) =>
      wanted.genderWish === 'none' || person.interpreter.gender === wanted.genderWish
        ? undefined
        : missing('gender', { wish: wanted.genderWish }),
  },
  {
    codes: ['not_available'],
    check: ({ free }) => (free === 'not_free' ? missing('not_available') : undefined),
  },
  {
    codes: ['booked'],
    check: ({ wanted, person, centre }) => {
      const fit = fitBetween(wanted, homeOf(person.interpreter), person.bookings, centre.rules.travel);
      return 'conflict' in fit ? missing('booked') : undefined;
    },
  },
  {
    codes: ['excluded_pair'],
    check: ({ wanted, membership }) =>
      membership.excludedAgencies.includes(wanted.agency) ? missing('excluded_pair') : undefined,
  },
  { codes: ['already_asked', 'declined'], check: ({ wanted, person }) => askedBefore(wanted, person) },
  { codes: ['withdrawn'], check: ({ wanted, person }) => takenBack(wanted, person) },
  {
    codes: ['cap'],
    check: ({ person: { interpreter, bookedThisWeek } }) => {
      const cap = interpreter.capPerWeek;
      return cap !== undefined && bookedThisWeek >= cap
        ? missing('cap', { cap, booked: bookedThisWeek })
        : undefined;
    },
  },
  {
    codes: ['too_far'],
    check: ({ wanted, person: { interpreter } }) => {
      const kilometres = kilometresTo(wanted, interpreter);
      const radius = interpreter.radiusKilometres;
      if (kilometres === undefined || radius === undefined || kilometres <= radius) return undefined;
      return missing('too_far', { kilometres: Math.round(kilometres), radius });
    },
  },
  {
    codes: ['proof_expired'],
    check: ({ wanted, membership: { proofExpiresAt } }) =>
      proofExpiresAt && proofExpiresAt < wanted.end
        ? missing('proof_expired', { at: proofExpiresAt })
        : undefined,
  },
];

/** Every term of the score, each shown to the coordinator. */
function reasonsFor(one: Case): Reason[] {
  const { wanted, first, person, membership, language, free } = one;
  const kilometres = kilometresTo(wanted, person.interpreter);
  const { served, asked } = person;
  const terms: (Reason | false)[] = [
    reason(language.code, language.points, { language: language.language }),
    language.language !== first.language && reason('second_language', -10, { language: language.language }),
    language.mode !== first.mode && reason('second_mode', -5),
    free === 'free' ? reason('free', 20) : reason('availability_unknown', 0),
    reason('little_asked', Math.max(0, 20 - served - 2 * asked), { served, asked }),
    kilometres !== undefined &&
      reason('near', Math.max(0, 15 - Math.floor(kilometres / 3)), { kilometres: Math.round(kilometres) }),
    person.openOffers > 0 && reason('soft_hold', -15, { offers: person.openOffers }),
    wanted.urgent !== undefined && person.interpreter.reachableByPhone && reason('reachable_by_phone', 10),
    membership.preferredAgencies.includes(wanted.agency) && reason('preferred_pair', 25),
  ];
  return terms.filter((term) => term !== false);
}

function missing(code: ExclusionCode, params: Params = {}): Missing {
  return { code, params };
}

function reason(code: ReasonCode, points: number, params: Params = {}): Reason {
  return { code, points, params };
}

function isActive({ status, pausedUntil }: CentreMembership, at: Date): boolean {
  return status === 'active' || (status === 'paused' && pausedUntil !== undefined && pausedUntil <= at);
}

/** A membership may say other times than the person does. */
function freeFor(
  wanted: Wanted,
  { interpreter }: Person,
  membership: CentreMembership,
  { zone }: Centre,
): Free {
  return isFree(membership.availability ?? interpreter.availability, wanted, zone);
}

function statesOf(wanted: Wanted, { interpreter }: Person): OfferState[] {
  return wanted.offers
    .filter((offer) => offer.interpreter === interpreter._id && !offer.former)
    .map((offer) => offer.state);
}

function askedBefore(wanted: Wanted, person: Person): Missing | undefined {
  const states = statesOf(wanted, person);
  if (states.includes('declined')) return missing('declined');
  const state = states.find((one) => one !== 'withdrawn' && one !== 'lost');
  return state && missing('already_asked', { state });
}

/** Whose question was taken back, or who was let go, is not asked again by itself. */
function takenBack(wanted: Wanted, person: Person): Missing | undefined {
  return statesOf(wanted, person).includes('withdrawn') ? missing('withdrawn') : undefined;
}

function kilometresTo(wanted: Wanted, { position }: Interpreter): number | undefined {
  if (wanted.mode !== 'onsite' || !wanted.position || !position) return undefined;
  return kilometresBetween(wanted.position, position);
}
