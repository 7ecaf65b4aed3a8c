/** Signing in and out in the browser, and the page behind it. */
import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { findAccount } from '../../models/account.ts';
import { PoolError } from '../../models/pool-error.ts';
import { signInMinutes, startSignIn } from '../../models/sign-in.ts';
import { homePage } from '../../templates/pages/home-page.tsx';
import { signInPage } from '../../templates/pages/sign-in-page.tsx';
import type { SignInView } from '../../templates/pages/views.ts';
import { callerOf } from '../access.ts';
import type { Context } from '../context.ts';
import { beginSession, endSession } from '../session.ts';
import { accountByCode, accountByLink, isTokenUsable } from '../sign-in.ts';
import { frameOf } from './frame.ts';

const byEmail = z.object({ email: z.string().trim().pipe(z.email().max(254)) });
const byCode = z.object({
  email: z.string().trim().pipe(z.email()),
  code: z
    .string()
    .trim()
    .regex(/^\d{6}$/),
});

export function signInPages(context: Context): Router {
  const router = Router();
  router.get('/', async (request, response) => {
    const frame = await frameOf(request, response, context);
    const view = {
      isSignedIn: callerOf(response) !== undefined,
      ...(context.hasMailbox && { mailboxUrl: '/mailbox' }),
    };
    response.set('Cache-Control', 'no-store').send(homePage(frame, view));
  });
  router.get('/login', (request, response) => show({ step: 'ask' }, request, response, context));
  router.post('/login', (request, response) => askedFor(request, response, context));
  router.post('/login/code', (request, response) => signInByCode(request, response, context));
  router.get('/login/:token', async (request, response) => {
    await show(await linkView(request, context), request, response, context);
  });
  router.post('/login/:token', (request, response) => signInByLink(request, response, context));
  router.post('/logout', async (request, response) => {
    await endSession(request, response);
    response.redirect(303, '/');
  });
  return router;
}

async function askedFor(request: Request, response: Response, context: Context): Promise<void> {
  const given = byEmail.safeParse(request.body ?? {});
  if (!given.success) {
    const email = typeof request.body?.email === 'string' ? request.body.email.slice(0, 254) : '';
    return show({ step: 'ask', email, error: 'email' }, request, response.status(400), context);
  }
  await startSignIn(given.data.email, context.clock());
  context.wake();
  await show(sentView(given.data.email, context), request, response, context);
}

function sentView(email: string, { hasMailbox }: Context): SignInView & { step: 'sent' } {
  return { step: 'sent', email, minutes: signInMinutes, ...(hasMailbox && { mailboxUrl: '/mailbox' }) };
}

async function signInByCode(request: Request, response: Response, context: Context): Promise<void> {
  const given = byCode.safeParse(request.body ?? {});
  const account = given.success
    ? await orRefused(() => accountByCode(given.data, context), 'code_wrong')
    : undefined;
  if (account) return enter(account, request, response);
  const email = typeof request.body?.email === 'string' ? request.body.email.slice(0, 254) : '';
  await show({ ...sentView(email, context), error: 'code' }, request, response.status(400), context);
}

async function signInByLink(request: Request, response: Response, context: Context): Promise<void> {
  const token = String(request.params.token);
  const account = await orRefused(() => accountByLink(token, context), 'link_invalid');
  if (account) return enter(account, request, response);
  await show(
    { step: 'link', action: request.originalUrl, isUsable: false },
    request,
    response.status(400),
    context,
  );
}

async function linkView(request: Request, context: Context): Promise<SignInView> {
  const isUsable = await isTokenUsable(String(request.params.token), context);
  return { step: 'link', action: request.originalUrl, isUsable };
}

async function enter(account: string, request: Request, response: Response): Promise<void> {
  await beginSession(request, await findAccount(account));
  response.redirect(303, '/');
}

/** The result, or undefined when it was refused for exactly this reason. */
async function orRefused<T>(attempt: () => Promise<T>, code: PoolError['code']): Promise<T | undefined> {
  try {
    return await attempt();
  } catch (error) {
    if (error instanceof PoolError && error.code === code) return undefined;
    throw error;
  }
}

async function show(view: SignInView, request: Request, response: Response, context: Context): Promise<void> {
  const frame = await frameOf(request, response, context);
  response.set('Cache-Control', 'no-store').send(signInPage(frame, view));
}
