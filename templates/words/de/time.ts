/** How German puts dates and times together. */
import { nbsp } from '../text.ts';
import type { TimeParts } from '../time-parts.ts';

export const time = {
  weekdayLetters: 2,
  day: ({ weekday, day, month }: TimeParts) => `${weekday}, ${day}.${nbsp}${month}`,
  date: ({ weekday, day, month, year }: TimeParts) => `${weekday}, ${day}.${nbsp}${month} ${year}`,
  shortDate: ({ weekdayShort, day, monthNumber, year }: TimeParts) =>
    `${weekdayShort}${nbsp}${day}.${monthNumber}.${year}`,
  clock: ({ hour, minute }: TimeParts) => `${hour}:${minute}`,
  time: ({ hour, minute }: TimeParts) => `${hour}:${minute}${nbsp}Uhr`,
  moment: (day: string, time: string) => `${day}, ${time}`,
  range: (from: string, to: string) => `${from}–${to}${nbsp}Uhr`,
  until: (from: string, to: string) => `${from} bis ${to}`,
  inSeason: (time: string, season: string) => `${time} (${season})`,
  seasons: { summer: 'Sommerzeit', winter: 'Winterzeit' },
  inGermany: 'Uhrzeit in Deutschland',
  inZone: (zone: string) => `Uhrzeit in der Zone ${zone}`,
};
