/** Faults in what a program may do with a token, and in what is kept of it. */
import type { Fault } from '../fault.ts';

const file = 'test/api/tokens.test.ts';

export const tokens: Fault[] = [
  {
    fault: 'a token is good for ever',
    file: 'models/calls/token.ts',
    replace: ['trusted({ $gt: now })', 'trusted({ $gt: new Date(0) })'],
    test: { file, title: 'is good for a year unless said otherwise, and then no more' },
  },
  {
    fault: 'anybody ends anybody’s token',
    file: 'models/calls/token.ts',
    replace: ['findOneAndDelete({ _id: token, account })', 'findOneAndDelete({ _id: token })'],
    test: { file, title: 'ends when it is deleted, by its owner and nobody else' },
  },
  {
    fault: 'the secret itself is kept',
    file: 'models/calls/token.ts',
    replace: ["return createHash('sha256').update(secret).digest('hex');", 'return secret;'],
    test: { file, title: 'is shown once; what is kept cannot be used' },
  },
  {
    fault: 'a token that may look may change',
    file: 'server/access.ts',
    replace: ["throw new PoolError('token_read_only');", 'return token;'],
    test: { file, title: 'that only reads changes nothing' },
  },
  {
    fault: 'a token makes tokens',
    file: 'server/api/tokens.ts',
    replace: ["if (calledBy) throw new PoolError('token_by_token');", ''],
    test: { file, title: 'cannot make another one' },
  },
  {
    fault: 'a wrong token falls back to the session',
    file: 'server/access.ts',
    replace: ["if (!token) throw new PoolError('token_invalid');", 'if (!token) return undefined as never;'],
    test: { file, title: 'a wrong one is refused, even where a session would do' },
  },
  {
    fault: 'a token opens pages',
    file: 'server/access.ts',
    replace: ['if (!/^\\/api\\//i.test(request.path)) return undefined;', ''],
    test: { file, title: 'a token opens the API and no page' },
  },
  {
    fault: 'a token stands in the log',
    file: 'server/logging.ts',
    replace: ['|dp_[\\w-]+/gi', '/gi'],
    test: { file, title: 'a token that stands in an address by mistake does not stand in the log' },
  },
];
