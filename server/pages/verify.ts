/** The page that checks an address: looking changes nothing, a button says that the request is real. */
import { type Request, type Response, Router } from 'express';
import { findCentre } from '../../models/centre.ts';
import { languageLabel, readLanguages } from '../../models/language.ts';
import { agencySituation } from '../../models/rules/own-page/agency-situation.ts';
import { verifyPage } from '../../templates/pages/verify-page.tsx';
import type { Context } from '../context.ts';
import { frameOf } from './frame.ts';
import { localised } from './localised.ts';
import { type Requested, unverifiedByToken, verifyByToken } from './request/by-token.ts';

export function verifyPages(context: Context): Router {
  const router = Router();
  router.get('/verify/:token', async (request, response) => {
    await show(await unverifiedByToken(request.params.token, context), request, response, context);
  });
  router.post('/verify/:token', async (request, response) => {
    await verifyByToken(request.params.token, context);
    response.redirect(303, localised(request, `/verify/${request.params.token}`));
  });
  return router;
}

async function show(
  { assignment, account }: Requested,
  request: Request<{ token: string }>,
  response: Response,
  context: Context,
): Promise<void> {
  const [centre, languages] = await Promise.all([findCentre(assignment.centre), readLanguages()]);
  response.locals.locale ??= account.locale;
  const frame = await frameOf(request as unknown as Request, response, context, centre);
  const { number, language, start, end, mode } = assignment;
  response.set('Cache-Control', 'no-store').send(
    verifyPage(frame, {
      situation: agencySituation(assignment),
      name: account.name,
      number,
      language: languageLabel(languages, language, frame.locale),
      start,
      end,
      zone: centre.zone,
      mode,
      action: localised(request, `/verify/${request.params.token}`),
    }),
  );
}
