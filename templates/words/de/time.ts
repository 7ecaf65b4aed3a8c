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
  duration: (hours: number, minutes: number) => {
    const whole = hours === 1 ? `1${nbsp}Stunde` : `${hours}${nbsp}Stunden`;
    const rest = minutes === 1 ? `1${nbsp}Minute` : `${minutes}${nbsp}Minuten`;
    return [hours > 0 && whole, minutes > 0 && rest].filter(Boolean).join(' ');
  },
  lasts: (duration: string) => `Dauer: ${duration}`,
  inSeason: (time: string, season: string) => `${time} (${season})`,
  seasons: { summer: 'Sommerzeit', winter: 'Winterzeit' },
  inGermany: 'Uhrzeit in Deutschland',
  inZone: (zone: string) => `Uhrzeit in der Zone ${zone}`,
};
