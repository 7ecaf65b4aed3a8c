/** One definition for each route of the API: shapes in, shape out; handler types and OpenAPI come from the same object. */
import type { Request, RequestHandler, Response, Router } from 'express';
import type { z } from 'zod';
import { rememberCall, statusOfCall } from '../models/calls/done.ts';
import { requestKeyOf } from '../models/calls/once.ts';
import { PoolError } from '../models/pool-error.ts';
import type { Locale } from '../models/shape.ts';
import { type Caller, callerOf, signedIn } from './access.ts';
import type { Context } from './context.ts';
import { parseInput } from './input.ts';
import { localeOf } from './locale.ts';

type Shape = z.ZodType;

/** What a handler gets: its input in shape, who calls, and what it works with. */
type Call<Params, Query, Body, Who> = {
  params: Params;
  query: Query;
  body: Body;
  caller: Who;
  locale: Locale;
  now: Date;
  /** The versions the client would accept (`If-Match`), if it said so. */
  versions: number[] | undefined;
  context: Context;
  request: Request;
  response: Response;
};

/** What a handler answers. `version` becomes the ETag. */
type Answer<Reply> = {
  body?: Reply;
  status?: number;
  version?: number;
  location?: string;
  link?: string;
};

/** `ETag` is the version; `Location` names what came into being, `Link` the next page. */
export type Head = 'ETag' | 'Location' | 'Link';

type Definition<Params extends Shape, Query extends Shape, Body extends Shape, Reply extends Shape, Who> = {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  path: `/${string}`;
  summary: string;
  /** Status of the usual answer. */
  status: number;
  /** Status when nothing had to be done, because it had been done before. */
  repeatStatus?: number;
  /** What the answer's head says besides. */
  heads?: readonly Head[];
  params?: Params;
  query?: Query;
  body?: Body;
  reply?: Reply;
  /** Refusals that this route may give, besides bad input. */
  refuses?: readonly number[];
  handle: Handler<Params, Query, Body, Reply, Who>;
  /**
   * What the same call gets that comes again with its key: it reads and changes nothing. Without it the handler is
   * called again, and knows by itself what it has done.
   */
  again?: Handler<Params, Query, Body, Reply, Who>;
};

type Handler<Params extends Shape, Query extends Shape, Body extends Shape, Reply extends Shape, Who> = (
  call: Call<z.output<Params>, z.output<Query>, z.output<Body>, Who>,
) => Promise<Answer<z.input<Reply>>> | Answer<z.input<Reply>>;

/** A route as the router and the document see it, whatever its shapes. */
export type Endpoint = Omit<Definition<Shape, Shape, Shape, Shape, never>, 'handle' | 'again'> & {
  access: 'open' | 'signed_in';
  run: (request: Request, response: Response, context: Context) => Promise<void>;
};

/** A route for whoever has signed in. */
export function endpoint<P extends Shape, Q extends Shape, B extends Shape, R extends Shape>(
  definition: Definition<P, Q, B, R, Caller>,
): Endpoint {
  return {
    ...definition,
    access: 'signed_in',
    run: (request, response, context) =>
      answer(definition, withKey(signedIn(response), request), request, response, context),
  } as Endpoint;
}

/** A route for everybody: the token in its path, or nothing, is all it needs. */
export function openEndpoint<P extends Shape, Q extends Shape, B extends Shape, R extends Shape>(
  definition: Definition<P, Q, B, R, Caller | undefined>,
): Endpoint {
  return {
    ...definition,
    access: 'open',
    run: (request, response, context) => answer(definition, callerOf(response), request, response, context),
  } as Endpoint;
}

/** Adds the routes to a router; a rejected handler reaches the error answerer by itself (Express 5). */
export function mount(router: Router, endpoints: Endpoint[], context: Context): void {
  for (const { method, path, run } of endpoints) {
    const handler: RequestHandler = (request, response) => run(request, response, context);
    router[method](path.replace(/\{(\w+)\}/g, ':$1'), handler);
  }
}

async function answer<P extends Shape, Q extends Shape, B extends Shape, R extends Shape, Who>(
  definition: Definition<P, Q, B, R, Who>,
  caller: Who,
  request: Request,
  response: Response,
  context: Context,
): Promise<void> {
  const { params, query, body, reply, status } = definition;
  const own = (caller as Caller | undefined)?.account.locale;
  const result = await runOnce(definition, {
    params: (params ? paramsOf(params, request) : {}) as z.output<P>,
    query: (query ? parseInput(query, request.query) : {}) as z.output<Q>,
    body: (body ? parseInput(body, bodyOf(request)) : undefined) as z.output<B>,
    caller,
    locale: localeOf(request, own),
    now: context.clock(),
    versions: versionsOf(request),
    context,
    request,
    response,
  });
  if (result.version !== undefined) response.set('ETag', `"${result.version}"`);
  if (result.location) response.set('Location', result.location);
  if (result.link) response.set('Link', result.link);
  response.set('Cache-Control', 'no-store').status(result.status ?? status);
  if (reply && result.body !== undefined) response.json(reply.parse(result.body));
  else response.end();
}

/** Runs the handler, and remembers by its key a call that has succeeded. @throws `key_reused`; and what the handler throws */
async function runOnce<P extends Shape, Q extends Shape, B extends Shape, R extends Shape, Who>(
  { handle, again, status }: Definition<P, Q, B, R, Who>,
  call: Call<z.output<P>, z.output<Q>, z.output<B>, Who>,
): Promise<Answer<z.input<R>>> {
  const key = (call.caller as Caller | undefined)?.request;
  const before = key && (await statusOfCall(key, call.now));
  if (before !== undefined && again) return { ...(await again(call)), status: before };
  const result = await handle(call);
  if (key && before === undefined) await rememberCall(key, result.status ?? status, call.now);
  return result;
}

/**
 * The caller with the key of this call, if a POST brings one: what it does then is done once, however often it comes.
 * Source: draft-ietf-httpapi-idempotency-key-header. @throws `invalid_input`
 */
function withKey(caller: Caller, request: Request): Caller {
  const key = request.method === 'POST' ? request.get('Idempotency-Key') : undefined;
  if (key === undefined) return caller;
  if (!/^[!-~]{1,255}$/.test(key)) {
    throw new PoolError('invalid_input', { errors: [{ path: 'Idempotency-Key', code: 'idempotency_key' }] });
  }
  const { method, body } = request;
  const address = request.originalUrl.replace(/[?#].*$/s, '');
  return { ...caller, request: requestKeyOf({ account: caller.account._id, key, method, address, body }) };
}

/** An empty body is an empty object; anything that is not JSON is refused by name. */
function bodyOf(request: Request): unknown {
  if (request.body !== undefined) return request.body;
  const length = Number(request.headers['content-length'] ?? 0);
  if (length > 0)
    throw new PoolError('unsupported_media_type', { params: { sent: request.headers['content-type'] } });
  return {};
}

/** An address in which something does not even have the shape of an id leads nowhere. @throws `not_found` */
function paramsOf(shape: Shape, request: Request): unknown {
  const parsed = shape.safeParse(request.params);
  if (!parsed.success) throw new PoolError('not_found');
  return parsed.data;
}

/**
 * The one version to change: the present one when the client accepts it, else one that is refused as stale.
 * Without `If-Match` there is none, and any will do.
 */
export function expectedVersion(versions: number[] | undefined, present: number): number | undefined {
  return versions?.includes(present) ? present : versions?.[0];
}

/** `If-Match` may be a list, of which any may match (RFC 9110 §13.1.1); what is no list of ours matches nothing. */
function versionsOf(request: Request): number[] | undefined {
  const header = request.headers['if-match']?.trim();
  if (header === undefined || header === '*') return undefined;
  const tags = header.split(',').map((tag) => /^(?:W\/)?"(\d+)"$/.exec(tag.trim())?.[1]);
  return tags.map((tag) => (tag === undefined ? -1 : Number(tag)));
}
