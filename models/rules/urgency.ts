/** How soon the office has to see to something: it follows from when the appointment begins. */

export type Urgency = 'urgent' | 'soon' | 'normal';

const hour = 3_600_000;

/** `urgent` within a day of the start, `soon` within three; what has no appointment is not pressing. */
export function urgencyOf(start: Date | undefined, now: Date): Urgency {
  if (!start) return 'normal';
  const left = start.getTime() - now.getTime();
  if (left <= 24 * hour) return 'urgent';
  return left <= 72 * hour ? 'soon' : 'normal';
}
