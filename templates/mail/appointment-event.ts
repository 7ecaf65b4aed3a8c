/** How an appointment stands in somebody's calendar: neutral words, and no more about the place than its mail may say. */
import type { Locale } from '../../models/shape.ts';
import { words } from '../words/words.ts';
import type { AssignmentFacts } from './facts.ts';

/** The part of a calendar entry that follows from the appointment; who sends it and its history come from the caller. */
export function appointmentEvent(facts: AssignmentFacts, locale: Locale) {
  const { calendar } = words(locale);
  const { number, language, start, end, venue, url } = facts;
  const location = locationOf(facts, locale);
  const lines = [
    calendar.number(number),
    venue?.meetingPoint && calendar.meetingPoint(venue.meetingPoint),
    url && calendar.details(url),
  ];
  return {
    start,
    end,
    summary: calendar.summary(language ?? '', number),
    description: lines.filter((line) => line).join('\n'),
    ...(location && { location }),
    ...(url && { url }),
  };
}

function locationOf({ mode, venue }: AssignmentFacts, locale: Locale): string | undefined {
  const { calendar } = words(locale);
  if (mode === 'phone') return calendar.byPhone;
  if (mode === 'video') return calendar.byVideo;
  return venue && `${venue.name}, ${venue.street}, ${venue.postcode} ${venue.city}`;
}
