/** Dates and times as people say them, on the clock of one place; names come from Intl, their order from our catalogues. */
import type { Locale } from '../../models/shape.ts';
import type { TimeParts } from './time-parts.ts';
import { words } from './words.ts';

/** Says instants in one language, as a clock at one place shows them. */
export type Clock = {
  /** Donnerstag, 26. November */
  day: (at: Date) => string;
  /** Donnerstag, 26. November 2026 */
  date: (at: Date) => string;
  /** Do 26.11.2026 */
  shortDate: (at: Date) => string;
  /** 10:00 Uhr */
  time: (at: Date) => string;
  /** Donnerstag, 26. November, 10:00 Uhr */
  moment: (at: Date) => string;
  /** 10:00–11:00 Uhr; an end on another day is said with its day. */
  range: (start: Date, end: Date) => string;
  /** 1 Stunde 30 Minuten */
  duration: (start: Date, end: Date) => string;
  /** Whose clock it is, for readers who could be elsewhere: Uhrzeit in Deutschland */
  zone: string;
};

const minute = 60_000;
const hour = 60 * minute;
const tags: Record<Locale, string> = { de: 'de-DE', en: 'en-GB' };
const formatters = new Map<string, Intl.DateTimeFormat>();

/** The clock of a place (zone of the IANA database), read out in this language. */
export function clockOf(locale: Locale, zone: string): Clock {
  const { time: say } = words(locale);
  const parts = (at: Date) => partsOf(at, locale, zone);
  const day = (at: Date) => say.day(parts(at));
  const time = (at: Date) => {
    const season = seasonOf(at, parts);
    return season ? say.inSeason(say.time(parts(at)), say.seasons[season]) : say.time(parts(at));
  };
  const moment = (at: Date) => say.moment(day(at), time(at));
  const isPlain = (start: Date, end: Date) =>
    day(start) === day(end) && !seasonOf(start, parts) && !seasonOf(end, parts);
  return {
    day,
    date: (at) => say.date(parts(at)),
    shortDate: (at) => say.shortDate(parts(at)),
    time,
    moment,
    range: (start, end) => {
      if (isPlain(start, end)) return say.range(say.clock(parts(start)), say.clock(parts(end)));
      return say.until(time(start), day(start) === day(end) ? time(end) : moment(end));
    },
    duration: (start, end) => {
      const minutes = Math.round((end.getTime() - start.getTime()) / minute);
      return say.duration(Math.floor(minutes / 60), minutes % 60);
    },
    zone: german.has(zone) ? say.inGermany : say.inZone(zone),
  };
}

const german = new Set(['Europe/Berlin', 'Europe/Busingen']);

/** In the night when the clock is set back an hour is shown twice: which of the two it is must be said. */
function seasonOf(at: Date, parts: (at: Date) => TimeParts): 'summer' | 'winter' | undefined {
  const isSame = (shift: number) => {
    const [one, other] = [parts(at), parts(new Date(at.getTime() + shift))];
    return one.hour === other.hour && one.minute === other.minute;
  };
  if (isSame(hour)) return 'summer';
  return isSame(-hour) ? 'winter' : undefined;
}

function partsOf(at: Date, locale: Locale, zone: string): TimeParts {
  const found = Object.fromEntries(
    formatterOf(locale, zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const { weekday = '', month = '', minute = '' } = found;
  return {
    weekday,
    weekdayShort: weekday.slice(0, words(locale).time.weekdayLetters),
    day: String(Number(found.day)),
    month,
    monthShort: month.slice(0, 3),
    monthNumber: monthNumberOf(at, zone),
    year: found.year ?? '',
    hour: String(Number(found.hour)),
    minute: minute.padStart(2, '0'),
  };
}

function monthNumberOf(at: Date, zone: string): string {
  const key = `month ${zone}`;
  const made = formatters.get(key) ?? new Intl.DateTimeFormat('en-GB', { timeZone: zone, month: 'numeric' });
  formatters.set(key, made);
  return made.format(at);
}

/** Calendar, digits and the 24-hour clock are set here, so that no server's own settings show through. */
function formatterOf(locale: Locale, zone: string): Intl.DateTimeFormat {
  const key = `${locale} ${zone}`;
  const made =
    formatters.get(key) ??
    new Intl.DateTimeFormat(`${tags[locale]}-u-ca-gregory-nu-latn`, {
      timeZone: zone,
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
  formatters.set(key, made);
  return made;
}
