/** The page of one request behind a contact's mailed link. Looking changes nothing; each action has a page and a button of its own. */
import { type Request, type Response, Router } from 'express';
import { findCentre } from '../../models/centre.ts';
import { type FieldError, PoolError } from '../../models/pool-error.ts';
import type { AgencyAction } from '../../models/rules/own-page/agency-actions.ts';
import { requestPage } from '../../templates/pages/request-page.tsx';
import type { RequestView } from '../../templates/pages/views.ts';
import { errorText, fieldErrorText } from '../../templates/words/errors.ts';
import type { Context } from '../context.ts';
import { statusOf } from '../problems.ts';
import { frameOf } from './frame.ts';
import { localised } from './localised.ts';
import { actOnRequest } from './request/actions.ts';
import { type Requested, requestByToken } from './request/by-token.ts';
import { requestView } from './request/view.ts';
import { typedTime } from './request/wall-clock.ts';

const steps = {
  move: 'move',
  cancel: 'cancel',
  'nobody-here': 'nobody_here',
  'other-time': 'other_time',
  'other-mode': 'other_mode',
  'other-language': 'other_language',
  'search-on': 'search_on',
} as const satisfies Record<string, AgencyAction>;

const told = ['wrong_status', 'not_now', 'too_late', 'stale_version', 'already_booked'] as const;
type Refusal = (typeof told)[number];

/** What a page shows besides the state: the action that was opened, what was typed, why it does not count. */
type Besides = { step?: AgencyAction; body?: unknown; refusal?: Refusal; errors?: FieldError[] };

export function requestPages(context: Context): Router {
  const router = Router();
  router.get('/requests/:token', async (request, response) => {
    await show(await requestByToken(request.params.token, context), {}, request, response, context);
  });
  router.get('/requests/:token/:step', async (request, response) => {
    const { token, step } = request.params;
    const requested = await requestByToken(token, context);
    await show(requested, { step: stepOf(step) }, request, response, context);
  });
  router.post('/requests/:token/:step', async (request, response) => {
    const { token } = request.params;
    const step = stepOf(request.params.step);
    const requested = await requestByToken(token, context);
    const besides = await attempted(requested, step, request.body ?? {}, context);
    if (!besides) return response.redirect(303, localised(request, `/requests/${token}`));
    response.status(statusOf(besides.refusal ?? 'invalid_input'));
    await show(await requestByToken(token, context), besides, request, response, context);
  });
  return router;
}

function stepOf(step: string): AgencyAction {
  if (!Object.hasOwn(steps, step)) throw new PoolError('not_found');
  return steps[step as keyof typeof steps];
}

/** Does what was asked for. @returns what the page has to say when that did not work */
async function attempted(
  requested: Requested,
  step: AgencyAction,
  body: unknown,
  context: Context,
): Promise<Besides | undefined> {
  try {
    await actOnRequest(requested, step, body, context);
    return undefined;
  } catch (error) {
    if (!(error instanceof PoolError)) throw error;
    if (error.code === 'invalid_input') return { step, body, errors: error.details.errors ?? [] };
    const refusal = told.find((code) => code === error.code);
    if (!refusal) throw error;
    return refusal === 'wrong_status' ? { refusal } : { refusal, step, body };
  }
}

async function show(
  requested: Requested,
  { step, body, refusal, errors = [] }: Besides,
  request: Request<{ token: string }>,
  response: Response,
  context: Context,
): Promise<void> {
  const centre = await findCentre(requested.assignment.centre);
  response.locals.locale ??= requested.account.locale;
  const frame = await frameOf(request as unknown as Request, response, context, centre);
  const view = await requestView(requested, {
    centre,
    now: context.clock(),
    locale: frame.locale,
    action: localised(request, `/requests/${request.params.token}`),
  });
  const { locale } = frame;
  const page: RequestView = {
    ...view,
    ...(step && { step }),
    ...(refusal && { refusal }),
    ...(body !== undefined && { typed: { ...typedTime.parse(body), reason: reasonIn(body) } }),
    ...(errors.length > 0 && {
      errors: errors.map((error) => ({ field: fieldOf(error), text: sentenceOf(error, locale) })),
      asksOccurrence: errors.some(({ code }) => code === 'time_ambiguous'),
    }),
  };
  response.set('Cache-Control', 'no-store').send(requestPage(frame, page));
}

/** Rules speak of start and end; the form has a day and two times. */
function fieldOf({ path, code }: FieldError): string {
  if (path === 'start') return code === 'off_grid' ? 'from' : 'date';
  return path === 'end' ? 'to' : path;
}

function sentenceOf({ code, params = {} }: FieldError, locale: RequestLocale): string {
  const isClock = code === 'time_ambiguous' || code === 'time_skipped';
  if (isClock) return errorText(code, params, locale).detail;
  const { sent: _sent, ...rest } = params;
  return fieldErrorText(code, rest, locale);
}
type RequestLocale = Parameters<typeof fieldErrorText>[2];

function reasonIn(body: unknown): string {
  const reason = (body as Record<string, unknown>).reason;
  return typeof reason === 'string' ? reason.slice(0, 200) : '';
}
