/** The built-in mailbox, for this machine only: what would have been sent, as pages and as JSON. */
import { type RequestHandler, Router } from 'express';
import { findMail, type MailboxItem, readMailbox } from '../../models/mailbox.ts';
import { PoolError } from '../../models/pool-error.ts';
import { found } from '../../models/storage.ts';
import { mailboxPage, mailPage } from '../../templates/pages/mailbox-page.tsx';
import type { Context } from '../context.ts';
import { isLoopback } from '../settings.ts';
import { frameOf } from './frame.ts';

const zone = 'Europe/Berlin';

export function mailboxPages(context: Context): Router {
  const router = Router();
  router.use(['/mailbox', '/mailbox.json'], onlyHere);
  router.get('/mailbox.json', async (_request, response) => {
    const items = await readMailbox();
    response.set('Cache-Control', 'no-store').json({ items: items.map(written) });
  });
  router.get('/mailbox', async (request, response) => {
    const items = (await readMailbox(200)).map(({ _id, date, to, subject }) => ({
      id: _id,
      date,
      to: to.join(', '),
      subject,
      url: `/mailbox/${encodeURIComponent(_id)}`,
    }));
    response
      .set('Cache-Control', 'no-store')
      .send(mailboxPage(await frameOf(request, response, context), { items, zone }));
  });
  router.get('/mailbox/:id', async (request, response) => {
    const { date, to, subject, text, calendar } = found(await findMail(request.params.id));
    const htmlUrl = `/mailbox/${encodeURIComponent(request.params.id)}/html`;
    const view = { date, to: to.join(', '), subject, text, htmlUrl, zone, ...(calendar && { calendar }) };
    response.set('Cache-Control', 'no-store').send(mailPage(await frameOf(request, response, context), view));
  });
  router.get('/mailbox/:id/html', async (request, response) => {
    const { html } = found(await findMail(request.params.id));
    response.set(
      'Content-Security-Policy',
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox",
    );
    response.set('X-Frame-Options', 'SAMEORIGIN').send(html);
  });
  return router;
}

function written({ _id, ...rest }: MailboxItem) {
  return { id: _id, ...rest, date: rest.date.toISOString() };
}

/** Mail to everybody lies open here, so only this machine may look, by its own name and through no proxy. */
const onlyHere: RequestHandler = (request, _response, next) => {
  const isHere = isLoopback(request.hostname) && isLoopback(normalised(request.socket.remoteAddress));
  if (!isHere || request.headers['x-forwarded-for'] !== undefined) throw new PoolError('not_found');
  next();
};

function normalised(address: string | undefined): string {
  return (address ?? '').replace(/^::ffff:/, '');
}
