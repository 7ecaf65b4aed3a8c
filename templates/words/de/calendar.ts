/** What stands in calendars: neutral, because others may look at them. */

export const calendar = {
  summary: (language: string, number: string) => `Dolmetschen: ${language}, ${number}`,
  byPhone: 'am Telefon',
  byVideo: 'per Video',
  number: (number: string) => `Nummer: ${number}`,
  details: (url: string) => `Alle Angaben: ${url}`,
  meetingPoint: (where: string) => `Treffpunkt: ${where}`,
  feedName: (pool: string) => `Einsätze: ${pool}`,
};
