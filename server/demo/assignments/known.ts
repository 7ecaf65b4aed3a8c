/** The requests of the table with their dates, counted in working days from today. */
import type { Period } from '../../../models/assignment/shape.ts';
import { addWorkdays, at, dayOf, minutesBefore, noThursday } from '../calendar.ts';
import { courses } from './courses.ts';
import { type KnownRequest, knownRequests } from './known-requests.ts';
import type { Planned } from './year/year.ts';

/** Each of them; the course is the only way it can have gone. */
export function plannedOf(now: Date): Planned[] {
  return knownRequests.map((request, index) => ({
    key: String(index),
    agency: request.agency,
    language: request.language,
    ...periodOf(request, now),
    alternatives: request.alternativeAfter ? [periodOf(request, now, request.alternativeAfter)] : [],
    occasion: request.occasion,
    createdAt:
      request.created === 'today'
        ? minutesBefore(now, 150 - index)
        : at(addWorkdays(dayOf(now), request.created), `08:${10 + index}`),
    ways: [{ needs: 0, steps: courses[request.course] }],
    wishes: request.wishes,
    meetingPoint: request.meetingPoint,
    event: request.event,
    isEnteredByCoordinator: request.isEnteredByCoordinator,
  }));
}

function periodOf({ day, time, minutes, isNeverOnThursday }: KnownRequest, now: Date, later = 0): Period {
  const found = addWorkdays(addWorkdays(dayOf(now), day), later);
  const start = at(isNeverOnThursday ? noThursday(found) : found, time);
  return { start, end: new Date(start.getTime() + minutes * 60_000) };
}
