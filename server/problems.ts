/** Refusals leave here: the code's status, a sentence in the reader's language, as problem+json (RFC 9457) or as a page. */
import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import { type ErrorCode, type FieldError, PoolError } from '../models/pool-error.ts';
import type { Locale } from '../models/shape.ts';
import { isDatabaseAway } from '../models/storage.ts';
import { errorPage } from '../templates/pages/error-page.tsx';
import { errorText, fieldErrorText } from '../templates/words/errors.ts';
import { labelOfLanguage, languageOptions } from './api/languages.ts';
import type { Context } from './context.ts';
import { refusalOfForeign } from './foreign-errors.ts';
import { asSent } from './input.ts';
import { localeOf } from './locale.ts';
import { withoutTokens } from './logging.ts';
import { frameOf } from './pages/frame.ts';

const statuses = {
  agency_inactive: 409,
  already_booked: 409,
  already_taken: 409,
  already_there: 409,
  bookings_ahead: 409,
  busy: 503,
  code_wrong: 400,
  cross_site: 403,
  email_full: 409,
  forbidden: 403,
  held: 409,
  invalid_input: 400,
  key_reused: 422,
  last_lead: 409,
  link_invalid: 400,
  no_candidates: 409,
  not_eligible: 409,
  not_found: 404,
  not_now: 409,
  offer_withdrawn: 409,
  person_only: 403,
  rate_limited: 429,
  stale_version: 412,
  time_ambiguous: 400,
  time_skipped: 400,
  token_by_token: 403,
  token_invalid: 401,
  token_read_only: 403,
  too_late: 409,
  too_large: 413,
  unauthenticated: 401,
  unsupported_media_type: 415,
  wrong_status: 409,
} satisfies Record<ErrorCode, number>;

/** What a program has to bring along (RFC 9110 §15.5.2, RFC 6750 §3). */
const challenges: Record<string, string> & { unauthenticated: string } = {
  unauthenticated: 'Bearer realm="dolmetscherpool"',
  token_invalid: 'Bearer realm="dolmetscherpool", error="invalid_token"',
};

/** Nothing else has answered. */
export const nothingHere: RequestHandler = () => {
  throw new PoolError('not_found');
};

/** The one place where errors become answers. What is no refusal is a bug: logged, and answered without detail. */
export function answerErrors(context: Context): ErrorRequestHandler {
  return async (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error);
    const refusal = error instanceof PoolError ? error : refusalOfForeign(error);
    const path = withoutTokens(request.originalUrl);
    if (!refusal) context.log.error({ err: error, path }, 'a bug, or the database is away');
    response.set('Cache-Control', 'no-store');
    if (isForProgram(request)) sendProblem(refusal, error, request, response);
    else await sendPage(refusal, error, request, response, context);
  };
}

/** The status of a refusal. */
export function statusOf(code: ErrorCode): number {
  return statuses[code];
}

/** What became of a request. When the database is away for a moment, trying again makes sense; any other bug is our fault. */
function outcomeOf(refusal: PoolError | undefined, error: unknown) {
  if (refusal) return { status: statuses[refusal.code], code: refusal.code };
  const code = isDatabaseAway(error) ? 'unavailable' : 'internal';
  return { status: code === 'unavailable' ? 503 : 500, code } as const;
}

function isForProgram(request: Request): boolean {
  return request.path.startsWith('/api/') || request.path.endsWith('.json');
}

function sendProblem(
  refusal: PoolError | undefined,
  error: unknown,
  request: Request,
  response: Response,
): void {
  const locale = localeOf(request, response.locals.locale);
  const { status, code } = outcomeOf(refusal, error);
  const { title, detail } = errorText(code, refusal?.details.params ?? {}, locale, (language) =>
    labelOfLanguage(language, locale),
  );
  if (status === 503) response.set('Retry-After', '5');
  if (status === 401) response.set('WWW-Authenticate', challenges[code] ?? challenges.unauthenticated);
  response
    .status(status)
    .type('application/problem+json')
    .send(
      JSON.stringify({
        type: `urn:dolmetscherpool:problem:${code}`,
        title,
        status,
        detail,
        code,
        ...(refusal?.details.errors && {
          errors: refusal.details.errors.map((error) => ({
            path: error.path,
            code: error.code,
            message: sentenceOf(error, request, locale),
          })),
        }),
        ...(code === 'bookings_ahead' && { assignments: refusal?.details.params?.assignments }),
        ...(code === 'not_eligible' && { reason: refusal?.details.params?.code }),
      }),
    );
}

/** One wrong field in words: with what was sent as it was sent, and with the languages there are. */
function sentenceOf({ path, code, params = {} }: FieldError, request: Request, locale: Locale): string {
  const options = code === 'language_unknown' ? languageOptions : {};
  const sent = params.sent === undefined ? undefined : asSent(request.body, path);
  return fieldErrorText(code, { ...options, ...params, ...(sent !== undefined && { sent }) }, locale);
}

async function sendPage(
  refusal: PoolError | undefined,
  error: unknown,
  request: Request,
  response: Response,
  context: Context,
): Promise<void> {
  const { status, code } = outcomeOf(refusal, error);
  if (status === 503) response.set('Retry-After', '5');
  const frame = await frameOf(request, response, context);
  const { detail } = errorText(code, refusal?.details.params ?? {}, frame.locale);
  const whole = (refusal?.details.errors ?? []).filter(({ path }) => path === '');
  const sentences = [detail, ...whole.map((one) => sentenceOf(one, request, frame.locale))];
  response.status(status).send(errorPage(frame, { status, code, detail: sentences.join(' ') }));
}
