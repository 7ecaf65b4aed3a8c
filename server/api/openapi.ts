/** The OpenAPI 3.1 document, made from the same definitions that answer the requests. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Endpoint, Head } from '../endpoint.ts';
import { answerPaths, signInPaths } from '../limits.ts';
import { cookieName } from '../session.ts';

type Json = Record<string, unknown>;

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

/** The whole document. @param serverUrl where the API is reached */
export function openApi(endpoints: Endpoint[], serverUrl: string): Json {
  const schemas: Json = { Problem: problem };
  const paths: Record<string, Json> = {};
  for (const endpoint of endpoints) {
    const path = `/api/v1${endpoint.path}`;
    paths[path] = { ...paths[path], [endpoint.method]: operation(endpoint, schemas) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Dolmetscherpool',
      version,
      description:
        'Requests, offers and bookings of a pool of volunteer interpreters. Times are RFC 3339 with offset.',
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: serverUrl }],
    paths,
    components: {
      schemas,
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          description: 'An API token (`POST /api/v1/tokens`): calls in the name of whoever made it.',
        },
        session: { type: 'apiKey', in: 'cookie', name: cookieName(serverUrl.startsWith('https:')) },
      },
    },
  };
}

const problem: Json = {
  type: 'object',
  description: 'RFC 9457',
  required: ['type', 'title', 'status', 'detail', 'code'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    code: { type: 'string' },
    assignments: {
      type: 'array',
      description: 'What lies ahead and would have to be freed.',
      items: { type: 'object' },
    },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['path', 'message'],
        properties: { path: { type: 'string' }, code: { type: 'string' }, message: { type: 'string' } },
      },
    },
  },
};

function operation(endpoint: Endpoint, schemas: Json): Json {
  const { method, path, summary, params, query, body, reply, status, repeatStatus, access } = endpoint;
  const done = {
    description: 'Done',
    ...(reply && { content: json(schemaOf(reply, 'output', schemas)) }),
    ...(endpoint.heads && { headers: headersOf(endpoint.heads) }),
  };
  return {
    operationId: `${method}${path.replace(/[{}]/g, '').replace(/\/(\w)/g, (_, letter: string) => letter.toUpperCase())}`,
    summary,
    tags: [path.split('/')[1]],
    security: access === 'signed_in' ? [{ session: [] }, { token: [] }] : [],
    parameters: [
      ...parameters('path', params, schemas),
      ...parameters('query', query, schemas),
      ...(endpoint.refuses?.includes(412) ? [ifMatch] : []),
      ...(takesKey(endpoint) ? [idempotencyKey] : []),
    ],
    ...(body && { requestBody: { required: true, content: json(schemaOf(body, 'input', schemas)) } }),
    responses: {
      [status]: done,
      ...(repeatStatus && { [repeatStatus]: { ...done, description: 'Had been done before' } }),
      ...Object.fromEntries(refusalsOf(endpoint).map((refused) => [refused, refusal])),
    },
  };
}

/** Every status that a route may refuse with: by itself, and by what stands before it (parsers, limits, sessions). */
function refusalsOf(endpoint: Endpoint): number[] {
  const { method, path, params, query, body, access, refuses = [] } = endpoint;
  const address = `/api/v1${path.replace(/\{(\w+)\}/g, ':$1')}`;
  const isBelow = (one: string) => address === one || address.startsWith(`${one}/`);
  const isSigningIn = signInPaths.some(isBelow);
  const hasSession = access === 'signed_in' || isSigningIn;
  const all = [
    ...(params || query || body || takesKey(endpoint) ? [400] : []),
    ...(access === 'signed_in' ? [401] : []),
    ...(hasSession && method !== 'get' ? [403] : []),
    ...(body ? [413, 415] : []),
    ...(isSigningIn || answerPaths.some(isBelow) ? [429] : []),
    ...(takesKey(endpoint) ? [422] : []),
    ...refuses,
    503,
  ];
  return [...new Set(all)].sort((one, other) => one - other);
}

/** Whoever has signed in may name each POST, so that sending it again does not do it again. */
function takesKey({ method, access }: Endpoint): boolean {
  return method === 'post' && access === 'signed_in';
}

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'A name for this call, new for each one. The same call again within seven days is answered with the first status and the present state, and does nothing; another call with the same key is refused (422).',
  schema: { type: 'string', minLength: 1, maxLength: 255, pattern: '^[!-~]+$' },
};

const ifMatch = {
  name: 'If-Match',
  in: 'header',
  required: false,
  description: 'The ETag one has seen, or several; when it is none of them any more, the answer is 412.',
  schema: { type: 'string' },
};

const heads: Record<Head, string> = {
  ETag: 'The version in quotation marks, for If-Match.',
  Location: 'Where it is read from now on.',
  Link: 'The next page, rel="next"; missing on the last one.',
};

function headersOf(names: readonly Head[]): Json {
  return Object.fromEntries(
    names.map((name) => [name, { description: heads[name], schema: { type: 'string' } }]),
  );
}

const refusal = {
  description: 'Refused, with the reason',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

function parameters(place: 'path' | 'query', shape: z.ZodType | undefined, schemas: Json): Json[] {
  if (!shape) return [];
  const { properties = {}, required = [] } = schemaOf(shape, 'input', schemas) as {
    properties?: Json;
    required?: string[];
  };
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema,
  }));
}

function json(schema: Json): Json {
  return { 'application/json': { schema } };
}

/** JSON Schema of a shape; those with a name move to the components. */
function schemaOf(shape: z.ZodType, io: 'input' | 'output', schemas: Json): Json {
  const text = JSON.stringify(z.toJSONSchema(shape, { io, unrepresentable: 'any' }));
  const {
    $defs = {},
    $schema: _,
    ...schema
  } = JSON.parse(text.replaceAll('#/$defs/', '#/components/schemas/')) as Json;
  for (const [name, definition] of Object.entries($defs as Record<string, Json>)) {
    const { $schema: __, ...rest } = definition;
    schemas[name] = rest;
  }
  return schema;
}
