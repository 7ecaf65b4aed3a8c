/** Times as the API writes them: RFC 3339 with the offset of the place. */
import { DateTime } from 'luxon';
import { z } from 'zod';

/** An instant in a reply. */
export const writtenInstant = z.iso.datetime({ offset: true });

/** The instant on the clock of a zone, such as 2026-11-26T10:00:00+01:00. */
export function writeInstant(at: Date, zone: string): string {
  return DateTime.fromJSDate(at, { zone }).toISO({ suppressMilliseconds: true });
}
