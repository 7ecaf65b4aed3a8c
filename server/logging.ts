/** What stands in the log: requests without what could open a door or name a person. */
import type { Logger } from 'pino';
import type { Options } from 'pino-http';

/** Behind these words of an address comes what opens a door: mailed links and calendar secrets. */
const tokenBehind = /\/(offers|requests|verify|login|calendar|email-change)\/(?!code$)[^/]+/gi;
const token = /[0-9a-f]{24}-[\w-]{22}|dp_[\w-]+/gi;

/** An address as it may be written down: no token, not even a broken one, and no query. */
export function withoutTokens(url: string): string {
  return url
    .replace(/[?#].*$/s, '')
    .replace(tokenBehind, '/$1/…')
    .replace(token, '…');
}

/** How requests are logged: no cookies, no tokens in addresses, no assets. */
export function requestLogging(logger: Logger): Options {
  return {
    logger,
    autoLogging: { ignore: ({ url }) => /^\/(assets|healthz|readyz)/.test(url ?? '') },
    customLogLevel: (_request, { statusCode }) => (statusCode >= 500 ? 'error' : 'debug'),
    serializers: {
      req: ({ id, method, url }: { id: unknown; method: string; url: string }) => ({
        id,
        method,
        url: withoutTokens(url),
      }),
      res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
    },
  };
}
