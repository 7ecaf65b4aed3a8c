/** One interpreter at one place: what a booking occupies, the way there and back included, and what fits beside it. */
import { describe, expect, test } from '@jest/globals';
import { defaultRules } from '../../models/centre/rules.ts';
import { type Appointment, cellsBetween, type Fit, fitBetween, homeOf } from '../../models/rules/occupied.ts';
import { placeOf, travelMinutes } from '../../models/rules/travel.ts';
import { aBooking, anAssignment, berlin, kita, lippstadt, school, soest } from '../support/factories.ts';

const { travel } = defaultRules;
const home = homeOf({ _id: 'amal', position: soest });
const day = '2026-11-26';

function at(from: string, to: string, values: Partial<Appointment> = {}): Appointment {
  return anAssignment({
    _id: `${from}-${to}`,
    start: berlin(day, from),
    end: berlin(day, to),
    ...values,
  } as never);
}

const inLippstadt = { venue: school, position: lippstadt };
const byPhone = { mode: 'phone' as const };

/** The wall-clock times between which cells lie. */
function span(fit: Fit): string {
  if ('conflict' in fit) return `conflict with ${fit.conflict}`;
  const [first = 0] = fit.cells;
  const last = fit.cells.at(-1) ?? 0;
  const clock = (cell: number) =>
    new Date(cell * 300_000).toLocaleTimeString('de', {
      timeZone: 'Europe/Berlin',
      hour: '2-digit',
      minute: '2-digit',
    });
  return `${clock(first)}–${clock(last + 1)}`;
}

/** An existing booking with the cells it would have got alone. */
function booked(appointment: Appointment): Appointment {
  const fit = fitBetween(appointment, home, [], travel);
  return { ...appointment, booking: aBooking({ cells: 'cells' in fit ? fit.cells : [] }) };
}

describe('cells', () => {
  test('are five minutes of the epoch, half-open', () => {
    expect(cellsBetween(0, 600_000)).toEqual([0, 1]);
    expect(cellsBetween(600_000, 600_000)).toEqual([]);
  });

  test('round outwards, so that nothing is left uncovered', () => {
    expect(cellsBetween(1, 300_001)).toEqual([0, 1]);
  });
});

describe('travel', () => {
  test('is none within one place, however it is written', () => {
    const same = { ...kita, street: 'Musterplatz  1.' };

    expect(travelMinutes(placeOf(kita, soest), placeOf(same, soest), travel)).toBe(0);
  });

  test('takes the least time to another place in the same postcode', () => {
    expect(
      travelMinutes(placeOf(kita, soest), placeOf({ ...kita, street: 'Testweg 9' }, soest), travel),
    ).toBe(10);
  });

  test('is the straight line times factor by speed, rounded up to five minutes', () => {
    expect(travelMinutes(placeOf(kita, soest), placeOf(school, lippstadt), travel)).toBe(35);
  });

  test('is what the centre has set for a pair of postcodes, either way round', () => {
    const withPair = { ...travel, pairs: [{ between: ['59555', '59494'] as [string, string], minutes: 52 }] };

    expect(travelMinutes(placeOf(kita, soest), placeOf(school, lippstadt), withPair)).toBe(55);
  });

  test('is a guess where the table does not know the place', () => {
    expect(travelMinutes(placeOf(kita, soest), placeOf(school, undefined), travel)).toBe(30);
  });
});

describe('an appointment alone', () => {
  test('occupies the way there and back', () => {
    expect(span(fitBetween(at('10:00', '11:00', inLippstadt), home, [], travel))).toBe('09:25–11:35');
  });

  test('by telephone needs no way', () => {
    expect(span(fitBetween(at('10:00', '11:00', byPhone), home, [], travel))).toBe('10:00–11:00');
  });
});

describe('two appointments', () => {
  test('that overlap do not fit, not even by telephone', () => {
    expect(
      span(fitBetween(at('10:30', '11:30', byPhone), home, [booked(at('10:00', '11:00'))], travel)),
    ).toBe('conflict with 10:00-11:00');
  });

  test('back to back at one place fit, and the first gives up its way home', () => {
    const first = booked(at('10:00', '11:00'));

    const fit = fitBetween(at('11:00', '12:00'), home, [first], travel);

    expect(span(fit)).toBe('11:00–12:10');
    expect('trims' in fit && fit.trims.map(({ assignment }) => assignment)).toEqual(['10:00-11:00']);
    expect('trims' in fit && fit.trims[0]).toMatchObject({ to: berlin(day, '11:00').getTime() / 300_000 });
  });

  test('fit as well when the earlier one is booked later, and the later one gives up its way out', () => {
    const second = booked(at('11:00', '12:00'));

    const fit = fitBetween(at('10:00', '11:00'), home, [second], travel);

    expect(span(fit)).toBe('09:50–11:00');
    expect('trims' in fit && fit.trims[0]).toMatchObject({ from: berlin(day, '11:00').getTime() / 300_000 });
  });

  test.each([
    ['11:00', 'conflict with 10:00-11:00'],
    ['11:30', 'conflict with 10:00-11:00'],
    ['11:35', '11:00–13:10'],
  ])('at two places with 35 minutes between them, the second from %s on', (from, expected) => {
    const first = booked(at('10:00', '11:00'));
    const end = { '11:00': '12:00', '11:30': '12:30', '11:35': '12:35' }[from] as string;

    expect(span(fitBetween(at(from, end, inLippstadt), home, [first], travel))).toBe(expected);
  });

  test('at two places are checked in the other order too', () => {
    const second = booked(at('11:30', '12:30'));

    expect(span(fitBetween(at('10:00', '11:00', inLippstadt), home, [second], travel))).toBe(
      'conflict with 11:30-12:30',
    );
  });

  test('far apart in time keep their own ways', () => {
    const fit = fitBetween(at('15:00', '16:00', inLippstadt), home, [booked(at('09:00', '10:00'))], travel);

    expect(span(fit)).toBe('14:25–16:35');
    expect('trims' in fit && fit.trims).toEqual([]);
  });

  test('on the phone and then on site need the way in between', () => {
    const call = booked(at('10:00', '11:00', byPhone));

    expect(span(fitBetween(at('11:30', '12:00', inLippstadt), home, [call], travel))).toBe(
      'conflict with 10:00-11:00',
    );
    expect(span(fitBetween(at('11:35', '12:00', inLippstadt), home, [call], travel))).toBe('11:00–12:35');
  });

  test('count also where one was booked against a conflict and holds no cells', () => {
    const override = {
      ...at('10:00', '11:00'),
      booking: { interpreter: 'amal', account: 'a', at: berlin(day, '08:00'), override: 'beide da' },
    };

    expect(span(fitBetween(at('10:30', '11:30'), home, [override], travel))).toBe(
      'conflict with 10:00-11:00',
    );
  });

  test('a moved appointment is no conflict with itself', () => {
    expect(span(fitBetween(at('10:00', '11:00'), home, [booked(at('10:00', '11:00'))], travel))).toBe(
      '09:50–11:10',
    );
  });
});
