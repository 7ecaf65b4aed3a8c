/** What body parsers, routers and static files throw, in our words: the client's mistake is no bug of ours. */
import { type ErrorCode, PoolError } from '../models/pool-error.ts';

/** Statuses of `http-errors` that say more than "bad request". */
const codes: Record<number, ErrorCode> = {
  403: 'forbidden',
  404: 'not_found',
  413: 'too_large',
  415: 'unsupported_media_type',
  429: 'rate_limited',
};

/** The refusal that an error of somebody else's code amounts to; undefined when it is a bug. */
export function refusalOfForeign(error: unknown): PoolError | undefined {
  const { status, type } = (error ?? {}) as { status?: unknown; type?: unknown };
  if (typeof status !== 'number' || status < 400 || status > 499) return undefined;
  const code = codes[status];
  if (code) return new PoolError(code);
  return new PoolError('invalid_input', { errors: [{ path: '', code: mistakeOf(error, type) }] });
}

function mistakeOf(error: unknown, type: unknown): string {
  if (error instanceof URIError) return 'broken_address';
  return type === 'entity.parse.failed' ? 'invalid_json' : 'unreadable';
}
