/** What the table of people becomes: interpreters with languages, homes and free times, and their accounts. */
import type { Account } from '../../../models/account.ts';
import type { Availability, AvailabilityException } from '../../../models/availability.ts';
import { type CentreMembership, type Interpreter, level } from '../../../models/interpreter.ts';
import { addDays } from '../../../models/rules/local-time.ts';
import type { Position } from '../../../models/shape.ts';
import { schemaVersion } from '../../../models/storage.ts';
import { at } from '../calendar.ts';
import { centreId, inventedEmail, inventedId, inventedPhone } from '../invented.ts';
import { secondCentreId } from '../places/centres.ts';
import { municipalityOf, type Town } from '../places/municipalities.ts';
import { crowd } from './crowd.ts';
import {
  knownPeople,
  type Particulars,
  type PersonRow,
  volunteerInTwoCentres,
  volunteerWhoCoordinates,
} from './known-people.ts';
import { type Rhythm, rhythms } from './rhythms.ts';
import { pairsOf, spokenOf, understoodOf } from './spoken.ts';

/** Everybody of the pool as they are on this day, and their accounts. */
export function buildInterpreters(today: string): { interpreters: Interpreter[]; accounts: Account[] } {
  const joined = (index: number) => at(addDays(today, -1500 + 5 * index), '09:00');
  const people = [...knownPeople, ...crowd()];
  return {
    interpreters: people.map((row, index) => interpreterOf(row, index, { today, createdAt: joined(index) })),
    accounts: people.map((row, index) => accountOf(row, index, joined(index))),
  };
}

function accountOf([name, , , , , particulars = {}]: PersonRow, index: number, createdAt: Date): Account {
  const { email = inventedEmail(name), locale = 'de' } = particulars;
  const interpreter = inventedId('interpreter', name);
  return {
    _id: inventedId('account', name),
    schemaVersion,
    name,
    ...(email !== null && { email }),
    phone: inventedPhone(400 + index),
    locale,
    memberships: [
      ...(name === volunteerWhoCoordinates ? [{ role: 'coordinator' as const, centre: centreId }] : []),
      ...centresOf(name).map((centre) => ({ role: 'interpreter' as const, centre, interpreter })),
    ],
    createdAt,
  };
}

function centresOf(name: string): string[] {
  return name === volunteerInTwoCentres ? [centreId, secondCentreId] : [centreId];
}

type Stamp = { today: string; createdAt: Date };

function interpreterOf(
  [name, gender, town, speaks, rhythm, particulars = {}]: PersonRow,
  index: number,
  { today, createdAt }: Stamp,
): Interpreter {
  const { radius, cap, understands = '', isReachableByPhone = index % 3 !== 2 } = particulars;
  const availability = availabilityOf(rhythm, particulars, today);
  return {
    _id: inventedId('interpreter', name),
    schemaVersion,
    account: inventedId('account', name),
    gender,
    languages: speaks.split(', ').map(spokenOf),
    alsoUnderstands: pairsOf(understands).map(understoodOf),
    municipality: municipalityOf(town)._id,
    position: homeIn(town, index),
    ...(radius && { radiusKilometres: radius }),
    ...(cap && { capPerWeek: cap }),
    reachableByPhone: isReachableByPhone,
    ...(availability && { availability }),
    memberships: centresOf(name).map((centre) => membershipOf(centre, particulars, today)),
    calendarVersion: 1,
    createdAt,
  };
}

function membershipOf(centre: string, particulars: Particulars, today: string): CentreMembership {
  const { status = 'active', pausedUntil, proofExpires, excludes, prefers, assessed = '' } = particulars;
  const dayIn = (days: number) => at(addDays(today, days), '00:00');
  return {
    centre,
    status,
    ...(pausedUntil !== undefined && { pausedUntil: dayIn(pausedUntil) }),
    excludedAgencies: excludes ? [inventedId('agency', excludes)] : [],
    preferredAgencies: prefers ? [inventedId('agency', prefers)] : [],
    assessedLevels: pairsOf(assessed).map(([language, found]) => ({ language, level: level.parse(found) })),
    ...(proofExpires !== undefined && { proofExpiresAt: dayIn(proofExpires) }),
  };
}

/** Undefined for those who have never said when they are free. */
function availabilityOf(
  rhythm: Rhythm | 'unknown',
  { away, free }: Particulars,
  today: string,
): Availability | undefined {
  const exceptions = [
    ...(away ? [rangeOf('away', away, today)] : []),
    ...(free ? [rangeOf('free', free, today)] : []),
  ];
  if (rhythm === 'unknown') return exceptions.length > 0 ? { weekly: [], exceptions } : undefined;
  return { weekly: rhythms[rhythm], exceptions };
}

function rangeOf(
  kind: AvailabilityException['kind'],
  [first, last]: [number, number],
  today: string,
): AvailabilityException {
  const from = at(addDays(today, first), '00:00');
  const to = at(addDays(today, last + 1), '00:00');
  return { from, to, wholeDays: true, kind };
}

/** Somewhere in the municipality; no two at one point. */
function homeIn(town: Town, index: number): Position {
  const { lat, lon } = municipalityOf(town).position;
  const shifted = (degrees: number, steps: number) => Math.round((degrees + steps * 0.003) * 10_000) / 10_000;
  return { lat: shifted(lat, ((index * 7) % 11) - 5), lon: shifted(lon, ((index * 5) % 13) - 6) };
}
