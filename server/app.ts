/** The application: order of what every request passes, and the table of routes. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import compression from 'compression';
import express, { type Express, type RequestHandler } from 'express';
import helmet from 'helmet';
import { pinoHttp } from 'pino-http';
import { identify } from './access.ts';
import { apiDocs, viewerFiles } from './api/docs.ts';
import { apiEndpoints } from './api/endpoints.ts';
import { openApi } from './api/openapi.ts';
import { calendarFeed } from './calendar-feed.ts';
import type { Context } from './context.ts';
import { mount } from './endpoint.ts';
import { health } from './health.ts';
import { answerPaths, limitAnswers, limitSignIns, signInPaths } from './limits.ts';
import { requestLogging } from './logging.ts';
import { emailChangePages } from './pages/email-change.ts';
import { mailboxPages } from './pages/mailbox.ts';
import { offerPages } from './pages/offer.ts';
import { requestPages } from './pages/request.ts';
import { signInPages } from './pages/sign-in.ts';
import { verifyPages } from './pages/verify.ts';
import { answerErrors, nothingHere } from './problems.ts';
import { refuseCrossSite } from './same-site.ts';
import { sessions } from './session.ts';

const kern = path.dirname(fileURLToPath(import.meta.resolve('@kern-ux/native/dist/kern.min.css')));
const assets = fileURLToPath(new URL('./assets', import.meta.url));

/** Everything that answers requests. @param keys of the session cookie, the present one first */
export function createApp(context: Context, keys: string[]): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  if (context.isProduction) app.set('trust proxy', 'loopback, uniquelocal');

  app.use(pinoHttp(requestLogging(context.log)), securityHeaders(context), compression());
  app.use('/assets/kern', express.static(kern, { maxAge: '1 day' }));
  app.use(viewerFiles());
  app.use('/assets', express.static(assets, { maxAge: '1 hour' }));
  app.use(health(), calendarFeed(context));
  app.use(
    express.json({ limit: '100kb', strict: false }),
    express.urlencoded({ extended: false, limit: '100kb' }),
  );
  app.use(answerPaths, limitAnswers(), hiddenFromSearch);
  app.use(signInPaths, limitSignIns());
  app.use(sessions(keys, context.baseUrl.startsWith('https:')), identify(context), refuseCrossSite(context));

  app.get('/api/openapi.json', describeApi(context));
  app.use(apiDocs());
  const api = express.Router();
  mount(api, apiEndpoints, context);
  app.use('/api/v1', api);
  app.use(signInPages(context), offerPages(context), requestPages(context));
  app.use(verifyPages(context), emailChangePages(context));
  if (context.hasMailbox) app.use(mailboxPages(context));

  app.use(nothingHere, answerErrors(context));
  return app;
}

/** What a mailed link opens is for one person: no store keeps it, no search engine lists it. */
const hiddenFromSearch: RequestHandler = (_request, response, next) => {
  response.set({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex, nofollow' });
  next();
};

/** No script, style or frame but our own; nothing inline (ASVS 3.4). KERN's icons are data: addresses. */
function securityHeaders({ baseUrl }: Context): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        frameSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: baseUrl.startsWith('https:') ? { maxAge: 31_536_000 } : false,
  });
}

function describeApi({ baseUrl }: Context): RequestHandler {
  const document = openApi(apiEndpoints, baseUrl);
  return (_request, response) => {
    response.json(document);
  };
}
