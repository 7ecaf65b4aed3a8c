/** Documents for tests: each names only what matters to it, the rest is an ordinary Thursday in Soest. */

import type { Assignment, Booking, Offer } from '../../models/assignment/shape.ts';
import { defaultRules } from '../../models/centre/rules.ts';
import type { Centre } from '../../models/centre.ts';
import { initialLanguages } from '../../models/initial-data/languages.ts';
import type { Interpreter } from '../../models/interpreter.ts';
import type { Languages } from '../../models/language.ts';
import { localFields, localTime } from '../../models/rules/local-time.ts';
import type { Person } from '../../models/rules/matching.ts';
import type { Actor, Situation } from '../../models/rules/transitions/situation.ts';

export const zone = 'Europe/Berlin';

/** An ordinary Monday morning. */
export const now = new Date('2026-11-23T09:00:00Z');

export const soest = { lat: 51.573, lon: 8.107 };
export const lippstadt = { lat: 51.674, lon: 8.345 };

/** The instant of a wall-clock time in Berlin. */
export function berlin(date: string, time: string): Date {
  return localTime(date, time, zone);
}

/** A centre that seeks to the last moment and warns of nothing, unless a test says so. */
export function aCentre(rules: Partial<Centre['rules']> = {}): Centre {
  return {
    _id: 'soest',
    schemaVersion: 1,
    region: 'westfalen',
    name: 'Kommunales Integrationszentrum Kreis Soest',
    poolName: 'Dolmetscherpool Kreis Soest',
    unit: 'Kommunales Integrationszentrum',
    address: 'Beispielweg 1, 59494 Soest',
    phone: '0221 4710 100',
    email: 'dolmetscherpool@example.org',
    zone,
    rules: { ...defaultRules, giveUpWorkingDays: 0, giveUpUrgentHours: 0, openWarningHours: 0, ...rules },
  };
}

export const kita = { name: 'Kita Musterplatz', street: 'Musterplatz 1', postcode: '59494', city: 'Soest' };
export const school = { name: 'Musterschule', street: 'Beispielweg 3', postcode: '59555', city: 'Lippstadt' };

/** Thursday, 10 to 11, Arabic, on site at the Kita. */
export function anAssignment(values: Partial<Assignment> = {}): Assignment {
  const start = values.start ?? berlin('2026-11-26', '10:00');
  return {
    _id: '0'.repeat(23).concat('a'),
    schemaVersion: 1,
    number: '2026-0431',
    centre: 'soest',
    agency: 'kita',
    requestedBy: 'kim',
    contact: 'kim',
    status: 'requested',
    version: 1,
    sequence: 0,
    language: 'ar',
    alsoLanguages: [],
    mode: 'onsite',
    alsoModes: [],
    end: new Date(start.getTime() + 3_600_000),
    ...localFields(start, zone),
    alternatives: [],
    venue: kita,
    position: soest,
    occasion: 'Elterngespräch',
    programmes: [],
    genderWish: 'none',
    offers: [],
    round: 0,
    history: [],
    outbox: [],
    createdAt: now,
    updatedAt: now,
    ...values,
    start,
  };
}

export function anOffer(values: Partial<Offer> = {}): Offer {
  const interpreter = values.interpreter ?? 'amal';
  return {
    id: `offer-${interpreter}`,
    interpreter,
    account: `account-${interpreter}`,
    round: 1,
    state: 'pending',
    askedAt: now,
    sendAt: now,
    expiresAt: new Date(now.getTime() + 24 * 3_600_000),
    sequence: 0,
    ...values,
  };
}

export function aBooking(values: Partial<Booking> = {}): Booking {
  const interpreter = values.interpreter ?? 'amal';
  return {
    interpreter,
    account: `account-${interpreter}`,
    offer: `offer-${interpreter}`,
    at: now,
    cells: [1, 2],
    ...values,
  };
}

/** Somebody for Arabic, free on Thursdays from 8 to 13. */
export function anInterpreter(values: Partial<Interpreter> = {}): Interpreter {
  const _id = values._id ?? 'amal';
  return {
    _id,
    schemaVersion: 1,
    account: `account-${_id}`,
    gender: 'female',
    languages: [{ language: 'ar', level: 'C1', modes: ['onsite', 'phone'] }],
    alsoUnderstands: [],
    position: soest,
    reachableByPhone: false,
    availability: { weekly: [{ weekday: 4, from: '08:00', to: '13:00' }], exceptions: [] },
    memberships: [
      { centre: 'soest', status: 'active', excludedAgencies: [], preferredAgencies: [], assessedLevels: [] },
    ],
    calendarVersion: 1,
    createdAt: now,
    ...values,
  };
}

export function aPerson(interpreter: Interpreter, values: Partial<Person> = {}): Person {
  return { interpreter, bookings: [], bookedThisWeek: 0, openOffers: 0, served: 0, asked: 0, ...values };
}

/** What rules may ask about, with one coordinator in the centre. */
export function aSituation(
  role: Actor['role'],
  values: Partial<Situation> & { interpreter?: string } = {},
): Situation {
  const { interpreter, ...rest } = values;
  return {
    now,
    actor: { role, account: `account-of-${role}`, ...(interpreter && { interpreter }) },
    centre: aCentre(),
    coordinators: ['mara'],
    ...rest,
  };
}

export const languages: Languages = new Map(
  initialLanguages.map((one) => [one._id, { ...one, schemaVersion: 1 }]),
);
