/** The pieces of a date and time that every language puts in its own order. */

/** What a date and time is made of, ready to be put in the order of a language. */
export type TimeParts = {
  weekday: string;
  weekdayShort: string;
  day: string;
  month: string;
  monthShort: string;
  monthNumber: string;
  year: string;
  hour: string;
  minute: string;
};
