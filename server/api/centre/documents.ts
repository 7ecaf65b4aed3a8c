/** What resources without a life of their own have in common: pages, partial changes, answers with a version. */
import type { Request } from 'express';
import { z } from 'zod';
import type { Place } from '../../../models/calls/page.ts';
import { id, line } from '../../../models/shape.ts';
import type { Context } from '../../context.ts';
import { readTextCursor, writeTextCursor } from '../cursor.ts';
import { linkToNext } from '../next.ts';

export const byId = z.strictObject({ id });

/** What every list takes: how long a page is, and where it begins. */
export const pageQuery = {
  cursor: line(800).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
};

/** The page that a client wants. @throws `invalid_input` for a cursor that is not ours */
export function wantedPage({ cursor, limit }: { cursor?: string | undefined; limit: number }) {
  return { limit, after: readTextCursor(cursor) };
}

/** A page as it is answered: its items, and where the next one begins. */
export function answerPage<Item, View>(
  { items, next }: { items: Item[]; next?: Place },
  viewOf: (item: Item) => View,
  request: Request,
  context: Context,
) {
  const cursor = next && writeTextCursor(next);
  const body = { items: items.map(viewOf), ...(cursor && { next: cursor }) };
  return { body, ...linkToNext(cursor, request, context) };
}

/** One of them as it is answered; one that was just made says where it is. */
export function answerOne<View>(
  body: View,
  { version = 0 }: { version?: number | undefined },
  location?: string,
) {
  return { body, version, ...(location && { location }) };
}

type Changeable<Shape extends z.core.$ZodShape> = {
  [Key in keyof Shape]: Shape[Key] extends z.ZodOptional<infer Inner extends z.core.SomeType>
    ? z.ZodOptional<z.ZodNullable<Inner>>
    : z.ZodOptional<Shape[Key]>;
};

/** The body of a PATCH (RFC 7396): every key may be left out, and null takes away what need not be there. */
export function changesOf<Shape extends z.core.$ZodShape>({
  shape,
}: z.ZodObject<Shape>): z.ZodObject<Changeable<Shape>, z.core.$strict> {
  const changed = Object.entries(shape).map(([key, held]) => [
    key,
    held instanceof z.ZodOptional ? z.optional(z.nullable(held.unwrap())) : z.optional(held),
  ]);
  return z.strictObject(Object.fromEntries(changed)) as never;
}
