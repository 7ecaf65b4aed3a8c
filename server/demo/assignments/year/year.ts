/** The requests of the past year as chance — always the same — made them: when, from whom, for what, in which language. */
import type { Request } from '../../../../models/assignment/shape.ts';
import { addDays } from '../../../../models/rules/local-time.ts';
import { type AgencyName, agencyRows } from '../../agencies/agency-rows.ts';
import { at, dayOf, minutesBefore } from '../../calendar.ts';
import { createDice, type Dice } from '../../dice.ts';
import type { Wishes } from '../known-requests.ts';
import { cameIn, onTheNextDay, type PastDay, pastDays } from './days-of-the-year.ts';
import { type Habits, habitsOf, lengths } from './habits.ts';
import { certainWays, loggedWay, manyWays, noSpeaker, waysOf } from './past-courses.ts';
import type { Way } from './past-turns.ts';
import { languages, unspoken } from './wanted-languages.ts';
import { particularsOf, wishesOf } from './wishes.ts';

/** A request as it will be told: the first of its ways for which enough people fit. */
export type Planned = Pick<Request, 'language' | 'start' | 'end' | 'alternatives' | 'occasion'> & {
  key: string;
  agency: AgencyName;
  createdAt: Date;
  ways: Way[];
  wishes: Wishes;
  meetingPoint?: string | undefined;
  event?: string | undefined;
  isEnteredByCoordinator?: boolean | undefined;
};

/** So many requests of the past year besides those of the table. */
const usual = 623;

type AgencyRow = (typeof agencyRows)[number];
const shares = agencyRows.map((row) => [row, row[5]] as const);

/** Three days on which a school speaks with all parents at once: so many months ago, at which school. */
const parentsDays: { daysAgo: number; agency: AgencyName; languages: string[] }[] = [
  { daysAgo: 20, agency: 'Grundschule Beispielbach', languages: ['ar', 'uk', 'tr', 'ro', 'kmr'] },
  { daysAgo: 140, agency: 'Gesamtschule Mustertal', languages: ['ar', 'uk', 'ru', 'sq', 'prs'] },
  { daysAgo: 245, agency: 'Musterschule', languages: ['ar', 'tr', 'pl', 'pes', 'bg'] },
];

/** All requests of the year up to the day before yesterday: the same ones for the same day. */
export function requestsOfTheYear(now: Date): Planned[] {
  const dice = createDice(2026);
  const today = dayOf(now);
  const days = pastDays(today);
  const single = Array.from({ length: usual }, (_, index) => usualRequest(index, dice.weighted(days), dice));
  const events = parentsDays.flatMap((one) => parentsDay(one, today, days, dice));
  return [...single, ...events];
}

/** The first of them take every way there is, twice, and come from every agency, so that nothing is missing in any year. */
function usualRequest(index: number, day: PastDay, dice: Dice): Planned {
  const isCertain = index < 2 * manyWays;
  const [agency, type, town] = isCertain
    ? (agencyRows[index % agencyRows.length] as AgencyRow)
    : dice.weighted(shares);
  const habits = habitsOf(type);
  const occasion = dice.weighted(habits.occasions);
  const isEvening = occasion === 'Infoabend für Eltern';
  const period = periodOn(day.date, isEvening, habits.times, dice);
  const course = isCertain ? certainCourse(index, day, dice) : courseOf(day, period.end, dice);
  return {
    key: `year:${index}`,
    agency,
    ...period,
    occasion,
    ...course,
    wishes: {
      ...(isCertain || course.isEnteredByCoordinator ? {} : wishesOf(dice)),
      ...particularsOf(habits, town, day.date, dice),
      ...(dice.chance(45) && { persons: isEvening ? dice.between(8, 40) : dice.between(2, 5) }),
    },
  };
}

function periodOn(date: string, isEvening: boolean, times: Habits['times'], dice: Dice) {
  const minutes = isEvening ? 90 : dice.weighted(lengths);
  const start = at(date, isEvening ? dice.pick(['17:30', '18:00', '18:30']) : dice.weighted(times));
  const end = new Date(start.getTime() + minutes * 60_000);
  return { start, end, alternatives: dice.chance(12) ? [onTheNextDay(start, end)] : [] };
}

type CourseOf = Pick<Planned, 'language' | 'createdAt' | 'ways' | 'isEnteredByCoordinator'>;

function certainCourse(index: number, { date, age }: PastDay, dice: Dice): CourseOf {
  const lead = 15;
  return {
    language: dice.pick(['ar', 'uk', 'ru']),
    createdAt: cameIn(date, lead, dice),
    ways: certainWays(index, dice, { age, lead }),
  };
}

/** Mostly asked for in good time; now and then for the next day, in a language that nobody speaks, or entered afterwards. */
function courseOf({ date, age }: PastDay, end: Date, dice: Dice): CourseOf {
  const kind = dice.weighted([
    ['usual' as const, 92],
    ['urgent' as const, 4],
    ['unspoken' as const, 2],
    ['logged' as const, 2],
  ]);
  if (kind === 'logged') {
    const language = dice.pick(['ar', 'uk', 'ru']);
    const createdAt = minutesBefore(end, -dice.between(20, 120));
    return { language, createdAt, ways: loggedWay(dice, { age, lead: 0 }), isEnteredByCoordinator: true };
  }
  const language = kind === 'unspoken' ? dice.pick(unspoken) : dice.weighted(languages);
  const lead = kind === 'urgent' ? 1 : dice.weighted(leads);
  return {
    language,
    createdAt: cameIn(date, lead, dice),
    ways: kind === 'unspoken' ? noSpeaker(dice) : waysOf(dice, { age, lead }),
    isEnteredByCoordinator: dice.chance(6),
  };
}

/** Working days from request to appointment. */
const leads: [number, number][] = [5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 16, 18].map((days) => [
  days,
  days < 9 ? 8 : 6,
]);

function parentsDay(
  { daysAgo, agency, languages: wanted }: (typeof parentsDays)[number],
  today: string,
  days: [PastDay, number][],
  dice: Dice,
): Planned[] {
  const latest = addDays(today, -daysAgo);
  const day = (days.find(([{ date }]) => date <= latest) as [PastDay, number])[0];
  return wanted.map((language) => ({
    key: `${agency}:${day.date}:${language}`,
    agency,
    language,
    start: at(day.date, '15:00'),
    end: at(day.date, '18:00'),
    alternatives: [],
    occasion: 'Elternsprechtag',
    createdAt: cameIn(day.date, 12, dice),
    ways: waysOf(dice, { age: day.age, lead: 12 }),
    wishes: { persons: dice.between(6, 14) },
    event: 'Elternsprechtag',
  }));
}
