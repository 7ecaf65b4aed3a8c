/** In which language somebody reads. */
import type { Request } from 'express';
import { type Locale, locale } from '../models/shape.ts';

const known = [...locale.options];

/** The language asked for in the address or by the browser, else the person's own, else German. */
export function localeOf(request: Request, own?: Locale): Locale {
  const asked = locale.safeParse(request.query.lang);
  if (asked.success) return asked.data;
  if (own) return own;
  const header = request.headers['accept-language'];
  const byHeader = header === undefined || header === '*' ? false : request.acceptsLanguages(...known);
  return byHeader === false ? 'de' : (byHeader as Locale);
}
