/** How English puts dates and times together: the 24-hour clock, day before month. */
import type { time as source } from '../de/time.ts';
import { nbsp } from '../text.ts';

export const time: typeof source = {
  weekdayLetters: 3,
  day: ({ weekday, day, month }) => `${weekday}, ${day}${nbsp}${month}`,
  date: ({ weekday, day, month, year }) => `${weekday}, ${day}${nbsp}${month} ${year}`,
  shortDate: ({ weekdayShort, day, monthShort, year }) =>
    `${weekdayShort} ${day}${nbsp}${monthShort} ${year}`,
  clock: ({ hour, minute }) => `${hour}:${minute}`,
  time: ({ hour, minute }) => `${hour}:${minute}`,
  moment: (day, time) => `${day}, ${time}`,
  range: (from, to) => `${from}–${to}`,
  until: (from, to) => `${from} to ${to}`,
  duration: (hours, minutes) => {
    const whole = hours === 1 ? `1${nbsp}hour` : `${hours}${nbsp}hours`;
    const rest = minutes === 1 ? `1${nbsp}minute` : `${minutes}${nbsp}minutes`;
    return [hours > 0 && whole, minutes > 0 && rest].filter(Boolean).join(' ');
  },
  lasts: (duration) => `Duration: ${duration}`,
  inSeason: (time, season) => `${time} (${season})`,
  seasons: { summer: 'summer time', winter: 'winter time' },
  inGermany: 'time in Germany',
  inZone: (zone) => `time in the zone ${zone}`,
};
