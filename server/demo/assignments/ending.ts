/** Steps after the appointment: it is over, recorded, countersigned and paid. */
import type { Assignment, Offer } from '../../../models/assignment/shape.ts';
import { gridMinutes } from '../../../models/shape.ts';
import { dayOf } from '../calendar.ts';
import { bookingFor, nextOffers } from './asking.ts';
import { atOnce, inTheEnd, type When } from './moments.ts';
import { does, type Step } from './step.ts';

type Outcome = NonNullable<Assignment['timesheet']>['outcome'];

/** The time has come. */
export const ends: Step = does('end', 'system', inTheEnd, () => ({}));

/** It took place without the pool having known before; the coordinator enters it. */
export function logs(reason: string): Step {
  return does('log', 'coordinator', atOnce, (story, { pool }, now) => {
    const { id: _unasked, ...person } = nextOffers(story, pool, now)[0] as Offer;
    return { reason, booking: bookingFor(story, person, pool, now) };
  });
}

/** The interpreter writes down the times; the way there and back is what the booking held beside the appointment. */
export function records(when: When, outcome: Outcome = 'done', overrun = 0): Step {
  return does('record', 'interpreter', when, ({ start, end, booking }) => ({
    start,
    end: new Date(end.getTime() + overrun * 60_000),
    travelMinutes: (booking?.cells?.length ?? 0) * gridMinutes - minutesBetween(start, end),
    outcome,
  }));
}

/** The agency agrees with the times. */
export function countersigns(when: When): Step {
  return does('countersign', 'contact', when, () => ({}));
}

/** Paid with the list of the month. Rates of the Kreis in 2024: 25 € for the first hour begun, 15 € for each further one. */
export function settles(when: When): Step {
  return does('settle', 'clerk', when, ({ timesheet, ...planned }, _stage, now) => {
    const { start, end } = timesheet ?? planned;
    const hours = Math.ceil(minutesBetween(start, end) / 60);
    const [year, month] = dayOf(now).split('-');
    return { list: `${month}/${year}`, cents: 2500 + 1500 * (hours - 1) };
  });
}

function minutesBetween(start: Date, end: Date): number {
  return (end.getTime() - start.getTime()) / 60_000;
}
