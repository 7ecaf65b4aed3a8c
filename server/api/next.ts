/** The link to the next page of a list (RFC 8288). */
import type { Request } from 'express';
import type { Context } from '../context.ts';

/** The `Link` of an answer: the same address with the cursor of the next page; nothing on the last one. */
export function linkToNext(
  cursor: string | undefined,
  request: Request,
  { baseUrl }: Pick<Context, 'baseUrl'>,
): { link?: string } {
  if (!cursor) return {};
  const address = new URL(request.originalUrl, baseUrl);
  address.searchParams.set('cursor', cursor);
  return { link: `<${address.href}>; rel="next"` };
}
