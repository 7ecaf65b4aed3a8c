/** Free text on its way into subjects, calendars and sentences. */

/** Text without line breaks, control characters and marks that turn the direction of writing around. */
export function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\p{Cs}/gu, '\ufffd')
    .trim();
}
