/** What stands in calendars: neutral, because others may look at them. */
import type { calendar as source } from '../de/calendar.ts';

export const calendar: typeof source = {
  summary: (language, number) => `Interpreting: ${language}, ${number}`,
  byPhone: 'by telephone',
  byVideo: 'by video',
  number: (number) => `Number: ${number}`,
  details: (url) => `All details: ${url}`,
  meetingPoint: (where) => `Meeting point: ${where}`,
  feedName: (pool) => `Assignments: ${pool}`,
};
