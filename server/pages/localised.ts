/** Addresses within one page: who has chosen a language stays in it. */
import type { Request } from 'express';
import { locale } from '../../models/shape.ts';

/** This path in the language that was chosen by `?lang=`, if one was. */
export function localised({ query }: Pick<Request, 'query'>, path: string): string {
  const chosen = locale.safeParse(query.lang);
  return chosen.success ? `${path}?lang=${chosen.data}` : path;
}
