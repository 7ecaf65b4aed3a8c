/** The pages behind the links of a change of e-mail: GET shows, the one button does. */
import { type Request, type Response, Router } from 'express';
import {
  agreeToChange,
  type EmailChange,
  findEmailChange,
  isUnderWay,
  stopChange,
} from '../../models/account/email-change.ts';
import { findAccount } from '../../models/account.ts';
import { findCentre } from '../../models/centre.ts';
import { PoolError } from '../../models/pool-error.ts';
import { idInToken } from '../../models/secrets.ts';
import { emailChangePage } from '../../templates/pages/email-change-page.tsx';
import type { EmailChangeView } from '../../templates/pages/views.ts';
import type { Context } from '../context.ts';
import { statusOf } from '../problems.ts';
import { frameOf } from './frame.ts';

type Link = EmailChangeView['link'];
const purposes = { new: 'email_new', old: 'email_old', stop: 'email_stop' } as const;

export function emailChangePages(context: Context): Router {
  const router = Router();
  router.get('/email-change/:token', async (request, response) => {
    await show(await changeByToken(request.params.token, context), request, response, context);
  });
  router.post('/email-change/:token', async (request, response) => {
    const { link, change } = await changeByToken(request.params.token, context);
    const refusal = await press(link, change._id, context.clock());
    context.wake();
    if (!refusal) return response.redirect(303, request.originalUrl);
    const after = { link, change: await findEmailChange(change._id) };
    await show(after, request, response.status(statusOf(refusal)), context, refusal === 'email_full');
  });
  return router;
}

type Asked = { link: Link; change: EmailChange };

/** The change and what this link is for. @throws `not_found` for anything that we have not signed */
async function changeByToken(token: string, { secrets }: Context): Promise<Asked> {
  const link = (Object.keys(purposes) as Link[]).find((one) => secrets.isSigned(purposes[one], token, 1));
  const id = idInToken(token);
  if (!link || !id) throw new PoolError('not_found');
  return { link, change: await findEmailChange(id) };
}

/** Does what the button says. @returns why it does not count, when the person should read that on the same page */
async function press(link: Link, id: string, now: Date): Promise<'link_invalid' | 'email_full' | undefined> {
  try {
    if (link === 'stop') await stopChange(id, now);
    else await agreeToChange(id, link, now);
    return undefined;
  } catch (error) {
    const isTold =
      error instanceof PoolError && (error.code === 'link_invalid' || error.code === 'email_full');
    if (isTold) return error.code as 'link_invalid' | 'email_full';
    throw error;
  }
}

async function show(
  { link, change }: Asked,
  request: Request,
  response: Response,
  context: Context,
  isFull = false,
): Promise<void> {
  const { locale, memberships } = await findAccount(change.account);
  response.locals.locale ??= locale;
  const [first] = memberships;
  const centre = first && (await findCentre(first.centre));
  const state = isFull ? 'full' : stateOf(link, change, context.clock());
  const view = { link, state, to: change.to, action: request.originalUrl };
  const frame = await frameOf(request, response, context, centre);
  response.set('Cache-Control', 'no-store').send(emailChangePage(frame, view));
}

function stateOf(link: Link, change: EmailChange, now: Date): EmailChangeView['state'] {
  if (change.doneAt) return 'done';
  if (change.obstacle === 'email_full') return 'full';
  if (change.stoppedAt) return link === 'stop' ? 'stopped' : 'over';
  if (!isUnderWay(change, now)) return 'over';
  const hasAgreed = link === 'new' ? change.newAt : link === 'old' && change.oldAt;
  return hasAgreed ? 'half' : 'open';
}
